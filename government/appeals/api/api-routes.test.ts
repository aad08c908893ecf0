import assert from "node:assert/strict";
import { test } from "node:test";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { zip } from "#platform/file-check/test-support/zip.ts";
import { docxParts } from "#platform/file-metadata/test-support/documents.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { attachmentsMax } from "../attachment-type.ts";
import { guessLimits } from "../guess-limits.ts";
import { statedBeside } from "../public/stated-beside.ts";
import { browserAt } from "../test-support/browser.ts";
import { assign, fileOne, refuse, satisfy } from "../test-support/cases.ts";
import type { TestPortal } from "../test-support/portal.ts";
import { ajv, filing, marker, withApi, withKey } from "./api-samples.ts";

const key = "0c2d9f0e-8f4e-4a59-9a51-3f6f2f7f8d01";

test("the OpenAPI document is whole: version, operations, answers, no reference that leads nowhere", async () => {
  await withApi(async ({ document }) => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    assert.equal(operations.length, 31);
    assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length);
    for (const { path, method, operation } of operations) {
      assert.match(path, /^\/api\/v1\//);
      assert.ok(operation.responses["200"] ?? operation.responses["201"], path);
      assert.ok(operation.responses["4XX"]?.content["application/problem+json"], path);
      assert.equal(operation.requestBody !== undefined, method === "post", path);
      for (const { content } of Object.values(operation.responses))
        for (const { schema } of Object.values(content)) ajv.compile(schema);
    }
    const text = JSON.stringify(document);
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"([^"]*)"/g)) {
      assert.ok(resolves(document, pointer), pointer);
    }
    assert.match(text, /"name":"idempotency-key"/);
  });
});

function resolves(document: object, pointer: string): boolean {
  let at: unknown = document;
  for (const step of pointer.replace(/^#\//, "").split("/")) {
    at =
      typeof at === "object" && at !== null
        ? Object.entries(at).find(([name]) => name === step)?.[1]
        : undefined;
  }
  return at !== undefined;
}

test("an appeal is filed once for a key, opens by its codes, is answered, disputed and proved", async () => {
  await withApi(async (portal) => {
    const { post, country, sequence } = portal;
    const filed = await post("/appeals", filing, withKey(key));
    assert.equal(filed.status, 201);
    const { number, statusCode, secret, due, receipt } = filed.json;
    assert.equal(due, "2026-11-23");
    assert.equal(receipt.leaf, null);
    assert.ok(receipt.queued);
    assert.deepEqual(
      (await post("/appeals", filing, withKey(key))).json,
      filed.json,
      "a repeat gives the same",
    );
    const other = await post("/appeals", { ...filing, text: "Başga" }, withKey(key));
    assert.deepEqual([other.status, other.json.code], [409, "different-body"]);
    await sequence();
    const repeated = await post("/appeals", filing, withKey(key));
    assert.deepEqual([repeated.json.number, repeated.json.secret], [number, secret]);
    assert.equal(typeof repeated.json.receipt.proof, "string", "the receipt has grown its proof");

    const status = await post("/appeals/status", { number, statusCode });
    assert.deepEqual(
      [
        status.json.phase,
        status.json.due,
        status.json.body,
        status.json.acts.length,
        status.json.acts[0].witnessed,
      ],
      ["open", "2026-11-23", "ministry-of-springs", 1, true],
    );
    assert.match(status.json.explanation.join(" "), /15 working days/);
    assert.doesNotMatch(status.text, new RegExp(marker));

    await answer(portal, number);
    await sequence();
    const read = await post("/appeals/read", { number, secret });
    const [first, , last] = read.json.acts;
    assert.equal(first.texts.text, filing.text);
    assert.deepEqual([last.kind, last.details.outcome, last.texts.text], ["refused", "refused", "Ýok"]);
    const words = { number, secret, reason: "not-done", text: "Hiç zat edilmedi" };
    country.clock.now = morning(2026, 11, 10);
    const disputed = await post("/appeals/dispute", words, withKey(key));
    assert.deepEqual(
      [disputed.status, disputed.json.phase, disputed.json.due],
      [201, "disputed", "2026-11-23"],
    );
    const once = await post("/appeals/dispute", words, withKey(key));
    assert.deepEqual([once.status, once.json], [201, disputed.json], "sent twice, done once");
    const again = await post("/appeals/dispute", words, withKey(`${key}-2`, { "accept-language": "ru" }));
    assert.deepEqual([again.status, again.json.code], [409, "may-not-follow"]);
    assert.match(again.json.detail, /В нынешнем состоянии/);
    const everything = portal.logged.join("\n");
    for (const hidden of [number, statusCode, secret, key, marker]) {
      assert.doesNotMatch(everything, new RegExp(hidden));
    }
  });
});

async function answer(portal: TestPortal, number: string): Promise<void> {
  const parsed = parseCaseNumber(number);
  assert.ok(parsed.ok);
  const row = await findCaseByNumber(portal.tools.portal, parsed.value);
  assert.ok(row);
  portal.country.clock.now = morning(2026, 11, 9);
  const filed = { row } as Parameters<typeof assign>[1];
  await assign(portal, filed);
  await refuse(portal, filed, "Ýok");
}

test("a receipt by API is what the program verifies, and opens only when asked to", async () => {
  await withApi(async ({ post, sequence }) => {
    const sealed = { ...filing, identityShown: false, warningRead: true, proofAtOnce: true };
    const { number, secret } = (await post("/appeals", sealed, withKey(key))).json;
    await sequence();
    const closed = await post("/appeals/receipt", { number, secret });
    assert.doesNotMatch(closed.text, /opening/);
    const parsed = parseReceipt(closed.text);
    assert.ok(parsed.ok);
    const verdict = verifyReceipt(nativeEngine, parsed.value, { policy: null });
    assert.ok(verdict.ok && verdict.value.state === "in-log");
    const opened = await post("/appeals/receipt", { number, secret, act: 1, opening: true });
    assert.ok(Array.isArray(opened.json.opening.parts));
    const openedReceipt = parseReceipt(opened.text);
    assert.ok(openedReceipt.ok && verifyReceipt(nativeEngine, openedReceipt.value, { policy: null }).ok);
    const beyond = await post("/appeals/receipt", { number, secret, act: 2 });
    assert.deepEqual([beyond.status, beyond.json.code], [404, "no-such-act"]);
  });
});

test("files come in base64 and are judged by their content, like those from the pages", async () => {
  await withApi(async ({ post }) => {
    const base64 = (text: string) => Buffer.from(text, "latin1").toString("base64");
    const file = { fileName: "arza.pdf", base64: base64("%PDF-1.4 nusga") };
    const good = await post("/appeals", { ...filing, attachments: [file, file] }, withKey(key));
    const { number, secret } = good.json;
    const read = await post("/appeals/read", { number, secret });
    assert.equal(read.json.language, filing.language);
    assert.deepEqual(read.json.acts[0].attachments[0], {
      name: "attachment-1",
      mediaType: "application/pdf",
      byteLength: 14,
    });
    const bad = [
      { fileName: "a.pdf", base64: base64("MZ\u0000") },
      { fileName: "a.pdf", base64: "***" },
    ];
    const refused = await post("/appeals", { ...filing, attachments: bad }, withKey(`${key}-2`));
    assert.deepEqual([refused.status, refused.json.code], [422, "attachment"]);
    assert.deepEqual(
      refused.json.errors.map(({ pointer }: { pointer: string }) => pointer),
      ["#/attachments/0", "#/attachments/1"],
    );
    const tooMany = Array.from({ length: attachmentsMax + 1 }, () => file);
    assert.equal(
      (await post("/appeals", { ...filing, attachments: tooMany }, withKey(`${key}-3`))).json.code,
      "schema",
    );
  });
});

test("a document that names somebody needs a word of its sender when the identity is not shown", async () => {
  await withApi(async ({ post }) => {
    const base64 = zip(docxParts()).toString("base64");
    const sealed = { ...filing, identityShown: false, warningRead: true };
    const sent = async (at: number, metadata?: string) => {
      const attachments = [{ fileName: "hat.docx", base64, ...(metadata === undefined ? {} : { metadata }) }];
      return await post("/appeals", { ...sealed, attachments }, withKey(`${key}-${at}`));
    };
    const refused = await sent(1);
    assert.deepEqual([refused.status, refused.json.errors[0].pointer], [422, "#/attachments/0/metadata"]);
    const lengthOf = async ({ json: { number, secret } }: Awaited<ReturnType<typeof sent>>) =>
      (await post("/appeals/read", { number, secret })).json.acts[0].attachments[0].byteLength;
    const whole = Buffer.from(base64, "base64").length;
    assert.equal(await lengthOf(await sent(2, "as-it-is")), whole);
    assert.ok((await lengthOf(await sent(3, "without"))) < whole);
  });
});

test("what cannot be taken is refused with a stable code and a sentence in the asker's language", async () => {
  await withApi(async ({ post, get, server }) => {
    const codeOf = async (body: unknown, headers: Record<string, string> = withKey(key)) => {
      const { status, json } = await post("/appeals", body, headers);
      return [status, json.code];
    };
    assert.deepEqual(await codeOf(filing, {}), [400, "idempotency-key"]);
    assert.deepEqual(await codeOf(filing, withKey("short")), [400, "idempotency-key"]);
    assert.deepEqual(await codeOf({ ...filing, surprise: 1 }), [400, "schema"]);
    assert.deepEqual(await codeOf({ ...filing, kind: "filed-elsewhere" }), [400, "schema"]);
    assert.deepEqual(await codeOf({ ...filing, identityShown: "yes" }), [400, "schema"]);
    assert.deepEqual(await codeOf([filing]), [400, "schema"]);
    assert.deepEqual(await codeOf({ ...filing, body: "nobody" }), [404, "no-such-body"]);
    assert.deepEqual(await codeOf({ ...filing, text: "\ud800" }), [400, "unreadable"]);
    const fields = await post(
      "/appeals",
      { ...filing, subject: " ", identity: { name: "a\u0000b", address: "Çynar" } },
      withKey(key, { "accept-language": "de, tk;q=0.8, en;q=0.2" }),
    );
    assert.deepEqual(
      [fields.status, fields.json.code, fields.headers["content-language"]],
      [422, "fields", "tk"],
    );
    assert.deepEqual(
      fields.json.errors.map(({ pointer }: { pointer: string }) => pointer),
      ["#/subject", "#/identity/name"],
    );
    assert.match(fields.json.detail, /düzetmek gerek/);
    for (const [payload, type, code] of [
      ["{", "application/json", "unreadable"],
      ["a=b", "text/plain", "not-json"],
    ] as const) {
      const headers = { "content-type": type, ...withKey(key) };
      assert.equal((await post("/appeals", payload, headers)).json.code, code);
    }
    const large = { number: "1", statusCode: "x".repeat(140_000) };
    assert.deepEqual((await post("/appeals/status", large)).json.code, "too-large");
    assert.equal((await get("/bodies/nobody")).json.code, "no-such-body");
    assert.equal((await get("/figures?period=ever")).json.code, "schema");
    assert.equal(
      (await get("/overdue?body=nobody", { "accept-language": "ru-RU" })).headers["content-language"],
      "ru",
    );
    const forged = await server.fastify.inject({
      method: "POST",
      url: "/api/v1/appeals",
      payload: filing,
      headers: withKey(key, { origin: "https://elsewhere.example" }),
    });
    assert.equal(forged.statusCode, 403);
  });
});

test("codes are guessed no faster than on the pages, and one code does not do for the other", async () => {
  await withApi(async (portal) => {
    const { post } = portal;
    const { number, statusCode, secret } = (await post("/appeals", filing, withKey(key))).json;
    assert.equal((await post("/appeals/read", { number, secret: statusCode })).json.code, "code-malformed");
    assert.equal((await post("/appeals/status", { number, statusCode: secret })).json.code, "code-malformed");
    assert.equal(
      (await post("/appeals/status", { number: "26-4711", statusCode })).json.code,
      "number-malformed",
    );
    const unknown = { number: "26-0000-0000-6", statusCode: "7Q2M-X4WD" };
    assert.deepEqual(
      (await post("/appeals/status", unknown)).json,
      (await post("/appeals/status", { ...unknown, number })).json,
      "a number that exists answers like one that does not",
    );
    let last = await post("/appeals/status", { number, statusCode: "7Q2M-X4WD" });
    for (let tries = 2; tries <= guessLimits.caseFromNetwork.attemptsMax; tries += 1) {
      last = await post("/appeals/status", { number, statusCode: "7Q2M-X4WD" });
    }
    assert.deepEqual([last.status, last.json.code, last.headers["retry-after"]], [429, "held-up", "900"]);
    const page = await browserAt(portal.server, "10.9.8.7").post("/en/case", { number, code: statusCode });
    assert.equal(page.status, 429, "pages and API count together");
    assert.equal((await post("/appeals/read", { number, secret })).status, 200);
  });
});

test("public data are open to every page and say what the pages say", async () => {
  await withApi(async ({ get, post, country, sequence }) => {
    await post("/appeals", filing, withKey(key));
    await sequence();
    country.clock.now = morning(2026, 12, 1);
    const bodies = await get("/bodies");
    assert.deepEqual(
      bodies.json.bodies.map(({ slug }: { slug: string }) => slug),
      ["cabinet", "ministry-of-springs", "ministry-of-roads"],
    );
    assert.equal(bodies.headers["access-control-allow-origin"], "*");
    assert.match(String(bodies.headers["cache-control"]), /^public/);
    assert.equal((await get("/bodies/ministry-of-springs")).json.number, ministry);
    const one = (await get("/bodies/ministry-of-springs/figures")).json;
    const all = (await get("/figures?period=all")).json;
    assert.deepEqual([one.from, all.from, all.asOf], ["2026-01-01", null, "2026-12-01"]);
    assert.deepEqual(one.figures, all.all);
    assert.equal(all.all.openOverdue, 1);
    const { cases } = (await get("/overdue?body=ministry-of-springs")).json;
    assert.equal(cases[0].workingDaysOverdue, 6);
    assert.deepEqual((await get("/overdue?body=cabinet")).json.cases, []);
  });
});

test("beside the whole record stands what the state states of all its quarters: the sum of what the pages show", async () => {
  await withApi(async (portal) => {
    const { get, country, sequence } = portal;
    const answer = async (count: number, by: typeof satisfy) => {
      for (let at = 0; at < count; at += 1) {
        const filed = await fileOne(portal, { text: "Gaz ýok" });
        await assign(portal, filed);
        await by(portal, filed, "Jogap");
      }
    };
    assert.equal((await get("/figures?period=all")).json.stated, null, "no quarter of it is over");
    await answer(5, satisfy);
    country.clock.now = morning(2027, 2, 3);
    await answer(6, satisfy);
    await answer(1, refuse);
    await sequence();
    country.clock.now = morning(2028, 2, 1);
    const browser = browserAt(portal.server);
    const shownOf = async (quarters: readonly string[]) => {
      const sums = { satisfied: 0, refused: 0, inTimeOverturned: 0 };
      for (const quarter of quarters) {
        const grounds = JSON.parse((await browser.open(`/en/grounds.json?quarter=${quarter}`)).body).all;
        const answers = JSON.parse(
          (await browser.open(`/en/statistics/stated.json?quarter=${quarter}`)).body,
        ).all;
        sums.satisfied += grounds.outcome.satisfied ?? 0;
        sums.refused += grounds.outcome.refused ?? 0;
        sums.inTimeOverturned += answers.inTimeOverturned;
      }
      return sums;
    };
    const year = ["2027-q1", "2027-q2", "2027-q3", "2027-q4"];
    for (const [query, quarters, from] of [
      ["?period=all", ["2026-q4", ...year], "2026-10-01"],
      ["", year, "2027-01-01"],
    ] as const) {
      const { stated, bodies } = (await get(`/figures${query}`)).json;
      const { satisfied, refused } = stated.outcomes;
      assert.deepEqual(
        [stated.source, stated.from, stated.until],
        ["stated-by-the-state", from, "2027-12-31"],
      );
      const { inTimeOverturned } = stated;
      assert.deepEqual({ satisfied, refused, inTimeOverturned }, await shownOf(quarters));
      assert.deepEqual([satisfied, refused], [query === "" ? 6 : 11, 1]);
      const own = (await get(`/bodies/ministry-of-springs/figures${query}`)).json;
      assert.deepEqual(own.stated, bodies.find(({ body }: { body: string }) => body === own.body).stated);
      assert.deepEqual(own.stated.outcomes, stated.outcomes, "the only body that answered");
      if (query !== "") assert.equal(own.figures.refused, refused, "leaves say how many were refused");
    }
    const page = JSON.parse((await browser.open("/en/statistics.json")).body);
    assert.deepEqual(page.stated, (await get("/figures")).json.stated);
    await country.database.owner`
      update cases.stated_publication set content = replace(content, '{"code":"satisfied","count":5}',
        '{"code":"satisfied","count":null}') where part = 'grounds' and quarter = '2026-q4'`;
    const parameters = await portal.tools.parametersReader.read(portal.tools.portal);
    const beside = await statedBeside({ ...portal.tools }, parameters, "all");
    assert.equal(beside?.outcomesOf(null).satisfied, null, "a sum without a part is no sum");
    assert.equal(beside?.outcomesOf(null).refused, 1);
  });
});

test("sealed and nameless by API: after the warning alone, and a nameless filing takes and keeps no name", async () => {
  await withApi(async ({ post, tools }) => {
    const unwarned = { ...filing, identityShown: false };
    const refusedFor = async (body: object, drawn: string) => {
      const reply = await post("/appeals", body, withKey(`${drawn}-0000-0000-0000`));
      assert.equal(reply.status, 422, reply.text);
      return reply.json.errors.map(({ pointer }: { pointer: string }) => pointer);
    };
    assert.deepEqual(await refusedFor(unwarned, "11111111"), ["#/warningRead"]);
    const { identity: _, ...namelessFiling } = { ...filing, subject: "Gaz", identityShown: false };
    assert.deepEqual(await refusedFor({ ...namelessFiling, warningRead: true }, "22222222"), ["#/identity"]);
    const named = { ...filing, identityShown: true, nameless: true, relation: "lawyer" };
    assert.deepEqual(await refusedFor(named, "33333333"), ["#/identity", "#/identityShown", "#/relation"]);
    const nameless = { ...namelessFiling, nameless: true, warningRead: true };
    const { status, json } = await post("/appeals", nameless, withKey("44444444-0000-0000-0000"));
    assert.equal(status, 201);
    const [row] = await tools.portal<{ count: number }[]>`select count(*)::integer as count from sealed.part`;
    assert.equal(row?.count, 0);
    const read = await post("/appeals/read", { number: json.number, secret: json.secret });
    assert.equal(read.status, 200);
  });
});
