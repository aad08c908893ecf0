/** Every page of the portal with an address that stands for it, and the people who look at it. */
import assert from "node:assert/strict";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { readQueue, readRecentlyClosed } from "#government/cases/index.ts";
import type { Language } from "#platform/language/language.ts";
import { readSessionCookie } from "#platform/session/session-cookie.ts";
import { rememberOpenedCase, resumeSession } from "#platform/session/session-store.ts";
import { deskRows } from "./desk-rows.ts";
import { followCase } from "./followed-case.ts";
import { atIntake, intakeRows } from "./intake-sample.ts";
import type { OpenPortal } from "./open-portal.ts";
import { signIn, writeReply, writeTemplates } from "./people-at-work.ts";
import { Person } from "./person.ts";
import { agreeToPublic, publishedRows, releaseToPublic } from "./published-sample.ts";

export type Looker =
  | "visitor"
  | "filer"
  | "filed"
  | "signing-in"
  | "citizen"
  | "head"
  | "operator"
  | "helper"
  | "helped"
  | "controller"
  | "cabinet-head";

export interface PageRow {
  /** As it is registered, without its language. */
  readonly route: string;
  /** An address of it, without its language. */
  readonly path: string;
  readonly as: Looker;
  /** 200 unless said otherwise. A redirect is looked at for its status alone. */
  readonly status?: 303 | 404;
  /** Whether anyone may keep it: it says the same to everybody who is not signed in. */
  readonly isPublic?: true;
}

/** What is no page, by how its route begins or ends: files, the record, the API, the page with its own rules. */
export const noPages: readonly RegExp[] = [
  /^\/log\//,
  /^\/api\//,
  /^\/assets\//,
  /^\/(?:verify|deadline)\.html$/,
  /^\/intake\/offline\.html$/,
  /^\/health$/,
  /\.(?:csv|json|atom|pdf|png)$/,
  /\/strip\.(?:svg|html)$/,
  /\/tlog-proof$/,
  /\/atom\.xml$/,
  /\/file\/:act\/:part$/,
  /\/refusal\/file\/:part$/,
  /\/picture\/:at$/,
];

/** Numbers of the cases that the pages are about. */
export interface SampleCases {
  /** Just filed. */
  readonly fresh: string;
  /** Waiting for what the body asked the citizen. */
  readonly asked: string;
  readonly answered: string;
  /** Withdrawn by the citizen just now. */
  readonly withdrawn: string;
  /** A refusal of it waits for its second person. */
  readonly refused: string;
  /** The longest history of the seeded year at the district. */
  readonly longest: string;
  /** The longest of those still open: the district's head works on it. */
  readonly open: string;
  /** What stands in the link that confirms an address for news of the fresh one. */
  readonly confirmToken: string;
  /** The word in the address of one that everyone may read. */
  readonly published: string;
  /** Filed together with others: the one who filed it has signed it too, to see what signers see. */
  readonly collective: string;
  /** Of the district's texts for replies the longest one. */
  readonly template: string;
}

export interface People {
  readonly cases: SampleCases;
  readonly of: Readonly<Record<Looker, Person>>;
}

const district = "alagoz-etrap";
const headOfCabinet = "head-ministrler-kabineti";
const text = "Obamyzda üç aý bäri gaz ýok.\nHaçan beriljek?";

const filingPages = [
  ...["kind", "body", "body/all", "about", "higher", "text", "file", "whom", "identity", "warning", "you"],
  ...["check", "letter"],
] as const;

/**
 * Every page, once or more often where who looks makes a difference. Of several rows of a route the fullest page
 * stands last.
 */
export function pageTable(cases: SampleCases): readonly PageRow[] {
  const { fresh, asked, answered, withdrawn, longest } = cases;
  const publicPages = (
    [
      ["/", "/"],
      ["/waiting", `/waiting?body=${district}`],
      ["/waiting", "/waiting"],
      ["/statistics", "/statistics"],
      ["/check", "/check"],
      ["/check/entry/:index", "/check/entry/0"],
      ["/check/entry/:index", "/check/entry/200"],
      ["/outside", "/outside"],
      ["/calendar", "/calendar"],
      ["/rules", "/rules"],
      ["/bodies", "/bodies"],
      ["/bodies/:slug", "/bodies/energetika"],
      ["/bodies/:slug", `/bodies/${district}`],
    ] as const
  ).map(([route, path]): PageRow => ({ route, path, as: "visitor", isPublic: true }));
  const page = (as: Looker, route: string, path = route, status?: 303 | 404): PageRow =>
    status === undefined ? { route, path, as } : { route, path, as, status };
  const ofCase = (number: string, end = "") =>
    page("citizen", `/case/:number${end}`, `/case/${number}${end}`);
  return [
    page("visitor", "/bodies/:slug", "/bodies/no-such-body", 404),
    ...publicPages,
    page("head", "/"),
    page("visitor", "/check/entry", "/check/entry?number=0", 303),
    page("visitor", "/bodies", "/bodies?matter=gaz&place="),
    page("visitor", "/sign-in"),
    page("signing-in", "/sign-in/code"),
    page("citizen", "/account"),
    page("head", "/account"),
    page("visitor", "/visit-left"),
    page("visitor", "/visit-ended"),
    page("citizen", "/visit-ending", "/visit-ending?back=/my"),
    page("visitor", "/appeal"),
    page("visitor", "/appeal", `/appeal?body=${district}`),
    page("filer", "/appeal"),
    page("visitor", "/appeal/continue"),
    ...filingPages.map((step) => page("filer", `/appeal/${step}`)),
    page("visitor", "/appeal/check", "/appeal/check", 303),
    page("filed", "/appeal/receipt"),
    page("filed", "/appeal/receipt/secret", "/appeal/receipt/secret", 303),
    page("filed", "/appeal/receipt/withdrawal-code", "/appeal/receipt/withdrawal-code", 303),
    page("visitor", "/case"),
    page("citizen", "/case"),
    page("visitor", "/my", "/my", 303),
    page("citizen", "/my"),
    ...[fresh, asked, answered, withdrawn, longest].map((number) => ofCase(number)),
    ...followingPages(cases),
    ...togetherPages(cases),
    ofCase(fresh, "/add"),
    ofCase(asked, "/clarify"),
    ofCase(answered, "/dispute"),
    ...applicantRows(cases),
    ...publishedRows(cases),
    ...outsideRows(fresh),
    ...deskRows(cases),
    ...intakeRows(page),
  ];
}

/** Every body of the demo takes part; tests/outside/ looks at these pages with a body that does not. */
function outsideRows(fresh: string): readonly PageRow[] {
  const none = (route: string, path = route): PageRow => ({ route, path, as: "visitor", status: 303 });
  return [
    none("/outside/record"),
    none("/outside/joining"),
    none("/outside/joining/challenge/:nonce", "/outside/joining/challenge/00"),
    none("/outside/case/:number", `/outside/case/${fresh}`),
    none("/outside/case/:number/answer", `/outside/case/${fresh}/answer`),
    { route: "/outside/waiting", path: "/outside/waiting", as: "head" },
  ];
}

/** What an applicant does with a case after filing, and what a desk decides about it. */
function applicantRows({ fresh, asked, answered, withdrawn }: SampleCases): readonly PageRow[] {
  const of = (as: Looker, start: string, number: string, end: string): PageRow => ({
    route: `/${start}/:number${end}`,
    path: `/${start}/${number}${end}`,
    as,
  });
  return [
    of("citizen", "case", answered, "/rate"),
    of("citizen", "case", fresh, "/withdraw"),
    of("citizen", "case", withdrawn, "/revoke"),
    of("citizen", "case", fresh, "/erase"),
    of("citizen", "case", withdrawn, "/keep"),
    of("citizen", "case", answered, "/higher"),
    of("citizen", "case", fresh, "/readings"),
    { route: "/appeal/receipt/print", path: "/appeal/receipt/print", as: "filed" },
    ...["small", "full"].map((name): PageRow => {
      return { route: `/case/:number/act/:act/${name}`, path: `/case/${fresh}/act/1/${name}`, as: "citizen" };
    }),
    { route: "/statistics/stated", path: "/statistics/stated", as: "visitor", isPublic: true },
    {
      route: "/desk/:number/earlier/:other",
      path: `/desk/${fresh}/earlier/${asked}`,
      as: "head",
      status: 404,
    },
    { route: "/desk/erasures", path: "/desk/erasures?show=orders", as: "head" },
    { route: "/desk/erasures", path: "/desk/erasures", as: "head" },
    of("head", "desk", fresh, "/erase"),
    of("head", "desk", withdrawn, "/erase"),
    ...["grant", "refuse", "order", "approve", "take-back"].map((form): PageRow => {
      return { ...of("head", "desk", withdrawn, `/erase/${form}`), status: 303 };
    }),
  ];
}

/** Signing somebody else's appeal, and gathering signatures. */
function togetherPages({ collective }: SampleCases): readonly PageRow[] {
  return [
    { route: "/co-sign", path: "/co-sign", as: "visitor" },
    { route: "/co-sign/read", path: "/co-sign/read", as: "visitor", status: 303 },
    { route: "/co-sign/receipt", path: "/co-sign/receipt", as: "filed" },
    { route: "/co-sign/withdraw", path: "/co-sign/withdraw", as: "visitor" },
    { route: "/co-sign/notices", path: "/co-sign/notices", as: "visitor" },
    { route: "/co-sign/notices/asked", path: "/co-sign/notices/asked", as: "visitor" },
    { route: "/case/:number/signatures", path: `/case/${collective}/signatures`, as: "filed" },
    { route: "/case/:number", path: `/case/${collective}`, as: "filed" },
    // Whoever filed without an account has none to take the case into.
    { route: "/case/:number/follow", path: `/case/${collective}/follow`, as: "filed", status: 303 },
  ];
}

/** Where news of a case is chosen, and what stands behind the links of its mails. */
function followingPages({ fresh, confirmToken }: SampleCases): readonly PageRow[] {
  const path = `/case/${fresh}/notices`;
  return [
    { route: "/case/:number/notices", path, as: "citizen" },
    { route: "/case/:number/notices/asked", path: `${path}/asked`, as: "citizen" },
    { route: "/case/:number/notices/feed", path: `${path}/feed`, as: "citizen", status: 303 },
    {
      route: "/notices/confirm/:token",
      path: `/notices/confirm/${"A".repeat(32)}`,
      as: "visitor",
      status: 404,
    },
    { route: "/notices/confirm/:token", path: `/notices/confirm/${confirmToken}`, as: "visitor" },
    { route: "/notices/leave/:token", path: `/notices/leave/${confirmToken}`, as: "visitor" },
  ];
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
    await writeAppeal(citizen, { identity: "shown", proof: "at-once" });
    numbers.push(await sendAppeal(citizen));
  }
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

/** The page of one row in one language. */
export function addressOf({ path }: PageRow, language: Language): string {
  return `/${language}${path}`;
}

/** Fills in every step of a filing; what remains is the last page. */
export async function writeAppeal(
  person: Person,
  you: {
    readonly identity: "shown" | "sealed";
    readonly proof: "later" | "at-once";
    readonly whom?: "together";
  },
): Promise<void> {
  await person.fill("/tk/appeal", {});
  await person.fill("/tk/appeal/kind", { kind: "filed-complaint" });
  await person.fill("/tk/appeal/body", { matter: "gaz", place: "Alagöz" });
  await person.fill("/tk/appeal/body/all", { body: district }, "/tk/appeal/body");
  if (you.identity === "shown") await person.fill("/tk/appeal/about", {});
  else {
    // Never sent to a desk: nobody at this one could open it.
    await person.fill("/tk/appeal/about", { official: `${district}/head`, who: "Otag 12" });
    await person.fill("/tk/appeal/higher", { next: "stay" });
  }
  await person.fill("/tk/appeal/text", { subject: "Gaz ýok", text });
  await person.fill("/tk/appeal/file", {});
  await person.fill("/tk/appeal/whom", { whom: you.whom ?? "self" });
  await person.fill("/tk/appeal/identity", { identity: you.identity });
  if (you.identity === "sealed") await person.fill("/tk/appeal/warning", { understood: "yes" });
  const proof = you.identity === "sealed" ? { proof: you.proof } : {};
  await person.fill("/tk/appeal/you", { name: "Nar Küýzeçi", address: "Çeşme obasy", contact: "", ...proof });
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

/** Sends it in a language; gives the case's number, which stands on the receipt. */
export async function sendAppeal(person: Person, language: Language = "tk"): Promise<string> {
  const { page, at } = await person.fill(`/${language}/appeal/check`, {});
  assert.equal(at, `/${language}/appeal/receipt`);
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(page.body.toString())?.[0];
  assert.ok(number, "the receipt shows the number");
  return number;
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
