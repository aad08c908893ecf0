/** Papers, calls and visits: the form of the operator and the receipt. */
import { toHex } from "#core/bytes.ts";
import { stubNumberText } from "#core/record/stub.ts";
import { assert, ok } from "#core/result.ts";
import { carryOutOnce, clockBandOf } from "#government/appeals/index.ts";
import { postOf, takesAppeals } from "#government/bodies/index.ts";
import { findCase, statusCodeFrom, viewCase } from "#government/cases/index.ts";
import { holderOfPost } from "#government/identity/index.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Translate } from "#platform/language/texts.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { keepInSession } from "#platform/session/session-value-store.ts";
import { aboutShown, looksForMore } from "../complaint-about.ts";
import { type AtPlace, addresseeIn, withPlace } from "../intake-access.ts";
import { paperForm } from "../intake-forms.ts";
import { addresseeField } from "../intake-pages.ts";
import { type IntakeTools, stubKeysOf } from "../intake-tools.ts";
import type { StubProblem } from "../register-stub.ts";
import { type Paper, takePaper } from "../take-paper.ts";
import { codesOfKept, readTaken, stubOfKept, takenName } from "./kept-receipt.ts";
import { paperPage, paperReceiptPage } from "./paper-pages.ts";
import { type OtherProblems, type ReadPaper, readSent, type SentPaper } from "./read-paper.ts";
import { mayPrintSlip, slipRoutes } from "./slip-routes.ts";

const wrongStatus = 422;

/** Registers the pages on which an operator enters what came without a line. */
export function paperRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/paper", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => showForm(tools, visit, place, untouched, {})),
  );
  server.post("/intake/paper", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => postPaper(server, tools, visit, place)),
  );
  slipRoutes(server, tools);
  server.get("/intake/paper/receipt", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => showReceipt(tools, visit, place)),
  );
}

async function showForm(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  state: FormState,
  problems: OtherProblems,
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const addressee = firstValue(visit.body, addresseeField);
  // Whom it can name follows the addressee, as soon as one is chosen.
  const near = addressee === "" ? place.body : addresseeIn(visit, place.tree);
  const page = paperPage(
    visit.t,
    {
      formKey: visit.drawFormKey(),
      action: `${visit.fullPath}${place.query}`,
      takenAt: place.body,
      bodies: place.tree.all,
      addressee: addressee === "" && takesAppeals(place.body) ? place.body.slug : addressee,
      addresseeMissing: problems.addresseeMissing ?? false,
      about: await aboutShown(tools, visit, place.tree, { addressee: near, problem: problems.about ?? null }),
      scanProblem: problems.scanProblem ?? null,
      entries: problems.entries ?? [],
      timeZone,
    },
    state,
  );
  const isWrong = state.problems.length > 0 || Object.keys(problems).length > 0;
  return shown(page, { status: isWrong ? wrongStatus : 200 });
}

async function postPaper(server: Server, tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const typed = typedIn(paperForm, visit.body);
  const again = (problems: readonly FieldProblem[], more: OtherProblems = {}) =>
    showForm(tools, visit, place, { typed, problems }, more);
  if (looksForMore(visit)) return await again([]);
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const sent = await readSent(tools, visit, place, { now: tools.now(), timeZone });
  if (!sent.ok) return await again(sent.problem.fields, sent.problem.others);
  const { read, scans, addressee, complaint } = sent.value;
  const subject = { kind: "paper-filing", takenAt: place.body.number, body: addressee.number } as const;
  const grant = ask(place.actor, "appeal.register-paper", subject);
  if (!grant.ok) return errorAnswer(403);
  const taken = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: place.session.id, side: "portal" },
    async (appealTools, formKey) => {
      const paper = paperOf(read, { scans, complaint }, formKey);
      const done = await takePaper(grant.value, paper, appealTools, stubKeysOf(tools));
      if (!done.ok) return done;
      const { row } = done.value.taken;
      return ok({
        ...{ tag: toHex(row.tag), formKey, stub: paper.stub },
        ...{ takenAt: place.body.number, enteredAt: row.lastActAt },
      });
    },
  );
  if (taken.ok) {
    await keepInSession(tools.portal, place.session.id, takenName, taken.value.outcome);
    return redirected(`${visit.fullPath}/receipt${place.query}`);
  }
  const { problem } = taken;
  if (problem === "different-body") return errorAnswer(wrongStatus);
  // The form was open for a day, or came from elsewhere: what was typed is shown again under a new key.
  if (typeof problem === "string") return await again([]);
  if (problem.finding === "entered-before") return await again([], { entries: problem.entries });
  return await again([{ field: "stub", code: stubCodes[problem.finding] }]);
}

/** What is wrong with a stub, as a problem of its field that has a sentence of its own. */
const stubCodes = {
  "no-such-stub": "not-an-option",
  "stub-used": "given-twice",
  "stub-void": "not-accepted",
} as const satisfies Record<StubProblem, FieldProblem["code"]>;

function paperOf(
  read: ReadPaper,
  { scans, complaint }: Pick<SentPaper, "scans" | "complaint">,
  formKey: string,
): Paper {
  const { channel, kind, language, subject, text, name, address, contact, identity } = read;
  const isNameless = name === "" && address === "" && contact === "";
  return {
    filing: {
      ...{ kind, language, channel, subject, text, attachments: scans },
      // Who is named must never get the paper; the name stays in the text and in the sealed schema.
      complaint,
      // A paper without a name is nameless: there is nothing to show or to seal.
      identity: isNameless ? null : { name, address, contact },
      identityShown: !isNameless && identity === "shown",
    },
    receivedAt: read.receivedAt,
    stub: read.place && { pad: read.place.pad, number: read.place.number },
    isAnother: read.another,
    codeSource: formKey,
  };
}

async function showReceipt(tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const { t } = visit;
  const form = `/${visit.language}/intake/paper${place.query}`;
  const kept = await readTaken(tools, place.session);
  const row = kept === null ? null : await findCase(tools.portal, kept.tag);
  if (kept === null || row === null || kept.takenAt !== place.body.number) return redirected(form);
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "status-holder" }, row, parameters, now);
  const stub = stubOfKept(tools, kept);
  const codes = codesOfKept(tools, kept);
  const page = paperReceiptPage(t, {
    number: row.number,
    statusCode: statusCodeFrom(codes.statusCodeKey),
    stub: stub && stubNumberText(stub),
    body: place.tree.byNumber.get(row.holderBody)?.name[t.language] ?? String(row.holderBody),
    receivedAt: row.filedAt,
    enteredAt: kept.enteredAt,
    acceptedBy: await acceptedBy(tools, t, place, kept.enteredAt),
    due: view.due,
    band: clockBandOf(t, view, parameters, now),
    fingerprint: await fingerprintOfDay(tools.receipts),
    timeZone: parameters.timeZone,
    next: form,
    slip: (await mayPrintSlip(tools, row)) ? `${form.split("?")[0]}/slip${place.query}` : null,
  });
  return shown(page);
}

/** Who took the paper in, as the law wants it on a receipt: the post, its body, and whoever held it at that moment. */
async function acceptedBy(tools: IntakeTools, t: Translate, place: AtPlace, at: number): Promise<string> {
  const { actor, body } = place;
  const held = appointmentsOf(actor).find((office) => office.body === body.number);
  assert(held !== undefined, "papers are taken in by somebody in office here");
  const post = postOf(body, held.post)?.name[t.language] ?? held.post;
  const holder = await holderOfPost(tools.portal, held, at);
  return [post, body.name[t.language], holder?.name].filter(Boolean).join(", ");
}
