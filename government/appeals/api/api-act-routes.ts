/** What an applicant does with a case, as JSON. Each act is what it takes, what may be wrong with it, and its verb. */
import type { FastifyInstance } from "fastify";
import { refused } from "#core/result.ts";
import { type EnteredActs, parseWithdrawalCode } from "#government/cases/index.ts";
import { addToAppeal } from "../add-to-appeal.ts";
import { caseAddForm, caseClarifyForm, caseDisputeForm } from "../appeal-forms.ts";
import { askErasure, takeErasureBack } from "../ask-erasure.ts";
import { giveClarification } from "../clarify-appeal.ts";
import { disputeAppeal } from "../dispute-appeal.ts";
import type { PortalTools } from "../portal-tools.ts";
import { rateAnswer } from "../rate-answer.ts";
import { revokeWithdrawal } from "../revoke-withdrawal.ts";
import { withdrawAppeal } from "../withdraw-appeal.ts";
import { actRequests } from "./api-act-schemas.ts";
import { type Acting, enteredBy, registerAct } from "./api-case-act-routes.ts";
import type { filesSent } from "./api-file-schemas.ts";
import { formRefusal } from "./api-forms.ts";
import type { FromSchema } from "./api-schemas.ts";
import { withFilesAlong } from "./files-along.ts";

/** Registers every act. */
export function apiActRoutes(api: FastifyInstance, tools: PortalTools): void {
  answers(api, tools);
  additions(api, tools);
  withdrawals(api, tools);
  erasures(api, tools);
}

function answers(api: FastifyInstance, tools: PortalTools): void {
  registerAct(api, tools, actRequests.dispute, {
    path: "dispute",
    operationId: "disputeAnswer",
    summary: "The answer is none: the deadline that stood before it stands again. Once for each answer",
    wrong: ({ reason, text = "" }, t) => formRefusal(t, caseDisputeForm, { reason, text }),
    enter: (acting, { reason, text = "" }) =>
      enteredBy(acting, "appeal.dispute", (grant) => disputeAppeal(grant, { reason, text }, acting.tools)),
  });
  registerAct(api, tools, actRequests.rate, {
    path: "rate",
    operationId: "rateAnswer",
    summary: "Whether what was answered was done. Once for each answer; changes no deadline",
    enter: (acting, { answer }) =>
      enteredBy(acting, "appeal.rate", (grant) => rateAnswer(grant, answer, acting.tools)),
  });
}

function additions(api: FastifyInstance, tools: PortalTools): void {
  registerAct(api, tools, actRequests.add, {
    path: "add",
    operationId: "addToAppeal",
    summary: "Something more for whoever handles the case. Changes no deadline",
    wrong: ({ what, text }, t) => formRefusal(t, caseAddForm, { what, text }),
    enter: (acting, { what, text, files }) =>
      along(acting, files, (attachments) =>
        enteredBy(acting, "appeal.add", (grant) =>
          addToAppeal(grant, { what, text, attachments }, acting.tools),
        ),
      ),
  });
  registerAct(api, tools, actRequests.clarify, {
    path: "clarify",
    operationId: "giveClarification",
    summary: "The answer to what the body asked: the clock runs again",
    wrong: ({ text }, t) => formRefusal(t, caseClarifyForm, { text }),
    enter: async (acting, { text, files }) => {
      // As on the page: an answer belongs to a question.
      if (acting.bearer.row.phase !== "awaiting-applicant") return refused({ code: "may-not-follow" });
      return await along(acting, files, (attachments) =>
        enteredBy(acting, "appeal.give-clarification", (grant) =>
          giveClarification(grant, { text, attachments }, acting.tools),
        ),
      );
    },
  });
}

/** With the files that were sent in pieces; they belong to the case's applicant, who shows their name or does not. */
function along(
  { tools, t, bearer }: Acting,
  files: FromSchema<typeof filesSent> | undefined,
  run: Parameters<typeof withFilesAlong<EnteredActs>>[2],
) {
  const { identityShown } = bearer.row;
  return withFilesAlong({ tools, t, identityShown }, files === undefined ? {} : { files }, run);
}

function withdrawals(api: FastifyInstance, tools: PortalTools): void {
  registerAct(api, tools, actRequests.withdraw, {
    path: "withdraw",
    operationId: "withdrawAppeal",
    summary: "The applicant withdraws, by a code of its own; it can be taken back for some days",
    isGuess: true,
    wrong: ({ withdrawalCode }) =>
      parseWithdrawalCode(withdrawalCode).ok ? null : { code: "code-malformed" },
    enter: async (acting, { withdrawalCode }) => {
      const code = parseWithdrawalCode(withdrawalCode);
      if (!code.ok) return refused({ code: code.problem });
      return await enteredBy(acting, "appeal.withdraw", (grant) =>
        withdrawAppeal(grant, code.value, acting.tools),
      );
    },
  });
  registerAct(api, tools, actRequests.bare, {
    path: "revoke-withdrawal",
    operationId: "revokeWithdrawal",
    summary: "The withdrawal is taken back: the deadline that stood before it stands again",
    enter: (acting) =>
      enteredBy(acting, "appeal.revoke-withdrawal", (grant) => revokeWithdrawal(grant, acting.tools)),
  });
}

function erasures(api: FastifyInstance, tools: PortalTools): void {
  registerAct(api, tools, actRequests.erase, {
    path: "ask-erasure",
    operationId: "askErasure",
    summary:
      "Asks to have texts, files or the name erased; decided by a head, not before three days are over",
    enter: (acting, { scope }) =>
      enteredBy(acting, "appeal.ask-erasure", (grant) => askErasure(grant, scope, acting.tools)),
  });
  registerAct(api, tools, actRequests.bare, {
    path: "take-erasure-back",
    operationId: "takeErasureBack",
    summary: "Takes the request to erase back, as long as it is not decided",
    enter: (acting) =>
      enteredBy(acting, "appeal.ask-erasure", (grant) => takeErasureBack(grant, acting.tools)),
  });
}
