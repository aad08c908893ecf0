/**
 * An office without a line saves a file for each appeal. When the line is back, files are brought in any order, some of
 * them twice, by two clerks at once, some attempts break off in the middle, and one body's key is now there and now not. In the end each is registered once,
 * under its own day, and every file has one receipt, however often it was brought.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Bytes } from "#core/bytes.ts";
import type { CarriedAppeal } from "#core/record/carried-file.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { countryOrigin, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { carriedFor } from "#tests/intake/carried-samples.ts";
import { type IntakeCountry, intakeSecret, operatorOf, withIntake } from "#tests/intake/intake-country.ts";
import { stubKeysOf } from "../intake-tools.ts";
import { intakeRecipient } from "../keys/intake-key.ts";
import { intakeRing } from "../keys/intake-ring.ts";
import { bringFile } from "./bring-file.ts";

const runs = 12;

/** How one file is brought: which one, whether its body's key is there, and whether the attempt breaks off before its end. */
interface Attempt {
  readonly file: number;
  readonly keyThere: boolean;
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
    const attempt = fc.record({
      file: fc.nat({ max: days.length - 1 }),
      keyThere: fc.boolean(),
      cut: fc.boolean(),
    });
    const uploads = fc.array(fc.array(attempt, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    return fc.record({ days: fc.constant(days), uploads });
  });

/** Every third file is for a body with a key of its own, which comes and goes; every second of all brings a file. */
const ownSecret = Uint8Array.from(intakeSecret, (byte) => byte ^ 0x55);
const hasOwnKey = (at: number): boolean => at % 3 === 1;

function appealOf(run: number, at: number, day: number): CarriedAppeal {
  return {
    ...{ origin: countryOrigin, body: hasOwnKey(at) ? otherMinistry : ministry, kind: "filed-application" },
    ...{ language: "tk", subject: `Gaz ${run} ${at}`, text: "Gaz ýok", name: "Nusga", address: "Çynar" },
    ...{ contact: "", about: "", identityShown: at % 3 !== 0, day: `${day}.11.2026`, hour: "10:00" },
    nonce: `${run}`.padStart(16, "0") + `${at}`.padStart(16, "0"),
  };
}

async function encrypted(run: number, at: number, day: number): Promise<Uint8Array> {
  const files = at % 2 === 0 ? [] : [{ fileName: "hasap.txt", bytes: utf8Bytes(`${run} ${at}`) }];
  const secret = hasOwnKey(at) ? ownSecret : intakeSecret;
  return await carriedFor(await intakeRecipient(secret), appealOf(run, at, day), files);
}

class Cut extends Error {}

async function bring(
  { tools }: IntakeCountry,
  file: Uint8Array,
  { cut, keyThere }: Omit<Attempt, "file">,
): Promise<string> {
  const done = await bringFile(file, "office", {
    ring: intakeRing(() => [intakeSecret, ...(keyThere ? [ownSecret] : [])]),
    keys: stubKeysOf(tools),
    tree: await tools.bodyTree(),
    leaveFor: (body) => {
      const object = { kind: "paper-filing", takenAt: ministry, body } as const;
      const grant = ask(operatorOf(ministry), "appeal.register-paper", object);
      assert.ok(grant.ok);
      return grant.value;
    },
    transact: (run) =>
      inTransaction(tools, "portal", async (appealTools) => {
        const value = await run(appealTools);
        // The machine goes off between the work and its commit.
        if (cut) throw new Cut();
        return value;
      }),
  });
  assert.ok(done.ok, JSON.stringify(done));
  const { row, statusCode } = done.value;
  // A file that was opened once and whose key has gone has its code on the stub alone.
  return `${row.number} ${statusCode ?? ""}`;
}

test("in any order, twice, at once, cut in the middle: each file is registered once, with its day and one receipt", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 13);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(daysOffline, async ({ days, uploads }) => {
        run += 1;
        const before = (await country.country.database.owner`select 1 from cases.case`).length;
        const files = await Promise.all(days.map((day, at) => encrypted(run, at, day)));
        const receipts = new Map<number, string>();
        const keep = (file: number, receipt: string) => {
          const [known = receipt, code] = [receipts.get(file), receipt.split(" ")[1]];
          assert.equal(known.split(" ")[0], receipt.split(" ")[0], "every receipt of a file has one number");
          if (code !== "" && !known.endsWith(" ")) assert.equal(known, receipt, "and one code");
          receipts.set(file, known.endsWith(" ") ? receipt : known);
        };
        for (const upload of uploads) {
          await Promise.all(
            upload.map(async ({ file, ...how }) => {
              try {
                keep(file, await bring(country, files[file] ?? new Uint8Array(0), how));
              } catch (error) {
                if (!(error instanceof Cut)) throw error;
              }
            }),
          );
        }
        for (const [file, bytes] of files.entries()) {
          for (const keyThere of [false, true])
            keep(file, await bring(country, bytes, { keyThere, cut: false }));
        }
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
