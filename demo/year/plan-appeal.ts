import { addDays, type CivilDate, civilDateAt, type Instant, weekdayOf } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Attachment, Decision, Forum } from "#government/appeals/index.ts";
import type { Language } from "#platform/language/language.ts";
import type { AppealPlan } from "./appeal-life.ts";
import type { Chance } from "./chance.ts";
import { drawStreet } from "./drawn-picture.ts";
import { drawStory } from "./story.ts";
import { addressees, atHour, citizensOf, operatorAt, type World } from "./world.ts";

/** What an ordinary appeal of the demo year will be: drawn before it lives. */

const languageWeights: readonly (readonly [Language, number])[] = [
  ["tk", 60],
  ["ru", 34],
  ["en", 6],
];
/** In per cent: who lets everyone read an appeal, and when. */
const publicWeights: readonly (readonly [AppealPlan["publicFrom"], number])[] = [
  ["never", 78],
  ["assigned", 9],
  ["answered", 13],
];
const legalBasis = ["art. 76"] as const;
const sealedShare = 0.14;
const accountShare = 0.35;
const forwardedShare = 0.08;
const clarifiedShare = 0.1;
const extendedShare = 0.06;
/** Of those who are refused. */
const heardShare = 0.7;
/** Of what is not answered in time, so much is never answered at all. */
const silentShare = 0.2;
const paperShare = 0.2;
const collectiveShare = 0.02;
const coSignersMax = 5;
const addedShare = 0.07;
const withdrawnShare = 0.025;
/** Of those who withdraw, so many take it back. */
const takenBackShare = 0.25;
const ratedShare = 0.15;
/** Of those who were granted less than they asked for, or nothing. */
const higherShare = 0.12;
/** Of those who write in the portal. */
const pictureShare = 0.18;
const pictureNames: Readonly<Record<Language, string>> = {
  tk: "köçe.png",
  ru: "улица.png",
  en: "street.png",
};
const secretBytes = 32;
const disputedShares: Readonly<Record<Decision["outcome"], number>> = {
  satisfied: 0.02,
  "partly-satisfied": 0.06,
  refused: 0.14,
  explained: 0.22,
  terminated: 0.2,
};

/** Draws an appeal filed on a day. */
export function planAppeal(world: World, day: CivilDate): AppealPlan {
  const { chance } = world;
  const { body, inTime } = chance.weighted(addressees.map((each) => [each, each.weight] as const));
  const person = chance.pick(citizensOf(world));
  const sealed = chance.happens(sealedShare);
  const forwardTo = chance.happens(forwardedShare) ? anotherBody(world, body) : null;
  const decision = drawDecision(world);
  const language = chance.weighted(languageWeights);
  // Whoever wrote to the wrong body wrote about what the right one does.
  const story = drawStory(chance, forwardTo ?? body, language);
  const clarification = chance.happens(clarifiedShare)
    ? chance.pick(["answered", "answered", "unanswered"] as const)
    : "none";
  const applicant = drawApplicant(world, { body, sealed, forwardTo, decision });
  return {
    filedAt: atHour(world, day, 8, 19),
    kind: chance.weighted([
      ["filed-complaint", 60],
      ["filed-application", 26],
      ["filed-suggestion", 14],
    ]),
    body,
    language,
    sealed,
    account: !sealed && chance.happens(accountShare) ? person.account : null,
    applicantName: person.person.name,
    forwardTo,
    clarification,
    // While an applicant is waited for, there is nothing to prolong.
    extended: clarification !== "unanswered" && chance.happens(extendedShare),
    heard: decision.outcome === "refused" && clarification === "none" && chance.happens(heardShare),
    answer: chance.happens(inTime) ? "in-time" : chance.happens(silentShare) ? "never" : "late",
    decision,
    ...applicant,
    disputed: chance.happens(disputedShares[decision.outcome]),
    answeredAgain: chance.happens(0.6),
    story,
    picture: !applicant.onPaper && chance.happens(pictureShare) ? pictureOf(chance, language) : null,
    publicFrom: chance.weighted(publicWeights),
  };
}

function pictureOf(chance: Chance, language: Language): Attachment {
  return { fileName: pictureNames[language], mediaType: "image/png", bytes: drawStreet(chance) };
}

/** What the applicant does beside filing. */
function drawApplicant(
  world: World,
  drawn: Pick<AppealPlan, "body" | "sealed" | "forwardTo" | "decision">,
): Pick<AppealPlan, "onPaper" | "coSigners" | "added" | "withdrawn" | "withdrawalKey" | "rated" | "higher"> {
  const { chance } = world;
  const { body, sealed, forwardTo, decision } = drawn;
  const takesPaper = !sealed && forwardTo === null && operatorAt(world, body) !== null;
  const onPaper = takesPaper && chance.happens(paperShare);
  const isWithdrawn = !onPaper && chance.happens(withdrawnShare);
  const goesHigher = decision.outcome !== "satisfied" && chance.happens(higherShare);
  return {
    onPaper,
    coSigners: !onPaper && chance.happens(collectiveShare) ? chance.between(2, coSignersMax) : 0,
    added: chance.happens(addedShare),
    withdrawn: !isWithdrawn ? "never" : chance.happens(takenBackShare) ? "taken-back" : "for-good",
    withdrawalKey: chance.bytes(secretBytes),
    rated: chance.happens(ratedShare),
    higher: !goesHigher
      ? null
      : chance.weighted<Forum>([
          ["higher-body", 70],
          ["prosecutor", 20],
          ["ombudsman", 10],
        ]),
  };
}

/** The days of filing: more on working days, some at weekends, `count` in all, in order. */
export function filingDays(
  world: World,
  from: CivilDate,
  until: Instant,
  count: number,
): readonly CivilDate[] {
  const last = civilDateAt(until, world.timeZone);
  const days: CivilDate[] = [];
  while (days.length < count) {
    const day = addDays(from, world.chance.between(0, last - from));
    if (weekdayOf(day) <= 5 || world.chance.happens(0.25)) days.push(day);
  }
  return days.sort((one, other) => one - other);
}

function anotherBody(world: World, body: BodyNumber): BodyNumber | null {
  // A small body enters its acts under its parent: between the two nothing would be seen to move.
  const others = addressees.filter((each) => each.hasRegister && each.body !== body);
  const hasRegister = addressees.some((each) => each.hasRegister && each.body === body);
  return hasRegister ? world.chance.pick(others).body : null;
}

function drawDecision(world: World): Decision {
  const { chance } = world;
  const outcome = chance.weighted<Decision["outcome"]>([
    ["satisfied", 46],
    ["partly-satisfied", 15],
    ["refused", 20],
    ["explained", 16],
    ["terminated", 3],
  ]);
  switch (outcome) {
    case "satisfied":
      return { outcome };
    case "partly-satisfied":
      return { outcome, grounds: [chance.pick(["done-in-stages", "means-not-available"])], legalBasis };
    case "refused":
      return { outcome, grounds: [chance.pick(["facts-not-confirmed", "law-does-not-allow"])], legalBasis };
    case "explained":
      return { outcome, grounds: [chance.pick(["asks-for-the-law", "asks-for-procedure"])], legalBasis };
    case "terminated":
      return { outcome, grounds: ["subject-has-ceased"], legalBasis };
  }
}
