/** The receipt of the appeal that this browser has just filed. */
import { assert } from "#core/result.ts";
import { viewCase } from "#government/cases/index.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { entryOfAct } from "#platform/record/ledger-store.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { sealOf, sealReadingOf } from "../act-seal.ts";
import { bodyNames } from "../body-names.ts";
import { clockBandOf } from "../case-clock.ts";
import type { PortalTools } from "../portal-tools.ts";
import { receiptPage, secretPage, withdrawalCodePage } from "./receipt-pages.ts";
import { type OpenReceipt, openReceipt } from "./receipt-session.ts";

/** The page waits so long for the witnesses, in steps; then it says "queued", which is an honest state too. */
const witnessWaitMs = 2_000;
const witnessStepMs = 200;

/** Registers the pages of the receipt. */
export function receiptRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/receipt", (visit) => showReceipt(tools, visit));
  server.post("/appeal/receipt/secret", async (visit) => {
    const receipt = await openReceipt(tools, await tools.sessions.current(visit.request));
    if (receipt === null) return redirected(`/${visit.language}/case`);
    const { row, secret } = receipt;
    return shown(secretPage(visit.t, { number: row.number, secret }), { caching: "secret" });
  });
  server.post("/appeal/receipt/withdrawal-code", async (visit) => {
    const receipt = await openReceipt(tools, await tools.sessions.current(visit.request));
    if (receipt === null) return redirected(`/${visit.language}/case`);
    const { row, withdrawalCode } = receipt;
    return shown(withdrawalCodePage(visit.t, { number: row.number, withdrawalCode }), { caching: "secret" });
  });
  for (const page of ["secret", "withdrawal-code"]) {
    // The pages are posts'; going back to their address leads to the receipt.
    server.get(`/appeal/receipt/${page}`, async ({ language }) => redirected(`/${language}/appeal/receipt`));
  }
}

async function showReceipt(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, request, language } = visit;
  const session = await tools.sessions.current(request);
  const receipt = await openReceipt(tools, session);
  if (receipt === null) return redirected(`/${language}/case`);
  const { row } = receipt;
  if (!receipt.isDelayed) await waitForWitnesses(tools, receipt);
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "status-holder" }, row, parameters, now);
  const [filing] = view.acts;
  assert(filing !== undefined, "a case begins with its filing");
  const page = receiptPage(t, {
    number: row.number,
    statusCode: receipt.statusCode,
    body: bodyNames(t, parameters)(row.holderBody),
    filedAt: row.filedAt,
    band: clockBandOf(t, view, parameters, now),
    seal: sealOf(await sealReadingOf(tools.receipts, parameters, [filing]), filing.place, language),
    isDelayed: receipt.isDelayed,
    isSignedIn: session?.account != null,
    fingerprint: await fingerprintOfDay(tools.receipts),
    timeZone: parameters.timeZone,
  });
  return shown(page);
}

/** Waits until the filing's leaf is witnessed, and no longer than the time given to it. */
async function waitForWitnesses(tools: PortalTools, { row, actId }: OpenReceipt): Promise<void> {
  for (let waitedMs = 0; waitedMs < witnessWaitMs; waitedMs += witnessStepMs) {
    const entry = await entryOfAct(tools.portal, row.log, actId);
    if (entry?.witnessedSize != null) return;
    await tools.pause(witnessStepMs);
  }
}
