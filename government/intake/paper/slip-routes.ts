/** The slip for whoever handed in a paper at the counter. */
import {
  channelsAtCounter,
  drawSlipCode,
  findWithdrawalCode,
  inTransaction,
} from "#government/appeals/index.ts";
import { type CaseRow, caseSecretFrom, findCase, statusCodeFrom } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { type AtPlace, withPlace } from "../intake-access.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { codesOfKept, readTaken } from "./kept-receipt.ts";
import { slipPaper } from "./slip-paper.ts";

/** Registers the printing of slips. Its address alone leads back to the receipt. */
export function slipRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/paper/slip", async ({ language }) => redirected(`/${language}/intake/paper/receipt`));
  server.post("/intake/paper/slip", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => printSlip(tools, visit, place)),
  );
}

/** Whether a slip can be printed: whoever brought the paper stands there, and none was printed. */
export async function mayPrintSlip(tools: IntakeTools, row: CaseRow): Promise<boolean> {
  return channelsAtCounter.has(row.channel) && (await findWithdrawalCode(tools.portal, row.tag)) === null;
}

/** The slip, once: the code on it is drawn for it and can be read nowhere again. */
async function printSlip(tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const receipt = redirected(`/${visit.language}/intake/paper/receipt${place.query}`);
  const kept = await readTaken(tools, place.session);
  const row = kept === null ? null : await findCase(tools.portal, kept.tag);
  if (kept === null || row === null || kept.takenAt !== place.body.number) return receipt;
  const object = { kind: "paper-filing", takenAt: place.body.number, body: row.holderBody } as const;
  const grant = ask(place.actor, "appeal.register-paper", object);
  if (!grant.ok) return errorAnswer(403);
  const drawn = await inTransaction(tools, "portal", (appealTools) =>
    drawSlipCode(grant.value, row.tag, appealTools),
  );
  if (!drawn.ok) return receipt;
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const { statusCodeKey, secretKey } = codesOfKept(tools, kept);
  const bytes = await slipPaper({
    number: row.number,
    statusCode: statusCodeFrom(statusCodeKey),
    secret: kept.stub === null ? caseSecretFrom(secretKey) : null,
    withdrawalCode: drawn.value,
    receivedAt: row.filedAt,
    printedAt: tools.now(),
    timeZone,
    fingerprint: await fingerprintOfDay(tools.receipts),
  });
  return fileAnswer(bytes, "application/pdf", { fileName: `${row.number}.pdf`, caching: "secret" });
}
