/** A case by its number: whoever calls says a number, and a queue is long. */
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type Desk, withDesk } from "./desk-access.ts";
import { findPage } from "./desk-find-pages.ts";
import { deskFindForm } from "./desk-forms.ts";

const wrongStatus = 422;

/** Registers the search. */
export function deskFindRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/find", (visit) => withDesk(tools, visit, (desk) => find(tools, visit, desk)));
}

async function find(tools: PortalTools, { t, language, query }: Visit, desk: Desk): Promise<Answer> {
  const typed = typedIn(deskFindForm, query);
  const again = (state: FormState) =>
    shown(findPage(t, state), { status: state.problems.length === 0 ? 200 : wrongStatus });
  if (!Object.hasOwn(query, "number")) return again(untouched);
  const parsed = parseForm(deskFindForm, query);
  if (!parsed.ok) return again({ typed, problems: parsed.problem });
  const number = parseCaseNumber(parsed.value.number);
  const wrong = (code: FieldProblem["code"]) => again({ typed, problems: [{ field: "number", code }] });
  if (!number.ok) return wrong("wrong-shape");
  const row = await findCaseByNumber(tools.desk, number.value);
  // Of a case that lies elsewhere a desk learns no more than of a number that nobody has.
  const isHere = desk.bodies.some((body) => body.number === row?.holderBody);
  return row !== null && isHere ? redirected(`/${language}/desk/${row.number}`) : wrong("not-an-option");
}
