/** The paper of the person beside: shown until it was handed over, and to nobody here ever again. */
import { fromHex, toHex } from "#core/bytes.ts";
import { anyText, exactly, matching, object } from "#core/strict-json.ts";
import { caseCodeKeys, coSigningKey, countCoSigners } from "#government/appeals/index.ts";
import {
  caseSecretFrom,
  coSigningCodeFrom,
  findCase,
  statusCodeFrom,
  withdrawalCodeFrom,
} from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import type { AtPlace } from "../intake-access.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { assistGonePage, assistPaperPage } from "./handing-over-pages.ts";

const goneStatus = 410;
const textLengthMax = 200;
const caseTagHexLength = 32;
const assistedName = "intake.assisted";

const readHandedOver = object({ state: exactly("handed-over") });
const readAtHand = object({
  state: exactly("at-hand"),
  tag: matching(caseTagHexLength, /^[0-9a-f]{32}$/, "a case tag in hexadecimal"),
  formKey: anyText(textLengthMax),
});

interface Assisted {
  readonly tag: Uint8Array;
  readonly formKey: string;
}

/** The filing whose paper is at hand, `"handed-over"` once it is gone, `null` when nothing was filed yet. */
async function readAssisted(tools: IntakeTools, session: Session): Promise<Assisted | "handed-over" | null> {
  const value = await readFromSession(tools.portal, session.id, assistedName);
  if (readHandedOver(value)) return "handed-over";
  const kept = readAtHand(value);
  const tag = kept === undefined ? null : fromHex(kept.tag);
  return kept === undefined || tag === null ? null : { tag, formKey: kept.formKey };
}

/**
 * Keeps the filing for its paper, in the transaction that files it: here alone stands which case a helper typed in, and
 * it goes with the paper.
 */
export async function keepAtHand(
  sql: Sql | Transaction,
  session: Session,
  { tag, formKey }: Assisted,
): Promise<void> {
  await keepInSession(sql, session.id, assistedName, { state: "at-hand", tag: toHex(tag), formKey });
}

/** Forgets the codes and the case: from here on no page of this session leads to either. */
export async function handedOver(tools: IntakeTools, session: Session): Promise<void> {
  if ((await readAssisted(tools, session)) === null) return;
  await keepInSession(tools.portal, session.id, assistedName, { state: "handed-over" });
}

export async function showPaper(tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const { t, language } = visit;
  const form = `/${language}/intake/assist${place.query}`;
  const kept = await readAssisted(tools, place.session);
  if (kept === null) return redirected(form);
  const row = kept === "handed-over" ? null : await findCase(tools.portal, kept.tag);
  if (kept === "handed-over" || row === null) {
    return shown(assistGonePage(t, form), { status: goneStatus });
  }
  const { serverKey, origin } = tools;
  const codes = caseCodeKeys(serverKey, kept.formKey);
  const isTogether = (await countCoSigners(tools.portal, kept.tag)) !== null;
  const page = assistPaperPage(t, {
    number: row.number,
    statusCode: statusCodeFrom(codes.statusCodeKey),
    secret: caseSecretFrom(codes.secretKey),
    withdrawalCode: withdrawalCodeFrom(codes.withdrawalKey),
    body: place.tree.byNumber.get(row.holderBody)?.name[language] ?? String(row.holderBody),
    action: `/${language}/intake/assist/done${place.query}`,
    slip: isTogether
      ? {
          code: coSigningCodeFrom(coSigningKey(serverKey, kept.formKey)),
          address: `${origin}/${language}/co-sign`,
        }
      : null,
  });
  return shown(page, { caching: "secret" });
}
