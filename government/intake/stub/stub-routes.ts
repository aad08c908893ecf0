/** Asking after a paper by its stub: the code travels in bodies alone, never in an address. */
import { parseStub } from "#core/record/stub.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { stubForm } from "../intake-forms.ts";
import { type IntakeTools, stubKeysOf } from "../intake-tools.ts";
import { lookUpStub } from "./look-up-stub.ts";
import { stubPage, stubStandingPage } from "./stub-pages.ts";

const wrongStatus = 422;

/** Registers the pages for whoever holds a stub. */
export function stubRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/stub", async (visit) => shown(stubPage(visit.t, untouched)));
  server.post("/intake/stub", async (visit) => {
    const parsed = parseForm(stubForm, visit.body);
    const stub = parsed.ok ? parseStub(parsed.value.stub) : null;
    if (!parsed.ok || stub === null || !stub.ok) {
      const problems = parsed.ok ? [{ field: "stub", code: "wrong-shape" } as const] : parsed.problem;
      const page = stubPage(visit.t, { typed: typedIn(stubForm, visit.body), problems });
      return shown(page, { status: wrongStatus });
    }
    const standing = await lookUpStub(tools.portal, stubKeysOf(tools), stub.value);
    const { timeZone } = await tools.parametersReader.read(tools.portal);
    return shown(stubStandingPage(visit.t, { stub: stub.value, standing, timeZone }), { caching: "secret" });
  });
}
