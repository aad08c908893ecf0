/** The applicant's side of a collective appeal: how many have signed, and the code to pass on. */
import { ok, refused } from "#core/result.ts";
import { caseObjectFor, findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { coSigningKey } from "../case-codes.ts";
import type { CaseAccess } from "../citizen/case-access.ts";
import { withCase } from "../citizen/case-routes.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { takesSignatures } from "./co-sign-appeal.ts";
import { codePage, signaturesPage } from "./co-sign-pages.ts";
import { countCoSigners } from "./co-sign-store.ts";
import { drawCoSigningCode } from "./gather-signatures.ts";

/** Registers the page and the post that shows a code. */
export function signaturesRoutes(server: Server, tools: PortalTools): void {
  server.get("/case/:number/signatures", (visit) =>
    withCase(tools, visit, (access) => show(tools, visit, access)),
  );
  server.post("/case/:number/signatures", (visit) =>
    withCase(tools, visit, (access) => draw(server, tools, visit, access)),
  );
}

async function show(
  tools: PortalTools,
  { t, drawFormKey, language }: Visit,
  access: CaseAccess,
): Promise<Answer> {
  const { row, viewer } = access;
  const count = await countCoSigners(tools.portal, row.tag);
  if (count === null || viewer.kind !== "applicant") return redirected(`/${language}/case/${row.number}`);
  return shown(signaturesPage(t, { row, count, isOpen: takesSignatures(row.phase), formKey: drawFormKey() }));
}

async function draw(server: Server, tools: PortalTools, visit: Visit, access: CaseAccess): Promise<Answer> {
  const { row, actor, session } = access;
  const here = `/${visit.language}/case/${row.number}/signatures`;
  const codes: string[] = [];
  const done = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    async (appealTools, formKey) => {
      const now = await findCase(appealTools.transaction, row.tag);
      if (now === null) return refused("not-collective" as const);
      const object = await caseObjectFor(appealTools.transaction, actor, now);
      const grant = ask(actor, "appeal.gather-signatures", object);
      if (!grant.ok) return refused("not-collective" as const);
      const drawn = await drawCoSigningCode(grant.value, coSigningKey(tools.serverKey, formKey), appealTools);
      if (drawn.ok) codes.push(drawn.value);
      // What opens the text is not kept with the outcome: a repeat leads to the page, where a new one can be drawn.
      return drawn.ok ? ok(null) : drawn;
    },
  );
  const [code] = codes;
  if (done.ok && code !== undefined) {
    return shown(codePage(visit.t, { number: row.number, code }), { caching: "secret" });
  }
  return done.ok || done.problem !== "different-body" ? redirected(here) : errorAnswer(422);
}
