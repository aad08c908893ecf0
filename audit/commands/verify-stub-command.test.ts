import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Text } from "#core/bytes.ts";
import { issuedMark, registeredMark, type Stub, stubText } from "#core/record/stub.ts";
import { type StubAct, stubPartBytes } from "#core/record/stub-acts.ts";
import { TestLog } from "../test-log.ts";
import { at, day, policyText, testOrigin } from "../test-parameters.ts";
import { aydyn, withFolder } from "../test-surroundings.ts";

const sheet = (number: number): Stub => ({
  ...{ body: 3, pad: 1, number },
  code: Uint8Array.from({ length: 10 }, (_, place) => number * 16 + place),
});
const used = sheet(1);
const thrownAway = sheet(2);
const spoiled = sheet(3);

/** A log whose district was issued a pad of three sheets; sheet 1 became a filing, sheet 3 was declared void. */
function padLog(): { readonly log: TestLog; readonly filing: number; readonly registration: number } {
  const log = new TestLog();
  const marks = [used, thrownAway, spoiled].map((stub) => issuedMark(testOrigin, stub));
  stubAct(log, { kind: "pad-issued", part: { body: 3, pad: 1, marks } }, at("2026-03-02"));
  // Handed in on Monday 2 March, entered on Wednesday: 15 working days from Monday, 9 March is a holiday.
  const filing = log.act({
    ...{ kind: "filed-complaint", body: 3, about: "gas", time: at("2026-03-04"), due: day("2026-03-24") },
  });
  const registration = registered(log, used, filing, at("2026-03-04"));
  const range = { from: 3, to: 3, reason: "spoiled" } as const;
  stubAct(log, { kind: "stubs-voided", part: { body: 3, pad: 1, ...range } }, at("2026-03-05"));
  log.publish(at("2026-03-06"));
  return { log, filing, registration };
}

function registered(log: TestLog, stub: Stub, filing: number, time: number): number {
  const leaf = log.acts[filing]?.leaf;
  assert.ok(leaf);
  const part = { mark: registeredMark(testOrigin, stub), filing: leaf.commitment };
  return stubAct(log, { kind: "stub-registered", part }, time);
}

function stubAct(log: TestLog, act: StubAct, time: number): number {
  const text = utf8Text(stubPartBytes(act));
  assert.ok(text !== null);
  return log.act({ kind: act.kind, body: 1, time, parts: { public: text }, publishes: ["public"] });
}

async function verify(log: TestLog, stub: string, more: readonly string[] = []) {
  let outcome = { code: -1, said: "", noted: "" };
  await withFolder(async (folder) => {
    await log.writeTo(join(folder, "mirror"));
    await writeFile(join(folder, "policy"), policyText);
    const trust = more.includes("--unjudged") ? [] : ["--policy", join(folder, "policy")];
    const words = more.filter((word) => word !== "--unjudged");
    outcome = await aydyn(["verify", "stub", stub, "--against", join(folder, "mirror"), ...trust, ...words]);
  });
  return outcome;
}

test("a stub whose paper was thrown away: genuine, and no filing names it up to this checkpoint", async () => {
  const { log } = padLog();
  const { code, said } = await verify(log, stubText(thrownAway));
  assert.equal(code, 0, said);
  assert.match(said, /^GENUINE AND NOT REGISTERED/);
  assert.match(said, /of 3 sheets, issued in entry/);
  assert.match(said, new RegExp(`As of\\s+checkpoint ${log.size}`));
  assert.match(said, /ngo\.example at 2026-03-06/);
});

test("the same without a policy: nobody judged the witnesses, exit code 3", async () => {
  const { code, said } = await verify(padLog().log, stubText(thrownAway), ["--unjudged"]);
  assert.equal(code, 3);
  assert.match(said, /not judged/);
});

test("a stub whose paper was registered leads to its entry, and its day is compared", async () => {
  const { log, filing } = padLog();
  const kept = await verify(log, stubText(used).toLowerCase().replaceAll("-", " - "), [
    "--handed-in",
    "2026-03-02",
  ]);
  assert.equal(kept.code, 0, kept.noted);
  assert.match(kept.said, new RegExp(`^REGISTERED[^]*entry ${filing},`));
  assert.match(kept.said, /the record counts from that day: due 2026-03-24/);
  const lost = await verify(log, stubText(used), ["--handed-in", "2026-02-27"]);
  assert.match(lost.said, /COUNTS FROM A LATER DAY/);
});

test("a sheet that was declared void says so, with its reason", async () => {
  const { code, said } = await verify(padLog().log, stubText(spoiled), ["--json"]);
  const answer = JSON.parse(said);
  assert.equal(code, 0);
  assert.deepEqual([answer.standing, answer.reason], ["void", "spoiled"]);
});

test("a forged check code, a sheet beyond the pad and a pad that was never issued are no stubs", async () => {
  const { log } = padLog();
  for (const stub of [
    { ...thrownAway, code: used.code },
    sheet(4),
    { ...used, pad: 2 },
    { ...used, body: 2 },
  ]) {
    const { code, said } = await verify(log, stubText(stub));
    assert.equal(code, 1);
    assert.match(said, /^THE STUB DOES NOT HOLD/);
  }
});

test("a registration that is withheld from the copy is no proof of none: nothing is said", async () => {
  const { log, registration } = padLog();
  log.erase(registration);
  log.publish(at("2026-03-07"));
  const { code, said } = await verify(log, stubText(thrownAway));
  assert.equal(code, 1);
  assert.match(said, new RegExp(`nothing can be said: entry ${registration} `));
});

test("a registration under no filing is a claim, and is told as one", async () => {
  const { log } = padLog();
  const part = { mark: registeredMark(testOrigin, thrownAway), filing: new Uint8Array(32).fill(7) };
  stubAct(log, { kind: "stub-registered", part }, at("2026-03-09"));
  log.publish(at("2026-03-10"));
  const { code, said } = await verify(log, stubText(thrownAway));
  assert.equal(code, 1);
  assert.match(said, /names no filing of this log/);
});

test("a thrown-away paper that is hidden behind the filing of another is found out", async () => {
  const { log, filing } = padLog();
  registered(log, thrownAway, filing, at("2026-03-09"));
  log.publish(at("2026-03-10"));
  for (const stub of [thrownAway, used]) {
    const { code, said } = await verify(log, stubText(stub));
    assert.equal(code, 1);
    assert.match(said, /name one filing for two stubs/);
  }
});

test("a checkpoint that too few witnesses signed proves nothing of what is not in it", async () => {
  const { log } = padLog();
  log.publish(at("2026-03-08"), { witnesses: ["ngo.example"] });
  const { code, said, noted } = await verify(log, stubText(thrownAway));
  assert.notEqual(code, 0, said);
  assert.match(said + noted, /witness|quorum/);
});

test("what is no stub, and a stub without a log, are mistakes of the user", async () => {
  assert.equal((await verify(padLog().log, "311-2-17")).code, 2);
  assert.equal((await aydyn(["verify", "stub", stubText(used)])).code, 2);
});
