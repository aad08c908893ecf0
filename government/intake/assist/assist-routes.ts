/** Assisted points. What a helper has typed in can be seen by nobody here once the paper was handed over. */
import { fromHex, toHex } from "#core/bytes.ts";
import { ok } from "#core/result.ts";
import { anyText, exactly, matching, object } from "#core/strict-json.ts";
import { carryOutOnce, caseCodeKeys, fileAssisted } from "#government/appeals/index.ts";
import { caseSecretFrom, findCase, statusCodeFrom, withdrawalCodeFrom } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import { type AboutProblem, aboutShown, complaintIn, looksForMore } from "../complaint-about.ts";
import { type AtPlace, addresseeIn, withPlace } from "../intake-access.ts";
import { assistForm } from "../intake-forms.ts";
import { addresseeField } from "../intake-pages.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { assistGonePage, assistPage, assistPaperPage } from "./assist-pages.ts";

const wrongStatus = 422;
const goneStatus = 410;
const textLengthMax = 200;
const caseTagHexLength = 32;
const assistedName = "intake.assisted";

/** Registers the pages of assisted points: a form, a paper, and the end of it. There is no list. */
export function assistRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/assist", (visit) =>
    withPlace(tools, visit, "appeal.assist", async (place) => {
      // Whoever begins the next one has handed over the last.
      await handedOver(tools, place.session);
      return await showForm(tools, visit, place, untouched, {});
    }),
  );
  server.post("/intake/assist", (visit) =>
    withPlace(tools, visit, "appeal.assist", (place) => postAssisted(server, tools, visit, place)),
  );
  server.get("/intake/assist/paper", (visit) =>
    withPlace(tools, visit, "appeal.assist", (place) => showPaper(tools, visit, place)),
  );
  server.get("/intake/assist/done", async ({ language }) => redirected(`/${language}/intake/assist/paper`));
  server.post("/intake/assist/done", (visit) =>
    withPlace(tools, visit, "appeal.assist", async (place) => {
      await handedOver(tools, place.session);
      return redirected(`/${visit.language}/intake/assist/paper${place.query}`);
    }),
  );
}

async function showForm(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  state: FormState,
  { addresseeMissing = false, about = null }: { addresseeMissing?: boolean; about?: AboutProblem | null },
): Promise<Answer> {
  const page = assistPage(
    visit.t,
    {
      formKey: visit.drawFormKey(),
      action: `${visit.fullPath}${place.query}`,
      bodies: place.tree.all,
      addressee: firstValue(visit.body, addresseeField),
      addresseeMissing,
      about: await aboutShown(tools, visit, place.tree, {
        addressee: addresseeIn(visit, place.tree),
        problem: about,
      }),
    },
    state,
  );
  const isWrong = addresseeMissing || about !== null || state.problems.length > 0;
  return shown(page, { status: isWrong ? wrongStatus : 200 });
}

async function postAssisted(
  server: Server,
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
): Promise<Answer> {
  const parsed = parseForm(assistForm, visit.body);
  const typed = typedIn(assistForm, visit.body);
  if (looksForMore(visit)) return await showForm(tools, visit, place, { typed, problems: [] }, {});
  const addressee = addresseeIn(visit, place.tree);
  if (addressee === null || !parsed.ok) {
    const problems = parsed.ok ? [] : parsed.problem;
    return await showForm(tools, visit, place, { typed, problems }, { addresseeMissing: addressee === null });
  }
  const complaint = await complaintIn(tools, visit, place.tree, addressee);
  if (!complaint.ok)
    return await showForm(tools, visit, place, { typed, problems: [] }, { about: complaint.problem });
  const { kind, language, subject, text, name, address, contact, identity } = parsed.value;
  const grant = ask(place.actor, "appeal.assist", {
    ...{ kind: "paper-filing", takenAt: place.body.number, body: addressee.number },
  });
  if (!grant.ok) return errorAnswer(403);
  const filed = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: place.session.id, side: "portal" },
    async (appealTools, formKey) => {
      const filing = {
        ...{ kind, language, channel: "assisted-point" as const, subject, text, attachments: [] },
        complaint: complaint.value,
        ...{ identity: { name, address, contact }, identityShown: identity === "shown" },
        ...{ proofAtOnce: identity === "shown", ...caseCodeKeys(tools.serverKey, formKey) },
      };
      const { row } = await fileAssisted(grant.value, filing, appealTools);
      return ok({ tag: toHex(row.tag), formKey });
    },
  );
  if (!filed.ok) {
    if (filed.problem === "different-body") return errorAnswer(wrongStatus);
    // The form was open for a day: what was typed is shown again under a new key.
    return await showForm(tools, visit, place, { typed, problems: [] }, {});
  }
  const { outcome, repeated } = filed.value;
  const kept = await readAssisted(tools, place.session);
  // A repeat shows the paper again until it was handed over: a line may have broken. Afterwards it shows nothing.
  if (!repeated || kept === null) {
    await keepInSession(tools.portal, place.session.id, assistedName, { ...outcome, state: "at-hand" });
  }
  return redirected(`/${visit.language}/intake/assist/paper${place.query}`);
}

const readHandedOver = object({ state: exactly("handed-over") });
const readAtHand = object({
  state: exactly("at-hand"),
  tag: matching(caseTagHexLength, /^[0-9a-f]{32}$/, "a case tag in hexadecimal"),
  formKey: anyText(textLengthMax),
});

interface Assisted {
  readonly tag: Uint8Array;
  readonly formKey: string;
}

/** The filing whose paper is at hand, `"handed-over"` once it is gone, `null` when nothing was filed yet. */
async function readAssisted(tools: IntakeTools, session: Session): Promise<Assisted | "handed-over" | null> {
  const value = await readFromSession(tools.portal, session.id, assistedName);
  if (readHandedOver(value)) return "handed-over";
  const kept = readAtHand(value);
  const tag = kept === undefined ? null : fromHex(kept.tag);
  return kept === undefined || tag === null ? null : { tag, formKey: kept.formKey };
}

/** Forgets the codes and the case: from here on no page of this session leads to either. */
async function handedOver(tools: IntakeTools, session: Session): Promise<void> {
  if ((await readAssisted(tools, session)) === null) return;
  await keepInSession(tools.portal, session.id, assistedName, { state: "handed-over" });
}

async function showPaper(tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const { t, language } = visit;
  const form = `/${language}/intake/assist${place.query}`;
  const kept = await readAssisted(tools, place.session);
  if (kept === null) return redirected(form);
  const row = kept === "handed-over" ? null : await findCase(tools.portal, kept.tag);
  if (kept === "handed-over" || row === null) {
    return shown(assistGonePage(t, form), { status: goneStatus });
  }
  const codes = caseCodeKeys(tools.serverKey, kept.formKey);
  const page = assistPaperPage(t, {
    number: row.number,
    statusCode: statusCodeFrom(codes.statusCodeKey),
    secret: caseSecretFrom(codes.secretKey),
    withdrawalCode: withdrawalCodeFrom(codes.withdrawalKey),
    body: place.tree.byNumber.get(row.holderBody)?.name[language] ?? String(row.holderBody),
    action: `/${language}/intake/assist/done${place.query}`,
  });
  return shown(page, { caching: "secret" });
}
