import type { FilingKind } from "#core/clock/rules.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
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
import type { AccountId, ComplainedOf } from "#platform/authority/actor.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import type { relations } from "./appeal-forms.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  jsonPart,
  partiesPart,
} from "./appeal-tools.ts";
import { insertCollective } from "./co-sign/co-sign-store.ts";
import { insertWithdrawalCode } from "./withdrawal-code-store.ts";

/** Who files. Kept sealed: the desk sees it only when the applicant lets it, and then by an act. */
export interface ApplicantIdentity {
  readonly name: string;
  readonly address: string;
  /** Telephone or mail; "" when none was given. */
  readonly contact: string;
}

/** Whom a complaint is about. */
export interface Complaint {
  /** Posts and bodies that the case must never reach; stored apart, never public (government/cases). */
  readonly officials: readonly ComplainedOf[];
  /** The writer's own words; "" for none. They stand in the text part alone. */
  readonly who: string;
}

/** Somebody files in their own name for a person who cannot or fears to. A mandate in the record joins here later. */
export interface Representation {
  readonly relation: (typeof relations)[number];
}

/** What a citizen has written, parsed and checked. */
export interface AppealFiling {
  readonly kind: FilingKind;
  readonly language: Language;
  readonly channel: Channel;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Of a complaint; nobody is named when left out. */
  readonly complaint?: Complaint;
  /** When the appeal is filed for somebody else; `null` or left out otherwise. */
  readonly representation?: Representation | null;
  /** Whether others may sign it: `drawCoSigningCode` gives the code to pass on. */
  readonly collective?: boolean;
  /** `null`: nameless. Nothing that names anybody is stored, and no account follows the case. */
  readonly identity: ApplicantIdentity | null;
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
  const { language, channel, identity, account } = filing;
  assert(identity !== null || (!filing.identityShown && account === null), "a nameless filing names nobody");
  const statusCode = statusCodeFrom(filing.statusCodeKey);
  const secret = caseSecretFrom(filing.secretKey);
  const opened = await openCase(tools, {
    log: tools.log,
    body: grant.object.body satisfies BodyNumber,
    language,
    channel,
    identityShown: filing.identityShown,
    proofAtOnce: filing.proofAtOnce,
    applicant: account,
    complainedOf: filing.complaint?.officials ?? [],
    statusCode,
    secret,
    act: {
      kind: filing.kind,
      actor: "applicant",
      details: { channel, language },
      parts: [
        partiesPart(textsOf(filing)),
        ...(identity === null ? [] : [jsonPart("identity", { ...identity }, "sealed")]),
        ...attachmentParts(filing.attachments),
      ],
    },
  });
  // Registration has no conditions; a refusal here is a bug, and the transaction is undone with it.
  assert(opened.ok, `a filing was refused: ${JSON.stringify(opened)}`);
  const { row } = opened.value;
  await keepBesideFiling(tools, row.tag, filing);
  const actId = opened.value.acts[0]?.actId;
  assert(actId !== undefined, "a filing is one act");
  return { row, statusCode, secret, actId };
}

/**
 * What is kept of a filing besides its act: that others may sign it, and a hash of the code without which nobody
 * withdraws it; none of these where the filing has none.
 */
export async function keepBesideFiling(
  { transaction }: Pick<AppealTools, "transaction">,
  tag: Uint8Array,
  { collective, withdrawalKey }: Pick<AppealFiling, "collective" | "withdrawalKey">,
): Promise<void> {
  if (withdrawalKey !== undefined) {
    await insertWithdrawalCode(transaction, tag, codeHash(tag, withdrawalCodeFrom(withdrawalKey)));
  }
  if (collective === true) await insertCollective(transaction, tag);
}

/** The text part: what was written, and whom it names, so that the applicant can prove that they named them. */
export function textsOf({
  subject,
  text,
  attachments,
  complaint,
  collective,
  representation,
}: Omit<AppealFiling, "account">): JsonObject {
  const { officials = [], who = "" } = complaint ?? {};
  return {
    subject,
    text,
    files: fileNames(attachments),
    ...(officials.length === 0 ? {} : { complainedOf: officials.map(({ body, post }) => ({ body, post })) }),
    ...(who === "" ? {} : { complainedOfWords: who }),
    ...(collective === true ? { together: true } : {}),
    ...(representation == null ? {} : { relation: representation.relation }),
  };
}
