/** An appeal in public by the API: the author previews a copy, agrees to that very copy, and takes it back. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { piecesJson, wholeText } from "#core/acts/published-appeal.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { type CaseRow, type CaseView, caseObjectFor, viewCase } from "#government/cases/index.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import type { FormBody } from "#platform/form/form.ts";
import { problemText } from "#platform/html/form-fields.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { PortalTools } from "../portal-tools.ts";
import { agreeToPublish, takeBack } from "../published/agree-to-publish.ts";
import { type AuthorOf, authorOf, digestOf, mayAddTo, publicBy, readCopy } from "../published/author-copy.ts";
import { personalWords } from "../published/personal-words.ts";
import type { AgreedText } from "../published/publication.ts";
import { agreedForm, agreeForm } from "../published/publish-forms.ts";
import { actRequests } from "./api-act-schemas.ts";
import { type Acting, applicantOf, enteredBy, registerAct } from "./api-case-act-routes.ts";
import { caseOfSecret } from "./api-case-routes.ts";
import { formRefusal } from "./api-forms.ts";
import { type ApiRefusal, sendRefusal, translateFor } from "./api-problem-routes.ts";
import { publicationRequests } from "./api-publication-schemas.ts";
import { answered, problemResponses, responses } from "./api-responses.ts";
import type { FromSchema } from "./api-schemas.ts";
import { dateOrNull } from "./case-json.ts";

const previewBytesMax = 131_072;
const applicant = { kind: "applicant" } as const;
type SentCopy = FromSchema<typeof publicationRequests.preview>;

/** Registers the preview and the two acts. */
export function apiPublicationRoutes(api: FastifyInstance, tools: PortalTools): void {
  previewRoute(api, tools);
  registerAct(api, tools, publicationRequests.agree, {
    path: "agree-to-publish",
    operationId: "agreeToPublish",
    summary:
      "The author agrees that this very copy stands in public; shown to nobody before the head has released it",
    wrong: ({ agreed }, t) => formRefusal(t, agreedForm, agreed ? { agreed: "yes" } : {}),
    enter: async (acting, sent) => {
      const view = await viewInside(acting);
      if (!mayAddTo(view)) return refused({ code: "may-not-follow" });
      const { transaction: sql } = acting.tools;
      const author = await authorOf({ ...tools, sql }, { row: view.row, viewer: applicant }, view);
      const copy = copyOf(acting.tree, acting.t, sent, author);
      if (!copy.ok) return copy;
      if (digestOf(copy.value) !== sent.digest) return refused({ code: "another-copy" });
      return await enteredBy(acting, "appeal.agree-to-publish", (grant) =>
        agreeToPublish(grant, copy.value, acting.tools),
      );
    },
  });
  registerAct(api, tools, actRequests.bare, {
    path: "take-back",
    operationId: "takePublicationBack",
    summary: "The author takes the word back, and with it what stands in public; copies of others stay",
    enter: (acting) => enteredBy(acting, "appeal.take-back", (grant) => takeBack(grant, acting.tools)),
  });
}

/** The case as its applicant sees it in the transaction of the act. */
async function viewInside({ tools, bearer: { row } }: Acting): Promise<CaseView> {
  const { transaction, parameters, now } = tools;
  return await viewCase(transaction, applicant, row, parameters, now());
}

function previewRoute(api: FastifyInstance, tools: PortalTools): void {
  api.post<{ Body: SentCopy }>(
    "/api/v1/appeals/publication-preview",
    {
      bodyLimit: previewBytesMax,
      schema: {
        tags: ["cases"],
        operationId: "previewPublication",
        summary: "Exactly what everyone would read, and what in it looks personal; enters nothing",
        body: publicationRequests.preview,
        response: { 200: answered("The copy", responses.publicationPreview), ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await previewed(tools, request);
      if (!found.ok) return sendRefusal(request, reply, found.problem);
      const { row, view, author, copy } = found.value;
      const { subject, text, matter, place } = copy;
      return reply.send({
        ...{ number: row.number, language: row.language, matter, place },
        ...{ subject: piecesJson(wholeText(subject)), text: piecesJson(wholeText(text)) },
        reply: copy.reply === null ? null : piecesJson(copy.reply),
        pictures: [...copy.pictures],
        looksPersonal: personalWords(`${subject}\n${text}`, author.own),
        until: dateOrNull(await publicBy(tools, view)),
        digest: digestOf(copy),
      });
    },
  );
}

interface Previewed {
  readonly row: CaseRow;
  readonly view: CaseView;
  readonly author: AuthorOf;
  readonly copy: AgreedText;
}

async function previewed(
  tools: PortalTools,
  request: FastifyRequest<{ Body: SentCopy }>,
): Promise<Result<Previewed, ApiRefusal>> {
  const found = await caseOfSecret(tools, request, request.body);
  if (!found.ok) return found;
  const row = found.value;
  const actor = applicantOf(row);
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, applicant, row, parameters, tools.now());
  const object = await caseObjectFor(tools.portal, actor, row);
  if (!mayBeGranted(actor, "appeal.agree-to-publish", object) || !mayAddTo(view)) {
    return refused({ code: "may-not-follow" });
  }
  const author = await authorOf({ ...tools, sql: tools.portal }, { row, viewer: applicant }, view);
  const copy = copyOf(await tools.bodyTree(), translateFor(request), request.body, author);
  return copy.ok ? ok({ row, view, author, copy: copy.value }) : copy;
}

/** The copy by the form of the page, or what is wrong with it. */
function copyOf(
  tree: BodyTree,
  t: Translate,
  { subject, text, matter, place = "", reply = false, replyCuts = [], pictures = [] }: SentCopy,
  author: AuthorOf,
): Result<AgreedText, ApiRefusal> {
  const fields: FormBody = {
    ...{ subject, text, matter, place, replyCuts: replyCuts.join("\n") },
    ...(reply ? { reply: "yes" } : {}),
    pictures: [...pictures],
  };
  const copy = readCopy(tree, fields, author);
  if (copy.ok) return copy;
  const errors = copy.problem.map((problem) => ({
    pointer: `#/${problem.field}`,
    detail: problemText(t, agreeForm, problem),
  }));
  return refused({ code: "fields", errors });
}
