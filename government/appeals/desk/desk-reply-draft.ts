/** A reply that is being written: kept for its writer between the pages, and after a visit that ended too early. */
import { createHmac } from "node:crypto";
import { type Outcome, outcomes } from "#core/acts/appeal.ts";
import type { UnheardReason } from "#core/acts/unheard.ts";
import { toHex } from "#core/bytes.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { FieldProblem, FormBody } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import { bodyDigest } from "#platform/http/idempotency-store.ts";
import type { Decision } from "../answer-appeal.ts";
import { type DraftFile, readDraftFiles } from "../attaching/draft-files.ts";
import { type DraftKey, keepDraft, readDraft } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { deskReplyForm, groundsMax, type ReplyShape, readArticles } from "./desk-forms.ts";

/** Long enough for the longest pause; a reply that was sent is forgotten at once. */
const replyDraftLifetimeMs = 30 * 24 * 3_600_000;

/** What has been typed so far. */
export interface ReplyDraft {
  readonly outcome: Outcome | null;
  readonly typed: Typed;
  readonly files: readonly DraftFile[];
}

/** A reply whose every field is in order. */
export interface CompleteReply {
  readonly decision: Decision;
  readonly text: string;
}

/** The draft of one writer about one case. The key is made from the server's, so that another visit finds it again. */
export function replyDraftKey(
  { serverKey }: Pick<PortalTools, "serverKey">,
  account: AccountId,
  tag: Uint8Array,
): DraftKey {
  const derive = (purpose: string) =>
    Uint8Array.from(
      createHmac("sha256", serverKey)
        .update(`aydyn reply ${purpose}\n${account}\n${toHex(tag)}`)
        .digest(),
    );
  return { id: derive("name"), key: derive("key"), lifetimeMs: replyDraftLifetimeMs };
}

type DraftTools = Pick<PortalTools, "portal" | "now" | "randomBytes">;

/** Reads what has been typed; an empty draft when there is none. */
export async function readReplyDraft(tools: DraftTools, key: DraftKey): Promise<ReplyDraft> {
  const [draft, files] = await Promise.all([
    readDraft(tools.portal, key, tools.now()),
    readDraftFiles(tools.portal, key, tools.now()),
  ]);
  const outcome = outcomes.find((each) => each === draft?.steps.outcome?.outcome) ?? null;
  return { outcome, typed: typedOf(draft?.steps.reply ?? {}), files };
}

/** Keeps what has been typed; `false` when it is too long to be kept (and the form says so). */
export async function keepReplyDraft(
  tools: DraftTools,
  key: DraftKey,
  draft: Pick<ReplyDraft, "outcome" | "typed">,
): Promise<boolean> {
  const reply = Object.fromEntries(Object.entries(draft.typed).map(([name, values]) => [name, [...values]]));
  const outcome: JsonObject = draft.outcome === null ? {} : { outcome: draft.outcome };
  const kept = await keepDraft(
    tools.portal,
    key,
    { steps: { outcome, reply } },
    { now: tools.now(), randomBytes: tools.randomBytes },
  );
  return kept.ok;
}

/** What a form of the reply has brought, as it was typed. */
export function typedReply(shape: ReplyShape, body: FormBody): Typed {
  return typedIn(deskReplyForm(shape), body);
}

/** The reply, or every problem of it. */
export function completeReply(
  shape: ReplyShape,
  typed: Typed,
): Result<CompleteReply, readonly FieldProblem[]> {
  const parsed = parseForm(deskReplyForm(shape), typed);
  if (!parsed.ok) return parsed;
  const { text, law, grounds } = parsed.value;
  const unheard = shape.unheard?.find((each) => each === parsed.value.unheard);
  const articles = readArticles(String(law));
  const chosen = Array.isArray(grounds) ? grounds.map(String) : [];
  const problems: FieldProblem[] = [
    ...(chosen.length > groundsMax ? [{ field: "grounds", code: "not-accepted" } as const] : []),
    ...(articles.ok ? [] : [{ field: "law", code: "wrong-shape" } as const]),
  ];
  if (!articles.ok || problems.length > 0) return refused(problems);
  const legalBasis = articles.value;
  const decision = decisionOf(shape.outcome, { grounds: chosen, legalBasis, unheard });
  return ok({ decision, text: String(text) });
}

function decisionOf(
  outcome: Outcome,
  said: {
    readonly grounds: readonly string[];
    readonly legalBasis: readonly string[];
    readonly unheard: UnheardReason | undefined;
  },
): Decision {
  const { grounds, legalBasis, unheard } = said;
  switch (outcome) {
    case "satisfied":
      return { outcome, legalBasis };
    case "explained":
    case "terminated":
      return { outcome, grounds, legalBasis };
    case "partly-satisfied":
    case "refused":
      return { outcome, grounds, legalBasis, ...(unheard === undefined ? {} : { unheard }) };
    default:
      return unreachable(outcome);
  }
}

/** SHA-256 in hexadecimal over everything that the page of checking shows. */
export function replyDigest({ outcome, typed, files }: ReplyDraft): string {
  const named = files.map(({ position, fileName, bytes }) => ({ field: String(position), fileName, bytes }));
  return toHex(bodyDigest({ ...typed, outcome: outcome ?? "" }, named));
}

function typedOf(step: JsonObject): Typed {
  const typed: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(step)) {
    if (Array.isArray(values)) typed[name] = values.filter((value) => typeof value === "string");
  }
  return typed;
}
