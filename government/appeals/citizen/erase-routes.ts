/** Asking to have texts, files or the name erased, and thinking better of it. */
import { erasureScopes } from "#core/acts/erasure.ts";
import { refused } from "#core/result.ts";
import type { Server } from "#platform/http/server.ts";
import { caseEraseForm, caseKeepForm } from "../appeal-forms.ts";
import { grantedFor } from "../applicant-grant.ts";
import { askErasure, takeErasureBack } from "../ask-erasure.ts";
import type { PortalTools } from "../portal-tools.ts";
import { actsEntered, registerStep } from "./case-step-routes.ts";
import { erasePage, keepPage } from "./erase-pages.ts";

/** Registers both. */
export function eraseRoutes(server: Server, tools: PortalTools): void {
  registerStep(server, tools, {
    act: "erase",
    form: caseEraseForm,
    page: async (_, page) => erasePage(page),
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.ask-erasure");
      if (grant === null) return refused("may-not-follow");
      const scope = erasureScopes.filter((each) => sent.values.scope.includes(each));
      return actsEntered(await askErasure(grant, scope, appealTools));
    },
  });
  registerStep(server, tools, {
    act: "keep",
    form: caseKeepForm,
    page: async (_, page) => keepPage(page),
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.ask-erasure");
      return grant === null
        ? refused("may-not-follow")
        : actsEntered(await takeErasureBack(grant, appealTools));
    },
  });
}
