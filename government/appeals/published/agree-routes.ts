import { wholeText } from "#core/acts/published-appeal.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type CaseView, caseObjectFor, findCase, viewCase } from "#government/cases/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { type CaseAccess, caseAccess } from "../citizen/case-access.ts";
import { textIn } from "../citizen/case-act-pages.ts";
import { sayNext, takeSaid } from "../filing/filing-session.ts";
import { saidNotice } from "../filing/filing-words-pages.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import {
  type AuthorFrame,
  agreedPage,
  agreePage,
  digestField,
  stepField,
  takeBackPage,
} from "./agree-pages.ts";
import { agreeToPublish, takeBack } from "./agree-to-publish.ts";
import { type AuthorOf, authorOf, digestOf, mayAddTo, publicBy, readCopy } from "./author-copy.ts";
import { personalWords } from "./personal-words.ts";
import { type AgreedText, publicationStanding } from "./publication.ts";
import { agreedForm, agreeForm } from "./publish-forms.ts";

const wrongStatus = 422;

/** Registers the author's pages. */
export function agreeRoutes(server: Server, tools: PortalTools): void {
  server.get("/case/:number/publish", (visit) =>
    withAuthor(tools, visit, (author) =>
      showCopy(tools, visit, author, { typed: typedOf(author), problems: [] }),
    ),
  );
  server.post("/case/:number/publish", (visit) =>
    withAuthor(tools, visit, (author) => postCopy(server, tools, visit, author)),
  );
  server.get("/case/:number/take-back", (visit) =>
    withAuthor(tools, visit, async (author) =>
      shown(takeBackPage(await frameOf(tools, visit, author), visit.drawFormKey())),
    ),
  );
  server.post("/case/:number/take-back", (visit) =>
    withAuthor(tools, visit, (author) => postTakeBack(server, tools, visit, author)),
  );
}

interface Author extends AuthorOf {
  readonly access: CaseAccess;
  readonly view: CaseView;
}

/** Runs for the author while the case may be added to; otherwise the case shows how things stand. */
async function withAuthor(
  tools: PortalTools,
  visit: Visit,
  run: (author: Author) => Promise<Answer>,
): Promise<Answer> {
  const access = await caseAccess(tools, visit);
  if (access === null) return redirected(`/${visit.language}/case`);
  const { viewer, row, actor, object } = access;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, viewer, row, parameters, tools.now());
  const may = mayBeGranted(actor, "appeal.agree-to-publish", object);
  if (viewer.kind !== "applicant" || !may || !mayAddTo(view)) {
    return redirected(`/${visit.language}/case/${row.number}`);
  }
  // The copy is written here; taking it back is one button.
  if (visit.path.endsWith("/publish")) tools.sessions.stayOnPage(visit.request);
  const author = await authorOf({ ...tools, sql: tools.portal }, { row, viewer }, view);
  return await run({ access, view, ...author });
}

/** What the fields hold at first: what was agreed to last, or what was filed. */
function typedOf({ view, reply }: Author): Typed {
  const agreed = publicationStanding(view).agreement?.agreed;
  const filed = view.acts[0]?.texts ?? null;
  return {
    subject: [agreed?.subject ?? textIn(filed, "subject") ?? ""],
    text: [agreed?.text ?? textIn(filed, "text") ?? ""],
    matter: [agreed?.matter ?? ""],
    place: [agreed?.place ?? ""],
    reply: reply === null ? [] : ["yes"],
    replyCuts: [""],
    pictures: agreed?.pictures ?? [],
  };
}

async function frameOf(tools: PortalTools, visit: Visit, { access }: Author): Promise<AuthorFrame> {
  return {
    t: visit.t,
    casePath: `/${visit.language}/case/${access.row.number}`,
    number: access.row.number,
    language: access.row.language,
    said: saidNotice(visit.t, await takeSaid(tools, access.session)),
  };
}

async function showCopy(tools: PortalTools, visit: Visit, author: Author, state: FormState): Promise<Answer> {
  const [subject = ""] = state.typed.subject ?? [];
  const [text = ""] = state.typed.text ?? [];
  const page = agreePage(await frameOf(tools, visit, author), {
    tree: await tools.bodyTree(),
    state,
    found: personalWords(`${subject}\n${text}`, author.own),
    reply: author.reply,
    pictures: author.pictures,
  });
  return shown(page, { status: state.problems.length > 0 ? wrongStatus : 200 });
}

async function postCopy(server: Server, tools: PortalTools, visit: Visit, author: Author): Promise<Answer> {
  const typed = typedIn(agreeForm, visit.body);
  const step = firstValue(visit.body, stepField);
  if (step === "edit") return showCopy(tools, visit, author, { typed, problems: [] });
  const agreed = readCopy(await tools.bodyTree(), visit.body, author);
  if (!agreed.ok) return showCopy(tools, visit, author, { typed, problems: agreed.problem });
  const digest = digestOf(agreed.value);
  const wasShown = firstValue(visit.body, digestField) === digest;
  if (step !== "agree" || !wasShown) return preview(tools, visit, author, agreed.value, []);
  const word = parseForm(agreedForm, visit.body);
  if (!word.ok) return preview(tools, visit, author, agreed.value, word.problem);
  return await agree(server, tools, visit, author, agreed.value);
}

async function preview(
  tools: PortalTools,
  visit: Visit,
  author: Author,
  agreed: AgreedText,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const { subject, text, reply, matter, place, pictures } = agreed;
  const typed = typedIn(agreeForm, visit.body);
  const page = agreedPage(await frameOf(tools, visit, author), {
    tree: await tools.bodyTree(),
    text: {
      ...{ subject: wholeText(subject), text: wholeText(text), reply },
      language: author.access.row.language,
    },
    labels: { matter, place },
    pictures: author.pictures.filter(({ part }) => pictures.includes(part)),
    fields: Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
    digest: digestOf(agreed),
    formKey: visit.drawFormKey(),
    problems,
    until: await publicBy(tools, author.view),
    found: personalWords(`${subject}\n${text}`, author.own),
  });
  return shown(page, { status: problems.length > 0 ? wrongStatus : 200 });
}

async function agree(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  author: Author,
  agreed: AgreedText,
): Promise<Answer> {
  const { access } = author;
  const entered = await enterOnce(server, tools, visit, access, async (appealTools, object) => {
    const grant = ask(access.actor, "appeal.agree-to-publish", object);
    if (!grant.ok) return refused("may-not-follow");
    const done = await agreeToPublish(grant.value, agreed, appealTools);
    return done.ok ? ok(done.value.acts.map(({ actId }) => actId)) : refused("may-not-follow");
  });
  if (entered.ok || entered.problem === "may-not-follow") {
    if (entered.ok) await sayNext(tools, access.session, "entered");
    return redirected(`/${visit.language}/case/${access.row.number}`);
  }
  await sayNext(tools, access.session, "form-too-old");
  return preview(tools, visit, author, agreed, []);
}

async function postTakeBack(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  { access }: Author,
): Promise<Answer> {
  const path = `/${visit.language}/case/${access.row.number}`;
  const entered = await enterOnce(server, tools, visit, access, async (appealTools, object) => {
    const grant = ask(access.actor, "appeal.take-back", object);
    if (!grant.ok) return refused("may-not-follow");
    const done = await takeBack(grant.value, appealTools);
    return done.ok ? ok(done.value.acts.map(({ actId }) => actId)) : refused("may-not-follow");
  });
  if (entered.ok) await sayNext(tools, access.session, "entered");
  if (entered.ok || entered.problem === "may-not-follow") return redirected(path);
  await sayNext(tools, access.session, "form-too-old");
  return redirected(`${path}/take-back`);
}

/** Runs a use case of the author's once for a posted form, with the case as it stands in its transaction. */
async function enterOnce(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  { session, actor, row }: CaseAccess,
  run: (
    appealTools: AppealTools,
    object: CaseAccess["object"],
  ) => Promise<Result<JsonValue, "may-not-follow">>,
) {
  return await carryOutOnce<JsonValue, "may-not-follow">(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    async (appealTools) => {
      const fresh = await findCase(appealTools.transaction, row.tag);
      if (fresh === null) return refused("may-not-follow");
      return await run(appealTools, await caseObjectFor(appealTools.transaction, actor, fresh));
    },
  );
}
