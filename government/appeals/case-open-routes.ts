/** Opening a case by its number and a code: the status code shows where it stands, the secret everything. */
import { timingSafeEqual } from "node:crypto";
import { toHex } from "#core/bytes.ts";
import {
  type CaseNumber,
  type CaseRow,
  codeHash,
  findCaseByNumber,
  parseCaseNumber,
  parseCaseSecret,
  parseStatusCode,
} from "#government/cases/index.ts";
import type { OpenedRight } from "#platform/authority/actor.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { rememberOpenedCase } from "#platform/session/session-store.ts";
import { caseOpenForm } from "./appeal-forms.ts";
import { caseOpenPage } from "./case-list-pages.ts";
import { openedCases } from "./case-list-routes.ts";
import { renewedToken } from "./filing-session.ts";
import { type CountedGuess, giveGuessesBack, guessLimits, takeGuesses } from "./guess-limits.ts";
import type { PortalTools } from "./portal-tools.ts";

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
  const parsed = parseForm(caseOpenForm, body);
  if (!parsed.ok) return wrong(parsed.problem);
  const number = parseCaseNumber(parsed.value.number);
  if (!number.ok) return wrong([{ field: "number", code: "wrong-shape" }]);
  const code = codeOf(parsed.value.code);
  if (code === null) return wrong([{ field: "code", code: "wrong-shape" }]);
  const guesses = guessesAt(number.value, networkPrefix(request.ip), code.right);
  const stopped = (stop: "held-up" | "too-many-open", status: number) =>
    shown(caseOpenPage(t, untouched, { stop, opened: [] }), { status });
  if (!(await takeGuesses(tools, guesses))) return stopped("held-up", heldUpStatus);
  const row = await findCaseByNumber(tools.portal, number.value);
  if (row === null || !fits(row, code)) return wrong([{ field: "code", code: "not-accepted" }]);
  await giveGuessesBack(tools, guesses);
  const { session, headers } = await tools.sessions.ensure(request);
  const opened = await rememberOpenedCase(tools.portal, session, toHex(row.tag), code.right, tools.now());
  if (opened === null) return stopped("too-many-open", wrongStatus);
  // A token that somebody saw or planted before must not open the case.
  const isNewRight = code.right === "full" && Object.keys(headers).length === 0;
  const renewed = isNewRight ? await renewedToken(tools, request, opened) : headers;
  return redirected(`/${language}/case/${row.number}`, renewed);
}

interface TypedCode {
  readonly right: OpenedRight;
  readonly code: Parameters<typeof codeHash>[1];
}

/** One field takes either code: they differ in length. */
function codeOf(text: string): TypedCode | null {
  const statusCode = parseStatusCode(text);
  if (statusCode.ok) return { right: "status", code: statusCode.value };
  const secret = parseCaseSecret(text);
  return secret.ok ? { right: "full", code: secret.value } : null;
}

function fits(row: CaseRow, { right, code }: TypedCode): boolean {
  const kept = right === "full" ? row.secretHash : row.statusCodeHash;
  const given = codeHash(row.tag, code);
  return kept.length === given.length && timingSafeEqual(kept, given);
}

/** A secret has 80 bits and needs no limit for its number, so that nobody's guessing shuts the applicant out. */
function guessesAt(number: CaseNumber, network: string, right: OpenedRight): readonly CountedGuess[] {
  const ofNetwork = { rule: guessLimits.casesOfNetwork, subject: network };
  if (right === "full") return [ofNetwork];
  return [
    ofNetwork,
    { rule: guessLimits.caseFromNetwork, subject: `${number} ${network}` },
    { rule: guessLimits.caseFromAnywhere, subject: number },
  ];
}
