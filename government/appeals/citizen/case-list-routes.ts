/** Lists of a person's own cases: by account, and those that this browser has opened. */
import { fromHex } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { type CaseRow, findCase } from "#government/cases/index.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { bodyNames } from "../body-names.ts";
import { countInbox, inboxOf } from "../inbox-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { ListedCase } from "./case-list-pages.ts";
import { inboxPage } from "./inbox-pages.ts";

/** Registers `/my`. */
export function caseListRoutes(server: Server, tools: PortalTools): void {
  server.get("/my", (visit) => showOwn(tools, visit));
}

/** Rows of a page: it must fit into 6 KB with its headers. */
const inboxRowsMax = 20;

async function showOwn(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, query, language } = visit;
  const account = (await tools.sessions.current(visit.request))?.account;
  if (account == null) return redirected(`/${language}/sign-in?to=/my`);
  const text = firstValue(query, "page");
  const page = text === "" ? 1 : /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : null;
  const counts = await countInbox(tools.portal, account);
  const pages = Math.max(1, Math.ceil(counts.all / inboxRowsMax));
  if (page === null || page > pages) return errorAnswer(404);
  const skip = (page - 1) * inboxRowsMax;
  const cases = await inboxOf(tools.portal, account, { skip, count: inboxRowsMax });
  const parameters = await tools.parametersReader.read(tools.portal);
  const today = civilDateAt(tools.now(), parameters.timeZone);
  const nameOfBody = bodyNames(t, parameters);
  return shown(inboxPage(t, { cases, counts, page, pages, today, nameOfBody }));
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
