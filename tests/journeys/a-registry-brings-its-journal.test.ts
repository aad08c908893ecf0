/**
 * A district's registry has kept its journal on paper and in a spreadsheet. The clerk reads it in: what is owed is entered
 * with its own day, what was late stays late, and a second run doubles nothing. An auditor sees it in the record.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { reportOf } from "#audit/report.ts";
import { addDays, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { type LivingCountry, withLivingCountry } from "#tests/one-truth/living-country.ts";

const aydyn = join(import.meta.dirname, "..", "..", "bin", "aydyn");
const district = "alagoz-etrap";
const clerkKey = "district-registry";
const citizenKey = "citizen";

test("a registry brings its journal into the record, once, with the days on which it came", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-journal-"));
  try {
    await withLivingCountry(async (country) => {
      const journal = join(folder, "journal.csv");
      writeFileSync(journal, journalOf(country));
      const before = await countedBy(country);

      const preview = await run(country, [journal], "");
      assert.equal(preview.code, 0, preview.output);
      assert.match(preview.output, /ещё нужен ответ: 2/);
      assert.match(preview.output, /строка 5: день поступления не дата/);
      assert.doesNotMatch(preview.output, /Ткачиха/, "no name is printed");
      const stranger = await run(country, [journal, "--enter"], answersOf(country, citizenKey));
      assert.equal(stranger.code, 1);
      assert.match(stranger.output, /нет должности/);
      assert.equal(await journalRows(country), 0);

      const entered = await run(country, [journal, "--enter"], answersOf(country, clerkKey));
      assert.equal(entered.code, 0, entered.output);
      assert.match(entered.output, /Внесено: 2\. Внесено раньше: 0\./);
      assert.match(entered.output, /просрочены с первого дня: 1/);
      const [named, ...others] = await country.portal.tools.portal`select post from sealed.complained_of`;
      assert.ok(
        named !== undefined && others.length === 0,
        "who is complained of in the journal never gets it",
      );
      const again = await run(country, [journal, "--enter"], answersOf(country, clerkKey, 1));
      assert.match(again.output, /Внесено: 0\. Внесено раньше: 2\./, again.output);

      // The command has a clock of its own, which has gone on.
      country.clock.now = Date.now() + 60_000;
      await country.sequence();
      const after = await countedBy(country);
      assert.deepEqual(after, {
        filed: before.filed + 2,
        overdue: before.overdue + 1,
        findings: before.findings,
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function journalOf({ clock, portal }: LivingCountry): string {
  const today = civilDateAt(clock.now, portal.timeZone);
  const day = (ago: number) => civilDateText(addDays(today, -ago)).split("-").reverse().join(".");
  return [
    "Вх. №;Дата поступления;От кого;Адрес;Краткое содержание;Вид;Дата ответа;На кого жалоба",
    `12;${day(2)};Ткачиха Н.;село Чешме;Нет газа;жалоба;;Сазак Демирчи, кабинет 12`,
    `11;${day(50)};Гончар А.;ул. Садовая;Нет воды;заявление;`,
    `10;${day(60)};Пекарь Б.;ул. Садовая;Нет света;заявление;${day(40)}`,
    "9;вчера;Кузнец В.;ул. Садовая;Дорога;заявление;",
  ].join("\r\n");
}

interface Run {
  readonly code: number;
  readonly output: string;
}

/** The real command, with the answers that somebody types. */
async function run(
  { portal: { configuration } }: LivingCountry,
  words: readonly string[],
  typed: string,
): Promise<Run> {
  const { dataFolder, databaseUrl } = configuration;
  const child = spawn(aydyn, ["import", ...words, "--body", district, "--language", "ru"], {
    env: { PATH: process.env.PATH, AYDYN_DATA: dataFolder, DATABASE_URL: databaseUrl ?? "" },
  });
  child.stdin.end(typed);
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((ended) => child.on("close", (status) => ended(status ?? 1))),
  ]);
  return { code, output: output + errors };
}

function answersOf({ portal }: LivingCountry, key: string, used = 0): string {
  const seed = demoSeedOf(portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const { number, password, codes } = demoSignIn(seed, key);
  return [number, password, codes[used] ?? ""].map((line) => `${line}\n`).join("");
}

async function journalRows({ portal: { tools } }: LivingCountry): Promise<number> {
  const [row] = await tools.portal`select count(*)::integer as count from mail_register.entry`;
  return row?.count ?? -1;
}

/** What an auditor counts in the published folder, and how much is wrong with it. */
async function countedBy(country: LivingCountry) {
  const { acts, parameters, findings } = await country.audit();
  assert.ok(parameters);
  const asOf = civilDateAt(country.clock.now, parameters.timeZone);
  const { all, overdue } = reportOf(acts, parameters, { asOf, from: null });
  return { filed: all.filed, overdue: overdue.length, findings: findings.length };
}
