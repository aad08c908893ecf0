/**
 * One truth: whatever happens to a case, the page of its applicant, the page of a status code, the feed and the mails
 * name the same acts, after every single one.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { kindsAfter } from "#core/acts/case.ts";
import { addDays, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { ActKind } from "#core/record/kinds.ts";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { appendCaseActs, viewCase } from "#government/cases/index.ts";
import { noticeWordOf, noticeWords } from "#government/notices/notice-words.ts";
import { translator } from "#platform/language/texts.ts";
import { headerOf, textOf } from "#platform/mail/test-support/mail-server.ts";
import { countryTimeZone, otherMinistry } from "#tests/country/small-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import {
  entryTitles,
  type FollowedPortal,
  follow,
  madeFeed,
  type OpenedCase,
  openedCase,
  timelineOf,
  withFollowing,
} from "./following.ts";

const hourMs = 3_600_000;
const stepsMax = 9;
const livesMax = 8;
const t = translator("en");
const reply = { legalBasis: ["art. 91"], remedies: [{ to: "court", withinMonths: 3 }] };

/**
 * Details of each kind that a random life may choose; what may not follow is refused by the kernel and left out. What a
 * second person must approve (refusals, endings) is not among them; a-case-is-followed-by-mail.test.ts refuses.
 */
function detailsOf(kind: ActKind, now: number): JsonValue | null {
  const soon = civilDateText(addDays(civilDateAt(now, countryTimeZone), 20));
  const known: Partial<Record<ActKind, JsonValue>> = {
    assigned: { post: "inspector" },
    "clarification-asked": { reason: "place-unclear" },
    "clarification-given": {},
    extended: { reason: "expert-opinion", until: soon },
    "hearing-announced": { on: soon, place: "Çynar" },
    answered: { outcome: "satisfied", legalBasis: [], remedies: [] },
    explained: { outcome: "explained", grounds: ["asks-for-the-law"], ...reply },
    disputed: { reason: "untrue" },
    added: { what: "statement" },
    withdrawn: {},
    "withdrawal-revoked": {},
    published: { what: "reply" },
    rated: { answer: "done" },
  };
  return known[kind] ?? null;
}

const citizensKinds: readonly ActKind[] = [
  ...(["clarification-given", "disputed", "added", "withdrawn", "withdrawal-revoked", "rated"] as const),
];

/** Enters one act that may follow, chosen by a number; gives the kinds that were entered. */
async function liveOn(portal: FollowedPortal, { row }: OpenedCase, choice: number): Promise<void> {
  const { country, tools } = portal;
  await country.inTransaction(country.database.desk, async (caseTools) => {
    const view = await viewCase(
      caseTools.transaction,
      { kind: "applicant" },
      row,
      caseTools.parameters,
      tools.now(),
    );
    const now = tools.now();
    const may = kindsAfter(view.state.status).filter((kind) => detailsOf(kind, now) !== null);
    const kinds: readonly (ActKind | "pass-on")[] = [...may, "pass-on"];
    const kind = kinds[choice % kinds.length];
    if (kind === undefined) return;
    if (kind === "pass-on") {
      await appendCaseActs(caseTools, row.tag, [
        {
          ...{ kind: "forwarded", actor: "head", parts: [] },
          details: { reason: "another-body-is-competent", toBody: otherMinistry },
        },
        {
          ...{ kind: "received", actor: "system", parts: [], receiver: otherMinistry },
          details: { fromBody: view.row.holderBody },
        },
      ]);
      return;
    }
    const actor = citizensKinds.includes(kind) ? "applicant" : "head";
    const until = addDays(civilDateAt(now, countryTimeZone), 20);
    await appendCaseActs(caseTools, row.tag, [
      {
        ...{ kind, actor, details: detailsOf(kind, now), parts: [] },
        ...(kind === "extended" ? { chosenDue: until } : {}),
      },
    ]);
  });
}

/** The acts that must be told, by their words in order. */
async function wordsToTell(portal: FollowedPortal, { row }: OpenedCase): Promise<readonly string[]> {
  const acts = await portal.country.database.owner<{ kind: ActKind; actor: string }[]>`
    select kind, actor from record.act where subject = ${row.tag} order by registered`;
  return acts.flatMap(({ kind, actor }) => {
    const word = noticeWordOf(kind, actor);
    return word === null ? [] : [t(`notice-word-${word}`)];
  });
}

/** The sentences of the mails that have come, by their dates. */
function wordsTold({ mails }: FollowedPortal): readonly string[] {
  const sentences = noticeWords.map((word) => t(`notice-word-${word}`));
  return mails.received
    .toSorted(
      (one, other) => Date.parse(headerOf(one, "Date") ?? "") - Date.parse(headerOf(other, "Date") ?? ""),
    )
    .map((mail) => {
      const said = textOf(mail).split("\r\n")[0] ?? "";
      assert.ok(sentences.includes(said), said);
      return said;
    });
}

async function agree(portal: FollowedPortal, opened: OpenedCase, feed: string): Promise<void> {
  const { number } = opened.row;
  const seenWith = async (code: string) =>
    timelineOf(await browserAt(portal.server).post("/en/case", { number, code }));
  const applicants = await seenWith(opened.secret);
  const shown = await seenWith(opened.statusCode);
  const titles = entryTitles((await browserAt(portal.server).open(feed)).body);
  assert.deepEqual(shown, applicants);
  assert.deepEqual(titles, applicants);
  assert.deepEqual(wordsTold(portal), await wordsToTell(portal, opened));
}

test("a random life of a case is told alike everywhere at every step", {
  skip: skipUnless("xmllint"),
}, async () => {
  const told = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 3, maxLength: stepsMax }), async (choices) => {
      await withFollowing(async (portal) => {
        const opened = await openedCase(portal, { text: "Obada gaz ýok" });
        await follow(portal, opened, "nar@example.org");
        const feed = await madeFeed(opened);
        await agree(portal, opened, feed);
        for (const choice of choices) {
          portal.country.clock.now += 26 * hourMs;
          await liveOn(portal, opened, choice);
          await portal.pass(hourMs);
          await agree(portal, opened, feed);
        }
        for (const word of wordsTold(portal)) told.add(word);
      });
    }),
    { numRuns: livesMax, seed: 20_261_127, endOnFailure: true },
  );
  assert.ok(told.size >= 5, `lives of many kinds: ${[...told].join(" ")}`);
});
