/** The pages of officials: what a head sees at the desk of a district. */
import type { PageRow, SampleCases } from "./page-table.ts";

const actPages = [
  "merge",
  "assign",
  "forward",
  "clarify",
  "hearing",
  "extend",
  "answer",
  "answer/text",
  "answer/check",
];

/** Every page of the desk; the fullest of a route last. */
export function deskRows({
  fresh,
  asked,
  refused,
  withdrawn,
  open,
  template,
}: SampleCases): readonly PageRow[] {
  const list = (route: string, path = route): PageRow => ({ route, path, as: "head" });
  const atDesk = (number: string, end = ""): PageRow => list(`/desk/:number${end}`, `/desk/${number}${end}`);
  const back = (end: string): PageRow => ({ ...atDesk(fresh, end), status: 303 });
  return [
    list("/desk", "/desk?show=closed"),
    list("/desk", "/desk?show=approve"),
    ...["mine", "overdue", "near", "waiting", "forwarded"].map((show) => list("/desk", `/desk?show=${show}`)),
    list("/desk"),
    { ...list("/desk/assign"), status: 303 },
    list("/desk/find"),
    list("/desk/overview"),
    list("/desk/handover"),
    list("/desk/templates"),
    list("/desk/templates/:template", `/desk/templates/${template}`),
    { ...list("/desk/templates/:template/remove", `/desk/templates/${template}/remove`), status: 303 },
    { ...list("/desk/oversight"), as: "controller" },
    { ...list("/desk/raised", "/desk/raised?show=left"), as: "controller" },
    { ...list("/desk/raised"), as: "controller" },
    ...decreeRows(),
    { ...list("/desk/oversight/:slug", "/desk/oversight/energetika?show=overdue"), as: "controller" },
    { ...list("/desk/oversight/:slug", "/desk/oversight/energetika"), as: "controller" },
    ...[fresh, asked, refused, withdrawn, open].map((number) => atDesk(number)),
    atDesk(refused, "/refusal"),
    ...actPages.map((act) => atDesk(fresh, `/${act}`)),
    back("/open"),
    back("/identity"),
    back("/publish/refuse"),
  ];
}

/** What the cabinet's head sees of calendar and rules: each form, then what a decree would do. */
function decreeRows(): readonly PageRow[] {
  const as = "cabinet-head";
  const span = "from=20.12.2027&through=31.12.2027";
  const why = `reasonTk=Kanun&reasonRu=${encodeURIComponent("Закон")}&reasonEn=Law`;
  const remedies = `higherMonths=2&courtMonths=2&article=76&from=20.12.2027&${why}`;
  return [
    { route: "/desk/calendar", path: "/desk/calendar", as },
    ...["holiday", "outage", "transfer", "take-back"].map(
      (kind): PageRow => ({ route: "/desk/calendar/:edit", path: `/desk/calendar/${kind}`, as }),
    ),
    { route: "/desk/calendar/:edit", path: `/desk/calendar/outage?${span}`, as },
    { route: "/desk/rules", path: "/desk/rules", as },
    // The two with the most fields; all thirteen are opened in tests/decrees/.
    ...["answer", "remedy"].map(
      (kind): PageRow => ({ route: "/desk/rules/:edit", path: `/desk/rules/${kind}`, as }),
    ),
    { route: "/desk/rules/:edit", path: `/desk/rules/remedy?${remedies}`, as },
  ];
}
