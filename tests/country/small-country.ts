/**
 * A country of three bodies on a real database, for tests of the slices: bodies, calendar and rules are registered by
 * the same acts as everywhere, the clock and chance are the test's own.
 */
import { createHash } from "node:crypto";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import type { CalendarVersion } from "#core/clock/calendar.ts";
import { civilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { verifierKey } from "#core/log/note.ts";
import { portableEngine, portableSigner } from "#core/log/portable-engine.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { type Body, type BodySlug, registerBodyIn } from "#government/bodies/index.ts";
import {
  type CaseTools,
  changeCalendar,
  changeRules,
  createParametersReader,
} from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { openDatabase, type Sql, type Transaction } from "#platform/database/database.ts";
import { roleUrl } from "#platform/database/role-logins.ts";
import {
  type DatabaseContents,
  type TestDatabase,
  withKeptTestDatabase,
} from "#platform/database/test-database.ts";
import type { PersonKeyId, PersonKeys } from "#platform/keys/person-keys.ts";
import { type LogName, parseLogName } from "#platform/record/act.ts";
import { type BodySigner, bodySigner } from "#platform/signer/body-signer.ts";

export const countryTimeZone = "Asia/Ashgabat";
export const countryOrigin = "ledger.example/executive";
export const cabinet = 1 as BodyNumber;
export const ministry = 2 as BodyNumber;
export const otherMinistry = 3 as BodyNumber;

export interface SmallCountry {
  readonly database: TestDatabase;
  readonly log: LogName;
  readonly personKeys: PersonKeys;
  readonly randomBytes: (length: number) => Uint8Array;
  /** The country's clock: a value the test sets. */
  readonly clock: { now: number };
  /** Tools for one transaction of a pool, with the parameters as they stand. */
  inTransaction<T>(sql: Sql, run: (tools: CaseTools) => Promise<T>): Promise<T>;
}

/** Ten in the morning of a civil day in the country. */
export function morning(year: number, month: number, day: number): number {
  return startOfCivilDate(civilDate(year, month, day), countryTimeZone) + 10 * 3_600_000;
}

/** Seeded bytes: the same test draws the same ones. */
function seededBytes(seed: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const chunks: Uint8Array[] = [];
    for (let have = 0; have < length; have += 32) {
      counter += 1;
      chunks.push(Uint8Array.from(createHash("sha256").update(`${seed} ${counter}`).digest()));
    }
    return concatBytes(...chunks).slice(0, length);
  };
}

/** Keys of sealed parts kept in memory. */
function memoryPersonKeys(randomBytes: (length: number) => Uint8Array): PersonKeys {
  const keys = new Map<PersonKeyId, Uint8Array>();
  let drawn = 0;
  return {
    draw: () => {
      drawn += 1;
      const id = `00000000-0000-4000-8000-${String(drawn).padStart(12, "0")}` as PersonKeyId;
      const key = randomBytes(32);
      keys.set(id, key);
      return { id, key };
    },
    read: (id) => {
      const key = keys.get(id);
      return key === undefined ? null : { id, key };
    },
    destroy: (id) => {
      keys.delete(id);
    },
    list: () => [...keys.keys()],
  };
}

const holidays: CalendarVersion["holidays"] = [
  {
    date: civilDate(2026, 12, 12),
    name: { tk: "Çynar güni", ru: "День Чынара", en: "Day of the Plane Tree" },
  },
];

const slugs: ReadonlyMap<BodyNumber, string> = new Map([
  [cabinet, "cabinet"],
  [ministry, "ministry-of-springs"],
  [otherMinistry, "ministry-of-roads"],
]);

/** Runs a test in a fresh country, on 2 November 2026 in the morning. */
export async function withSmallCountry(run: (country: SmallCountry) => Promise<void>): Promise<void> {
  await withKeptTestDatabase(async (database) => {
    const log = executive();
    const randomBytes = seededBytes("in the small country");
    const personKeys = memoryPersonKeys(randomBytes);
    const clock = { now: firstMorning };
    const now = () => clock.now;
    const reader = createParametersReader(log, countryOrigin);
    await run({
      database,
      log,
      personKeys,
      randomBytes,
      clock,
      inTransaction: async <T>(sql: Sql, work: (tools: CaseTools) => Promise<T>) => {
        const done = await sql.begin(async (transaction) => ({
          value: await work({
            transaction,
            parameters: await reader.read(transaction),
            now,
            randomBytes,
            personKeys,
          }),
        }));
        return done.value as T;
      },
    });
  }, laid);
}

function executive(): LogName {
  const log = parseLogName("executive");
  assert(log !== null, "a log's name");
  return log;
}

const firstMorning = morning(2026, 11, 2);

/** Laid once on a server and then copied. Other bodies, holidays or rules have another name, so none is taken for another. */
const laid: DatabaseContents = {
  name: `small_country_${createHash("sha256")
    .update(JSON.stringify([[...slugs], holidays, defaultRules, countryTimeZone, countryOrigin]))
    .digest("hex")
    .slice(0, 8)}`,
  lay: async (url, logins) => {
    const portal = openDatabase(roleUrl(url, logins, "portal"), { role: "portal", connectionsMax: 1 });
    const randomBytes = seededBytes("small country");
    const laying = { log: executive(), now: () => firstMorning, randomBytes };
    try {
      await portal.sql.begin((transaction) =>
        layCountry(transaction, { ...laying, personKeys: memoryPersonKeys(randomBytes) }),
      );
    } finally {
      await portal.close();
    }
  },
};

async function layCountry(
  transaction: Transaction,
  tools: {
    readonly log: LogName;
    readonly now: () => number;
    readonly randomBytes: (length: number) => Uint8Array;
    readonly personKeys: PersonKeys;
  },
): Promise<void> {
  const installer = { kind: "installer-of-an-empty-record" } as const;
  const country = { kind: "country", cabinet } as const;
  const register = ask(installer, "body.register", country);
  const calendar = ask(installer, "calendar.change", country);
  const rules = ask(installer, "rules.change", country);
  assert(register.ok && calendar.ok && rules.ok, "an empty record may be installed");
  for (const [number, slug] of slugs) {
    const body = smallBody(number, slug, number === cabinet ? null : cabinet);
    const registered = await registerBodyIn(transaction, register.value, body, tools);
    assert(registered.ok, `body ${body.slug} registers`);
  }
  const decree = { ...tools, transaction, issuer: cabinet };
  await changeCalendar(
    calendar.value,
    { timeZone: countryTimeZone, calendar: { version: 1, holidays, workingDays: [], daysOff: [] } },
    decree,
  );
  await changeRules(rules.value, defaultRules, decree);
}

/** The key of a body whose word in addresses is this; of one that a test adds, of `body-NUMBER`. */
export function bodyKeyOf(slug: string) {
  const signer = portableSigner(Uint8Array.from(createHash("sha256").update(utf8Bytes(slug)).digest()));
  const key = verifierKey(portableEngine, `ledger.example/${slug}`, "ed25519", signer.publicKey);
  return { signer, verifierKey: key };
}

/** Signs for the country's bodies, in the test's own process. */
export const countrySigner: BodySigner = bodySigner({
  origin: countryOrigin,
  keyOf: (body) => {
    // A test may add bodies of its own.
    return bodyKeyOf(slugs.get(body) ?? `body-${body}`);
  },
});

function smallBody(number: BodyNumber, slug: string, parent: BodyNumber | null): Body {
  const words = (text: string) => ({ tk: text, ru: text, en: text });
  return {
    number,
    slug: slug as BodySlug,
    name: words(slug),
    parent,
    register: number,
    workingDays: [1, 2, 3, 4, 5],
    verifierKey: bodyKeyOf(slug).verifierKey.text,
    about: {
      branch: "executive",
      competences: [],
      places: [],
      address: words("Çynar"),
      posts: [
        { slug: "head", name: words("Head") },
        { slug: "inspector", name: words("Inspector") },
      ],
      reception: [],
    },
  };
}
