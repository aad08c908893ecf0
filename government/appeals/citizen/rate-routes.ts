/** Whether what an answer promised was done: asked once, and not at all of whoever does not want to be asked. */
import { ratingAnswers } from "#core/acts/appeal.ts";
import { ok, refused } from "#core/result.ts";
import type { Server } from "#platform/http/server.ts";
import { caseRateForm } from "../appeal-forms.ts";
import { grantedFor } from "../applicant-grant.ts";
import type { PortalTools } from "../portal-tools.ts";
import { rateAnswer } from "../rate-answer.ts";
import { declineRating } from "../rating-store.ts";
import { actsEntered, registerStep } from "./case-step-routes.ts";
import { ratePage } from "./rate-pages.ts";

/** Registers the question. */
export function rateRoutes(server: Server, tools: PortalTools): void {
  registerStep(server, tools, {
    act: "rate",
    form: caseRateForm,
    page: async (_, page) => ratePage(page),
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.rate");
      if (grant === null) return refused("may-not-follow");
      const answer = ratingAnswers.find((each) => each === sent.values.answer);
      if (answer !== undefined) return actsEntered(await rateAnswer(grant, answer, appealTools));
      await declineRating(appealTools.transaction, sent.row.tag, appealTools.now());
      return ok([]);
    },
  });
}
