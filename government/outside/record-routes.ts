/** The form for what was sent to a body that takes no part, and its post. */
import { toHex } from "#core/bytes.ts";
import { ok, type Result } from "#core/result.ts";
import {
  type AppealTools,
  actorOfRequest,
  carryOutOnce,
  caseCodeKeys,
  type FiledReceipt,
  fileProblem,
  keepReceipt,
  type PortalTools,
  saidNotice,
  sayNext,
  takeSaid,
} from "#government/appeals/index.ts";
import { type Body, parseBodySlug } from "#government/bodies/index.ts";
import { type Actor, accountOf, appointmentsOf } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem, FormValues } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { rememberOpenedCase } from "#platform/session/session-store.ts";
import { bodiesOutside, keeperOf } from "./keeper.ts";
import { bodyField, sendingForm } from "./outside-forms.ts";
import { recordPage } from "./outside-pages.ts";
import { recordSending, type Sending, type SendingProblem } from "./record-sending.ts";
import { sentScan } from "./sent-scan.ts";

const wrongStatus = 422;

/** Registers the form. */
export function recordRoutes(server: Server, tools: PortalTools): void {
  server.get("/outside/record", async (visit) => {
    if (bodiesOutside(await tools.bodyTree()).length === 0) return redirected(`/${visit.language}/outside`);
    return await showForm(tools, visit, untouched, { chosen: firstValue(visit.query, bodyField) });
  });
  server.post("/outside/record", (visit) => postForm(server, tools, visit));
}

interface Wrong {
  readonly chosen: string;
  readonly body?: string;
  readonly file?: string;
}

async function showForm(tools: PortalTools, visit: Visit, state: FormState, wrong: Wrong): Promise<Answer> {
  const { t, request } = visit;
  tools.sessions.stayOnPage(request);
  const { session, headers } = await tools.sessions.ensure(request);
  const page = recordPage(t, {
    bodies: bodiesOutside(await tools.bodyTree()),
    chosen: wrong.chosen,
    state,
    formKey: visit.drawFormKey(),
    bodyMessage: wrong.body ?? null,
    fileMessage: wrong.file ?? null,
    said: saidNotice(t, await takeSaid(tools, session)),
  });
  return shown(page, { status: request.method === "POST" ? wrongStatus : 200, headers });
}

async function postForm(server: Server, tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, language, request } = visit;
  const typed = typedIn(sendingForm, visit.body);
  const chosen = firstValue(visit.body, bodyField);
  const again = (problems: readonly FieldProblem[], wrong: Omit<Wrong, "chosen"> = {}) =>
    showForm(tools, visit, { typed, problems }, { chosen, ...wrong });
  const tree = await tools.bodyTree();
  const slug = parseBodySlug(chosen);
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  const parsed = parseForm(sendingForm, visit.body);
  const noBody = body?.takesPart === false ? {} : { body: t("outside-body-missing") };
  // A browser sends a file once; whoever corrects something must choose it again.
  const lostFile = visit.files.length > 0 ? { file: t("case-file-again") } : {};
  if (!parsed.ok) return await again(parsed.problem, { ...noBody, ...lostFile });
  if (body?.takesPart !== false) return await again([], { ...noBody, ...lostFile });
  const sentOn = readDay(parsed.value.sentOn);
  if (!sentOn.ok) return await again([{ field: "sentOn", code: "wrong-shape" }], lostFile);
  const scans = sentScan(visit);
  if (!scans.ok) return await again([], { file: fileProblem(t, scans.problem) });
  const keeper = keeperOf(tree);
  const actor = await actorOfRequest(tools, request);
  const isStaff = appointmentsOf(actor).some((office) => office.body === keeper?.number);
  const { session, headers } = await tools.sessions.ensure(request);
  const recorded = await carryOutOnce<FiledReceipt, SendingProblem>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools, formKey) =>
      enter(
        appealTools,
        { actor, body, formKey, serverKey: tools.serverKey },
        {
          ...sendingOf(parsed.value),
          sentOn: sentOn.value,
          attachments: scans.value,
          language,
          channel: isStaff ? "desk" : "web",
          actor: isStaff ? "operator" : "applicant",
          // What staff enters belongs to whoever came, who gets the codes on paper.
          account: isStaff ? null : accountOf(actor),
        },
      ),
  );
  if (recorded.ok) {
    const { outcome } = recorded.value;
    await rememberOpenedCase(tools.portal, session, outcome.tag, "full", tools.now());
    await keepReceipt(tools, session, outcome);
    return redirected(`/${language}/appeal/receipt`, headers);
  }
  switch (recorded.problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return await again([]);
    case "sent-in-the-future":
    case "sent-too-long-ago":
      return await again([{ field: "sentOn", code: "wrong-shape" }], lostFile);
    case "body-takes-part":
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

function sendingOf(values: FormValues<typeof sendingForm.fields>) {
  const { way, proof, tracking, subject, text, name } = values;
  return { way, proof, tracking, subject, text, name };
}

async function enter(
  tools: AppealTools,
  from: {
    readonly actor: Actor;
    readonly body: Body;
    readonly formKey: string;
    readonly serverKey: Uint8Array;
  },
  sending: Omit<Sending, "statusCodeKey" | "secretKey" | "withdrawalKey">,
): Promise<Result<FiledReceipt, SendingProblem>> {
  const grant = ask(from.actor, "appeal.record-sending", { kind: "filing", body: from.body.number });
  if (!grant.ok) throw new Error("anyone may record what they sent");
  const codes = caseCodeKeys(from.serverKey, from.formKey);
  const recorded = await recordSending(grant.value, from.body, { ...sending, ...codes }, tools);
  if (!recorded.ok) return recorded;
  const { row, actId } = recorded.value;
  return ok({ tag: toHex(row.tag), actId, formKey: from.formKey, isDelayed: false });
}
