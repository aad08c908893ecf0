/** Withdrawals of those who came to the counter, for want of a code. */
import { ok, refused } from "#core/result.ts";
import {
  type Attachment,
  attachmentMebibytesMax,
  carryOutOnce,
  grantedFor,
  readAttachment,
  withdrawInPerson,
} from "#government/appeals/index.ts";
import { findCaseByNumber, lockCase, parseCaseNumber } from "#government/cases/index.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { type AtPlace, withPlace } from "../intake-access.ts";
import { inPersonForm } from "../intake-forms.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { inPersonDonePage, inPersonPage, statementField } from "./in-person-pages.ts";

const wrongStatus = 422;

/** Registers the form and what follows it. */
export function inPersonRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/in-person", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", async (place) =>
      showForm(visit, place, untouched, null),
    ),
  );
  server.post("/intake/in-person", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => postVisit(server, tools, visit, place)),
  );
  server.get("/intake/in-person/done", async ({ t }) => shown(inPersonDonePage(t)));
}

function showForm(
  visit: Visit,
  { query }: AtPlace,
  state: FormState,
  statementProblem: string | null,
): Answer {
  const shownForm = { action: `${visit.fullPath}${query}`, formKey: visit.drawFormKey(), statementProblem };
  const isWrong = state.problems.length > 0 || statementProblem !== null;
  return shown(inPersonPage(visit.t, shownForm, state), { status: isWrong ? wrongStatus : 200 });
}

async function postVisit(server: Server, tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const parsed = parseForm(inPersonForm, visit.body);
  const statement = readStatement(visit);
  const again = (problems: readonly FieldProblem[]) =>
    showForm(
      visit,
      place,
      { typed: typedIn(inPersonForm, visit.body), problems },
      typeof statement === "string" ? statement : null,
    );
  if (!parsed.ok || typeof statement === "string") return again(parsed.ok ? [] : parsed.problem);
  const { number: typedNumber, what, seen } = parsed.value;
  const number = parseCaseNumber(typedNumber);
  const known = number.ok ? await findCaseByNumber(tools.portal, number.value) : null;
  if (known === null) return again([{ field: "number", code: "not-accepted" }]);
  const entered = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: place.session.id, side: "portal" },
    async (appealTools) => {
      const row = await lockCase(appealTools.transaction, known.tag);
      const { actor } = place;
      const grant = row && (await grantedFor(appealTools, { row, actor }, "appeal.withdraw-in-person"));
      // A case of another body is answered as one that is not there: the counter is no way to ask about cases.
      if (!grant) return refused("number");
      const done = await withdrawInPerson(grant, { what, seen, statement: [statement] }, appealTools);
      return done.ok ? ok(true) : refused("what");
    },
  );
  if (entered.ok) return redirected(`${visit.fullPath}/done`);
  const { problem } = entered;
  if (problem === "number" || problem === "what") return again([{ field: problem, code: "not-accepted" }]);
  return again([]);
}

/** The scan, or what is wrong with it in words. */
function readStatement(visit: Visit): Attachment | string {
  const file = visit.files.find(({ field }) => field === statementField);
  if (file === undefined) return visit.t("intake-in-person-statement-missing");
  const read = readAttachment(file.fileName, file.bytes);
  return read.ok ? read.value : visit.t(`appeal-file-${read.problem}`, { size: attachmentMebibytesMax });
}
