/** Lists of a person's own cases: by account, and those that this browser has opened. */
import { fromHex } from "#core/bytes.ts";
import { type CaseRow, casesOfAccount, findCase } from "#government/cases/index.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { bodyNames } from "../body-names.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type ListedCase, ownCasesPage } from "./case-list-pages.ts";

/** Registers `/my`. */
export function caseListRoutes(server: Server, tools: PortalTools): void {
  server.get("/my", (visit) => showOwn(tools, visit));
}

async function showOwn(tools: PortalTools, visit: Visit): Promise<Answer> {
  const session = await tools.sessions.current(visit.request);
  if (!session?.account) return redirected(`/${visit.language}/sign-in?to=/my`);
  const rows = await casesOfAccount(tools.portal, session.account);
  return shown(ownCasesPage(visit.t, await listed(tools, visit, rows)));
}

/** The cases that this browser has opened by a code or filed. */
export async function openedCases(tools: PortalTools, visit: Visit): Promise<readonly ListedCase[]> {
  const session = await tools.sessions.current(visit.request);
  if (session === null || session.opened.size === 0) return [];
  const rows = await Promise.all(
    [...session.opened.keys()].map(async (tag) => {
      const bytes = fromHex(tag);
      return bytes === null ? null : await findCase(tools.portal, bytes);
    }),
  );
  return await listed(
    tools,
    visit,
    rows.filter((row) => row !== null),
  );
}

async function listed(
  tools: PortalTools,
  { t }: Visit,
  rows: readonly CaseRow[],
): Promise<readonly ListedCase[]> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const nameOf = bodyNames(t, parameters);
  return rows.map(({ number, filingKind, holderBody, phase, due }) => ({
    ...{ number, filingKind, phase, due },
    body: nameOf(holderBody),
  }));
}
