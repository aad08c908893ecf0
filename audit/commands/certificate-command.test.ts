import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fromBase64, toBase64 } from "#core/bytes.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { encodeLeaf } from "#core/record/leaf.ts";
import { parseReceipt, receiptText } from "#core/record/receipt.ts";
import { smallReceiptText } from "#core/record/small-receipt.ts";
import { goodLog } from "../test-lives.ts";
import { TestLog } from "../test-log.ts";
import { at, day, firstParameters, policyText } from "../test-parameters.ts";
import { aydyn, type CommandOutcome, withFolder } from "../test-surroundings.ts";

/** Index of the first act after the parameters: the filing of every log here. */
const filed = 7;
const note = (log: TestLog): string => new TextDecoder().decode(log.files.get("checkpoint"));

/** A complaint of 2 March about gas, due on 24 March (15 working days, 9 March is a holiday), seen by witnesses. */
function complaint(): TestLog {
  const log = new TestLog();
  log.act({ kind: "filed-complaint", body: 2, about: "gas", time: at("2026-03-02"), due: day("2026-03-24") });
  log.publish(at("2026-03-02", "09:01"));
  return log;
}

/** Something else happens on a day, so that witnesses sign what the log is by then. */
function seenOn(log: TestLog, date: string, witnesses?: readonly string[]): TestLog {
  const about = `other ${date}`;
  log.act({ kind: "filed-suggestion", body: 3, about, time: at(date), due: day("2027-01-01") });
  log.publish(at(date, "09:01"), witnesses === undefined ? {} : { witnesses });
  return log;
}

interface Drawn extends CommandOutcome {
  /** The certificate's text; "" when none was written. */
  readonly html: string;
  readonly file: string;
}

interface Way {
  readonly policy?: boolean;
  readonly more?: readonly string[];
}

async function certify(folder: string, log: TestLog, receipt: string, way: Way = {}): Promise<Drawn> {
  await log.writeTo(join(folder, "usb"));
  await writeFile(join(folder, "receipt.json"), receipt);
  await writeFile(join(folder, "policy"), policyText);
  const outcome = await aydyn([
    "certificate",
    join(folder, "receipt.json"),
    "--mirror",
    join(folder, "usb"),
    "--out",
    join(folder, "out"),
    ...(way.policy === false ? [] : ["--policy", join(folder, "policy")]),
    ...(way.more ?? []),
  ]);
  const [name] = await readdir(join(folder, "out")).catch(() => []);
  const file = join(folder, "out", name ?? "");
  return { ...outcome, html: name === undefined ? "" : await readFile(file, "utf8"), file };
}

function verify(folder: string, file: string, way: Way = {}): Promise<CommandOutcome> {
  const policy = way.policy === false ? [] : ["--policy", join(folder, "policy")];
  return aydyn(["verify", "certificate", file, "--mirror", join(folder, "usb"), ...policy]);
}

/** Draws it from a receipt of the filing as it is under the log's present checkpoint. */
async function drawn(log: TestLog, way: Way, run: (drawn: Drawn, folder: string) => Promise<void>) {
  await withFolder(async (folder) => {
    await run(await certify(folder, log, await log.receipt(filed, note(log), null), way), folder);
  });
}

test("silence is certified in three languages, with the derivation, and holds when made anew", async () => {
  await drawn(seenOn(complaint(), "2026-03-27"), {}, async ({ code, said, noted, html, file }, folder) => {
    assert.equal(code, 0, said + noted);
    assert.match(said, /^CERTIFIED: silent/);
    for (const word of ["Dymmak hakynda güwänama", "Свидетельство о молчании", "Certificate of silence"]) {
      assert.ok(html.includes(word), word);
    }
    assert.match(html, /Due: 24 March 2026 \(Tuesday\)\. Working days since: 3\./);
    assert.match(html, /Not counted: 9 March 2026 \(Monday\), Ministry of Gas\./);
    assert.match(html, /Срок: 24\.03\.2026 \(вторник\)/);
    assert.match(html, /witnesses had seen by: 27 March 2026/);
    assert.match(html, /ngo\.example \(2026-03-27T04:01:00Z\)/);
    assert.match(html, /<dd>\d{4} \d{4} \d{4}<\/dd>/);
    assert.doesNotMatch(html, /<script|https?:\/\//, "no script, and no address to be fetched");
    const again = await verify(folder, file);
    assert.equal(again.code, 0, again.said + again.noted);
    assert.match(again.said, /^THE CERTIFICATE HOLDS/);
  });
});

test("any altered letter of it is found, in a sentence as in the proof", async () => {
  await drawn(seenOn(complaint(), "2026-03-27"), {}, async ({ html, file }, folder) => {
    const lies: readonly (readonly [string, string])[] = [
      ["Working days since: 3", "Working days since: 30"],
      ["Министерство газа", "Министерство воды"],
      ["<li>An answer given outside", "<li>No answer given outside"],
      ["&quot;asOf&quot;:&quot;2026-03-27&quot;", "&quot;asOf&quot;:&quot;2026-03-26&quot;"],
    ];
    for (const [truth, lie] of lies) {
      assert.ok(html.includes(truth), truth);
      await writeFile(file, html.replace(truth, lie));
      const outcome = await verify(folder, file);
      assert.equal(outcome.code, 1, `${lie}: ${outcome.said}`);
      assert.match(outcome.said, /DOES NOT HOLD/);
    }
    await writeFile(file, "<p>silent!</p>");
    assert.match((await verify(folder, file)).said, /carries no proof/);
  });
});

test("it still holds against a mirror that has grown, also when the answer has come meanwhile", async () => {
  const log = seenOn(complaint(), "2026-03-27");
  await drawn(log, {}, async ({ file }, folder) => {
    log.act({ kind: "answered", body: 2, about: "gas", time: at("2026-03-30") });
    log.parameter(
      {
        kind: "rules-changed",
        part: { rules: { ...defaultRules, version: 2, announced: at("2026-03-30") } },
      },
      at("2026-03-30"),
    );
    log.publish(at("2026-03-30", "09:01"));
    await log.writeTo(join(folder, "usb"));
    const outcome = await verify(folder, file);
    assert.equal(outcome.code, 0, outcome.said + outcome.noted);
  });
});

test("a mirror whose past was changed contradicts it", async () => {
  await drawn(seenOn(complaint(), "2026-03-27"), {}, async ({ file }, folder) => {
    const other = new TestLog();
    other.act({
      kind: "filed-complaint",
      body: 2,
      about: "x",
      time: at("2026-03-02"),
      due: day("2026-03-24"),
    });
    other.publish(at("2026-03-02", "09:01"));
    await seenOn(seenOn(other, "2026-03-27"), "2026-03-28").writeTo(join(folder, "usb"));
    const outcome = await verify(folder, file);
    assert.equal(outcome.code, 1);
    assert.match(outcome.said, /DOES NOT HOLD/);
  });
});

test("faults that the state plants elsewhere spoil no certificate: a missing serial, a wrong word about the past", async () => {
  const log = complaint();
  log.act({
    ...{
      kind: "filed-suggestion",
      body: 2,
      about: "another",
      time: at("2026-03-03"),
      due: day("2026-03-25"),
    },
    tamper: (leaf) => ({ ...leaf, serial: leaf.serial + 5n, previous: new Uint8Array(32).fill(7) }),
  });
  await drawn(seenOn(log, "2026-03-27"), {}, async ({ code, said, noted, file }, folder) => {
    assert.equal(code, 0, said + noted);
    assert.match(noted, /a fault that changes nothing here: body 2: serials? .* missing/);
    assert.match(noted, /a fault that changes nothing here: entry 8 does not name the act before it/);
    assert.equal((await verify(folder, file)).code, 0);
  });
});

test("answered in time: nothing is certified", async () => {
  const log = goodLog();
  await drawn(seenOn(log, "2026-03-27"), {}, async ({ code, said, html }) => {
    assert.equal(code, 1);
    assert.match(said, /answered-in-time/);
    assert.equal(html, "");
  });
});

test("a mirror older than the due day proves no silence, nor one of the due day itself", async () => {
  for (const date of ["2026-03-20", "2026-03-24"]) {
    await drawn(seenOn(complaint(), date), {}, async ({ code, said, html }) => {
      assert.equal(code, 1, said);
      assert.match(said, /not-yet-due/);
      assert.match(said, new RegExp(`Mirror of\\s+${date}`));
      assert.equal(html, "");
    });
  }
});

test("of a day after the mirror's checkpoint nothing is certified", async () => {
  const way = { more: ["--at", "2026-04-30"] };
  await drawn(seenOn(complaint(), "2026-03-27"), way, async ({ code, said, html }) => {
    assert.equal(code, 1);
    assert.match(said, /mirror-older-than-day/);
    assert.equal(html, "");
  });
});

test("the day that is asked for counts the days of silence, not the day of the mirror", async () => {
  const way = { more: ["--at", "2026-03-25"] };
  await drawn(seenOn(complaint(), "2026-03-27"), way, async ({ code, said }) => {
    assert.equal(code, 0, said);
    assert.match(said, /Working days since: 1\./);
  });
});

test("a forged receipt certifies nothing", async () => {
  const log = seenOn(complaint(), "2026-03-27");
  const good = parseReceipt(await log.receipt(filed, note(log), null));
  assert.ok(good.ok && good.value.leaf !== null && good.value.proof !== undefined);
  const { leaf, proof } = good.value;
  const lines = proof.split("\n");
  const hashAt = lines.findIndex((line) => line.startsWith("index")) + 1;
  const hash = fromBase64(lines[hashAt] ?? "")?.with(0, 77);
  assert.ok(hash);
  const forged = [
    receiptText({ ...good.value, leaf: leaf.with(24, leaf[24] === 9 ? 8 : 9) }),
    receiptText({ ...good.value, proof: lines.with(hashAt, toBase64(hash)).join("\n") }),
    "{}",
  ];
  for (const receipt of forged) {
    await withFolder(async (folder) => {
      const { code, said, html } = await certify(folder, log, receipt);
      assert.equal(code, 1, said);
      assert.match(said, /receipt-does-not-hold/);
      assert.equal(html, "");
    });
  }
});

test("too few witnesses for the policy: witnesses not judged, nothing certified", async () => {
  await withFolder(async (folder) => {
    const log = complaint();
    const receipt = await log.receipt(filed, note(log), null);
    const { code, said, html } = await certify(folder, seenOn(log, "2026-03-27", ["ngo.example"]), receipt);
    assert.equal(code, 1);
    assert.match(said, /witnesses not judged/);
    assert.equal(html, "");
  });
});

test("without a policy the certificate itself says that witnesses were not judged: exit code 3", async () => {
  const way = { policy: false };
  await drawn(seenOn(complaint(), "2026-03-27"), way, async ({ code, html, file }, folder) => {
    assert.equal(code, 3);
    assert.match(html, /<p class="warning">Witnesses not judged/);
    assert.match(html, /<p class="warning">Свидетели не оценены/);
    assert.equal((await verify(folder, file, way)).code, 3);
    assert.equal((await verify(folder, file)).code, 0, "somebody's own policy can judge it later");
  });
});

test("a damaged mirror certifies nothing", async () => {
  await withFolder(async (folder) => {
    const log = seenOn(complaint(), "2026-03-27");
    const receipt = await log.receipt(filed, note(log), null);
    log.flip("tile/entries/000.p/9", 200);
    const { code, said } = await certify(folder, log, receipt);
    assert.equal(code, 1);
    assert.match(said, /mirror-does-not-verify/);
  });
});

test("a log from which entries were removed is smaller than the receipt proves", async () => {
  await withFolder(async (folder) => {
    const log = complaint();
    seenOn(log, "2026-03-03");
    const receipt = await log.receipt(filed, note(log), null);
    const restored = new TestLog();
    restored.publish(at("2026-03-27", "09:01"));
    const { code, said } = await certify(folder, restored, receipt);
    assert.equal(code, 1);
    assert.match(said, /mirror-older-than-receipt/);
  });
});

test("an answer that came late is certified as late, by the witnesses' day and not the body's", async () => {
  const log = complaint();
  // The body claims 20 March; witnesses saw it on 30 March.
  log.act({ kind: "answered", body: 2, about: "gas", time: at("2026-03-20") });
  log.publish(at("2026-03-30", "09:01"));
  await drawn(log, {}, async ({ code, said, html }) => {
    assert.equal(code, 0, said);
    assert.match(said, /^CERTIFIED: answered-late/);
    assert.match(html, /Answer in the record: 30 March 2026 \(Monday\)\. Working days late: 4\./);
  });
});

test("closed as explained is certified as no answer; disputed, as disputed", async () => {
  const log = complaint();
  log.act({ kind: "explained", body: 2, about: "gas", time: at("2026-03-20") });
  log.publish(at("2026-03-20", "09:01"));
  await drawn(log, {}, async ({ code, said, html }) => {
    assert.equal(code, 0, said);
    assert.match(said, /^CERTIFIED: closed-without-answer/);
    assert.match(
      html,
      /closed without an answer\. As: explained\. On: 20 March 2026 \(Friday\)\..* Within the deadline\./,
    );
  });
  log.act({ kind: "disputed", body: 2, about: "gas", time: at("2026-03-23"), due: day("2026-03-30") });
  log.publish(at("2026-03-23", "09:01"));
  await drawn(seenOn(log, "2026-04-02"), {}, async ({ code, said, html }) => {
    assert.equal(code, 0, said);
    assert.match(said, /^CERTIFIED: disputed/);
    assert.match(html, /marked this as no answer \(23 March 2026 \(Monday\)\)/);
    assert.match(html, /The deadline has passed: 30 March 2026 \(Monday\)\. Working days since: 3\./);
  });
});

test("withdrawn: nothing was owed, nothing is certified", async () => {
  const log = complaint();
  log.act({ kind: "withdrawn", body: 2, about: "gas", time: at("2026-03-20") });
  await drawn(seenOn(log, "2026-03-27"), {}, async ({ code, said }) => {
    assert.equal(code, 1);
    assert.match(said, /\(withdrawn\)/);
  });
});

test("a body that claims a later due day than the law gives is not believed", async () => {
  const log = new TestLog();
  log.act({ kind: "filed-complaint", body: 2, about: "gas", time: at("2026-03-02"), due: day("2027-03-24") });
  log.publish(at("2026-03-02", "09:01"));
  await drawn(seenOn(log, "2026-03-27"), {}, async ({ code, said }) => {
    assert.equal(code, 0, said);
    assert.match(said, /Due\s+2026-03-24/);
  });
});

test("no text and no name of a person goes from the receipt into the certificate", async () => {
  await withFolder(async (folder) => {
    const log = new TestLog();
    const parts = { parties: "The gas is off.", identity: "Nobody Known" };
    log.act({
      kind: "filed-complaint",
      body: 2,
      about: "gas",
      time: at("2026-03-02"),
      due: day("2026-03-24"),
      parts,
    });
    seenOn(log, "2026-03-27");
    const receipt = await log.receipt(filed, note(log), ["parties", "identity"]);
    const { code, html } = await certify(folder, log, receipt);
    assert.equal(code, 0);
    assert.doesNotMatch(html, /gas is off|Nobody|opening/);
    assert.ok(!html.includes(Buffer.from("The gas is off.").toString("base64")));
  });
});

test("the letters of the small QR code suffice, with the policy that names the log's key", async () => {
  await withFolder(async (folder) => {
    const log = seenOn(complaint(), "2026-03-27");
    const act = log.acts[filed];
    assert.ok(act);
    const small = smallReceiptText({ leaf: encodeLeaf(act.leaf), nonce: act.opening.nonce, index: filed });
    const good = await certify(folder, log, small);
    assert.equal(good.code, 0, good.said + good.noted);
    assert.equal((await verify(folder, good.file)).code, 0);
    const unknown = await certify(folder, log, small, { policy: false });
    assert.match(unknown.said, /log-key-unknown/);
  });
});

/** A letter of 2 February, entered on 2 March in an outside register under a body that takes no part. */
function letterLog(options: { readonly due: string; readonly publishes?: readonly string[] }): TestLog {
  const parameters = firstParameters.map((parameter) =>
    parameter.kind === "body-registered" && parameter.part.number === 2
      ? { ...parameter, part: { ...parameter.part, takesPart: false as const } }
      : parameter,
  );
  const log = new TestLog(parameters);
  const sent = {
    channel: "web",
    language: "tk",
    proof: "posting-receipt",
    sentOn: "2026-02-02",
    way: "posted",
  };
  log.act({
    kind: "filed-elsewhere",
    body: 2,
    about: "gas",
    time: at("2026-03-02"),
    due: day(options.due),
    parts: { public: JSON.stringify(sent), parties: "RR123456789OG" },
    ...(options.publishes === undefined ? {} : { publishes: options.publishes }),
  });
  return seenOn(log, "2026-03-27");
}

test("a letter is counted from its posting receipt, and its certificate claims no more than that", async () => {
  // Posted on Monday 2 February, delivered on the 12th, fifteen working days: 5 March.
  const log = letterLog({ due: "2026-03-05", publishes: ["public"] });
  await drawn(log, {}, async ({ code, said, html, file }, folder) => {
    assert.equal(code, 0, said);
    assert.match(html, /no answer was entered in this register/);
    assert.match(html, /Posted: 2 February 2026 \(Monday\)\. Shown for it: posting receipt\./);
    assert.match(html, /Counts as delivered: 12 February 2026/);
    assert.match(html, /It is not proved that the letter reached the body/);
    assert.doesNotMatch(html, /RR123456789OG/);
    assert.equal((await verify(folder, file)).code, 0);
  });
});

test("a register that claims an earlier deadline than the law gives the letter is not followed", async () => {
  await drawn(letterLog({ due: "2026-03-04", publishes: ["public"] }), {}, async ({ code, said, html }) => {
    assert.equal(code, 1);
    assert.match(said, /due-before-the-law/);
    assert.equal(html, "");
  });
});

test("a register that does not show how a letter was sent proves nothing by it", async () => {
  await drawn(letterLog({ due: "2026-03-05" }), {}, async ({ code, said, html }) => {
    assert.equal(code, 1);
    assert.match(said, /sending-not-shown/);
    assert.equal(html, "");
  });
});

test("an answer that was brought in to an outside register late is not certified as the body's lateness", async () => {
  const log = letterLog({ due: "2026-03-05", publishes: ["public"] });
  log.act({ kind: "answered", body: 2, about: "gas", time: at("2026-03-30") });
  log.publish(at("2026-03-30", "09:01"));
  await drawn(log, {}, async ({ code, said, html }) => {
    assert.equal(code, 1);
    assert.match(said, /answer-brought-in/);
    assert.equal(html, "");
  });
});
