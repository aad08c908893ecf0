import assert from "node:assert/strict";
import { test } from "node:test";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { morning } from "#tests/country/small-country.ts";
import { guessLimits } from "../guess-limits.ts";
import { askQuestion, assign, satisfy } from "../test-support/cases.ts";
import type { TestPortal } from "../test-support/portal.ts";
import { type ApiPortal, filing, withApi, withKey } from "./api-samples.ts";

const key = "2f0a6c1e-1111-4a59-9a51-3f6f2f7f8d01";

async function filed(portal: ApiPortal, more: object = {}) {
  const { json } = await portal.post("/appeals", { ...filing, withdrawalCode: true, ...more }, withKey(key));
  return json;
}

async function rowOf(portal: TestPortal, number: string) {
  const parsed = parseCaseNumber(number);
  assert.ok(parsed.ok);
  const row = await findCaseByNumber(portal.tools.portal, parsed.value);
  assert.ok(row);
  return { row } as Parameters<typeof assign>[1];
}

test("withdrawn by its own code, once for a key, and taken back without one", async () => {
  await withApi(async (portal) => {
    const { post } = portal;
    const bare = await post("/appeals", filing, withKey(`${key}-bare`));
    assert.equal(bare.json.withdrawalCode, undefined, "only when it was asked for");
    const { number, secret, withdrawalCode } = await filed(portal);
    assert.match(withdrawalCode, /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    const sent = { number, secret, withdrawalCode };
    for (const [body, code] of [
      [{ ...sent, withdrawalCode: secret }, "code-malformed"],
      [{ ...sent, withdrawalCode: "0000-0000-0000" }, "not-accepted"],
      [{ ...sent, secret: "0000-0000-0000-0000" }, "not-accepted"],
    ] as const) {
      assert.equal((await post("/appeals/withdraw", body, withKey(`${key}-${code}`))).json.code, code);
    }
    assert.equal((await post("/appeals/withdraw", sent)).json.code, "idempotency-key");
    const withdrawn = await post("/appeals/withdraw", sent, withKey(key));
    assert.deepEqual([withdrawn.status, withdrawn.json], [201, { number, phase: "withdrawn", due: null }]);
    assert.deepEqual((await post("/appeals/withdraw", sent, withKey(key))).json, withdrawn.json);
    const otherKey = await post("/appeals/withdraw", sent, withKey(`${key}-2`));
    assert.deepEqual([otherKey.status, otherKey.json.code], [409, "may-not-follow"]);
    const back = await post("/appeals/revoke-withdrawal", { number, secret }, withKey(key));
    assert.deepEqual([back.status, back.json.phase, back.json.due], [201, "open", "2026-11-23"]);
    const acts = (await post("/appeals/read", { number, secret })).json.acts;
    assert.deepEqual(
      acts.map(({ kind }: { kind: string }) => kind),
      ["filed-complaint", "withdrawn", "withdrawal-revoked"],
    );
    assert.ok(!portal.logged.join("\n").includes(withdrawalCode));
  });
});

test("guesses at a withdrawal code are counted by API and page together", async () => {
  await withApi(async (portal) => {
    const { number, secret, withdrawalCode } = await filed(portal);
    const guess = (code: string, at: number) =>
      portal.post("/appeals/withdraw", { number, secret, withdrawalCode: code }, withKey(`${key}-${at}`));
    for (let at = 0; at < guessLimits.withdrawalOfCase.attemptsMax; at += 1) {
      assert.equal((await guess(`0000-0000-00${10 + at}`, at)).status, 403);
    }
    const held = await guess(withdrawalCode, 99);
    assert.deepEqual([held.status, held.json.code], [429, "held-up"]);
  });
});

test("added, clarified, rated, and asked to erase: each once, each in its place", async () => {
  await withApi(async (portal) => {
    const { post, country } = portal;
    const { number, secret } = await filed(portal);
    const holder = { number, secret };
    const act = (path: string, more: object, drawn = key) =>
      post(`/appeals/${path}`, { ...holder, ...more }, withKey(drawn));
    assert.equal((await act("add", { what: "statement", text: "Suw hem ýok" })).status, 201);
    const empty = await act("add", { what: "statement", text: " " }, `${key}-2`);
    assert.deepEqual([empty.status, empty.json.errors[0].pointer], [422, "#/text"]);
    assert.equal((await act("clarify", { text: "Nireden?" })).json.code, "may-not-follow");
    const one = await rowOf(portal, number);
    await assign(portal, one);
    country.clock.now = morning(2026, 11, 4);
    await askQuestion(portal, one, "Haýsy köçe?");
    assert.equal((await act("clarify", { text: "Ýapyk" }, `${key}-3`)).json.phase, "open");
    country.clock.now = morning(2026, 11, 6);
    await satisfy(portal, one, "Edildi");
    assert.equal((await act("rate", { answer: "maybe" })).json.code, "schema");
    assert.equal((await act("rate", { answer: "done" })).status, 201);
    assert.equal((await act("rate", { answer: "done" }, `${key}-4`)).json.code, "may-not-follow");
    assert.equal((await act("ask-erasure", { scope: [] })).json.code, "schema");
    assert.equal((await act("ask-erasure", { scope: ["texts", "identity"] })).status, 201);
    assert.equal((await act("ask-erasure", { scope: ["texts"] }, `${key}-5`)).json.code, "may-not-follow");
    assert.equal((await act("take-erasure-back", {})).status, 201);
  });
});

test("a file comes back byte for byte to the secret, and to nobody else", async () => {
  await withApi(async (portal) => {
    const bytes = Buffer.from("Gyzylgülzar faýly", "utf8");
    const attachments = [{ fileName: "surat.txt", base64: bytes.toString("base64") }];
    const { number, secret, statusCode } = await filed(portal, { attachments });
    const fetch = (payload: object, headers: Record<string, string> = {}) =>
      portal.server.fastify.inject({ method: "POST", url: "/api/v1/appeals/attachment", payload, headers });
    const place = { number, secret, act: 1, name: "attachment-1" };
    const file = await fetch(place);
    assert.equal(file.statusCode, 200);
    assert.deepEqual(file.rawPayload, bytes);
    assert.match(String(file.headers["content-type"]), /^text\/plain/);
    assert.equal(file.headers["content-disposition"], "attachment");
    assert.match(String(file.headers["cache-control"]), /no-store/);
    for (const [wrong, status] of [
      [{ ...place, secret: statusCode }, 422],
      [{ ...place, secret: "0000-0000-0000-0000" }, 403],
      [{ ...place, act: 2 }, 404],
      [{ ...place, name: "attachment-2" }, 404],
      [{ ...place, name: "identity" }, 400],
    ] as const) {
      const refused = await fetch(wrong, { "accept-language": "tk" });
      assert.equal(refused.statusCode, status, JSON.stringify(wrong));
      assert.ok(!refused.body.includes("Gyzylgülzar"));
    }
  });
});

test("what is refused before a route is found is refused in the language that was asked for", async () => {
  await withApi(async ({ server }) => {
    for (const [language, words] of [
      ["tk", /salgy/i],
      ["ru", /адрес/i],
      ["en", /address/i],
    ] as const) {
      const reply = await server.fastify.inject({
        url: "/api/v1/no-such-place",
        headers: { "accept-language": language },
      });
      assert.equal(reply.statusCode, 404);
      assert.equal(reply.headers["content-language"], language);
      assert.match(JSON.parse(reply.body).detail, words);
    }
  });
});
