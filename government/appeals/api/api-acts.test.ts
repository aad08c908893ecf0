import assert from "node:assert/strict";
import { test } from "node:test";
import { toHex } from "#core/bytes.ts";
import { checkFiles, findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { zip } from "#platform/file-check/test-support/zip.ts";
import { docxParts } from "#platform/file-metadata/test-support/documents.ts";
import { plainPng } from "#platform/file-metadata/test-support/pictures.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { morning } from "#tests/country/small-country.ts";
import { guessLimits } from "../guess-limits.ts";
import { releaseDue } from "../housekeeping.ts";
import { recordReading } from "../open-at-desk.ts";
import { asHead, askQuestion, assign, satisfy } from "../test-support/cases.ts";
import { asOutsider } from "../test-support/outsider.ts";
import type { TestPortal } from "../test-support/portal.ts";
import { type ApiPortal, filing, marker, withApi, withKey } from "./api-samples.ts";

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
    const files = { key: "A".repeat(22) };
    const photo = Buffer.from(`Surat ${marker} `.repeat(90));
    await sendInPieces(portal, files.key, "B".repeat(22), { fileName: "hat.txt", bytes: photo });
    assert.ok(!(await dumpOf(country.database.owner)).includes(toHex(photo)), "under its key alone");
    const addition = { what: "statement", text: "Suw hem ýok", files };
    assert.equal((await act("add", addition)).status, 201);
    assert.equal((await act("add", addition)).status, 201, "sent twice, done once");
    const gone = await act("add", addition, `${key}-gone`);
    assert.deepEqual([gone.status, gone.json.code], [404, "no-such-file"], "they went along with the first");
    const place = { number, secret, act: 2, name: "attachment-1" };
    const sent = await portal.server.fastify.inject({
      ...{ method: "POST", url: "/api/v1/appeals/attachment", payload: place },
    });
    assert.ok(sent.rawPayload.equals(photo), `byte for byte: ${sent.statusCode}`);
    const empty = await act("add", { what: "statement", text: " " }, `${key}-2`);
    assert.deepEqual([empty.status, empty.json.errors[0].pointer], [422, "#/text"]);
    assert.equal((await act("clarify", { text: "Nireden?" })).json.code, "may-not-follow");
    const one = await rowOf(portal, number);
    await assign(portal, one);
    country.clock.now = morning(2026, 11, 4);
    await askQuestion(portal, one, "Haýsy köçe?");
    await sendInPieces(portal, files.key, "C".repeat(22), { fileName: "hat.txt", bytes: photo });
    const early = await act("add", { ...addition, what: "nonsense" }, `${key}-early`);
    assert.equal(early.json.code, "schema");
    assert.equal((await act("clarify", { text: "Ýapyk", files }, `${key}-3`)).json.phase, "open");
    const { acts } = (await post("/appeals/read", holder)).json;
    assert.deepEqual(
      acts.flatMap(({ attachments }: { attachments: { byteLength: number }[] }) => attachments),
      [2, 2].map(() => ({ name: "attachment-1", mediaType: "text/plain", byteLength: photo.length })),
    );
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

/** Sends a file in two pieces, as after a break of the line: the first one twice, and a question in between. */
async function sendInPieces(
  { post }: ApiPortal,
  filesKey: string,
  upload: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
) {
  const whole = { key: filesKey, upload, total: bytes.length, fileName };
  const half = Math.ceil(bytes.length / 2);
  const piece = async (start: number, end: number) => {
    const base64 = Buffer.from(bytes.subarray(start, end)).toString("base64");
    return (await post("/files/piece", { ...whole, start, base64 })).json;
  };
  assert.deepEqual(await piece(0, half), { received: half, done: false, files: [] });
  assert.equal((await piece(0, half)).received, half, "the same piece again does no harm");
  assert.equal((await piece(half + 1, bytes.length)).received, half, "nor one that leaves a gap");
  assert.equal((await post("/files/piece", { ...whole, start: half })).json.received, half);
  const last = await piece(half, bytes.length);
  assert.deepEqual([last.done, last.received], [true, bytes.length]);
  return last;
}

test("files in pieces: judged by content, chosen about by whoever shows no name, and gone with a filing", async () => {
  await withApi(async (portal) => {
    const { post } = portal;
    const filesKey = "D".repeat(43);
    const bytes = zip(docxParts());
    const docx = await sendInPieces(portal, filesKey, "E".repeat(22), { fileName: "hat.docx", bytes });
    assert.ok(docx.files[0].isUndecided && docx.files[0].names.length > 0);
    const lying = { key: filesKey, upload: "F".repeat(22), start: 0, total: 3, fileName: "a.pdf" };
    for (const [more, pointer] of [
      [{ base64: Buffer.from("MZ\u0000").toString("base64") }, "#"],
      [{ base64: "***" }, "#/base64"],
      [{ total: 99_000_000, base64: "AAAA" }, "#"],
    ] as const) {
      const refused = await post("/files/piece", { ...lying, ...more }, { "accept-language": "ru" });
      assert.deepEqual([refused.status, refused.json.errors[0].pointer], [422, pointer]);
    }
    assert.equal((await post("/files/piece", { ...lying, key: "short" })).json.code, "schema");

    const { identity: _, ...rest } = filing;
    const nameless = { ...rest, identityShown: false, nameless: true, warningRead: true };
    const files = { key: filesKey };
    const undecided = await post("/appeals", { ...nameless, files }, withKey(key));
    assert.deepEqual([undecided.status, undecided.json.errors[0].pointer], [422, "#/files"]);
    const choose = (position: number, choice: string) =>
      post("/files/choice", { key: filesKey, position, choice });
    assert.equal((await choose(2, "remove")).json.code, "no-such-file");
    const cleaned = (await choose(1, "without")).json.files[0];
    assert.ok(!cleaned.isUndecided && cleaned.byteLength < bytes.length);
    const { number, secret } = (await post("/appeals", { ...nameless, files }, withKey(key))).json;
    const [first] = (await post("/appeals/read", { number, secret })).json.acts;
    assert.equal(first.attachments[0].byteLength, cleaned.byteLength);
    assert.equal((await choose(1, "remove")).json.code, "no-such-file", "it went along");
    assert.equal((await post("/appeals", { ...nameless, files }, withKey(key))).json.number, number);
  });
});

test("filed together: a code to pass on, others read, sign once and may take it back; the desk's looks are listed", async () => {
  await withApi(async (portal) => {
    const { post, country, sequence } = portal;
    const { number, secret } = await filed(portal, { together: true });
    const holder = { number, secret };
    const whole = async () => (await post("/appeals/read", holder)).json;
    assert.equal((await whole()).signatures, 0);
    const alone = (await post("/appeals", filing, withKey(`${key}-alone`))).json;
    assert.equal(alone.signatures, undefined);
    const notTogether = { number: alone.number, secret: alone.secret };
    const none = await post("/appeals/co-signing-code", notTogether, withKey(key));
    assert.deepEqual([none.status, none.json.code], [409, "may-not-follow"]);
    const drawn = (await post("/appeals/co-signing-code", holder, withKey(key))).json;
    assert.match(drawn.coSigningCode, /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    assert.deepEqual((await post("/appeals/co-signing-code", holder, withKey(key))).json, drawn);
    const invited = { number, coSigningCode: drawn.coSigningCode };

    const wrong = await post("/co-sign/read", { ...invited, coSigningCode: "0000-0000-0000" });
    assert.deepEqual([wrong.status, wrong.json.code], [403, "not-accepted"]);
    const text = await post("/co-sign/read", invited);
    assert.deepEqual([text.json.subject, text.json.text], [filing.subject, filing.text]);
    assert.ok(!text.text.includes(filing.identity.name));
    const person = { name: "Bir Gol", address: "Çeşme obasy", agreed: true };
    const unread = await post("/co-sign/sign", { ...invited, ...person, agreed: false }, withKey(key));
    assert.deepEqual([unread.status, unread.json.errors[0].pointer], [422, "#/agreed"]);
    const signed = (await post("/co-sign/sign", { ...invited, ...person }, withKey(key))).json;
    const again = (await post("/co-sign/sign", { ...invited, ...person }, withKey(key))).json;
    assert.equal(again.signatureCode, signed.signatureCode, "sent twice, done once");
    await post("/co-sign/sign", { ...invited, ...person, name: "bir  GOL" }, withKey(`${key}-same`));
    const other = await post(
      "/co-sign/sign",
      { ...invited, ...person, name: "Iki Gol" },
      withKey(`${key}-other`),
    );
    assert.equal((await whole()).signatures, 2, "whoever signs twice counts once");
    assert.ok(!(await post("/appeals/read", holder)).text.includes("Gol"), "the applicant learns no name");

    country.clock.now = morning(2026, 11, 3);
    await sequence();
    const own = { number, signatureCode: other.json.signatureCode };
    const receipt = await post("/co-sign/receipt", own);
    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const file = write("signature.json", receipt.text);
      const verified = await aydyn("verify", "receipt", file, "--against", mirror, "--policy", policy);
      assert.equal(verified.code, 0, verified.said);
    });
    const back = await post("/co-sign/take-back", own, withKey(key));
    assert.deepEqual([back.status, back.json], [201, { number }]);
    assert.equal((await post("/co-sign/take-back", own, withKey(key))).status, 201, "a repeat");
    assert.equal((await post("/co-sign/take-back", own, withKey(`${key}-2`))).json.code, "may-not-follow");
    const guessed = { number, signatureCode: drawn.coSigningCode };
    assert.equal((await post("/co-sign/take-back", guessed, withKey(`${key}-3`))).json.code, "not-accepted");
    assert.equal((await whole()).signatures, 1);

    const one = await looksAreListed(portal, holder, alone.secret);
    await assign(portal, one);
    await satisfy(portal, one, "Edildi");
    const late = await post("/co-sign/read", invited, { "accept-language": "ru" });
    assert.deepEqual([late.status, late.json.code], [409, "not-open"]);
    assert.match(late.json.detail, /Подписать больше нельзя/);
    const logged = portal.logged.join("\n");
    for (const hidden of [drawn.coSigningCode, signed.signatureCode, "Gol"])
      assert.ok(!logged.includes(hidden));
  });
});

/** Who looked at a desk stands in the list of whoever holds the secret, with its entry in the record. */
async function looksAreListed(
  portal: ApiPortal,
  holder: { readonly number: string; readonly secret: string },
  otherSecret: string,
) {
  const { post, sequence, tools } = portal;
  assert.deepEqual((await post("/appeals/readings", holder)).json.readings, []);
  const one = await rowOf(portal, holder.number);
  await asHead(portal, one, "appeal.open-at-desk", recordReading);
  await sequence();
  const looks = (await post("/appeals/readings", holder)).json;
  assert.equal(looks.count, 1);
  const [look] = looks.readings;
  assert.deepEqual([look.actor, look.body, look.what], ["head", "ministry-of-springs", "texts"]);
  const [entry] = await tools.portal`
    select act.kind from ledger.entry join record.act using (act_id) where entry.index = ${look.entry}`;
  assert.equal(entry?.kind, "read", "its number leads to the entry");
  assert.equal((await post("/appeals/readings", { ...holder, page: 2 })).json.code, "no-such-page");
  const status = await post("/appeals/readings", { ...holder, secret: otherSecret });
  assert.deepEqual([status.status, status.json.code], [403, "not-accepted"]);
  return one;
}

test("an author previews a copy, agrees to that very copy, and takes it back when it stands in public", async () => {
  await withApi(async (portal) => {
    const { post, get, country } = portal;
    const sent = [{ fileName: "surat.png", base64: plainPng.toString("base64") }];
    const { number, secret } = await filed(portal, { attachments: sent });
    const holder = { number, secret };
    const copy = {
      ...holder,
      subject: "Gaz ýok",
      text: `Üç aý bäri. ${marker}, +993 65 12 34 56`,
      matter: "energy",
      pictures: ["attachment-1"],
    };
    const { pictures: _, ...wordsAlone } = copy;
    assert.deepEqual((await post("/appeals/publication-preview", wordsAlone)).json.pictures, []);
    const previewed = (await post("/appeals/publication-preview", copy)).json;
    assert.deepEqual(previewed.pictures, ["attachment-1"]);
    assert.deepEqual(
      [previewed.subject, previewed.reply, previewed.until],
      [["Gaz ýok"], null, "2026-11-16"],
    );
    assert.deepEqual(
      previewed.looksPersonal.map(({ kind }: { kind: string }) => kind),
      ["name", "telephone"],
    );
    const wrong = await post("/appeals/publication-preview", { ...copy, subject: " ", place: "cabinet" });
    assert.deepEqual(
      [wrong.status, wrong.json.errors.map(({ pointer }: { pointer: string }) => pointer)],
      [422, ["#/subject"]],
    );
    const none = await post("/appeals/publication-preview", { ...copy, pictures: ["attachment-2"] });
    assert.deepEqual([none.status, none.json.errors[0].pointer], [422, "#/pictures"]);
    const word = { ...copy, digest: previewed.digest, agreed: true };
    const agree = (more: object, drawn: string) =>
      post("/appeals/agree-to-publish", { ...word, ...more }, withKey(drawn));
    assert.equal((await agree({ agreed: false }, key)).json.errors[0].pointer, "#/agreed");
    const another = await agree({ text: "Başga" }, key);
    assert.deepEqual([another.status, another.json.code], [409, "another-copy"]);
    assert.equal((await agree({}, key)).status, 201);
    assert.equal((await agree({}, key)).status, 201, "sent twice, done once");
    const standing = async () => (await post("/appeals/read", holder)).json.publication;
    assert.deepEqual(await standing(), { id: null, waits: true, until: "2026-11-16", refused: null });
    assert.deepEqual((await get("/published")).json.appeals, [], "not before the head");

    country.clock.now = morning(2026, 11, 17);
    const { database, log } = country;
    await country.inTransaction(database.worker, (worker) => releaseDue({ ...worker, log }));
    const [shown] = (await get("/published")).json.appeals;
    assert.deepEqual([shown.subject, shown.text], [[copy.subject], [copy.text]], "as it was previewed");
    assert.ok((await checkFiles({ sql: database.worker, scanner: null, now: () => country.clock.now })).ok);
    const picture = await portal.server.fastify.inject({ url: shown.pictures[0].path });
    assert.deepEqual([picture.statusCode, picture.rawPayload], [200, plainPng]);
    assert.deepEqual(await standing(), { id: shown.id, waits: false, until: null, refused: null });
    const back = await post("/appeals/take-back", holder, withKey(key));
    assert.equal(back.status, 201);
    assert.deepEqual((await get("/published")).json.appeals, []);
    assert.deepEqual(await standing(), { id: null, waits: false, until: null, refused: null });
    const more = await post("/appeals/take-back", holder, withKey(`${key}-2`));
    assert.equal(more.json.code, "may-not-follow");
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
