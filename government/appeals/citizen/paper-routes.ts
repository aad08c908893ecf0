/** What an applicant prints: the plain slip, and on request the two codes with which others check a receipt. */
import { viewCase } from "#government/cases/index.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { findAct } from "#platform/record/act-store.ts";
import { fingerprintOfDay, receiptFor } from "#platform/record/receipts.ts";
import { bodyNames } from "../body-names.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { CaseAccess } from "./case-access.ts";
import { withCase } from "./case-routes.ts";
import { caseNow } from "./next-acts.ts";
import { codePage, slipPage } from "./paper-pages.ts";
import { codePicture, fullCodeOf, smallCodeOf } from "./receipt-code.ts";
import { openReceipt } from "./receipt-session.ts";

/** Which code; the full one stands on a page of its own. */
const codes = ["small", "full"] as const;
export type CodeName = (typeof codes)[number];
const levelOf = { small: "M", full: "L" } as const;

/** Registers slip, codes and pictures. */
export function paperRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/receipt/print", (visit) => showSlip(tools, visit));
  for (const name of codes) {
    server.get(`/case/:number/act/:act/${name}`, (visit) =>
      withCase(tools, visit, (access) => showCode(tools, visit, access, name)),
    );
    server.get(`/case/:number/act/:act/${name}.png`, (visit) =>
      withCase(tools, visit, async (access) => {
        const found = await codeOf(tools, visit, access, name);
        if (found === null || found.code === null) return errorAnswer(404);
        return fileAnswer(codePicture(found.code, levelOf[name]).png, "image/png");
      }),
    );
  }
}

/** The slip: number, status code, next date, fingerprint. Found in a pocket it says no more than that somebody wrote. */
async function showSlip(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, request, language } = visit;
  const receipt = await openReceipt(tools, await tools.sessions.current(request));
  if (receipt === null) return redirected(`/${language}/case`);
  const { row, statusCode } = receipt;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "status-holder" }, row, parameters, tools.now());
  const page = slipPage(t, {
    number: row.number,
    statusCode,
    body: bodyNames(t, parameters)(row.holderBody),
    due: view.due,
    fingerprint: await fingerprintOfDay(tools.receipts),
    address: `${tools.origin}/${language}/case`,
  });
  return shown(page, { caching: "secret" });
}

/** The letters of a code for an act of the case; `null` for an act that is not there, or for who may not have it. */
async function codeOf(
  tools: PortalTools,
  { params }: Visit,
  access: CaseAccess,
  name: CodeName,
): Promise<{ readonly code: string | null } | null> {
  const place = params.act ?? "";
  if (access.viewer.kind !== "applicant" || !/^[1-9][0-9]{0,3}$/.test(place)) return null;
  const { view } = await caseNow(tools, access);
  const named = view.acts[Number(place) - 1];
  const [receipt, act] =
    named === undefined
      ? [null, null]
      : await Promise.all([receiptFor(tools.receipts, named.actId), findAct(tools.portal, named.actId)]);
  if (receipt === null) return null;
  return { code: name === "small" ? smallCodeOf(receipt, act?.nonce ?? null) : fullCodeOf(receipt) };
}

async function showCode(
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  name: CodeName,
): Promise<Answer> {
  const found = await codeOf(tools, visit, access, name);
  if (found === null) return errorAnswer(404);
  const casePath = `/${visit.language}/case/${access.row.number}`;
  const page = codePage(visit.t, {
    name,
    casePath,
    picture:
      found.code === null
        ? null
        : {
            path: `${casePath}/act/${visit.params.act}/${name}.png`,
            width: codePicture(found.code, levelOf[name]).width,
          },
    letters: found.code,
    mirror: `${tools.origin}/log/${tools.log}/`,
  });
  return shown(page);
}
