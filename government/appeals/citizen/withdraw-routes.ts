/** Withdrawing an appeal, and taking the withdrawal back. */
import { refused, unreachable } from "#core/result.ts";
import { parseWithdrawalCode } from "#government/cases/index.ts";
import type { Server } from "#platform/http/server.ts";
import { caseRevokeForm, caseWithdrawForm } from "../appeal-forms.ts";
import { grantedFor } from "../applicant-grant.ts";
import { guessLimits } from "../guess-limits.ts";
import type { PortalTools } from "../portal-tools.ts";
import { revokeWithdrawal } from "../revoke-withdrawal.ts";
import { type WithdrawProblem, withdrawAppeal } from "../withdraw-appeal.ts";
import { findWithdrawalCode, slipPrintedAt } from "../withdrawal-code-store.ts";
import { actsEntered, registerStep, type StepProblem } from "./case-step-routes.ts";
import { revokePage, withdrawPage } from "./withdraw-pages.ts";

/** Registers both. */
export function withdrawRoutes(server: Server, tools: PortalTools): void {
  registerStep(server, tools, {
    act: "withdraw",
    form: caseWithdrawForm,
    page: async ({ portal }, page) => {
      const hasCode = (await findWithdrawalCode(portal, page.access.row.tag)) !== null;
      return withdrawPage(page, { hasCode, printedAt: await slipPrintedAt(portal, page.access.row.tag) });
    },
    guesses: ({ number }) => [{ rule: guessLimits.withdrawalOfCase, subject: number }],
    enter: async (appealTools, sent) => {
      const code = parseWithdrawalCode(sent.values.code);
      if (!code.ok) return refused([{ field: "code", code: "wrong-shape" }]);
      const grant = await grantedFor(appealTools, sent, "appeal.withdraw");
      if (grant === null) return refused("may-not-follow");
      const withdrawn = await withdrawAppeal(grant, code.value, appealTools);
      return withdrawn.ok ? actsEntered(withdrawn) : refused(problemOf(withdrawn.problem));
    },
  });
  registerStep(server, tools, {
    act: "revoke",
    form: caseRevokeForm,
    page: async (_, page) => revokePage(page),
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.revoke-withdrawal");
      return grant === null
        ? refused("may-not-follow")
        : actsEntered(await revokeWithdrawal(grant, appealTools));
    },
  });
}

function problemOf(problem: WithdrawProblem): StepProblem {
  if (typeof problem === "object") return "may-not-follow";
  switch (problem) {
    case "without-withdrawal-code":
      return "may-not-follow";
    case "code-not-accepted":
      return [{ field: "code", code: "not-accepted" }];
    default:
      return unreachable(problem);
  }
}
