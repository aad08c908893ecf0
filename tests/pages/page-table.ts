/** Every page of the portal with an address that stands for it, and who looks at it. */
import type { Language } from "#platform/language/language.ts";
import { deskRows } from "./desk-rows.ts";
import { intakeRows } from "./intake-sample.ts";
import { publishedRows } from "./published-sample.ts";

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

/** The district whose cases the pages are about. */
export const district = "alagoz-etrap";

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

/** The page of one row in one language. */
export function addressOf({ path }: PageRow, language: Language): string {
  return `/${language}${path}`;
}
