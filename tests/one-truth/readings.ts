/** Everything that somebody can read about one case, each the way its reader gets it, and whether all say the same. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import { openLog } from "#audit/receipt/receipt-against.ts";
import { verifyReceiptText } from "#audit/receipt/verify-receipt.ts";
import { reportOf } from "#audit/report.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { caseAt, statusOf } from "#core/acts/case.ts";
import { openCaseBook } from "#core/acts/case-book.ts";
import { toHex } from "#core/bytes.ts";
import { civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { FiledAppeal } from "#government/appeals/index.ts";
import { readFigures } from "#government/appeals/public/figures.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { dateInWords } from "#platform/language/dates.ts";
import { translator } from "#platform/language/texts.ts";
import { Person } from "#tests/pages/person.ts";
import { checkInvariants, type Life } from "./invariants.ts";
import type { LivingCountry } from "./living-country.ts";

/** What a reading says of a case, in the words that all of them have in common. */
interface Said {
  readonly phase: string;
  readonly due: string | null;
  readonly acts: readonly string[];
}

/** Reads a case in every way and fails where two ways differ, or where what must hold of every life does not. */
export async function checkReadings(country: LivingCountry, life: Life): Promise<void> {
  const { filed } = life;
  const api = await saidByApi(country, filed);
  const audited = await country.audit();
  assert.deepEqual(saidByAuditor(country, audited, filed), api, "the auditor's fold and the API");
  await checkPage(country, filed, api);
  await checkFigures(country, audited);
  await checkWaitingList(country, audited, filed);
  await checkFeed(country, life, api);
  await checkLastReceipt(country, filed, api.acts.length);
  await checkInvariants(country, life, audited);
}

/** The public list of those who wait: the case stands there by its filing's entry, or not at all, as the auditor counts. */
async function checkWaitingList(
  { origin, clock }: LivingCountry,
  { acts, parameters }: Awaited<ReturnType<LivingCountry["audit"]>>,
  { row }: FiledAppeal,
): Promise<void> {
  assert.ok(parameters);
  // The list is counted once for all who ask within seconds: no act falls into these.
  clock.now += figuresAgeMs;
  const asOf = civilDateAt(clock.now, parameters.timeZone);
  const report = reportOf(acts, parameters, { asOf, from: null });
  const expected = report.overdue.find(({ caseTag }) => toHex(caseTag) === toHex(row.tag));
  const list = await (await fetch(`${origin}/en/waiting.csv`)).text();
  const lines = list.trim().split("\r\n").slice(1);
  assert.equal(lines.length, report.overdue.length, "as many as the auditor counts");
  const due = expected === undefined ? null : civilDateText(expected.due);
  const days = expected?.workingDaysOverdue;
  const own = lines.filter((line) => line.includes(`,${due},${days},`));
  if (due !== null) assert.ok(own.length > 0, `the list has ${due}, ${days} working days`);
}

const figuresAgeMs = 6_000;

/** The feed of whoever follows the case: an entry for each act, the newest first. */
async function checkFeed({ origin }: LivingCountry, life: Life, said: Said): Promise<void> {
  const path = life.feed ?? (await madeFeed(origin, life));
  life.feed = path;
  const feed = await (await fetch(`${origin}${path}`)).text();
  assert.equal(feed.match(/<entry>/g)?.length, said.acts.length, "entries of the feed");
}

async function madeFeed(origin: string, { filed: { row, secret } }: Life): Promise<string> {
  const follower = new Person(origin);
  await follower.fill("/en/case", { number: row.number, code: secret });
  const notices = `/en/case/${row.number}/notices`;
  const form = formAt((await follower.get(notices)).body.toString(), `${notices}/feed`);
  const page = (await follower.post(`${notices}/feed`, form)).body.toString();
  const feed = /href="(\/en\/notices\/feed\/[^"]+\/atom\.xml)"/.exec(page)?.[1];
  assert.ok(feed, page);
  return feed;
}

async function saidByApi({ origin }: LivingCountry, { row, statusCode }: FiledAppeal): Promise<Said> {
  const answer = await fetch(`${origin}/api/v1/appeals/status`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ number: row.number, statusCode }),
  });
  const said: unknown = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(said));
  assert.ok(isStatus(said));
  return { phase: said.phase, due: said.due, acts: said.acts.map(({ kind }) => kind) };
}

function isStatus(
  said: unknown,
): said is { phase: string; due: string | null; acts: readonly { kind: string }[] } {
  return typeof said === "object" && said !== null && "phase" in said && "due" in said && "acts" in said;
}

/** The published leaves of the case, folded by whoever has no more than them. */
function saidByAuditor(
  { clock }: LivingCountry,
  { acts, parameters, findings, conduct }: Awaited<ReturnType<LivingCountry["audit"]>>,
  { row }: FiledAppeal,
): Said {
  assert.ok(parameters, inspect(findings, { depth: 6 }));
  const book = openCaseBook(parameters);
  const own = acts.filter(({ caseTag }) => toHex(caseTag) === toHex(row.tag));
  for (const act of own) book.enter(act, (act.seenSeconds ?? 0) * 1000);
  const state = book.caseOf(row.tag)?.state;
  assert.ok(state);
  const moment = { at: clock.now, day: civilDateAt(clock.now, parameters.timeZone) };
  const now = caseAt(state, moment, parameters);
  // Lateness and disputes are what people do; every other finding would mean that the portal entered what it must not.
  const faults = conduct
    .filter(({ caseTag }) => caseTag === toHex(row.tag))
    .map(({ finding }) => finding.finding)
    .filter((finding) => !["late-closing", "closing-disputed", "late-forward"].includes(finding));
  assert.deepEqual(faults, []);
  const { due } = now.deadline;
  return {
    phase: statusOf(state),
    due: due === null ? null : civilDateText(due),
    acts: own.map(({ kind }) => kindOfLeafNumber(kind) ?? String(kind)),
  };
}

/** The page of whoever holds the status code: as many acts, the same standing and day. */
async function checkPage(
  { origin }: LivingCountry,
  { row, statusCode }: FiledAppeal,
  said: Said,
): Promise<void> {
  const t = translator("tk");
  const { page } = await new Person(origin).fill("/tk/case", { number: row.number, code: statusCode });
  const text = page.body.toString();
  const timeline = text.split('<ol class="timeline">')[1]?.split("</ol>")[0] ?? "";
  assert.equal(timeline.split('<p class="when">').length - 1, said.acts.length, "acts on the page");
  assert.ok(text.includes(t(`case-standing-${said.phase}`)), `the page says ${said.phase}`);
  if (said.due === null) return;
  const due = civilDateAt(Date.parse(`${said.due}T12:00:00Z`), "UTC");
  assert.ok(text.includes(dateInWords("tk", due)), `the page names ${said.due}`);
}

/** The portal's figures of all bodies against the auditor's. */
async function checkFigures(
  { clock, portal: { tools } }: LivingCountry,
  { acts, parameters }: Awaited<ReturnType<LivingCountry["audit"]>>,
): Promise<void> {
  assert.ok(parameters);
  const read = await tools.parametersReader.read(tools.portal);
  const figures = await readFigures(tools.portal, read, tools.log, clock.now);
  const report = reportOf(acts, parameters, {
    asOf: civilDateAt(clock.now, parameters.timeZone),
    from: null,
  });
  assert.deepEqual(figures.all, report.all);
  for (const [body, expected] of report.bodies) assert.deepEqual(figures.bodies.get(body), expected);
  assert.deepEqual(
    figures.overdue.map(({ tag, due, charged, workingDays }) => [toHex(tag), due, charged, workingDays]),
    report.overdue.map((each) => [toHex(each.caseTag), each.due, each.charged, each.workingDaysOverdue]),
  );
}

/** The receipt of the newest act, as the holder of the secret gets it, judged against the published folder. */
async function checkLastReceipt(
  { origin, places, trust }: LivingCountry,
  { row, secret }: FiledAppeal,
  act: number,
): Promise<void> {
  const answer = await fetch(`${origin}/api/v1/appeals/receipt`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ number: row.number, secret, act }),
  });
  assert.equal(answer.status, 200);
  const text = await answer.text();
  const source = folderSource(places.publishedFolder);
  const opened = await openLog(nativeEngine, source, trust);
  assert.ok(opened.ok);
  const progress = { at: () => {}, end: () => {} };
  const verdict = await verifyReceiptText({ engine: nativeEngine, trust, log: opened.value, progress }, text);
  assert.ok(verdict.ok, inspect(verdict, { depth: 6 }));
  assert.equal(verdict.value.standing.kind, "in-log");
}
