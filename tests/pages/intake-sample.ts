/** Intake as its pages show it: a pad, a paper that was entered, one that was typed in for somebody. */
import assert from "node:assert/strict";
import { addDays, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import type { Language } from "#platform/language/language.ts";
import type { WireResponse } from "#tests/wire/wire.ts";
import type { OpenPortal } from "./open-portal.ts";
import type { Looker, PageRow } from "./page-table.ts";
import { signIn } from "./people-at-work.ts";
import { Person } from "./person.ts";

type RowOf = (as: Looker, route: string, path?: string, status?: 303 | 404) => PageRow;

const district = "alagoz-etrap";
const text = "Obamyzda üç aý bäri gaz ýok.\nHaçan beriljek?";

/** The pages of intake, for those who look at them. */
export function intakeRows(row: RowOf): readonly PageRow[] {
  return [
    row("visitor", "/intake"),
    row("operator", "/intake"),
    row("visitor", "/intake/stub"),
    row("visitor", "/intake/paper", "/intake/paper", 303),
    row("operator", "/intake/paper"),
    row("operator", "/intake/paper/receipt"),
    row("operator", "/intake/paper/slip", "/intake/paper/slip", 303),
    row("operator", "/intake/carried"),
    row("operator", "/intake/in-person"),
    row("operator", "/intake/in-person/done"),
    row("operator", "/intake/pads"),
    row("head", "/intake/pads"),
    row("operator", "/intake/pads/void", "/intake/pads/void", 303),
    row("helper", "/intake/assist"),
    row("helped", "/intake/assist/paper"),
    row("helped", "/intake/assist/done", "/intake/assist/done", 303),
  ];
}

/** Those who take papers in, with a pad, a paper that was entered and one that was typed in for somebody. */
export async function atIntake(
  { origin, portal }: OpenPortal,
  seed: Parameters<typeof demoSignIn>[0],
  head: Person,
): Promise<Record<"operator" | "helper" | "helped", Person>> {
  const [operator, helper, helped] = [new Person(origin), new Person(origin), new Person(origin)];
  await signIn(operator, demoSignIn(seed, "district-registry"));
  for (const each of [helper, helped]) await signIn(each, demoSignIn(seed, "library-helper"));
  const issued = await head.fill("/tk/intake/pads", { stubs: "20" });
  // The year may have issued pads before: the newest is whole.
  const pads = [...issued.page.body.toString().matchAll(/>[0-9]+-([0-9]+)</g)].map(([, pad]) => Number(pad));
  const said = { kind: "filed-complaint", addressee: district, language: "tk", subject: "Gaz ýok", text };
  const who = { name: "Zygyr Halyçy", address: "Çeşme obasy", contact: "", identity: "shown" };
  const yesterday = civilDateText(addDays(civilDateAt(portal.tools.now(), portal.timeZone), -1));
  const how = { channel: "desk", stub: `${Math.max(...pads)}-1`, day: yesterday, hour: "9:30" };
  await operator.fill("/tk/intake/paper", { ...how, ...said, ...who });
  // Together with others: the paper then has a slip besides.
  const asked = await questionsAtAssist(helped, "tk", { identity: "shown", whom: "together" });
  const you = formAt(asked.at(-1)?.body.toString() ?? "", "/tk/intake/assist");
  const sent = await helped.post("/tk/intake/assist", { ...you, ...who });
  assert.equal(sent.status, 303, sent.body.toString());
  return { operator, helper, helped };
}

/** The pages of an assisted point that come after its first one, up to the last question. */
export async function questionsAtAssist(
  helper: Person,
  language: Language,
  chosen: { readonly identity: "shown" | "sealed" | "nameless"; readonly whom: "self" | "together" },
): Promise<readonly WireResponse[]> {
  const path = `/${language}/intake/assist`;
  const said = { kind: "filed-complaint", addressee: district, language: "tk", subject: "Gaz ýok", text };
  const pages = [await helper.get(path)];
  const goOn = async (fields: Readonly<Record<string, string>>) => {
    const form = formAt(pages.at(-1)?.body.toString() ?? "", path);
    pages.push(await helper.post(path, { ...form, ...fields }));
  };
  await goOn({ ...said, ...chosen });
  if (chosen.identity !== "shown") await goOn({ understood: "yes" });
  return pages;
}
