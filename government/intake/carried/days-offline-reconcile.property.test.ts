/**
 * An office without a line saves a file for each appeal. When the line is back, files are brought in any order, some of
 * them twice, by two clerks at once, and some attempts break off in the middle. In the end each is registered once,
 * under its own day, and every file has one receipt, however often it was brought.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Encrypter } from "age-encryption";
import fc from "fast-check";
import { type CarriedAppeal, carriedBytes } from "#core/record/carried-file.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { countryOrigin, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { type IntakeCountry, intakeSecret, operatorOf, withIntake } from "#tests/intake/intake-country.ts";
import { stubKeysOf } from "../intake-tools.ts";
import { intakeRecipient } from "../keys/intake-key.ts";
import { intakeRing } from "../keys/intake-ring.ts";
import { readOpened, registerCarried } from "./register-carried.ts";

const runs = 12;

/** How one file is brought: which one, and whether the attempt breaks off before it is done. */
interface Attempt {
  readonly file: number;
  readonly cut: boolean;
}

interface DaysOffline {
  /** For each file the day in November 2026 on which it was taken. */
  readonly days: readonly number[];
  /** Uploads one after the other; the attempts of one upload run at once. */
  readonly uploads: readonly (readonly Attempt[])[];
}

const daysOffline: fc.Arbitrary<DaysOffline> = fc
  .array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 6 })
  .chain((days) => {
    const attempt = fc.record({ file: fc.nat({ max: days.length - 1 }), cut: fc.boolean() });
    const uploads = fc.array(fc.array(attempt, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    return fc.record({ days: fc.constant(days), uploads });
  });

function appealOf(run: number, at: number, day: number): CarriedAppeal {
  return {
    ...{ origin: countryOrigin, body: at % 2 === 0 ? ministry : otherMinistry, kind: "filed-application" },
    ...{ language: "tk", subject: `Gaz ${run} ${at}`, text: "Gaz ýok", name: "Nusga", address: "Çynar" },
    ...{ contact: "", identityShown: at % 3 !== 0, day: `${day}.11.2026`, hour: "10:00" },
    nonce: `${run}`.padStart(16, "0") + `${at}`.padStart(16, "0"),
  };
}

async function encrypted(appeal: CarriedAppeal): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await intakeRecipient(intakeSecret));
  return await encrypter.encrypt(carriedBytes(appeal));
}

class Cut extends Error {}

async function bring({ tools }: IntakeCountry, file: Uint8Array, cut: boolean) {
  const decrypted = await intakeRing(() => [intakeSecret]).open(file);
  assert.ok(decrypted.ok);
  const keys = stubKeysOf(tools);
  const opened = readOpened(decrypted.value, { origin: keys.origin, tree: await tools.bodyTree() });
  assert.ok(opened.ok);
  const { appeal } = opened.value;
  return await inTransaction(tools, "portal", async (appealTools) => {
    const body = appeal.body === ministry ? ministry : otherMinistry;
    const object = { kind: "paper-filing", takenAt: ministry, body } as const;
    const grant = ask(operatorOf(ministry), "appeal.register-paper", object);
    assert.ok(grant.ok);
    const done = await registerCarried(
      grant.value,
      { ...opened.value, whoseDay: "office" },
      appealTools,
      keys,
    );
    assert.ok(done.ok, JSON.stringify(done));
    // The machine goes off between the work and its commit.
    if (cut) throw new Cut();
    return `${done.value.row.number} ${done.value.statusCode}`;
  });
}

test("in any order, twice, at once, cut in the middle: each file is registered once, with its day and one receipt", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 13);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(daysOffline, async ({ days, uploads }) => {
        run += 1;
        const before = (await country.country.database.owner`select 1 from cases.case`).length;
        const files = await Promise.all(days.map((day, at) => encrypted(appealOf(run, at, day))));
        const receipts = new Map<number, string>();
        const keep = (file: number, receipt: string) => {
          assert.equal(receipts.get(file) ?? receipt, receipt, "every receipt of a file is the same");
          receipts.set(file, receipt);
        };
        for (const upload of uploads) {
          await Promise.all(
            upload.map(async ({ file, cut }) => {
              try {
                keep(file, await bring(country, files[file] ?? new Uint8Array(0), cut));
              } catch (error) {
                if (!(error instanceof Cut)) throw error;
              }
            }),
          );
        }
        for (const [file, bytes] of files.entries()) keep(file, await bring(country, bytes, false));
        const rows = await country.country.database.owner<{ number: string; filed_at: number }[]>`
          select number, filed_at from cases.case`;
        assert.equal(rows.length, before + files.length, "none is lost and none is doubled");
        for (const [file, receipt] of receipts) {
          const row = rows.find(({ number }) => receipt.startsWith(number));
          assert.equal(row?.filed_at, morning(2026, 11, days[file] ?? 0), "the day on which it was taken");
        }
        const stubs = await country.country.database.owner`
          select 1 from record.act where kind = 'stub-registered'`;
        assert.equal(stubs.length, rows.length, "and each is named once in public");
      }),
      { numRuns: runs },
    );
    await country.sequence();
  });
});
