import { utf8Text } from "#core/bytes.ts";
import { type JsonValue, parseCanonicalJson } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import {
  appendCaseActs,
  type CaseRow,
  type EnterProblem,
  lockCase,
  viewCase,
} from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { ask, type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Language } from "#platform/language/language.ts";
import { readSealedPart } from "#platform/record/sealed-part-store.ts";
import { type AppealTools, tagOf } from "./appeal-tools.ts";
import type { caseCodeKeys } from "./case-codes.ts";
import { type ApplicantIdentity, type FiledAppeal, fileAppeal } from "./file-appeal.ts";
import type { Forum } from "./forum.ts";
import { higherRemedies } from "./higher-remedy.ts";
import { insertLink } from "./link-store.ts";

/** What the applicant writes to a higher place. */
export interface HigherAppeal {
  readonly to: Forum;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly codes: ReturnType<typeof caseCodeKeys>;
}

export type HigherProblem = EnterProblem | "no-remedy";

export interface HigherTools extends AppealTools {
  /** The bodies as they stand: read before the transaction. */
  readonly tree: BodyTree;
}

/**
 * The applicant goes to the body above, to the prosecutor or to the ombudsman: against what was decided within the
 * months that hold there, against silence as long as it lasts. The old case gets the act `appealed` and keeps its standing; the new one is a case of
 * its own, with its own clock, under the same name, shown or sealed as before.
 */
export async function appealHigher(
  grant: Grant<"appeal.appeal-higher">,
  appeal: HigherAppeal,
  tools: HigherTools,
): Promise<Result<FiledAppeal, HigherProblem>> {
  requireGrant(grant, "appeal.appeal-higher");
  const { transaction, parameters, tree } = tools;
  const tag = tagOf(grant.object);
  const row = await lockCase(transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const view = await viewCase(transaction, { kind: "applicant" }, row, parameters, tools.now());
  const { complainedOf } = grant.object;
  const remedies = higherRemedies(view, { parameters, tree, complainedOf, now: tools.now() });
  const remedy = remedies.find(({ forum }) => forum === appeal.to);
  if (remedy === undefined) return refused("no-remedy");
  const identity = await identityIn(tools, row, view.acts[0]?.actId ?? "");
  const went = await appendCaseActs(tools, tag, [
    { kind: "appealed", actor: "applicant", details: { to: remedy.forum }, parts: [] },
  ]);
  if (!went.ok) return went;
  const leave = ask(grant.actor, "appeal.file", { kind: "filing", body: remedy.body.number });
  assert(leave.ok, "anyone may file");
  const { subject, text, language, codes } = appeal;
  const filed = await fileAppeal(
    leave.value,
    {
      ...{ subject, text, language, identity, attachments: [], ...codes },
      kind: "filed-complaint",
      channel: "web",
      // Whom the complaint below named is out of it above as well.
      complaint: { officials: complainedOf, who: "" },
      // Whoever was nameless, or had the name erased, stays nameless above.
      identityShown: identity !== null && row.identityShown,
      proofAtOnce: identity !== null && row.identityShown,
      account: identity === null || grant.object.applicant === null ? null : accountOf(grant.actor),
    },
    tools,
  );
  await insertLink(transaction, {
    earlier: tag,
    later: filed.row.tag,
    forum: remedy.forum,
    closingAct: remedy.against === "decision" ? remedy.closingAct : null,
    at: tools.now(),
  });
  return ok(filed);
}

/** Who filed the earlier case; `null` when the name was erased, or never given. */
async function identityIn(
  { transaction, personKeys }: AppealTools,
  { tag }: CaseRow,
  actId: string,
): Promise<ApplicantIdentity | null> {
  if (personKeys === null) return null;
  const part = await readSealedPart(transaction, personKeys, { subject: tag, actId, name: "identity" });
  const text = part.ok ? utf8Text(part.value.bytes) : null;
  const json = text === null ? null : parseCanonicalJson(text);
  return json?.ok === true ? readIdentity(json.value) : null;
}

function readIdentity(json: JsonValue): ApplicantIdentity | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
  const [name, address, contact] = ["name", "address", "contact"].map((field): unknown =>
    Reflect.get(json, field),
  );
  if (typeof name !== "string" || typeof address !== "string" || typeof contact !== "string") return null;
  return { name, address, contact };
}
