import type { FilingKind } from "#core/clock/rules.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
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
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  jsonPart,
  partiesPart,
} from "./appeal-tools.ts";
import { insertWithdrawalCode } from "./withdrawal-code-store.ts";

/** Who files. Kept sealed: the desk sees it only when the applicant lets it, and then by an act. */
export interface ApplicantIdentity {
  readonly name: string;
  readonly address: string;
  /** Telephone or mail; "" when none was given. */
  readonly contact: string;
}

/** What a citizen has written, parsed and checked. */
export interface AppealFiling {
  readonly kind: FilingKind;
  readonly language: Language;
  readonly channel: Channel;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly identity: ApplicantIdentity;
  /** False: those who handle the appeal do not learn who filed it. */
  readonly identityShown: boolean;
  readonly proofAtOnce: boolean;
  readonly account: AccountId | null;
  /** 32 bytes each, HMACs of the idempotency key under the server's key: a repeat shows the same codes again. */
  readonly statusCodeKey: Uint8Array;
  readonly secretKey: Uint8Array;
  /** Likewise; left out, the appeal has no withdrawal code and nobody can withdraw it by the portal. */
  readonly withdrawalKey?: Uint8Array;
}

export interface FiledAppeal {
  readonly row: CaseRow;
  readonly statusCode: StatusCode;
  readonly secret: CaseSecret;
  readonly actId: string;
}

/** Files an appeal with a body. Registered at once: there is no way to refuse it. */
export async function fileAppeal(
  grant: Grant<"appeal.file">,
  filing: AppealFiling,
  tools: AppealTools,
): Promise<FiledAppeal> {
  requireGrant(grant, "appeal.file");
  const { language, channel } = filing;
  const statusCode = statusCodeFrom(filing.statusCodeKey);
  const secret = caseSecretFrom(filing.secretKey);
  const opened = await openCase(tools, {
    log: tools.log,
    body: grant.object.body satisfies BodyNumber,
    language,
    channel,
    identityShown: filing.identityShown,
    proofAtOnce: filing.proofAtOnce,
    applicant: filing.account,
    statusCode,
    secret,
    act: {
      kind: filing.kind,
      actor: "applicant",
      details: { channel, language },
      parts: [
        partiesPart({ subject: filing.subject, text: filing.text, files: fileNames(filing.attachments) }),
        jsonPart("identity", { ...filing.identity }, "sealed"),
        ...attachmentParts(filing.attachments),
      ],
    },
  });
  // Registration has no conditions; a refusal here is a bug, and the transaction is undone with it.
  assert(opened.ok, `a filing was refused: ${JSON.stringify(opened)}`);
  const { row } = opened.value;
  if (filing.withdrawalKey !== undefined) {
    const code = withdrawalCodeFrom(filing.withdrawalKey);
    await insertWithdrawalCode(tools.transaction, row.tag, codeHash(row.tag, code));
  }
  const actId = opened.value.acts[0]?.actId;
  assert(actId !== undefined, "a filing is one act");
  return { row, statusCode, secret, actId };
}
