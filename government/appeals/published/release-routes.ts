/** The pages on which the head of a body releases what an author lets stand in public. */
import { type PublishedAppeal, textOfPieces } from "#core/acts/published-appeal.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { caseObjectFor, type EnteredActs, lockCase, viewCase } from "#government/cases/index.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import type { HtmlValue } from "#platform/html/html.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { type DeskCase, withDeskCase } from "../desk/desk-access.ts";
import { asFarAsOpened, openedActs } from "../desk/desk-opened.ts";
import { refusedPage } from "../desk/desk-words-pages.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { stepField } from "./agree-pages.ts";
import { personalWords } from "./personal-words.ts";
import {
  type Agreement,
  awaitsRelease,
  type PublicationStanding,
  publicationStanding,
} from "./publication.ts";
import { redactForm, refusePublicForm } from "./publish-forms.ts";
import { type FiledPicture, filedPictures } from "./published-pictures.ts";
import { onlyLookedAt, readCuts } from "./read-cuts.ts";
import { refusePublication } from "./refuse-publication.ts";
import {
  agreementField,
  nothingToReleasePage,
  type ReleaseFrame,
  redactPage,
  releasePage,
  releaseRefusedNotice,
} from "./release-pages.ts";
import { type Cuts, publishedText, type ReleaseProblem, releasePublication } from "./release-publication.ts";

const wrongStatus = 422;

/** Registers the head's pages. */
export function releaseRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number/publish", (visit) =>
    withDeskCase(tools, visit, (deskCase) =>
      withAgreement(tools, visit, deskCase, (agreement) =>
        showRedaction(tools, visit, deskCase, agreement, untouched),
      ),
    ),
  );
  server.post("/desk/:number/publish", (visit) =>
    withDeskCase(tools, visit, (deskCase) =>
      withAgreement(tools, visit, deskCase, (agreement) => post(server, tools, visit, deskCase, agreement)),
    ),
  );
  server.get("/desk/:number/publish/refuse", async ({ language, params }) =>
    redirected(`/${language}/desk/${encodeURIComponent(params.number ?? "")}/publish`),
  );
  server.post("/desk/:number/publish/refuse", (visit) =>
    withDeskCase(tools, visit, (deskCase) =>
      withAgreement(tools, visit, deskCase, (agreement) => refuse(server, tools, visit, deskCase, agreement)),
    ),
  );
}

/** An agreement, and the pictures of the filing as the desk sees them. */
interface ToRelease extends Agreement {
  readonly pictures: readonly FiledPicture[];
}

/** Where the publication stands, as far as this person has opened the case. */
async function openedStanding(
  tools: PortalTools,
  { session, row, body }: DeskCase,
): Promise<PublicationStanding & Pick<ToRelease, "pictures"> & { readonly hasUnread: boolean }> {
  const parameters = await tools.parametersReader.read(tools.desk);
  const opened = await openedActs(tools, session, row.tag);
  const viewer = { kind: "desk", body: body.number } as const;
  const view = await viewCase(tools.desk, viewer, row, parameters, tools.now());
  const acts = opened === 0 ? [] : asFarAsOpened(view.acts, opened);
  const pictures = filedPictures({ acts });
  return { ...publicationStanding({ acts }), pictures, hasUnread: opened < view.acts.length };
}

/** Runs for a head who has opened what the author agreed to. */
async function withAgreement(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  run: (agreement: ToRelease) => Promise<Answer>,
): Promise<Answer> {
  const frame = frameOf(visit, deskCase);
  const { casePath } = frame;
  const may = ask(deskCase.actor, "appeal.publish", deskCase.object);
  if (!may.ok) {
    const page = refusedPage(visit.t, { casePath, heading: visit.t("redact-title"), refusal: may.problem });
    return shown(page, { status: 403 });
  }
  const standing = await openedStanding(tools, deskCase);
  const { agreement, pictures, hasUnread } = standing;
  if (agreement !== null && awaitsRelease(standing)) {
    tools.sessions.stayOnPage(visit.request);
    return await run({ ...agreement, pictures });
  }
  const why = hasUnread ? "not-opened" : agreement === null ? "not-agreed" : "released";
  return shown(nothingToReleasePage(frame, why), { status: wrongStatus });
}

function frameOf({ t, language }: Visit, { row }: DeskCase): ReleaseFrame {
  return { t, casePath: `/${language}/desk/${row.number}`, number: row.number };
}

async function showRedaction(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  agreement: ToRelease,
  state: FormState,
  refusing: FormState = untouched,
): Promise<Answer> {
  const whole = publishedText(deskCase.row, agreement.agreed, [], onlyLookedAt);
  if (!whole.ok) return redirected(frameOf(visit, deskCase).casePath);
  const { subject, text, reply } = whole.value;
  // The name is sealed from this side: only what anybody would notice is pointed out.
  const words = [subject, text, reply ?? []].map((pieces) => textOfPieces(pieces, " … ")).join("\n");
  const page = redactPage(frameOf(visit, deskCase), {
    ...(await shownText(tools, agreement, whole.value)),
    state,
    found: personalWords(words, null),
    refusing: { state: refusing, formKey: visit.drawFormKey() },
  });
  const isWrong = state.problems.length > 0 || refusing.problems.length > 0;
  return shown(page, { status: isWrong ? wrongStatus : 200 });
}

async function shownText(
  tools: PortalTools,
  { agreed, act, pictures: filed }: ToRelease,
  text: PublishedAppeal,
) {
  const { matter, place } = agreed;
  const pictures = filed.filter(({ part }) => agreed.pictures.includes(part));
  return { tree: await tools.bodyTree(), text, labels: { matter, place }, agreement: act.actId, pictures };
}

async function post(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  agreement: ToRelease,
): Promise<Answer> {
  const step = firstValue(visit.body, stepField);
  const typed = typedIn(redactForm, visit.body);
  const again = (problems: readonly FieldProblem[]) =>
    showRedaction(tools, visit, deskCase, agreement, { typed, problems });
  if (step === "edit") return again([]);
  const cuts = readCuts(visit.body, deskCase.row, agreement.agreed);
  if (!cuts.ok) return again(cuts.problem);
  const isSame = firstValue(visit.body, agreementField) === agreement.act.actId;
  if (step !== "release" || !isSame) {
    const said = step === "release" ? releaseRefusedNotice(visit.t, "agreed-to-another-text") : null;
    return preview(tools, visit, deskCase, { agreement, cuts: cuts.value, said });
  }
  const given = { agreement: agreement.act.actId, ...cuts.value };
  const entered = await decide(server, tools, visit, deskCase, (grant, appealTools) =>
    releasePublication(grant, given, appealTools),
  );
  if (entered.ok) return redirected(frameOf(visit, deskCase).casePath);
  const isOld = entered.problem === "expired" || entered.problem === "not-drawn-here";
  const said = releaseRefusedNotice(visit.t, isOld ? "form-too-old" : "agreed-to-another-text");
  return preview(tools, visit, deskCase, { agreement, cuts: cuts.value, said });
}

async function preview(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  given: {
    readonly agreement: ToRelease;
    readonly cuts: Cuts;
    readonly said: HtmlValue;
  },
): Promise<Answer> {
  const { agreement, cuts, said } = given;
  const redacted = publishedText(deskCase.row, agreement.agreed, cuts.redactions, onlyLookedAt);
  if (!redacted.ok) return redirected(`${frameOf(visit, deskCase).casePath}/publish`);
  const typed = typedIn(redactForm, visit.body);
  const page = releasePage(frameOf(visit, deskCase), {
    ...(await shownText(tools, agreement, redacted.value)),
    held: cuts.held,
    fields: Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    formKey: visit.drawFormKey(),
    said,
  });
  return shown(page, { status: said === null ? 200 : wrongStatus });
}

/** The whole text is refused, for a reason from the list. */
async function refuse(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  agreement: ToRelease,
): Promise<Answer> {
  const parsed = parseForm(refusePublicForm, visit.body);
  const again = (problems: readonly FieldProblem[]) =>
    showRedaction(tools, visit, deskCase, agreement, untouched, {
      typed: typedIn(refusePublicForm, visit.body),
      problems,
    });
  if (!parsed.ok) return await again(parsed.problem);
  const read = firstValue(visit.body, agreementField);
  const reason = parsed.value.refusal;
  const done = await decide(server, tools, visit, deskCase, (grant, appealTools) =>
    refusePublication(grant, { agreement: read, reason }, appealTools),
  );
  if (done.ok) return redirected(frameOf(visit, deskCase).casePath);
  return await again([{ field: "refusal", code: "not-accepted" }]);
}

type ReleaseRefusal = ReleaseProblem | "not-given";

/** Decides once for a posted form, with the case locked as it stands in this transaction. */
async function decide(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  { session, actor, row: seen }: DeskCase,
  run: (
    grant: Grant<"appeal.publish">,
    appealTools: AppealTools,
  ) => Promise<Result<EnteredActs, ReleaseProblem>>,
) {
  return await carryOutOnce<JsonValue, ReleaseRefusal>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
    async (appealTools) => {
      const row = await lockCase(appealTools.transaction, seen.tag);
      if (row === null) return refused({ finding: "no-such-case" });
      const object = await caseObjectFor(appealTools.transaction, actor, row);
      const grant = ask(actor, "appeal.publish", object);
      if (!grant.ok) return refused("not-given");
      const decided = await run(grant.value, appealTools);
      return decided.ok ? ok(decided.value.acts.map(({ actId }) => actId)) : decided;
    },
  );
}
