/** Carried files: an office opens what the offline page wrote; and that page itself. */

import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { takesAppeals } from "#government/bodies/index.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, shown } from "#platform/http/answer.ts";
import type { UploadedFile } from "#platform/http/form-bodies.ts";
import { serveOneFilePage } from "#platform/http/one-file-page.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { type AtPlace, withPlace } from "../intake-access.ts";
import { openFilesForm } from "../intake-forms.ts";
import { type IntakeTools, stubKeysOf } from "../intake-tools.ts";
import { offlinePage } from "../page/build.ts";
import { bringFile } from "./bring-file.ts";
import { type CarriedOutcome, carriedFields, carriedOutcomePage, carriedPage } from "./carried-pages.ts";
import type { WhoseDay } from "./register-carried.ts";

const wrongStatus = 422;

/** Registers the pages about carried files, and the file of the offline page. */
export function carriedRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/carried", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", async (place) =>
      showForm(visit, place, untouched, false),
    ),
  );
  server.post("/intake/carried", (visit) =>
    withPlace(tools, visit, "appeal.register-paper", (place) => postFiles(tools, visit, place)),
  );
  serveOneFilePage(server, "/intake/offline.html", () => offlineHtmlOf(tools));
}

/**
 * The offline page as the record states it; `null` where it was not built, or where the record names no key that opens
 * here: nobody could open what it writes.
 */
export async function offlineHtmlOf(tools: IntakeTools): Promise<string | null> {
  const built = tools.offlinePage();
  if (built === null) return null;
  const tree = await tools.bodyTree();
  const addressees = tree.all.filter(takesAppeals).map(({ number }) => number);
  const parameters = await tools.parametersReader.read(tools.portal);
  return offlinePage(built, parameters, { addressees, opened: await tools.ring.recipients() });
}

function showForm(visit: Visit, { body, query }: AtPlace, state: FormState, noneChosen: boolean): Answer {
  const page = carriedPage(visit.t, { body, noneChosen, action: `${visit.fullPath}${query}` }, state);
  return shown(page, { status: noneChosen || state.problems.length > 0 ? wrongStatus : 200 });
}

async function postFiles(tools: IntakeTools, visit: Visit, place: AtPlace): Promise<Answer> {
  const parsed = parseForm(openFilesForm, visit.body);
  const files = visit.files.filter(({ field }) => carriedFields.some((name) => name === field));
  if (!parsed.ok || files.length === 0) {
    const state = { typed: typedIn(openFilesForm, visit.body), problems: parsed.ok ? [] : parsed.problem };
    return showForm(visit, place, state, files.length === 0);
  }
  const outcomes: CarriedOutcome[] = [];
  // Each in a transaction of its own: a line that breaks, or one damaged file, undoes nothing of the others.
  for (const file of files) outcomes.push(await openFile(tools, place, file, parsed.value.whose));
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const next = `${visit.fullPath}${place.query}`;
  return shown(carriedOutcomePage(visit.t, { outcomes, timeZone, next }));
}

async function openFile(
  tools: IntakeTools,
  place: AtPlace,
  { fileName, bytes }: UploadedFile,
  whoseDay: WhoseDay,
): Promise<CarriedOutcome> {
  const registered = await bringFile(bytes, whoseDay, {
    ring: tools.ring,
    keys: stubKeysOf(tools),
    tree: place.tree,
    leaveFor: (to) => leaveFor(place, to),
    transact: (run) => inTransaction(tools, "portal", run),
  });
  return registered.ok
    ? { fileName, registered: registered.value, problem: null }
    : { fileName, registered: null, problem: registered.problem };
}

function leaveFor({ actor, body }: AtPlace, addressee: BodyNumber): Grant<"appeal.register-paper"> {
  const object = { kind: "paper-filing", takenAt: body.number, body: addressee } as const;
  const grant = ask(actor, "appeal.register-paper", object);
  // The place was chosen a moment ago among those for which leave is given.
  assert(grant.ok, "leave to register");
  return grant.value;
}
