/** Giving many cases of the queue away at once. */
import { createHash } from "node:crypto";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { type Result, refused } from "#core/result.ts";
import { type Body, postOf } from "#government/bodies/index.ts";
import { caseObjectFor, findCaseByNumber, lockCase, parseCaseNumber } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { type Answer, shown } from "#platform/http/answer.ts";
import { bodyDigest, once } from "#platform/http/idempotency-store.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { assignAppeal } from "../assign-appeal.ts";
import { inTransaction, type PortalTools } from "../portal-tools.ts";
import type { Desk } from "./desk-access.ts";
import { actIds } from "./desk-act-entries.ts";
import { type AssignablePost, assignablePosts } from "./desk-acts.ts";
import { bulkResultPage } from "./desk-bulk-pages.ts";
import { deskHref } from "./desk-links.ts";
import { bulkPostField, chosenCaseField } from "./desk-queue-pages.ts";
import { linkIn, queueRowsMax, showQueue, wrongQueueStatus } from "./desk-queue-routes.ts";
import type { DeskRefusal } from "./desk-refusals.ts";

/**
 * Gives the chosen cases to one post: each in a transaction of its own, so that one refusal holds up nobody else's
 * case. Sent again, each case gives the outcome that it gave.
 */
export async function assignMany(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
): Promise<Answer> {
  const key = server.formKeys.read(firstValue(visit.body, formKeyField));
  const numbers = chosenNumbers(visit);
  const post = firstValue(visit.body, bulkPostField);
  const again = (refusal: DeskRefusal) =>
    showQueue(tools, visit, desk, body, { refusal, chosen: new Set(numbers) });
  if (!key.ok) return await again(key.problem);
  if (numbers.length === 0 || postOf(body, post) === null) return await again("bulk-nothing-chosen");
  const done: string[] = [];
  const not: { number: string; refusal: DeskRefusal }[] = [];
  for (const number of numbers) {
    const given = await assignOne(tools, { desk, body, post, number, formKey: key.value });
    if (given.ok) done.push(number);
    else not.push({ number, refusal: given.problem });
  }
  const page = bulkResultPage(visit.t, {
    body,
    post,
    done,
    not,
    back: deskHref(visit.t, "", linkIn(visit, desk, body)),
  });
  return shown(page, { status: done.length === 0 ? wrongQueueStatus : 200 });
}

function chosenNumbers({ body }: Visit): readonly string[] {
  const chosen = body[chosenCaseField] ?? [];
  const all = typeof chosen === "string" ? [chosen] : chosen;
  return [...new Set(all)].slice(0, queueRowsMax);
}

async function assignOne(
  tools: PortalTools,
  given: {
    readonly desk: Desk;
    readonly body: Body;
    readonly post: string;
    readonly number: string;
    readonly formKey: string;
  },
): Promise<Result<JsonValue, DeskRefusal>> {
  const { desk, body, post, number, formKey } = given;
  const parsed = parseCaseNumber(number);
  if (!parsed.ok) return refused({ finding: "no-such-case" });
  const request = {
    // The form's key is one; each case of it has an outcome of its own.
    key: createHash("sha256").update(`${formKey}\n${number}`).digest("base64url"),
    scope: desk.session.id,
    bodyDigest: bodyDigest({ post, number }),
    now: tools.now(),
  };
  const entered = await inTransaction(tools, "desk", (appealTools) =>
    once<JsonValue, DeskRefusal>(appealTools.transaction, request, async () => {
      const { transaction } = appealTools;
      const found = await findCaseByNumber(transaction, parsed.value);
      const row = found === null ? null : await lockCase(transaction, found.tag);
      if (row === null || row.holderBody !== body.number) return refused({ finding: "no-such-case" });
      const object = await caseObjectFor(transaction, desk.actor, row);
      const to = { body: body.number, post };
      const grant = ask(desk.actor, "appeal.assign", { kind: "assignment", case: object, to });
      if (!grant.ok) return grant;
      const posts = await assignablePosts(transaction, { actor: desk.actor, object, body }, tools.now());
      const holder: AssignablePost | undefined = posts.find((one) => one.post === post);
      return holder === undefined
        ? refused("choice-gone")
        : actIds(await assignAppeal(grant.value, holder, appealTools));
    }),
  );
  return entered.ok ? { ok: true, value: entered.value.outcome } : entered;
}
