/** What a head decides about erasing in a case, asked for or by order. */
import { erasureScopes } from "#core/acts/erasure.ts";
import { equalBytes, fromHex } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { caseObjectFor, type EnteredActs, findCase, viewCase } from "#government/cases/index.ts";
import { ask, type Grant, mayBeGranted } from "#platform/authority/grant.ts";
import type { Fields, Form, FormValues } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { actorName } from "../actor-words.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { erasureAskedIn } from "../ask-erasure.ts";
import { grantErasure, partsWithin, refuseErasure } from "../decide-erasure.ts";
import { openOrder } from "../erasure-order-store.ts";
import { approveErasure, orderErasure, partsDigest, takeBackErasure } from "../order-erasure.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { orderBefore } from "./desk-erasure-order.ts";
import { type ErasureForm, erasurePage, orderDigestField } from "./desk-erasure-pages.ts";
import { deskEraseForm, deskKeepForm, deskOrderForm } from "./desk-forms.ts";

const wrongStatus = 422;
const movedOnStatus = 409;

/** Registers the page of a case on which it is decided. */
export function deskErasureRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/:number/erase", (visit) =>
    withEither(tools, visit, (deskCase) => showErasure(tools, visit, deskCase, null)),
  );
  approval(server, tools);
  takingBack(server, tools);
  decision(server, tools, "grant", deskEraseForm, (grant, _, appealTools) =>
    grantErasure(grant, appealTools),
  );
  decision(server, tools, "refuse", deskKeepForm, (grant, values, appealTools) =>
    refuseErasure(grant, values, appealTools),
  );
  decision(server, tools, "order", deskOrderForm, (grant, values, appealTools) =>
    orderErasure(
      grant,
      {
        ground: values.orderGround,
        scope: erasureScopes.filter((each) => values.orderScope.includes(each)),
        reference: values.orderReference,
      },
      appealTools,
    ),
  );
}

/** The second person's button: it carries the digest of the list that stood above it. */
function approval(server: Server, tools: PortalTools): void {
  const path = "/desk/:number/erase/approve";
  server.get(path, async ({ language, params }) =>
    redirected(`/${language}/desk/${encodeURIComponent(params.number ?? "")}/erase`),
  );
  server.post(path, (visit) =>
    withEither(tools, visit, async (deskCase) => {
      const digest = fromHex(firstValue(visit.body, orderDigestField));
      const decided = await carryOutOnce<JsonValue, "may-not-follow">(
        tools,
        { visit, formKeys: server.formKeys, scope: deskCase.session.id, side: "desk" },
        (appealTools) => approveOnce(appealTools, deskCase, digest),
      );
      if (decided.ok) return redirected(`/${visit.language}/desk/${deskCase.row.number}`);
      if (decided.problem === "may-not-follow") return errorAnswer(movedOnStatus);
      return await showErasure(tools, visit, deskCase, null);
    }),
  );
}

/** The head's button beside an order of theirs. */
function takingBack(server: Server, tools: PortalTools): void {
  const path = "/desk/:number/erase/take-back";
  server.get(path, async ({ language, params }) =>
    redirected(`/${language}/desk/${encodeURIComponent(params.number ?? "")}/erase`),
  );
  server.post(path, (visit) =>
    withHead(tools, visit, async (deskCase) => {
      const decided = await carryOutOnce<JsonValue, "may-not-follow">(
        tools,
        { visit, formKeys: server.formKeys, scope: deskCase.session.id, side: "desk" },
        (appealTools) => decideOnce(appealTools, deskCase, (grant) => takeBackErasure(grant, appealTools)),
      );
      if (!decided.ok && decided.problem === "may-not-follow") return errorAnswer(movedOnStatus);
      return redirected(`/${visit.language}/desk/${deskCase.row.number}/erase`);
    }),
  );
}

/** One of the three forms of the page, posted to an address of its own. */
function decision<Declared extends Fields>(
  server: Server,
  tools: PortalTools,
  name: ErasureForm,
  form: Form<Declared>,
  run: (
    grant: Grant<"appeal.erase">,
    values: FormValues<Declared>,
    appealTools: AppealTools,
  ) => Promise<Result<EnteredActs | null, unknown>>,
): void {
  const path = `/desk/:number/erase/${name}`;
  server.get(path, async ({ language, params }) =>
    redirected(`/${language}/desk/${encodeURIComponent(params.number ?? "")}/erase`),
  );
  server.post(path, (visit) =>
    withHead(tools, visit, async (deskCase) => {
      const parsed = parseForm(form, visit.body);
      if (!parsed.ok) {
        const state = { typed: typedIn(form, visit.body), problems: parsed.problem };
        return await showErasure(tools, visit, deskCase, { name, state });
      }
      const { session, row } = deskCase;
      const decided = await carryOutOnce<JsonValue, "may-not-follow">(
        tools,
        { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
        (appealTools) => decideOnce(appealTools, deskCase, (grant) => run(grant, parsed.value, appealTools)),
      );
      // An order is no act yet: its page says that it waits.
      const page = name === "order" ? "/erase" : "";
      if (decided.ok) return redirected(`/${visit.language}/desk/${row.number}${page}`);
      switch (decided.problem) {
        case "may-not-follow":
          return errorAnswer(movedOnStatus);
        case "expired":
        case "not-drawn-here":
        case "different-body":
          return await showErasure(tools, visit, deskCase, { name, state: untouched });
      }
    }),
  );
}

async function decideOnce(
  appealTools: AppealTools,
  { actor, row }: DeskCase,
  run: (grant: Grant<"appeal.erase">) => Promise<Result<EnteredActs | null, unknown>>,
): Promise<Result<JsonValue, "may-not-follow">> {
  const now = await findCase(appealTools.transaction, row.tag);
  if (now === null) return refused("may-not-follow");
  const grant = ask(actor, "appeal.erase", await caseObjectFor(appealTools.transaction, actor, now));
  const done = grant.ok ? await run(grant.value) : null;
  return done?.ok ? ok(actsIn(done.value)) : refused("may-not-follow");
}

async function approveOnce(
  appealTools: AppealTools,
  { actor, row }: DeskCase,
  digest: Uint8Array | null,
): Promise<Result<JsonValue, "may-not-follow">> {
  const { transaction } = appealTools;
  const now = await findCase(transaction, row.tag);
  const order = await openOrder(transaction, row.tag);
  if (now === null || order === null || digest === null) return refused("may-not-follow");
  const object = await caseObjectFor(transaction, actor, now);
  const grant = ask(actor, "appeal.approve", { kind: "approval", case: object, writer: order.writer });
  const done = grant.ok ? await approveErasure(grant.value, { digest }, appealTools) : null;
  return done?.ok ? ok(actsIn(done.value)) : refused("may-not-follow");
}

/** An order is no act yet. */
function actsIn(entered: EnteredActs | null): JsonValue {
  return entered === null ? null : entered.acts.map(({ actId }) => actId);
}

/** Runs for whoever may decide it at the body that holds the case. */
async function withHead(
  tools: PortalTools,
  visit: Visit,
  run: (deskCase: DeskCase) => Promise<Answer>,
): Promise<Answer> {
  return await withDeskCase(tools, visit, async (deskCase) =>
    mayBeGranted(deskCase.actor, "appeal.erase", deskCase.object) ? await run(deskCase) : errorAnswer(403),
  );
}

/** Runs for the head, and for whoever may stand behind the order that waits, or has written it. */
async function withEither(
  tools: PortalTools,
  visit: Visit,
  run: (deskCase: DeskCase) => Promise<Answer>,
): Promise<Answer> {
  return await withDeskCase(tools, visit, async (deskCase) => {
    const may =
      mayBeGranted(deskCase.actor, "appeal.erase", deskCase.object) ||
      (await orderBefore(tools, deskCase))?.mayApprove === true;
    return may ? await run(deskCase) : errorAnswer(403);
  });
}

async function showErasure(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  sent: { readonly name: ErasureForm; readonly state: FormState } | null,
): Promise<Answer> {
  const { row, body } = deskCase;
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  // Only the codes of acts are looked at, to know what is asked; no text leaves.
  const view = await viewCase(tools.desk, { kind: "desk", body: body.number }, row, parameters, now);
  const waiting = await orderBefore(tools, deskCase);
  const parts = waiting === null ? [] : await partsWithin(tools.desk, row.tag, waiting.order.scope);
  const page = erasurePage(visit.t, {
    number: row.number,
    order: waiting && {
      ...waiting,
      parts,
      // Something was entered since: the head looks at the new list first.
      isSame: equalBytes(partsDigest(parts), waiting.order.digest),
      writer: actorName(visit.t, body, waiting.order.writerPost),
    },
    isHead: mayBeGranted(deskCase.actor, "appeal.erase", deskCase.object),
    asked: erasureAskedIn(view, parameters),
    today: civilDateAt(now, parameters.timeZone),
    drawFormKey: visit.drawFormKey,
    sent,
  });
  return shown(page, { status: sent === null ? 200 : wrongStatus });
}
