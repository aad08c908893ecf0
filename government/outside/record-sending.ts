import type { AppealDetailsOf } from "#core/acts/appeal.ts";
import { addDays, type CivilDate, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  insertWithdrawalCode,
  jsonPart,
  partiesPart,
} from "#government/appeals/index.ts";
import type { Body } from "#government/bodies/index.ts";
import {
  type CaseRow,
  type CaseSecret,
  type Channel,
  caseSecretFrom,
  codeHash,
  openCase,
  type StatusCode,
  statusCodeFrom,
  withdrawalCodeFrom,
} from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";

type SentDetails = Extract<AppealDetailsOf<"filed-elsewhere">, { readonly sentOn: string }>;

/** An appeal that was posted, or handed in past any portal, as somebody shows it to the register. */
export interface Sending {
  readonly way: SentDetails["way"];
  readonly proof: SentDetails["proof"];
  /** The day on the posting receipt, stamp or stub. */
  readonly sentOn: CivilDate;
  /** The number on the posting receipt; "" without one. */
  readonly tracking: string;
  readonly subject: string;
  readonly text: string;
  /** Scans of what was shown. */
  readonly attachments: readonly Attachment[];
  /** "" when the applicant gives none; never shown to anybody but the applicant. */
  readonly name: string;
  readonly language: Language;
  readonly channel: Channel;
  /** Who enters it: the applicant, or staff of the register for somebody who came. */
  readonly actor: "applicant" | "operator";
  readonly account: AccountId | null;
  /** 32 bytes each, HMACs of the idempotency key under the server's key. */
  readonly statusCodeKey: Uint8Array;
  readonly secretKey: Uint8Array;
  readonly withdrawalKey: Uint8Array;
}

/** A posting receipt older than this is history, not a deadline. */
const sentDaysBackMax = 1_100;

export type SendingProblem = "body-takes-part" | "sent-in-the-future" | "sent-too-long-ago";

export interface RecordedSending {
  readonly row: CaseRow;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly actId: string;
}

/**
 * Records what was sent to a body that takes no part. The clock counts from the day on the paper that was shown, plus what
 * the rules give the post; that day, the way and the kind of paper are published beside the leaf, so that whoever counts
 * silence needs nobody's word for it. Number of the letter, texts and scans stay with the applicant.
 */
export async function recordSending(
  grant: Grant<"appeal.record-sending">,
  body: Body,
  sending: Sending,
  tools: AppealTools,
): Promise<Result<RecordedSending, SendingProblem>> {
  requireGrant(grant, "appeal.record-sending");
  assert(grant.object.body === body.number, "the grant is for this body");
  const problem = problemWith(body, sending, tools);
  if (problem !== null) return refused(problem);
  const { language, channel, way, proof, sentOn, attachments } = sending;
  const statusCode = statusCodeFrom(sending.statusCodeKey);
  const secret = caseSecretFrom(sending.secretKey);
  const { subject, text, tracking } = sending;
  const opened = await openCase(tools, {
    log: tools.log,
    body: body.number,
    language,
    channel,
    identityShown: false,
    // What is entered here happened days ago: nobody is found by when it enters the log.
    proofAtOnce: true,
    applicant: sending.account,
    statusCode,
    secret,
    act: {
      kind: "filed-elsewhere",
      actor: sending.actor,
      details: { channel, language, way, proof, sentOn: civilDateText(sentOn) },
      publishDetails: true,
      sent: { day: sentOn, posted: way === "posted" },
      parts: [
        partiesPart({ subject, text, tracking, files: fileNames(attachments) }),
        jsonPart("identity", { name: sending.name, address: "", contact: "" }, "sealed"),
        ...attachmentParts(attachments),
      ],
    },
  });
  assert(opened.ok, `a sending was refused: ${JSON.stringify(opened)}`);
  const { row, acts } = opened.value;
  await insertWithdrawalCode(
    tools.transaction,
    row.tag,
    codeHash(row.tag, withdrawalCodeFrom(sending.withdrawalKey)),
  );
  const actId = acts[0]?.actId;
  assert(actId !== undefined, "a sending is one act");
  return ok({ row, statusCode, secret, actId });
}

function problemWith(body: Body, { sentOn }: Sending, tools: AppealTools): SendingProblem | null {
  if (body.takesPart !== false) return "body-takes-part";
  const today = civilDateAt(tools.now(), tools.parameters.timeZone);
  if (sentOn > today) return "sent-in-the-future";
  return sentOn < addDays(today, -sentDaysBackMax) ? "sent-too-long-ago" : null;
}
