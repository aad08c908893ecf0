/** Whoever has signed somebody else's appeal asks for news of it. Number, code and address stand in no address of a page. */
import { toHex } from "#core/bytes.ts";
import { assert, type Result } from "#core/result.ts";
import type { CaseRow } from "#government/cases/index.ts";
import { stranger } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import { bodyDigest, once } from "#platform/http/idempotency-store.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { parseMailAddress } from "#platform/mail/mail-address.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { takeAttempt, throttleSubject } from "#platform/session/throttle-store.ts";
import { askForSignerNotices, type NoticeRequest } from "./ask-for-notices.ts";
import { signerNoticeForm } from "./notice-form.ts";
import { mailsToAddress, requestsFromNetwork, requestsOfSignature } from "./notice-limits.ts";
import type { NoticeTools } from "./notice-tools.ts";
import { type SignerShown, signerAskedPage, signerPage } from "./signer-pages.ts";

const wrongStatus = 422;
const heldUpStatus = 429;

/** Registers the page, its post, and what is shown to everybody after it. */
export function signerRoutes(server: Server, tools: NoticeTools): void {
  const path = "/co-sign/notices";
  server.get(path, async (visit) => showForm(tools, visit, { state: untouched, wrong: null }));
  server.post(path, (visit) => askSigner(server, tools, visit));
  server.get(`${path}/asked`, async ({ t }) => shown(signerAskedPage(t, tools.mailWay)));
}

function showForm(
  { mailWay }: NoticeTools,
  visit: Visit,
  { state, wrong }: Pick<SignerShown, "state" | "wrong">,
): Answer {
  const page = signerPage(visit.t, { mailWay, state, wrong, formKey: visit.drawFormKey() });
  if (wrong === null && state.problems.length === 0) return shown(page);
  return shown(page, { status: wrong === "held-up" ? heldUpStatus : wrongStatus, caching: "secret" });
}

async function askSigner(server: Server, tools: NoticeTools, visit: Visit): Promise<Answer> {
  if (tools.mailWay === "none") return errorAnswer(409);
  const typed = typedIn(signerNoticeForm, visit.body);
  const again = (problems: readonly FieldProblem[], wrong: SignerShown["wrong"] = null) =>
    showForm(tools, visit, { state: { typed, problems } satisfies FormState, wrong });
  const parsed = parseForm(signerNoticeForm, visit.body);
  if (!parsed.ok) return again(parsed.problem);
  const { number, signatureCode, address: addressText } = parsed.value;
  const address = parseMailAddress(addressText);
  if (!address.ok) return again([{ field: "address", code: "wrong-shape" }]);
  const signature = await tools.openSignature(visit, number, signatureCode);
  if (!signature.ok) {
    return signature.problem === "held-up"
      ? again([], "held-up")
      : again([{ field: "signatureCode", code: "not-accepted" }]);
  }
  const allowed = await takeAttempts(tools, visit, signature.value.actId, address.value);
  if (allowed === "held-up") return again([], "held-up");
  const request = { address: address.value, language: visit.language, mayMail: allowed === "may-mail" };
  const { session, headers } = await tools.sessions.ensure(visit.request);
  const done = await carryOut(server, tools, visit, { sessionId: session.id, ...signature.value, request });
  if (done === null) return again([], "form-too-old");
  if (done.ok) return redirected(`/${visit.language}/co-sign/notices/asked`, headers);
  return done.problem === "too-many-addresses" ? again([], "signer-full") : errorAnswer(wrongStatus);
}

/** Counts the request. What counts an address itself is not told: its owner may be somebody else. */
async function takeAttempts(
  { sql, now, serverKey }: NoticeTools,
  visit: Visit,
  actId: string,
  address: string,
): Promise<"may-mail" | "no-mail" | "held-up"> {
  const take = (rule: typeof requestsOfSignature, subject: string) =>
    takeAttempt(sql, rule, throttleSubject(serverKey, rule, subject), now());
  if (!(await take(requestsFromNetwork, networkPrefix(visit.request.ip)))) return "held-up";
  if (!(await take(requestsOfSignature, actId))) return "held-up";
  return (await take(mailsToAddress, address.toLowerCase())) ? "may-mail" : "no-mail";
}

interface SignerRequest {
  readonly row: CaseRow;
  readonly actId: string;
  readonly sessionId: string;
  readonly request: NoticeRequest;
}

/** Carries the form out once; `null` for one that lay open for too long. */
async function carryOut(
  server: Server,
  { sql, now, randomBytes, personKeys, origin }: NoticeTools,
  visit: Visit,
  { row, actId, sessionId, request }: SignerRequest,
): Promise<Result<unknown, "too-many-addresses" | "different-body"> | null> {
  const key = server.formKeys.read(firstValue(visit.body, formKeyField));
  if (!key.ok) return null;
  const object = { kind: "co-signature", tag: toHex(row.tag), body: row.holderBody } as const;
  const grant = ask(stranger, "notice.follow-signature", { ...object, byCode: "signature-code" });
  assert(grant.ok, "whoever shows the code of a signature may follow by it");
  const sent = { key: key.value, scope: sessionId, bodyDigest: bodyDigest(visit.body), now: now() };
  const done: Result<unknown, "too-many-addresses" | "different-body">[] = [];
  await sql.begin(async (transaction) => {
    const follow = { transaction, now, randomBytes, personKeys, origin };
    done.push(
      await once(transaction, sent, () => askForSignerNotices(grant.value, { actId }, request, follow)),
    );
  });
  const [outcome] = done;
  assert(outcome !== undefined, "a transaction ends with an outcome");
  return outcome;
}
