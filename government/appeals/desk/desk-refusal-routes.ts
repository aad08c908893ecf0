/** A refusal before its second person: reading it, standing behind it, giving it back, taking it back. */
import { parseAppealDetails } from "#core/acts/appeal.ts";
import { fromHex, toHex, utf8Text } from "#core/bytes.ts";
import { type JsonValue, parseCanonicalJson } from "#core/record/canonical-json.ts";
import { assert, ok, refused } from "#core/result.ts";
import { checkKey, mayFetchFile, readFileChecks } from "#government/cases/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { actorName } from "../actor-words.ts";
import { approveRefusal, returnRefusal } from "../approve-refusal.ts";
import { fileNameOf, textIn } from "../citizen/case-act-pages.ts";
import { forgetDraft } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type OpenProposal, type ProposedPart, proposedParts } from "../proposal-store.ts";
import { takeBackRefusal } from "../propose-refusal.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { actIds } from "./desk-act-entries.ts";
import { enterAtDesk } from "./desk-act-routes.ts";
import { showCase } from "./desk-case-routes.ts";
import { deskReturnForm } from "./desk-forms.ts";
import { openedView } from "./desk-opened-view.ts";
import { type ProposedFile, proposalDigestField, refusalPage } from "./desk-refusal-pages.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";
import { replyDraftKey } from "./desk-reply-draft.ts";

const wrongStatus = 422;

/** Registers the pages of a refusal that waits. */
export function deskRefusalRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number/refusal", (visit) =>
    withDeskCase(tools, visit, (deskCase) => showRefusal(tools, visit, deskCase, null, untouched)),
  );
  server.get("/desk/:number/refusal/file/:part", (visit) =>
    withDeskCase(tools, visit, (deskCase) => sendProposedFile(tools, visit, deskCase)),
  );
  server.post("/desk/:number/refusal/approve", (visit) =>
    withDeskCase(tools, visit, (deskCase) => approve(server, tools, visit, deskCase)),
  );
  server.post("/desk/:number/refusal/return", (visit) =>
    withDeskCase(tools, visit, (deskCase) => giveBack(server, tools, visit, deskCase)),
  );
  server.post("/desk/:number/refusal/take-back", (visit) =>
    withDeskCase(tools, visit, (deskCase) => takeBack(server, tools, visit, deskCase)),
  );
}

function pathOf(visit: Visit, { row }: DeskCase): string {
  return `/${visit.language}/desk/${row.number}`;
}

interface Readable {
  readonly proposal: OpenProposal;
  readonly parts: readonly ProposedPart[];
  /** What was found in a file of it, and whether it may be fetched. */
  readonly fileOf: (name: string) => ProposedFile;
}

/** The parts of the refusal that waits, for who has opened the texts of the case; `null` for everybody else. */
async function readable(tools: PortalTools, deskCase: DeskCase): Promise<Readable | null> {
  const { proposal } = deskCase;
  if (proposal === null) return null;
  const { opened } = await openedView(tools, deskCase);
  if (opened === 0) return null;
  const [parts, checks] = await Promise.all([
    proposedParts(tools.desk, proposal),
    readFileChecks(tools.desk, proposal.tag),
  ]);
  const viewer = { kind: "desk", body: deskCase.body.number } as const;
  const fileOf = (name: string): ProposedFile => {
    const check = checks.get(checkKey(proposal.id, name)) ?? ({ state: "waiting" } as const);
    return { check, mayFetch: mayFetchFile(viewer, { state: check.state, isApplicants: false }) };
  };
  return { proposal, parts, fileOf };
}

async function showRefusal(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  refusal: DeskRefusal | null,
  state: FormState,
): Promise<Answer> {
  const read = await readable(tools, deskCase);
  // Reading is an act: the case's page has the button.
  if (read === null) {
    return refusal === null
      ? redirected(pathOf(visit, deskCase))
      : await showCase(tools, visit, deskCase, refusal);
  }
  const { actor, object, body, row } = deskCase;
  const { proposal, parts } = read;
  const texts = jsonIn(parts, "parties");
  const details = parseAppealDetails(proposal.kind, jsonIn(parts, "public"));
  assert(details.ok, "a proposal keeps its details");
  const approval = { kind: "approval", case: object, writer: proposal.writer } as const;
  const mayApprove = mayBeGranted(actor, "appeal.approve", approval);
  // The second person may write why it goes back; its writer only reads.
  if (mayApprove) tools.sessions.stayOnPage(visit.request);
  const page = refusalPage(visit.t, {
    casePath: pathOf(visit, deskCase),
    number: row.number,
    language: row.language,
    writer: actorName(visit.t, body, proposal.writerPost),
    details: details.value,
    text: textIn(texts, "text") ?? "",
    files: parts.flatMap(({ name, bytes }) => {
      const fileName = fileNameOf({ texts }, name);
      return fileName === null ? [] : [{ name, fileName, byteLength: bytes.length, ...read.fileOf(name) }];
    }),
    digest: toHex(proposal.digest),
    keys: mayApprove ? { approve: visit.drawFormKey(), giveBack: visit.drawFormKey() } : null,
    refusal,
    state,
  });
  const isWrong = state.problems.length > 0;
  return shown(page, {
    status: refusal === null ? (isWrong ? wrongStatus : 200) : refusalStatus(refusal),
  });
}

function jsonIn(parts: readonly ProposedPart[], name: string): JsonValue {
  const bytes = parts.find((part) => part.name === name)?.bytes;
  const text = bytes === undefined ? null : utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  return json?.ok === true ? json.value : null;
}

async function sendProposedFile(tools: PortalTools, visit: Visit, deskCase: DeskCase): Promise<Answer> {
  const read = await readable(tools, deskCase);
  const name = visit.params.part ?? "";
  const part = read?.parts.find((each) => each.name === name && name.startsWith("attachment-"));
  if (read === null || part === undefined || !read.fileOf(name).mayFetch) return errorAnswer(404);
  const texts = jsonIn(read.parts, "parties");
  return fileAnswer(part.bytes, part.mediaType, { fileName: fileNameOf({ texts }, name) ?? name });
}

async function approve(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
): Promise<Answer> {
  const digest = fromHex(firstValue(visit.body, proposalDigestField));
  const { proposal } = deskCase;
  const entered = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
    if (fresh.proposal === null || digest === null) return refused("no-refusal-waits");
    const approval = { kind: "approval", case: fresh.object, writer: fresh.proposal.writer } as const;
    const grant = ask(fresh.actor, "appeal.approve", approval);
    if (!grant.ok) return grant;
    return actIds(await approveRefusal(grant.value, { digest }, appealTools));
  });
  if (!entered.ok) return await showRefusal(tools, visit, deskCase, entered.problem, untouched);
  // It has gone out: what its writer had typed is of no more use.
  if (proposal !== null) {
    await forgetDraft(tools.portal, replyDraftKey(tools, proposal.writer, deskCase.row.tag));
  }
  return redirected(`${pathOf(visit, deskCase)}?done=approve`);
}

async function giveBack(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
): Promise<Answer> {
  const parsed = parseForm(deskReturnForm, visit.body);
  const typed = typedIn(deskReturnForm, visit.body);
  if (!parsed.ok) {
    return await showRefusal(tools, visit, deskCase, null, { typed, problems: parsed.problem });
  }
  const digest = fromHex(firstValue(visit.body, proposalDigestField));
  const { reason } = parsed.value;
  const entered = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
    if (fresh.proposal === null || digest === null) return refused("no-refusal-waits");
    const approval = { kind: "approval", case: fresh.object, writer: fresh.proposal.writer } as const;
    const grant = ask(fresh.actor, "appeal.approve", approval);
    if (!grant.ok) return grant;
    const returned = await returnRefusal(grant.value, { digest, reason }, appealTools);
    return returned.ok ? ok(null) : returned;
  });
  return entered.ok
    ? redirected(`${pathOf(visit, deskCase)}?done=return`)
    : await showRefusal(tools, visit, deskCase, entered.problem, { typed, problems: [] });
}

async function takeBack(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
): Promise<Answer> {
  const entered = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
    const grant = ask(fresh.actor, "appeal.answer", fresh.object);
    if (!grant.ok) return grant;
    return await takeBackRefusal(grant.value, appealTools);
  });
  return entered.ok
    ? redirected(`${pathOf(visit, deskCase)}?done=take-back`)
    : await showCase(tools, visit, deskCase, entered.problem);
}
