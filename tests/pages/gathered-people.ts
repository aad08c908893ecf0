/** The people who look at the pages, in the state in which their pages exist. */
import assert from "node:assert/strict";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { readQueue, readRecentlyClosed } from "#government/cases/index.ts";
import { readSessionCookie } from "#platform/session/session-cookie.ts";
import { rememberOpenedCase, resumeSession } from "#platform/session/session-store.ts";
import { followCase } from "./followed-case.ts";
import { atIntake } from "./intake-sample.ts";
import type { OpenPortal } from "./open-portal.ts";
import { district, type Looker, type SampleCases } from "./page-table.ts";
import { signIn, writeReply, writeTemplates } from "./people-at-work.ts";
import { Person } from "./person.ts";
import { agreeToPublic, lookAtFiles, releaseToPublic, sentPictures } from "./published-sample.ts";
import { sendAppeal, writeAppeal } from "./written-appeal.ts";

const headOfCabinet = "head-ministrler-kabineti";

export interface People {
  readonly cases: SampleCases;
  readonly of: Readonly<Record<Looker, Person>>;
}

/** Brings everybody into the state in which their pages exist: through the forms, as people do. */
export async function gatherPeople(open: OpenPortal): Promise<People> {
  const { origin } = open;
  const person = () => new Person(origin);
  const [visitor, filer, filed] = [person(), person(), person()];
  await writeAppeal(filer, { identity: "sealed", proof: "later" });
  await writeAppeal(filed, { identity: "sealed", proof: "later", whom: "together" });
  const collective = await sendAppeal(filed);
  await coSign(filed, collective);
  const seed = demoSeedOf(open.portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  const [citizen, head, signingIn] = [person(), person(), person()];
  await signIn(citizen, demoSignIn(seed, "citizen"));
  await signIn(head, demoSignIn(seed, `head-${district}`));
  const { number, password } = demoSignIn(seed, "grandson");
  await signingIn.fill("/tk/sign-in", { number, password });

  const numbers: string[] = [];
  for (let filing = 0; filing < 5; filing += 1) {
    await writeAppeal(citizen, { identity: "shown", proof: "at-once", pictures: sentPictures });
    numbers.push(await sendAppeal(citizen));
  }
  await lookAtFiles(open.portal.configuration);
  const [fresh = "", asked = "", answered = "", refused = "", withdrawn = ""] = numbers;
  const codePage = await citizen.post("/tk/appeal/receipt/withdrawal-code", {});
  const code = />([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</.exec(codePage.body.toString())?.[1] ?? "";
  await citizen.fill(`/tk/case/${withdrawn}/withdraw`, { code });
  await citizen.fill(`/tk/case/${withdrawn}/erase`, { scope: "texts" });
  const template = await writeTemplates(head);
  await head.fill(`/tk/desk/${asked}/clarify`, { reason: "place-unclear", text: "Haýsy oba?" });
  await writeReply(head, answered);
  await head.fill(`/tk/desk/${answered}/answer/check`, {});
  await writeReply(head, fresh);
  await head.fill(`/tk/desk/${refused}`, {}, `/tk/desk/${refused}/open`);
  await writeReply(head, refused, "refused");
  await head.fill(`/tk/desk/${refused}/answer/check`, {});
  const confirmToken = await followCase(open, citizen, visitor, fresh);
  await agreeToPublic(citizen, answered);
  const published = await releaseToPublic(head, answered);
  await agreeToPublic(citizen, fresh);
  await head.fill(`/tk/desk/${fresh}`, {}, `/tk/desk/${fresh}/open`);
  const cases = {
    ...{ fresh, asked, answered, refused, withdrawn, confirmToken, published, collective, template },
    ...(await longCases(open, citizen, new Set(numbers))),
  };
  const intake = await atIntake(open, seed, head);
  const controller = person();
  await signIn(controller, demoSignIn(seed, "controller"));
  const cabinetHead = person();
  await signIn(cabinetHead, demoSignIn(seed, headOfCabinet));
  return {
    cases,
    of: {
      visitor,
      filer,
      filed,
      "signing-in": signingIn,
      citizen,
      head,
      controller,
      "cabinet-head": cabinetHead,
      ...intake,
    },
  };
}

/** Signs a collective appeal in the browser that filed it. */
async function coSign(person: Person, number: string): Promise<void> {
  const path = `/tk/case/${number}/signatures`;
  const form = formAt((await person.get(path)).body.toString(), path);
  const drawn = (await person.post(path, form)).body.toString();
  const code = />([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</.exec(drawn)?.[1] ?? "";
  const read = (await person.post("/tk/co-sign", { number, code })).body.toString();
  const signing = { ...formAt(read, "/tk/co-sign/read"), name: "Nar", address: "Çeşme", agreed: "yes" };
  const signed = await person.post("/tk/co-sign/read", signing);
  assert.equal(signed.headers.get("location")?.[0], "/tk/co-sign/receipt", read);
}

/** The longest histories of the seeded year at the district; the first of them is opened to the citizen. */
async function longCases(
  { portal }: OpenPortal,
  citizen: Person,
  filedNow: ReadonlySet<string>,
): Promise<Pick<SampleCases, "longest" | "open">> {
  const { tools } = portal;
  const body = (await tools.bodyTree()).all.find(({ slug }) => slug === district);
  assert.ok(body, "the district is there");
  const rowsMax = 100;
  // Of the seeded year: what was filed a moment ago stands in no checkpoint here.
  const ofTheYear = ({ number }: { readonly number: string }) => !filedNow.has(number);
  const waiting = (await readQueue(tools.desk, { body: body.number }, null, rowsMax)).filter(ofTheYear);
  const closed = (await readRecentlyClosed(tools.desk, body.number, rowsMax)).filter(ofTheYear);
  const byLength = <Row extends { readonly actCount: number }>(rows: readonly Row[]): Row | undefined =>
    rows.toSorted((one, other) => other.actCount - one.actCount)[0];
  const longest = byLength([...waiting, ...closed]);
  const open = byLength(waiting);
  assert.ok(longest && open, "the district has cases");
  const token = readSessionCookie(citizen.cookie, false);
  const session =
    token === null ? null : await resumeSession(tools.portal, token, tools.now(), { touch: true });
  assert.ok(session, "the citizen is signed in");
  await rememberOpenedCase(
    tools.portal,
    session,
    Buffer.from(longest.tag).toString("hex"),
    "full",
    tools.now(),
  );
  return { longest: longest.number, open: open.number };
}
