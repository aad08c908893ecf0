/** Opening a case by its number and a code: the status code shows where it stands, the secret everything. */
import { toHex } from "#core/bytes.ts";
import { parseCaseNumber } from "#government/cases/index.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { rememberOpenedCase } from "#platform/session/session-store.ts";
import { caseOpenForm } from "../appeal-forms.ts";
import { renewedToken } from "../filing/filing-session.ts";
import { codeOf, openByCode } from "../open-by-code.ts";
import type { PortalTools } from "../portal-tools.ts";
import { caseOpenPage } from "./case-list-pages.ts";
import { openedCases } from "./case-list-routes.ts";

const codeField = "code" satisfies keyof typeof caseOpenForm.fields;
const wrongStatus = 422;
const heldUpStatus = 429;

/** Registers the page that asks for number and code. */
export function caseOpenRoutes(server: Server, tools: PortalTools): void {
  server.get("/case", async (visit) => {
    const opened = await openedCases(tools, visit);
    return shown(caseOpenPage(visit.t, untouched, { stop: null, opened }));
  });
  server.post("/case", (visit) => openCase(tools, visit));
}

async function openCase(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, body, request, language } = visit;
  const typed = typedIn(caseOpenForm, body);
  const wrong = (problems: readonly FieldProblem[]) =>
    shown(caseOpenPage(t, { typed, problems }, { stop: null, opened: [] }), {
      status: wrongStatus,
      caching: "secret",
    });
  // The first page asks for the number alone: that is no mistake, the code comes next.
  if (!Object.hasOwn(body, codeField)) {
    const opened = await openedCases(tools, visit);
    return shown(caseOpenPage(t, { typed, problems: [] }, { stop: null, opened }));
  }
  const parsed = parseForm(caseOpenForm, body);
  if (!parsed.ok) return wrong(parsed.problem);
  const number = parseCaseNumber(parsed.value.number);
  if (!number.ok) return wrong([{ field: "number", code: "wrong-shape" }]);
  const code = codeOf(parsed.value.code);
  if (code === null) return wrong([{ field: "code", code: "wrong-shape" }]);
  const stopped = (stop: "held-up" | "too-many-open", status: number) =>
    shown(caseOpenPage(t, untouched, { stop, opened: [] }), { status });
  const found = await openByCode(tools, networkPrefix(request.ip), number.value, code);
  if (!found.ok) {
    return found.problem === "held-up"
      ? stopped("held-up", heldUpStatus)
      : wrong([{ field: "code", code: "not-accepted" }]);
  }
  const row = found.value;
  const { session, headers } = await tools.sessions.ensure(request);
  const opened = await rememberOpenedCase(tools.portal, session, toHex(row.tag), code.right, tools.now());
  if (opened === null) return stopped("too-many-open", wrongStatus);
  // A token that somebody saw or planted before must not open the case.
  const isNewRight = code.right === "full" && Object.keys(headers).length === 0;
  const renewed = isNewRight ? await renewedToken(tools, request, opened) : headers;
  return redirected(`/${language}/case/${row.number}`, renewed);
}
