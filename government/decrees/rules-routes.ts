/** The rules of the clock for everyone, and the pages on which the cabinet's head announces new ones. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import { defaultRules, type RuleVersion } from "#core/clock/rules.ts";
import type { Parameters as CountryParameters } from "#core/record/parameters.ts";
import { type Result, refused, unreachable } from "#core/result.ts";
import { carryOutOnce, type PortalTools } from "#government/appeals/index.ts";
import { countOpenCasesDueFrom, decreeEntries } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FormBody } from "#platform/form/form.ts";
import { typedIn } from "#platform/form/parse-form.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { announceRules } from "./announce-rules.ts";
import { type CountryDesk, withCountryDesk } from "./country-desk.ts";
import { type RulesChange, readRulesChange, typedOfRules } from "./read-rules-edit.ts";
import { type RulesRefusal, rulesCheckPage, rulesDeskPage, rulesFormPage } from "./rules-desk-pages.ts";
import { editedRules, type RulesEditKind, type RulesEditProblem, rulesEdits } from "./rules-edit.ts";
import { rulesForms } from "./rules-forms.ts";
import { rulesPage } from "./rules-pages.ts";

const rulesShown = { caching: { publicSeconds: 60 } } as const;
const wrongStatus = 422;
const conflictStatus = 409;

/** Registers the public rules and the pages of their changes. */
export function rulesRoutes(server: Server, tools: PortalTools): void {
  server.get("/rules", async ({ t, query }) => {
    const parameters = await tools.parametersReader.read(tools.portal);
    const entries = await decreeEntries(tools.portal, tools.log, "rules-changed");
    const now = tools.now();
    const today = civilDateAt(now, parameters.timeZone);
    const { rules, timeZone } = parameters;
    const inForce = rulesAt(parameters, now);
    const asked = firstValue(query, "version");
    const whole = asked === "" ? inForce : rules.find(({ version }) => String(version) === asked);
    if (whole === undefined) return errorAnswer(404);
    const page = { rules, entries, whole, inForce, timeZone, today, log: tools.log };
    return shown(rulesPage(t, page), rulesShown);
  });
  server.get("/desk/rules", (visit) =>
    withCountryDesk(tools, visit, "rules.change", async ({ parameters, today }) =>
      shown(rulesDeskPage(visit.t, { announced: announcedLast(parameters), today })),
    ),
  );
  server.get("/desk/rules/:edit", (visit) =>
    withEdit(tools, visit, (desk, kind) => showEdit(tools, visit, desk, kind, visit.query)),
  );
  server.post("/desk/rules/:edit", (visit) =>
    withEdit(tools, visit, (desk, kind) => announce(server, tools, visit, desk, kind)),
  );
}

async function withEdit(
  tools: PortalTools,
  visit: Visit,
  run: (desk: CountryDesk, kind: RulesEditKind) => Promise<Answer>,
): Promise<Answer> {
  const kind = rulesEdits.find((each) => each === visit.params.edit);
  if (kind === undefined) return errorAnswer(404);
  return await withCountryDesk(tools, visit, "rules.change", (desk) => run(desk, kind));
}

/** New rules are made from those announced last, whether or not they hold already. */
function announcedLast({ rules }: CountryParameters): RuleVersion {
  return rules.at(-1) ?? defaultRules;
}

/** The form with what stands now, the form with what is wrong, or what would change: by what stands in the address. */
async function showEdit(
  tools: PortalTools,
  visit: Visit,
  { parameters, today }: CountryDesk,
  kind: RulesEditKind,
  typedBody: FormBody,
  refusal: RulesRefusal | null = null,
): Promise<Answer> {
  const { t } = visit;
  const before = announcedLast(parameters);
  const form = rulesForms[kind];
  const typed = typedIn(form, typedBody);
  const around = { kind, before, today, refusal };
  const isEmpty = !Object.keys(form.fields).some((name) => Object.hasOwn(typedBody, name));
  if (isEmpty) {
    return shown(rulesFormPage(t, { ...around, state: { typed: typedOfRules(kind, before), problems: [] } }));
  }
  if (firstValue(typedBody, "change") !== "")
    return shown(rulesFormPage(t, { ...around, state: { typed, problems: [] } }));
  const read = readRulesChange(kind, typedBody);
  if (!read.ok) {
    const state = { typed, problems: read.problem };
    return shown(rulesFormPage(t, { ...around, state }), { status: wrongStatus });
  }
  const next = editedRules(before, read.value.edit, read.value.announcement, today);
  if (!next.ok) {
    const state = { typed, problems: [] };
    const page = rulesFormPage(t, { ...around, state, refusal: refusal ?? next.problem });
    return shown(page, { status: wrongStatus });
  }
  const page = rulesCheckPage(t, {
    ...around,
    typed,
    after: { ...next.value, announced: tools.now() },
    openCases: await countOpenCasesDueFrom(tools.desk, today),
    formKey: visit.drawFormKey(),
  });
  return shown(page, { status: refusal === null ? 200 : conflictStatus });
}

async function announce(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: CountryDesk,
  kind: RulesEditKind,
): Promise<Answer> {
  const read = readRulesChange(kind, visit.body);
  if (!read.ok) return await showEdit(tools, visit, desk, kind, visit.body);
  const sent = { visit, formKeys: server.formKeys, scope: desk.session.id, side: "desk" } as const;
  const done = await carryOutOnce<number, RulesEditProblem | "not-allowed">(tools, sent, (acting) =>
    announceGranted(desk, read.value, { ...acting, parametersReader: tools.parametersReader }),
  );
  if (done.ok) return redirected(`/${visit.language}/rules`);
  switch (done.problem) {
    case "not-ahead":
    case "too-far-ahead":
    case "before-announced":
    case "changes-nothing":
      return await showEdit(tools, visit, desk, kind, visit.body, done.problem);
    case "not-drawn-here":
    case "expired":
    case "different-body":
      return await showEdit(tools, visit, desk, kind, visit.body, "form-too-old");
    case "not-allowed":
      // The office may have ended since the page was asked for.
      return errorAnswer(403);
    default:
      return unreachable(done.problem);
  }
}

async function announceGranted(
  { actor, object }: CountryDesk,
  change: RulesChange,
  tools: Parameters<typeof announceRules>[2],
): Promise<Result<number, RulesEditProblem | "not-allowed">> {
  const grant = ask(actor, "rules.change", object);
  return grant.ok ? await announceRules(grant.value, change, tools) : refused("not-allowed");
}
