/** Notes for colleagues about a case: no act, never public. */
import { ok, refused } from "#core/result.ts";
import { ask } from "#platform/authority/grant.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { redirected } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { PortalTools } from "../portal-tools.ts";
import { writeNote } from "../write-note.ts";
import { withDeskCase } from "./desk-access.ts";
import { enterAtDesk } from "./desk-act-routes.ts";
import { showCase } from "./desk-case-routes.ts";
import { deskNoteForm } from "./desk-forms.ts";

/** Registers the writing of a note. */
export function deskNoteRoutes(server: Server, tools: PortalTools): void {
  server.post("/desk/:number/note", (visit) =>
    withDeskCase(tools, visit, async (deskCase) => {
      const parsed = parseForm(deskNoteForm, visit.body);
      const written = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
        if (!parsed.ok) return refused("note-empty-or-long");
        const grant = ask(fresh.actor, "appeal.note", fresh.object);
        if (!grant.ok) return grant;
        await writeNote(grant.value, parsed.value, appealTools);
        return ok(null);
      });
      return written.ok
        ? redirected(`/${visit.language}/desk/${deskCase.row.number}?done=note`)
        : await showCase(tools, visit, deskCase, written.problem);
    }),
  );
}
