import type { FilingKind } from "#core/clock/rules.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import {
  type ActToEnter,
  caseSecretFrom,
  codeHash,
  coSigningCodeFrom,
  openCase,
  registerOf,
  sealedRelease,
  statusCodeFrom,
} from "#government/cases/index.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, attachmentParts, jsonPart, partiesPart } from "./appeal-tools.ts";
import { keepCoSigningCode } from "./co-sign/co-sign-store.ts";
import { type AppealFiling, type FiledAppeal, keepBesideFiling, textsOf } from "./file-appeal.ts";

/** What somebody else enters for an applicant who came, called, wrote or sits beside. */
export type TakenFiling = Omit<AppealFiling, "account"> & { readonly kind: FilingKind };

/** An appeal that was taken in, with what an act beside it must name and wait for. */
export interface TakenAppeal extends FiledAppeal {
  /** The commitment in the leaf of the filing. */
  readonly commitment: Uint8Array;
  /** The body in whose register the filing stands. */
  readonly register: BodyNumber;
  /** When the filing may enter the log; `undefined` at once. */
  readonly releaseAt: number | undefined;
}

/**
 * Registers what was handed in, on the day and at the hour at which it was (`receivedAt`), however much later it is
 * entered: the clock runs from there. The body that took it answers for the days until it was entered, so a paper for
 * another body is filed here and forwarded in the same moment; the clock is not restarted.
 */
export async function registerPaper(
  grant: Grant<"appeal.register-paper">,
  filing: TakenFiling & { readonly receivedAt: number },
  tools: AppealTools,
): Promise<TakenAppeal> {
  requireGrant(grant, "appeal.register-paper");
  const { takenAt, body } = grant.object;
  assert(filing.receivedAt <= tools.now(), "a paper was handed in before it is entered");
  const actor = officeInPayload(grant.actor, takenAt);
  // Bodies of one register are one to the record: nothing would show that the case moved.
  const isForOther = registerOf(tools.parameters, takenAt) !== registerOf(tools.parameters, body);
  return await take(tools, filing, {
    body: isForOther ? takenAt : body,
    actor,
    happenedAt: filing.receivedAt,
    further: isForOther ? onward(takenAt, body, actor) : [],
  });
}

/**
 * Files what a helper typed in for the person who sits beside: the person's own act, at this moment. Whoever files
 * together with others takes the code for them along at once: at home there may be no line on which to ask for it.
 */
export async function fileAssisted(
  grant: Grant<"appeal.assist">,
  filing: TakenFiling & { readonly coSigningKey: Uint8Array },
  tools: AppealTools,
): Promise<TakenAppeal> {
  requireGrant(grant, "appeal.assist");
  const taken = await take(tools, filing, { body: grant.object.body, actor: "applicant", further: [] });
  if (filing.collective === true) {
    const { tag } = taken.row;
    const hash = codeHash(tag, coSigningCodeFrom(filing.coSigningKey));
    assert(await keepCoSigningCode(tools.transaction, tag, hash), "a collective filing has its row");
  }
  return taken;
}

function onward(takenAt: BodyNumber, body: BodyNumber, actor: string): readonly ActToEnter[] {
  return [
    {
      kind: "forwarded",
      actor,
      details: { reason: "another-body-is-competent", toBody: body },
      parts: [],
    },
    { kind: "received", actor: "system", details: { fromBody: takenAt }, parts: [], receiver: body },
  ];
}

interface Taking {
  readonly body: BodyNumber;
  readonly actor: string;
  readonly happenedAt?: number;
  readonly further: readonly ActToEnter[];
}

async function take(tools: AppealTools, filing: TakenFiling, taking: Taking): Promise<TakenAppeal> {
  const { language, channel, identityShown, proofAtOnce } = filing;
  const statusCode = statusCodeFrom(filing.statusCodeKey);
  const secret = caseSecretFrom(filing.secretKey);
  // Drawn here, since what is published beside a filing must not come before it.
  const releaseAt = identityShown || proofAtOnce ? undefined : sealedRelease(tools, tools.now());
  const opened = await openCase(tools, {
    ...{ log: tools.log, body: taking.body, language, channel, identityShown, proofAtOnce },
    ...{ applicant: null, statusCode, secret, further: taking.further },
    complainedOf: filing.complaint?.officials ?? [],
    ...(releaseAt === undefined ? {} : { releaseAt }),
    act: {
      kind: filing.kind,
      actor: taking.actor,
      ...(taking.happenedAt === undefined ? {} : { happenedAt: taking.happenedAt }),
      details: { channel, language },
      parts: [
        partiesPart(textsOf(filing)),
        ...(filing.identity === null ? [] : [jsonPart("identity", { ...filing.identity }, "sealed")]),
        ...attachmentParts(filing.attachments),
      ],
    },
  });
  // Registration has no conditions; a refusal here is a bug, and the transaction is undone with it.
  assert(opened.ok, `a filing was refused: ${JSON.stringify(opened)}`);
  const [act] = opened.value.acts;
  assert(act !== undefined, "a filing is at least one act");
  const { actId, commitment } = act;
  await keepBesideFiling(tools, opened.value.row.tag, filing);
  const register = registerOf(tools.parameters, taking.body);
  return { row: opened.value.row, statusCode, secret, actId, commitment, register, releaseAt };
}
