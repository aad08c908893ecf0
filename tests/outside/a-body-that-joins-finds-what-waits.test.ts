import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { TestLog } from "#audit/test-log.ts";
import { at, firstParameters } from "#audit/test-parameters.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDate } from "#core/clock/civil-date.ts";
import type { Signer } from "#core/log/engine.ts";
import { verifierKey } from "#core/log/note.ts";
import {
  answerJoining,
  joiningAnswerText,
  joiningText,
  parseJoiningText,
  verifyJoining,
} from "#core/record/joining.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { parseParametersFile } from "#core/record/parameters.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import type { Page } from "#government/appeals/test-support/browser.ts";
import { insertOpenRows } from "#government/appeals/test-support/open-rows.ts";
import { asOutsider } from "#government/appeals/test-support/outsider.ts";
import type { TestPortal } from "#government/appeals/test-support/portal.ts";
import { readQueue } from "#government/cases/index.ts";
import {
  appoint,
  demoHashCost,
  drawAccountNumber,
  drawCodes,
  openAccount,
} from "#government/identity/index.ts";
import { joiningLifetimeMs } from "#government/outside/join-register.ts";
import type { OfficeRole } from "#platform/authority/actor.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { languages } from "#platform/language/language.ts";
import { sessionCookie } from "#platform/session/session-cookie.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { cabinet, countryOrigin, ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import {
  browserAt,
  company,
  enterLetter,
  letter,
  type TestBrowser,
  withOutsidePortal,
} from "./outside-portal.ts";

const queueMax = 10;
const path = "/en/outside/joining";

/** A browser in which somebody with an office is signed in. */
async function official(
  { country, tools, server }: TestPortal,
  name: string,
  office: { readonly body: BodyNumber; readonly role: OfficeRole; readonly post: string },
): Promise<TestBrowser> {
  const { randomBytes, personKeys, clock, database } = country;
  const account = await database.portal.begin(async (transaction) => {
    const person = {
      name,
      number: drawAccountNumber(randomBytes),
      password: "a plain long password",
      codes: drawCodes(randomBytes),
    };
    const now = () => clock.now;
    const opened = await openAccount(transaction, person, {
      randomBytes,
      personKeys,
      now,
      hashCost: demoHashCost,
    });
    assert.ok(opened.ok);
    const holder = { account: opened.value, name, ...office };
    await appoint(transaction, { holder, from: 0, until: null, granted: null }, { randomBytes });
    return opened.value;
  });
  const begun = await beginSession(tools.portal, tools);
  const { token } = await signSessionIn(tools.portal, begun.session, account, tools, []);
  const browser = browserAt(server);
  browser.cookie = sessionCookie(token, tools.https).split(";")[0] ?? "";
  return browser;
}

const pageBytesMax = 6 * 1024;
const wordField = "body-word";

test("only the keeper's head lets a body join, and without a key says how they made sure: the public act tells", async () => {
  await withOutsidePortal(async (portal) => {
    const stranger = await official(portal, "Ýol Ýolow", { body: ministry, role: "head", post: "head" });
    for (const [url, fields] of [
      [path, { [wordField]: "gas-company", assured: "called-back" }],
      [`${path}/challenge`, { body: "gas-company" }],
      [`${path}/answer`, {}],
    ] as const) {
      assert.equal((await stranger.post(url, fields)).status, 403, url);
    }
    assert.equal((await stranger.open(path)).status, 403);
    const head = await official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
    const form = await head.open(path);
    assert.equal(form.status, 200);
    const unsure = await head.send(form, path, { [wordField]: "gas-company" });
    assert.equal(unsure.status, 422);
    const tree = await portal.tools.bodyTree();
    assert.equal(tree.byNumber.get(company)?.takesPart, false);
    await head.send(unsure, path, { [wordField]: "gas-company", assured: "called-back" });
    assert.deepEqual(await joiningProof(portal), { v: 1, by: "word", assured: ["called-back"] });
  });
});

/** What the public act of joining says of how the keeper made sure, out of what is published. */
async function joiningProof(portal: TestPortal): Promise<unknown> {
  await portal.sequence();
  const file = parseParametersFile(readFileSync(join(portal.publishedFolder, "parameters.json"), "utf8"));
  assert.ok(file.ok);
  const parts = file.value.acts.flatMap(({ opening }) => opening.parts);
  const proof = parts.findLast(({ name }) => name === "joining");
  assert.ok(proof);
  return JSON.parse(Buffer.from(proof.bytes).toString());
}

const stateOrigin = "ledger.state.example/executive";
const statesNumber = 2;
const command = fileURLToPath(new URL("../../bin/aydyn", import.meta.url));

/** The state: its own record lists a key for the gas company, and the company's worker holds it in a folder. */
interface State {
  readonly folder: string;
  readonly bodyKey: string;
  readonly parameters: Uint8Array;
  /** Runs `aydyn answer-joining` where the worker's keys lie; gives the exit code and what it wrote. */
  readonly answer: (challenge: string) => {
    readonly code: number;
    readonly said: string;
    readonly file: Uint8Array;
  };
}

async function withState(run: (state: State) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-state-"));
  try {
    const keys = openSigningKeys(join(folder, "signing-keys"), {
      randomBytes: (length) => randomBytes(length),
      durability: "none",
    });
    const bodyKey = keys.drawBodyKey(stateOrigin, statesNumber).verifierKey.text;
    const log = new TestLog(
      firstParameters.map((parameter) =>
        parameter.kind === "body-registered" && parameter.part.number === statesNumber
          ? { ...parameter, part: { ...parameter.part, slug: "gas-company", verifierKey: bodyKey } }
          : parameter,
      ),
    );
    log.publish(at("2026-01-02"));
    await log.writeTo(join(folder, "log"));
    await run({
      folder,
      bodyKey,
      parameters: readFileSync(join(folder, "log", "parameters.json")),
      answer: (challenge) => {
        const [asked, written] = [join(folder, "challenge.txt"), join(folder, "answer.txt")];
        rmSync(written, { force: true });
        writeFileSync(asked, challenge);
        const { status, stdout, stderr } = spawnSync(command, ["answer-joining", asked, written], {
          env: { ...process.env, AYDYN_DATA: folder },
          encoding: "utf8",
        });
        const file = existsSync(written) ? readFileSync(written) : new Uint8Array(0);
        return { code: status ?? -1, said: `${stdout}${stderr}`, file };
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const file = (field: string, bytes: Uint8Array) => ({ field, fileName: "file", bytes });

/** The keeper's head draws a challenge; gives the page and the file that is carried to the body. */
async function draw(head: TestBrowser, state: State): Promise<{ page: Page; challenge: string }> {
  const url = `${path}/challenge`;
  const page = await head.send(
    await head.open(path),
    url,
    { body: "gas-company" },
    file("record", state.parameters),
  );
  assert.equal(page.url, path, page.body);
  const link = new RegExp(`href="(${url}/[0-9a-f]{64})"`).exec(page.body)?.[1] ?? "";
  return { page, challenge: (await head.open(link)).body };
}

test("a body shows by its key in the state's record that it is the body, by a file signed without a line", async () => {
  await withState(async (state) => {
    await withOutsidePortal(async (portal) => {
      // The worker's command asks this computer's clock whether the time is over.
      portal.country.clock.now = Date.now();
      const head = await official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
      const { page, challenge } = await draw(head, state);
      for (const language of languages) {
        const { body } = await head.open(path.replace("/en/", `/${language}/`));
        assert.deepEqual(await markupProblems(body), [], language);
        assert.ok(gzipSync(body).length <= pageBytesMax, `${language}: ${gzipSync(body).length} bytes`);
      }
      const [first, register, slug, key] = challenge.split("\n");
      assert.deepEqual(
        [first, register, slug, key],
        ["aydyn joining v1", countryOrigin, "gas-company", state.bodyKey],
      );
      const signed = state.answer(challenge);
      assert.equal(signed.code, 0, signed.said);
      assert.match(signed.said, /to join the register ledger\.example\/executive as gas-company/);
      const url = `${path}/answer`;
      const joined = await head.send(page, url, {}, file("answer", signed.file));
      assert.equal(joined.url, "/en/bodies/gas-company");
      assert.equal((await portal.tools.bodyTree()).byNumber.get(company)?.takesPart, undefined);
      const proof = (await joiningProof(portal)) as { by: string; challenge: string; signature: string };
      assert.equal(proof.by, "key");
      const signature = Uint8Array.from(Buffer.from(proof.signature, "base64"));
      // Whoever holds the state's record holds the key: they need nobody's word.
      assert.ok(verifyJoining(nativeEngine, { challenge: proof.challenge, signature }).ok);
      assert.ok(proof.challenge.includes(state.bodyKey));
      const again = await head.send(await head.open(path), url, {}, file("answer", signed.file));
      assert.equal(again.status, 422);
      assert.match(again.body, /was used already/);
      await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
        const verified = await aydyn("verify", "log", mirror, "--policy", policy);
        assert.equal(verified.code, 0, verified.said);
      });
    });
  });
});

test("another key, another register, another text or a time that is over let nobody join", async () => {
  await withState(async (state) => {
    await withOutsidePortal(async (portal) => {
      portal.country.clock.now = Date.now();
      const asHead = () => official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
      const head = await asHead();
      const own = readFileSync(join(portal.publishedFolder, "parameters.json"));
      for (const [record, fields, words] of [
        [own, {}, /This file is of this register/],
        [state.parameters, { listedAs: "nobody" }, /lists no body with this word/],
        [Buffer.from("{}"), {}, /Choose the file parameters\.json/],
      ] as const) {
        const sent = { body: "gas-company", ...fields };
        const wrong = await head.send(
          await head.open(path),
          `${path}/challenge`,
          sent,
          file("record", record),
        );
        assert.equal(wrong.status, 422);
        assert.match(wrong.body, words);
      }
      const { challenge } = await draw(head, state);
      const parsed = parseJoiningText(challenge);
      assert.ok(parsed.ok);
      const signed = state.answer(challenge);
      const resigned = (text: string, signer: Signer) =>
        utf8Bytes(joiningAnswerText(answerJoining(signer, text)));
      const stranger = nativeSigner(new Uint8Array(32).fill(9));
      const strangersKey = verifierKey(nativeEngine, "x/body/1", "ed25519", stranger.publicKey).text;
      const changed = (change: object) => joiningText({ ...parsed.value, ...change });
      const answer = async (browser: TestBrowser, bytes: Uint8Array) =>
        await browser.send(await browser.open(path), `${path}/answer`, {}, file("answer", bytes));
      for (const [bytes, words] of [
        [utf8Bytes("x"), /Choose the file that/],
        [resigned(challenge, stranger), /not of the key/],
        [resigned(changed({ bodyKey: strangersKey }), stranger), /not drawn here/],
        [state.answer(changed({ register: "other.example/outside" })).file, /not drawn here/],
        [state.answer(changed({ nonce: new Uint8Array(32) })).file, /not drawn here/],
        [state.answer(changed({ expires: parsed.value.expires + 1 })).file, /not drawn here/],
      ] as const) {
        const refused = await answer(head, bytes);
        assert.equal(refused.status, 422);
        assert.match(refused.body, words);
      }
      portal.country.clock.now += joiningLifetimeMs;
      const late = await answer(await asHead(), signed.file);
      assert.match(late.body, /its time is over/);
      assert.equal((await portal.tools.bodyTree()).byNumber.get(company)?.takesPart, false);
    });
  });
});

test("the worker's command signs nothing but such a file, for a key that lies there, in its time", async () => {
  await withState(async (state) => {
    const expires = Date.now() + 60_000;
    const asked = {
      register: "outside.example/register",
      body: "gas-company",
      bodyKey: state.bodyKey,
      nonce: new Uint8Array(32).fill(7),
      expires,
    };
    assert.equal(state.answer(joiningText(asked)).code, 0);
    const checkpoint = "ledger.state.example/executive\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    const otherKey = verifierKey(nativeEngine, `${stateOrigin}/body/3`, "ed25519", new Uint8Array(32)).text;
    for (const text of [
      checkpoint,
      `${joiningText(asked)}more\n`,
      joiningText(asked).replace("joining v1", "reply v1"),
      joiningText({ ...asked, expires: Date.now() - 1 }),
      joiningText({ ...asked, bodyKey: otherKey }),
    ]) {
      const { code, file: written } = state.answer(text);
      assert.deepEqual([code, written.length], [1, 0], text);
    }
    assert.ok(!existsSync(join(state.folder, "signing-keys", "bodies", "3.seed")), "and draws no key");
  });
});

test("once joined, its officials find all that waits, in a list and as a file; its silence stays counted", async () => {
  await withOutsidePortal(async (portal) => {
    const { number } = await enterLetter(browserAt(portal.server));
    portal.country.clock.now = morning(2026, 11, 9);
    await portal.sequence();
    const director = await official(portal, "Müdir Müdirow", { body: company, role: "head", post: "head" });
    const head = await official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
    const form = await head.open(path);
    const joined = await head.send(form, path, { [wordField]: "gas-company", assured: "called-back" });
    assert.equal(
      joined.status,
      404,
      "the page of the body is another slice's, which this portal does not have",
    );
    assert.equal((await portal.tools.bodyTree()).byNumber.get(company)?.takesPart, undefined);

    const waiting = await director.open("/en/outside/waiting");
    assert.equal(waiting.status, 200);
    assert.ok(waiting.body.includes(number));
    assert.doesNotMatch(waiting.body, /Gyzylarbat|Nar Küýzeçi/, "lists show no text and no name");
    const file = await director.open("/en/outside/waiting.csv");
    const [heading, line] = file.body.split("\r\n");
    assert.equal(heading, "number,sent_on,way,proof,due,working_days_overdue,entry");
    assert.match(line ?? "", new RegExp(`^${number},2026-10-05,posted,posting-receipt,2026-11-05,2,\\d+$`));
    const queue = await readQueue(portal.tools.desk, { body: company }, null, queueMax);
    assert.deepEqual(
      queue.map((row) => row.number),
      [number],
    );
    const { owner } = portal.country.database;
    const later = { body: company, kind: "filed-elsewhere", count: 1_100, due: civilDate(2026, 11, 10) };
    const all = [number, ...(await insertOpenRows(owner, later))];
    const listed = (body: string) => body.match(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9](?=<)/g) ?? [];
    const first = (await director.open("/en/outside/waiting")).body;
    assert.deepEqual(listed(first), all.slice(0, 25));
    const [, next = ""] = /rel="next" href="([^"]+)"/.exec(first) ?? [];
    const second = (await director.open(next)).body;
    assert.deepEqual(listed(second), all.slice(25, 50));
    assert.match(second, /href="\/en\/outside\/waiting"/, "back to the beginning");
    const whole = (await director.open("/en/outside/waiting.csv")).body.trimEnd().split("\r\n");
    assert.deepEqual(
      whole.slice(1).map((row) => row.split(",")[0]),
      all,
      "no file is cut short",
    );
    await owner`delete from cases.case where number <> ${number}`;

    await portal.sequence();
    // Nobody can enter further letters past a body that takes part now.
    const late = await browserAt(portal.server).open("/en/outside/record");
    assert.equal(late.url, "/en/outside");
    assert.match(late.body, /Every body takes part/);
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const log = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(log.code, 0, log.said);
      const report = await aydyn(
        "report",
        mirror,
        "--policy",
        policy,
        "--at",
        "2026-11-09",
        "--overdue",
        "--json",
      );
      const { overdue } = JSON.parse(report.said) as {
        readonly overdue: readonly { charged: number; due: string }[];
      };
      assert.deepEqual(
        overdue.map(({ charged, due }) => [charged, due]),
        [[company, "2026-11-05"]],
      );
    });
  });
});

test("before it joins, nobody at the body sees anything, nor does the keeper's staff see texts", async () => {
  await withOutsidePortal(async (portal) => {
    const { number } = await enterLetter(browserAt(portal.server));
    const clerk = await official(portal, "Ýazyjy Ýazow", {
      body: cabinet,
      role: "operator",
      post: "registry",
    });
    const page = await clerk.open(`/en/outside/case/${number}`);
    assert.equal(page.status, 200, "the keeper's operator enters the answer that somebody brings");
    assert.doesNotMatch(page.body, new RegExp(`${letter.subject}|${letter.text}|${letter.name}`));
    const roads = await official(portal, "Ýol Ýolow", { body: ministry, role: "operator", post: "registry" });
    assert.equal((await roads.open(`/en/outside/case/${number}`)).url, "/en/case");
  });
});
