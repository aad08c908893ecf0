/** What an operator can do to the log itself: show another one, cut it, date it back, prove by it what never was. */
import assert from "node:assert/strict";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addDays, civilDateAt } from "#core/clock/civil-date.ts";
import { entriesPath } from "#core/log/tile.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { type Leaf, wholeMinute } from "#core/record/leaf.ts";
import { checkpointPath, filesText, sizeOfCheckpointPath } from "#core/record/publication.ts";
import type { FiledAppeal } from "#government/appeals/index.ts";
import { assign, fileOne, satisfy } from "#government/appeals/test-support/cases.ts";
import { findCase } from "#government/cases/index.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { countryTimeZone, ministry } from "#tests/country/small-country.ts";
import { type AttackedCountry, read } from "./attacked-country.ts";
import { chained, honest, leavesIn, obeying, receiptIn, writeLog } from "./rewritten-log.ts";

const nothing = { code: 0, names: [] };
const minuteMs = 60_000;

/** An appeal in the record, and the receipt that its citizen kept under the checkpoint of that hour. */
async function keptReceipt(
  attacked: AttackedCountry,
): Promise<{ readonly kept: string; readonly index: number }> {
  const { portal, receipt } = attacked;
  const filed = await fileOne(portal, { text: "Obada gaz ýok" });
  await portal.sequence();
  const kept = await receipt(filed.actId);
  return { kept, index: JSON.parse(read(kept)).index };
}

/** The leaves of the country with another act in the place of one: as if it had always been so. */
function anotherPast(leaves: readonly Leaf[], index: number): readonly Leaf[] {
  return chained(
    leaves.map((leaf, at) => (at === index ? { ...leaf, commitment: new Uint8Array(32).fill(7) } : leaf)),
  );
}

/** One record for Nar, another for everybody else. */
export async function splitView(attacked: AttackedCountry): Promise<void> {
  const { before, copy, policy, portal, watched, verified, held, aydyn } = attacked;
  const { kept, index } = await keptReceipt(attacked);
  const now = portal.country.clock.now;
  assert.deepEqual(await before.watched(), nothing);
  assert.equal((await before.verified(copy())).code, 0);
  assert.equal((await before.held(kept, copy())).code, 0);

  const forked = copy("forked");
  const leaves = anotherPast(leavesIn(forked), index);
  await writeLog(forked, leaves, [obeying("north", now)]);
  assert.deepEqual(await verified(forked), { code: 1, names: ["quorum-missing"] }, "one of two obeys");
  // All witnesses of the policy obey: whoever sees this fork alone sees nothing wrong. Whoever saw the other one does.
  await writeLog(forked, leaves, [obeying("north", now), obeying("south", now)]);
  assert.equal((await before.verified(forked)).code, 0, "listed in SECURITY.md as not detected");
  const seen = await watched(forked);
  assert.equal(seen.code, 5);
  assert.ok(
    seen.names.includes("head-contradicts-known") || seen.names.includes("root-differs"),
    String(seen.names),
  );
  const contradicted = await held(kept, forked);
  assert.equal(contradicted.code, 1);
  assert.match(contradicted.said, /now shows another history/);
  const fraud = await aydyn("verify", "fraud", `${kept}.tlog-fraud`, "--policy", policy);
  assert.equal(fraud.code, 0, `the fraud is proved by one file: ${fraud.said}`);
}

/** The newest acts are taken out; the rest is signed anew. */
export async function truncation(attacked: AttackedCountry): Promise<void> {
  const { before, copy, portal, verified, watched, held } = attacked;
  const state = join(dirname(copy()), "audit.json");
  const { kept } = await keptReceipt(attacked);
  assert.deepEqual(await before.watched(), nothing);
  assert.equal((await before.verified(copy(), "--state-out", state)).code, 0);
  assert.equal((await before.verified(copy(), "--since", state)).code, 0);

  const now = portal.country.clock.now;
  const cut = copy("cut");
  const everyone = [obeying("north", now), obeying("south", now)];
  await writeLog(cut, leavesIn(cut).slice(0, -1), everyone);
  assert.deepEqual(await watched(cut), { code: 5, names: ["shrunk"] });
  assert.deepEqual(await verified(cut, "--since", state), { code: 1, names: ["shrunk"] });
  const told = await held(kept, cut);
  assert.equal(told.code, 0, "the receipt itself still holds");
  assert.match(told.said, /an old mirror, or entries were removed/);
}

/** A copy is handed on without its newest entries, under a checkpoint of old that honest witnesses have signed. */
export async function cutMirror(attacked: AttackedCountry): Promise<void> {
  const { before, copy, policy, verified, aydyn } = attacked;
  await keptReceipt(attacked);
  const mirror = join(dirname(copy()), "my-mirror");
  const whole = await before.aydyn("mirror", copy(), mirror, "--policy", policy);
  assert.equal(whole.code, 0, whole.said);
  const fresh = ["--max-age", "10080"];
  assert.equal((await before.verified(copy(), ...fresh)).code, 0);

  const cut = copy("cut");
  const { length } = leavesIn(cut);
  rmSync(join(cut, entriesPath(0, length)), { force: true });
  const hole = await verified(cut);
  assert.deepEqual([hole.code, hole.names[0]], [1, "file-problem"]);

  const older = copy("older");
  const [founding, ...later] = keptSizesIn(older);
  copyFileSync(join(older, checkpointPath(founding ?? 0)), join(older, "checkpoint"));
  const careless = await verified(older);
  assert.deepEqual([careless.code, careless.names[0]], [1, "checkpoint-beyond-head"]);
  for (const size of later) rmSync(join(older, checkpointPath(size)));
  writeFileSync(join(older, "files.txt"), filesText(pathsBelow(older)));
  assert.deepEqual(await before.verified(older), nothing, "listed in SECURITY.md: true, and old");
  assert.deepEqual(await verified(older, ...fresh), { code: 1, names: ["cosignature-stale"] });
  const refused = await aydyn("mirror", older, mirror, "--policy", policy);
  assert.equal(refused.code, 1);
  assert.match(refused.said, /has been seen with/);
}

/** Sizes at which checkpoints with entries were kept, the oldest first. */
function keptSizesIn(folder: string): readonly number[] {
  return pathsBelow(folder)
    .flatMap((path) => sizeOfCheckpointPath(path) ?? [])
    .filter((size) => size > 0)
    .sort((one, other) => one - other);
}

/** An answer that came after the due day bears a time before it. The witnesses are honest, and sign what is appended. */
export async function backDating(attacked: AttackedCountry): Promise<void> {
  const { before, copy, portal, verified } = attacked;
  const filed = await assigned(attacked);
  const honestly = await before.verified(copy());
  const row = await findCase(portal.tools.portal, filed.row.tag);
  assert.ok(row?.due);
  assert.ok(!honestly.names.includes("late-closing") && honestly.code === 0);

  const late = portal.country.clock.now + 60 * 86_400_000;
  assert.ok(civilDateAt(late, countryTimeZone) > addDays(row.due, 1));
  const last = leavesIn(copy()).at(-1);
  assert.ok(last);
  const answer: Leaf = {
    ...last,
    ...{ kind: numberOfKind("answered"), body: ministry, due: 0, caseTag: filed.row.tag },
    commitment: new Uint8Array(32).fill(8),
    time: wholeMinute(last.time + minuteMs),
  };
  const dated = copy("dated");
  await appendHonestly(attacked, dated, answer, late);
  const seen = await verified(dated);
  assert.equal(seen.code, 0, "the log is whole");
  assert.ok(seen.names.includes("late-closing"), `the body answered late all the same: ${seen.names}`);
  const watch = await attacked.watched(dated);
  assert.equal(watch.code, 5);
  assert.ok(watch.names.includes("time-gap") && watch.names.includes("late-closing"), String(watch.names));

  // Earlier than the act before it: then the leaves themselves tell.
  const further = copy("dated");
  await appendHonestly(attacked, further, { ...answer, time: wholeMinute(last.time - 60 * minuteMs) }, late);
  const back = await verified(further);
  assert.deepEqual([back.code, back.names[0]], [1, "time-decreased"]);
}

async function appendHonestly(
  { copy }: AttackedCountry,
  folder: string,
  leaf: Leaf,
  at: number,
): Promise<void> {
  const leaves = chained([...leavesIn(folder), leaf]);
  // The tiles must lie there before a witness can be given the proof that they only grew.
  await writeLog(folder, leaves, []);
  const seen = copy("seen");
  const witnesses = (["north", "south"] as const).map((name) => honest(name, seen, folder, at));
  await writeLog(folder, leaves, witnesses);
}

async function assigned({ portal }: AttackedCountry): Promise<FiledAppeal> {
  const filed = await fileOne(portal, { text: "Obada suw ýok" });
  await assign(portal, filed);
  await portal.sequence();
  return filed;
}

/** A receipt of an answer that nobody ever gave, made with the log's own key. */
export async function forgedReceipt(attacked: AttackedCountry): Promise<void> {
  const { before, copy, write, portal, held, aydyn } = attacked;
  const filed = await assigned(attacked);
  await satisfy(portal, filed, "Suw berler.");
  const { kept } = await keptReceipt(attacked);
  const mirror = copy();
  assert.equal((await before.held(kept)).code, 0);
  assert.equal((await before.held(kept, mirror)).code, 0);
  assert.equal((await before.aydyn("verify", "receipt", kept)).code, 3);

  const forging = copy("forging");
  const leaves = leavesIn(forging);
  const index = leaves.length - 1;
  await writeLog(forging, anotherPast(leaves, index), [obeying("north", portal.country.clock.now)]);
  const forged = write("forged.json", await receiptIn(forging, index));
  const alone = await held(forged);
  assert.equal(alone.code, 1);
  assert.match(alone.said, /quorum-missing/);
  assert.equal((await before.aydyn("verify", "receipt", forged)).code, 3, "without a policy nobody judged");
  const against = await aydyn("verify", "receipt", forged, "--against", mirror);
  assert.equal(against.code, 1);
  assert.match(against.said, /now shows another history/);
  const retouched = write("retouched.json", read(kept).replace(/"index":\d+/, '"index":1'));
  assert.equal((await before.held(retouched)).code, 1);
}
