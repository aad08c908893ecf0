/** The calendar for everyone, and the pages on which the cabinet's head changes it. */
import { type CalendarVersion, emptyCalendar } from "#core/clock/calendar.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters as CountryParameters } from "#core/record/parameters.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { type Result, refused, unreachable } from "#core/result.ts";
import { carryOutOnce, type PortalTools } from "#government/appeals/index.ts";
import { countOpenCasesDueFrom, decreeEntries } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FormBody } from "#platform/form/form.ts";
import { typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { translator } from "#platform/language/texts.ts";
import { announceEdit } from "./announce-edit.ts";
import {
  type CalendarEdit,
  type CalendarEditKind,
  type CalendarEditProblem,
  calendarEdits,
  editedCalendar,
} from "./calendar-edit.ts";
import { decreeForms } from "./calendar-forms.ts";
import { calendarDeskPage, calendarPage, decreeCheckPage, decreeFormPage } from "./calendar-pages.ts";
import { type CountryDesk, withCountryDesk } from "./country-desk.ts";
import { readEdit } from "./read-edit.ts";

const calendarShown = { caching: { publicSeconds: 60 } } as const;
const wrongStatus = 422;
const conflictStatus = 409;

/** Registers the public calendar and the pages of its changes. */
export function calendarRoutes(server: Server, tools: PortalTools): void {
  server.get("/calendar", async ({ t }) => {
    const { calendars, timeZone } = await tools.parametersReader.read(tools.portal);
    const entries = await decreeEntries(tools.portal, tools.log, "calendar-changed");
    const today = civilDateAt(tools.now(), timeZone);
    return shown(calendarPage(t, { calendars, entries, timeZone, today }), calendarShown);
  });
  server.get("/desk/calendar", (visit) =>
    withCountryDesk(tools, visit, "calendar.change", async ({ parameters, today }) =>
      shown(calendarDeskPage(visit.t, { calendar: calendarOf(parameters), today })),
    ),
  );
  server.get("/desk/calendar/:edit", (visit) =>
    withEdit(tools, visit, (desk, kind) => showEdit(tools, visit, desk, kind, visit.query)),
  );
  server.post("/desk/calendar/:edit", (visit) =>
    withEdit(tools, visit, (desk, kind) => announce(server, tools, visit, desk, kind)),
  );
}

async function withEdit(
  tools: PortalTools,
  visit: Visit,
  run: (desk: CountryDesk, kind: CalendarEditKind) => Promise<Answer>,
): Promise<Answer> {
  const kind = calendarEdits.find((each) => each === visit.params.edit);
  if (kind === undefined) return errorAnswer(404);
  return await withCountryDesk(tools, visit, "calendar.change", (desk) => run(desk, kind));
}

function calendarOf({ calendars }: CountryParameters): CalendarVersion {
  return calendars.at(-1) ?? emptyCalendar;
}

/** The empty form, the form with what is wrong, or what the decree would do: by what stands in the address. */
async function showEdit(
  tools: PortalTools,
  visit: Visit,
  { parameters, today }: CountryDesk,
  kind: CalendarEditKind,
  typedBody: FormBody,
  refusal: CalendarEditProblem | "form-too-old" | null = null,
): Promise<Answer> {
  const { t } = visit;
  const calendar = calendarOf(parameters);
  const form = decreeForms[kind];
  const typed = typedIn(form, typedBody);
  const isEmpty = !Object.keys(form.fields).some((name) => Object.hasOwn(typedBody, name));
  if (isEmpty) return shown(decreeFormPage(t, { kind, state: untouched, refusal }));
  if (firstValue(typedBody, "change") !== "")
    return shown(decreeFormPage(t, { kind, state: { typed, problems: [] }, refusal }));
  const read = readEdit(kind, typedBody, outageName());
  if (!read.ok) {
    const state = { typed, problems: read.problem };
    return shown(decreeFormPage(t, { kind, state, refusal }), { status: wrongStatus });
  }
  const next = editedCalendar(calendar, read.value, today);
  if (!next.ok) {
    const state = { typed, problems: [] };
    return shown(decreeFormPage(t, { kind, state, refusal: refusal ?? next.problem }), {
      status: wrongStatus,
    });
  }
  const openCases = await countOpenCasesDueFrom(tools.desk, today);
  const page = decreeCheckPage(t, {
    ...{ kind, edit: read.value, typed, openCases, refusal },
    before: calendar,
    after: { ...next.value, announced: tools.now() },
    formKey: visit.drawFormKey(),
  });
  return shown(page, { status: refusal === null ? 200 : conflictStatus });
}

async function announce(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: CountryDesk,
  kind: CalendarEditKind,
): Promise<Answer> {
  const read = readEdit(kind, visit.body, outageName());
  if (!read.ok) return await showEdit(tools, visit, desk, kind, visit.body);
  const sent = { visit, formKeys: server.formKeys, scope: desk.session.id, side: "desk" } as const;
  const done = await carryOutOnce<number, CalendarEditProblem | "not-allowed">(tools, sent, (acting) =>
    announceGranted(desk, read.value, { ...acting, parametersReader: tools.parametersReader }),
  );
  if (done.ok) return redirected(`/${visit.language}/calendar`);
  switch (done.problem) {
    case "ends-before-it-begins":
    case "too-many-days":
    case "too-far-ahead":
    case "already-past":
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
  edit: CalendarEdit,
  tools: Parameters<typeof announceEdit>[2],
): Promise<Result<number, CalendarEditProblem | "not-allowed">> {
  const grant = ask(actor, "calendar.change", object);
  return grant.ok ? await announceEdit(grant.value, edit, tools) : refused("not-allowed");
}

/** What explanations call a day of an outage, in the three languages of the record. */
function outageName(): Trilingual {
  const key = "decree-outage-name";
  return { tk: translator("tk")(key), ru: translator("ru")(key), en: translator("en")(key) };
}
