/** The links of mails, and feeds: what is reached by a token and by nothing else. */
import { findCase, viewCase } from "#government/cases/index.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { confirmable, confirmNotices } from "./confirm-notices.ts";
import { caseFeed } from "./feed-pages.ts";
import { findFeed } from "./feed-store.ts";
import { leaveNotices } from "./leave-notices.ts";
import { linkTokenHash, parseLinkToken } from "./link-token.ts";
import { linkPage } from "./notice-pages.ts";
import type { NoticeTools } from "./notice-tools.ts";

const unknownStatus = 404;

/**
 * Registers what stands behind the links. Opening one changes nothing, since mail servers and programs open links on
 * their own; the form of its page does. A token stands in its address, which the request log does not keep.
 */
export function linkRoutes(server: Server, tools: NoticeTools): void {
  server.get("/notices/confirm/:token", (visit) => showConfirm(tools, visit));
  server.post("/notices/confirm/:token", (visit) => confirm(tools, visit));
  server.get("/notices/leave/:token", async ({ t, fullPath }) =>
    shown(linkPage(t, "leave", fullPath, "asked")),
  );
  // Also what a mail program posts for its reader (RFC 8058): no cookie, no page before, no redirect after.
  server.post("/notices/leave/:token", (visit) => leave(tools, visit));
  server.get("/notices/feed/:token/atom.xml", (visit) => sendFeed(tools, visit));
}

async function showConfirm({ sql, now }: NoticeTools, visit: Visit): Promise<Answer> {
  const token = parseLinkToken(visit.params.token ?? "");
  const found = token === null ? null : await confirmable(sql, token, now());
  if (found === null) return unknownLink(visit);
  const state = found.confirmed === null ? "asked" : "done";
  return shown(linkPage(visit.t, "confirm", visit.fullPath, state));
}

async function confirm({ sql, now }: NoticeTools, visit: Visit): Promise<Answer> {
  const token = parseLinkToken(visit.params.token ?? "");
  const isDone =
    token !== null && (await sql.begin((transaction) => confirmNotices(token, { transaction, now })));
  return isDone ? shown(linkPage(visit.t, "confirm", visit.fullPath, "done")) : unknownLink(visit);
}

function unknownLink(visit: Visit): Answer {
  return shown(linkPage(visit.t, "confirm", visit.fullPath, "unknown"), { status: unknownStatus });
}

async function leave({ sql, personKeys }: NoticeTools, visit: Visit): Promise<Answer> {
  const token = parseLinkToken(visit.params.token ?? "");
  if (token !== null) {
    await sql.begin((transaction) => leaveNotices(token, { transaction, personKeys }));
  }
  return shown(linkPage(visit.t, "leave", visit.fullPath, "done"));
}

async function sendFeed(tools: NoticeTools, visit: Visit): Promise<Answer> {
  const { sql, now, parametersReader, origin } = tools;
  const token = parseLinkToken(visit.params.token ?? "");
  const feed = token === null ? null : await findFeed(sql, linkTokenHash(token));
  const row = feed === null ? null : await findCase(sql, feed.caseTag);
  if (feed === null || row === null) return errorAnswer(404);
  const parameters = await parametersReader.read(sql);
  // The one function of visibility decides: a feed sees what a status code sees.
  const view = await viewCase(sql, { kind: "status-holder" }, row, parameters, now());
  const text = caseFeed(visit.t, { feedId: feed.feedId, view, parameters, origin });
  return fileAnswer(Buffer.from(text), "application/atom+xml; charset=utf-8", {
    headers: { "x-robots-tag": "noindex" },
  });
}
