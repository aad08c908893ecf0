/** Pads of stubs: the pages of a head who issues them and of an operator who declares sheets void. */
import { stubsPerPadMax } from "#core/record/stub-acts.ts";
import { ok, unreachable } from "#core/result.ts";
import { bodyObject, carryOutOnce } from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { type AtPlace, mayAt, withPlace } from "../intake-access.ts";
import { padForm, voidForm } from "../intake-forms.ts";
import { readPads } from "../intake-store.ts";
import { type IntakeTools, stubKeysOf } from "../intake-tools.ts";
import { issuePad, stubsIn } from "../issue-pad.ts";
import { voidStubs } from "../void-stubs.ts";
import { type PadStates, padsPage } from "./pad-pages.ts";
import { padPaper } from "./pad-paper.ts";

const wrongStatus = 422;
/** Pads on the page: a body that uses more has years of them. */
const padsShownMax = 20;
const fresh: PadStates = { issue: untouched, voiding: untouched };

/** Registers the pages about pads. */
export function padRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/pads", (visit) =>
    withPlace(tools, visit, "stub.void", (place) => showPads(tools, visit, place, fresh)),
  );
  server.post("/intake/pads", (visit) =>
    withPlace(tools, visit, "pad.issue", (place) => postPad(server, tools, visit, place)),
  );
  server.post("/intake/pads/void", (visit) =>
    withPlace(tools, visit, "stub.void", (place) => postVoid(server, tools, visit, place)),
  );
  // The page is a post's; going back to its address, or to it in another language, leads to the pads.
  server.get("/intake/pads/void", async ({ language }) => redirected(`/${language}/intake/pads`));
  server.get("/intake/pads/:pad/pad.pdf", (visit) =>
    withPlace(tools, visit, "pad.issue", (place) => printPad(tools, visit, place)),
  );
}

async function showPads(
  tools: IntakeTools,
  visit: Visit,
  { actor, tree, body, query }: AtPlace,
  states: PadStates,
): Promise<Answer> {
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const done = firstValue(visit.query, "done");
  const page = padsPage(
    visit.t,
    {
      ...{ body, query, timeZone },
      pads: await readPads(tools.portal, body.number, padsShownMax),
      mayIssue: mayAt(actor, "pad.issue", tree, body),
      said: done === "issued" || done === "voided" ? done : null,
      issueKey: visit.drawFormKey(),
      voidKey: visit.drawFormKey(),
    },
    states,
  );
  return shown(page, { status: states === fresh ? 200 : wrongStatus });
}

async function postPad(server: Server, tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const parsed = parseForm(padForm, visit.body);
  const typed = typedIn(padForm, visit.body);
  const stubs = parsed.ok ? Number(parsed.value.stubs) : 0;
  if (!parsed.ok || stubs > stubsPerPadMax) {
    const problems = parsed.ok ? [{ field: "stubs", code: "not-accepted" } as const] : parsed.problem;
    return await showPads(tools, visit, place, { ...fresh, issue: { typed, problems } });
  }
  const grant = ask(place.actor, "pad.issue", bodyObject(place.tree, place.body.number));
  if (!grant.ok) return errorAnswer(403);
  const issued = await carryOutOnce(tools, sent(server, visit, place), async (appealTools) => {
    const { pad } = await issuePad(grant.value, stubs, appealTools, stubKeysOf(tools));
    return ok({ pad });
  });
  if (!issued.ok) return await showPads(tools, visit, place, { ...fresh, issue: { typed, problems: [] } });
  return redirected(doneAt(visit, place, "issued"));
}

async function postVoid(server: Server, tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const parsed = parseForm(voidForm, visit.body);
  const typed = typedIn(voidForm, visit.body);
  if (!parsed.ok) {
    return await showPads(tools, visit, place, { ...fresh, voiding: { typed, problems: parsed.problem } });
  }
  const { pad, from, to, reason } = parsed.value;
  const range = { pad: Number(pad), from: Number(from), to: Number(to), reason };
  const grant = ask(place.actor, "stub.void", bodyObject(place.tree, place.body.number));
  if (!grant.ok) return errorAnswer(403);
  const voided = await carryOutOnce(tools, sent(server, visit, place), (appealTools) =>
    voidStubs(grant.value, range, appealTools),
  );
  if (voided.ok) return redirected(doneAt(visit, place, "voided"));
  switch (voided.problem) {
    case "no-such-stub":
      return await showPads(tools, visit, place, {
        ...fresh,
        voiding: { typed, problems: [{ field: "from", code: "not-an-option" }] },
      });
    case "already-used":
      return await showPads(tools, visit, place, {
        ...fresh,
        voiding: { typed, problems: [{ field: "from", code: "not-accepted" }] },
      });
    case "expired":
    case "not-drawn-here":
      return await showPads(tools, visit, place, { ...fresh, voiding: { typed, problems: [] } });
    case "different-body":
      return errorAnswer(wrongStatus);
    default:
      return unreachable(voided.problem);
  }
}

function sent(server: Server, visit: Visit, place: AtPlace) {
  return { visit, formKeys: server.formKeys, scope: place.session.id, side: "portal" } as const;
}

function doneAt({ language }: Visit, { query }: AtPlace, done: "issued" | "voided"): string {
  return `/${language}/intake/pads${query === "" ? "?" : `${query}&`}done=${done}`;
}

async function printPad(tools: IntakeTools, visit: Visit, { body }: AtPlace): Promise<Answer> {
  const number = visit.params.pad ?? "";
  const pads = await readPads(tools.portal, body.number, padsShownMax);
  const pad = pads.find((each) => String(each.pad) === number);
  if (pad === undefined) return errorAnswer(404);
  const keys = stubKeysOf(tools);
  const bytes = await padPaper({
    body: body.name,
    stubs: stubsIn(keys, { body: body.number, pad: pad.pad, stubs: pad.stubs }),
    origin: keys.origin,
    fingerprint: await fingerprintOfDay(tools.receipts),
    issuedAt: pad.issuedAt,
  });
  return fileAnswer(bytes, "application/pdf", {
    fileName: `pad-${body.number}-${pad.pad}.pdf`,
    caching: "secret",
  });
}
