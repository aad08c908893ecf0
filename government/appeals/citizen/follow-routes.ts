/** Taking a case that was opened by its secret into one's own list. */
import { ok, refused } from "#core/result.ts";
import type { Server } from "#platform/http/server.ts";
import { caseFollowForm } from "../appeal-forms.ts";
import { grantedFor } from "../applicant-grant.ts";
import { followByAccount } from "../follow-by-account.ts";
import type { PortalTools } from "../portal-tools.ts";
import { registerStep } from "./case-step-routes.ts";
import { followPage } from "./follow-pages.ts";

/** Registers the page. */
export function followRoutes(server: Server, tools: PortalTools): void {
  registerStep(server, tools, {
    act: "follow",
    form: caseFollowForm,
    page: async (_, page) => followPage(page),
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.follow-by-account");
      if (grant === null) return refused("may-not-follow");
      const followed = await followByAccount(grant, appealTools);
      return followed.ok ? ok(null) : refused("may-not-follow");
    },
    done: async ({ language }) => `/${language}/my`,
  });
}
