/** What a posted form of the desk enters: each checks the person, the choice and the day in the acting transaction. */

import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type { EnteredActs } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FormBody } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { announceHearing } from "../announce-hearing.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { assignAppeal } from "../assign-appeal.ts";
import { askClarification } from "../clarify-appeal.ts";
import { extendAppeal } from "../extend-appeal.ts";
import { forwardAppeal } from "../forward-appeal.ts";
import type { DeskCase } from "./desk-access.ts";
import { assignablePosts, type DeskAct, receiversNear } from "./desk-acts.ts";
import {
  deskAssignForm,
  deskClarifyForm,
  deskExtendForm,
  deskForwardForm,
  deskHearingForm,
} from "./desk-forms.ts";
import type { DeskRefusal } from "./desk-refusals.ts";

/** The acts that need one form. */
export type FormAct = Exclude<DeskAct, "answer">;

/** What is kept of an act for a form that comes again. */
export function actIds<Problem>(entered: Result<EnteredActs, Problem>): Result<JsonValue, Problem> {
  return entered.ok ? ok(entered.value.acts.map(({ actId }) => actId)) : entered;
}

/** Enters the act of a form. */
export async function enterAct(
  act: FormAct,
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  switch (act) {
    case "assign":
      return await enterAssignment(body, fresh, tools);
    case "forward":
      return await enterForwarding(body, fresh, tools);
    case "clarify": {
      const parsed = parseForm(deskClarifyForm, body);
      const grant = ask(fresh.actor, "appeal.ask-clarification", fresh.object);
      if (!grant.ok) return grant;
      return parsed.ok
        ? actIds(await askClarification(grant.value, parsed.value, tools))
        : refused("choice-gone");
    }
    case "hearing":
      return await enterHearing(body, fresh, tools);
    case "extend": {
      const parsed = parseForm(deskExtendForm, body);
      const until = readDay(parsed.ok ? parsed.value.until : "");
      const grant = ask(fresh.actor, "appeal.extend", fresh.object);
      if (!grant.ok) return grant;
      if (!parsed.ok || !until.ok) return refused("choice-gone");
      // Somebody else may have extended it meanwhile.
      if (fresh.row.due !== null && until.value <= fresh.row.due) return refused("day-not-later");
      const { reason, text } = parsed.value;
      return actIds(await extendAppeal(grant.value, { reason, text, until: until.value }, tools));
    }
    default:
      return unreachable(act);
  }
}

async function enterAssignment(
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  const parsed = parseForm(deskAssignForm, body);
  const posts = await assignablePosts(tools.transaction, fresh, tools.now());
  const chosen = posts.find(({ post }) => parsed.ok && post === parsed.value.post);
  const to = { body: fresh.body.number, post: parsed.ok ? parsed.value.post : "" };
  const grant = ask(fresh.actor, "appeal.assign", { kind: "assignment", case: fresh.object, to });
  if (!grant.ok) return grant;
  if (chosen === undefined) return refused("choice-gone");
  const despite = parsed.ok ? parsed.value.despite : null;
  return actIds(await assignAppeal(grant.value, { ...chosen, ...(despite ? { despite } : {}) }, tools));
}

async function enterHearing(
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  const parsed = parseForm(deskHearingForm, body);
  const on = readDay(parsed.ok ? parsed.value.on : "");
  const grant = ask(fresh.actor, "appeal.announce-hearing", fresh.object);
  if (!grant.ok) return grant;
  if (!parsed.ok || !on.ok) return refused("choice-gone");
  const hearing = {
    on: on.value,
    place: addressOf(fresh),
    preliminary: parsed.value.text,
    attachments: [],
  };
  return actIds(await announceHearing(grant.value, hearing, tools));
}

/** Where the body hears people: its own address, in the language of the appeal. Nothing else goes into the record. */
export function addressOf({ body, row }: DeskCase): string {
  return body.about.address[row.language];
}

async function enterForwarding(
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  const parsed = parseForm(deskForwardForm, body);
  if (!parsed.ok) return refused("choice-gone");
  const { body: slug, reason, note, despite } = parsed.value;
  // Asked of all bodies, so that whoever names one that must not get it learns why.
  const to = receiversNear(fresh, tools.parameters).find((receiver) => receiver.slug === slug)?.number;
  if (to === undefined) return refused("choice-gone");
  const grant = ask(fresh.actor, "appeal.forward", { kind: "forwarding", case: fresh.object, to });
  if (!grant.ok) return grant;
  return actIds(await forwardAppeal(grant.value, { reason, note, ...(despite ? { despite } : {}) }, tools));
}
