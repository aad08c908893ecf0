/** Taking a case to a higher place: a new case that carries the old one on. */
import { toHex } from "#core/bytes.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, refused } from "#core/result.ts";
import type { Server } from "#platform/http/server.ts";
import { rememberOpenedCase } from "#platform/session/session-store.ts";
import { caseHigherForm } from "../appeal-forms.ts";
import { appealHigher } from "../appeal-higher.ts";
import { grantedFor } from "../applicant-grant.ts";
import { caseCodeKeys } from "../case-codes.ts";
import type { PortalTools } from "../portal-tools.ts";
import { textIn } from "./case-act-pages.ts";
import { registerStep } from "./case-step-routes.ts";
import { higherPage } from "./higher-pages.ts";
import { remediesOf } from "./next-acts.ts";
import { type FiledReceipt, keepReceipt, readReceipt } from "./receipt-session.ts";

/** Registers the page. It ends at the receipt of the new case. */
export function higherRoutes(server: Server, tools: PortalTools): void {
  registerStep(server, tools, {
    act: "higher",
    form: caseHigherForm,
    page: async (_, page) => {
      const subject = textIn(page.view.acts[0]?.texts ?? null, "subject");
      return higherPage(page, { remedies: remediesOf(page), subject });
    },
    enter: async (appealTools, sent) => {
      const grant = await grantedFor(appealTools, sent, "appeal.appeal-higher");
      if (grant === null) return refused("may-not-follow");
      const { values, language, formKey, at } = sent;
      const codes = caseCodeKeys(tools.serverKey, formKey);
      const gone = await appealHigher(
        grant,
        { ...values, language, codes },
        { ...appealTools, tree: at.tree },
      );
      // Another way may still be open: the page comes again with those that are.
      if (!gone.ok)
        return refused(
          gone.problem === "no-remedy" ? [{ field: "to", code: "not-accepted" }] : "may-not-follow",
        );
      const { row, actId } = gone.value;
      return ok({
        tag: toHex(row.tag),
        actId,
        formKey,
        isDelayed: row.entersLater,
      } satisfies FiledReceipt);
    },
    done: (visit, access, outcome) => toReceipt(tools, visit.language, access.session, outcome),
  });
}

/** The browser that went there holds the new case, and sees its receipt first. */
async function toReceipt(
  tools: PortalTools,
  language: string,
  session: Parameters<typeof keepReceipt>[1],
  outcome: JsonValue,
): Promise<string> {
  const receipt = readReceipt(outcome);
  if (receipt === null) return `/${language}/case`;
  await rememberOpenedCase(tools.portal, session, receipt.tag, "full", tools.now());
  await keepReceipt(tools, session, receipt);
  return `/${language}/appeal/receipt`;
}
