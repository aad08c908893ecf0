/** The page on which a case is followed, and what is posted from it. */
import { assert, ok, type Result, refused } from "#core/result.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import { bodyDigest, once } from "#platform/http/idempotency-store.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { type MailAddress, parseMailAddress } from "#platform/mail/mail-address.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { takeAttempt, throttleSubject } from "#platform/session/throttle-store.ts";
import { askForNotices, type FollowTools } from "./ask-for-notices.ts";
import { feedsOfCase } from "./feed-store.ts";
import { feedTokenOf, makeFeed, withdrawFeed } from "./feeds.ts";
import { followersOf } from "./follower-store.ts";
import { stopNotices } from "./leave-notices.ts";
import { linkRoutes } from "./link-routes.ts";
import { feedField, followerField, noticeAddressForm } from "./notice-form.ts";
import { mailsToAddress, requestsFromNetwork, requestsOfCase } from "./notice-limits.ts";
import { askedPage, type FollowingShown, feedMadePage, followingPage } from "./notice-pages.ts";
import { type NoticeTools, type OwnCase, ownCase } from "./notice-tools.ts";
import { signerRoutes } from "./signer-routes.ts";

const wrongStatus = 422;
const heldUpStatus = 429;

/** Registers the pages of following a case, and those behind the links of mails. */
export function noticeRoutes(server: Server, tools: NoticeTools): void {
  const own = (visit: Visit, run: (own: OwnCase) => Promise<Answer>) => withOwn(tools, visit, run);
  const path = "/case/:number/notices";
  server.get(path, (visit) => own(visit, (found) => showFollowing(tools, visit, found)));
  server.post(path, (visit) => own(visit, (found) => askAddress(server, tools, visit, found)));
  server.get(`${path}/asked`, (visit) =>
    own(visit, async ({ row }) => {
      const { mailWay } = tools;
      return shown(askedPage(visit.t, { number: row.number, isSealed: !row.identityShown, mailWay }));
    }),
  );
  server.post(`${path}/stop`, (visit) => own(visit, (found) => stop(server, tools, visit, found)));
  // The page with a feed's address is a post's; going back to its address leads to where feeds are made.
  server.get(`${path}/feed`, (visit) => own(visit, async ({ row }) => redirected(pathOf(visit, row.number))));
  server.post(`${path}/feed`, (visit) => own(visit, (found) => make(server, tools, visit, found)));
  server.post(`${path}/feed/withdraw`, (visit) =>
    own(visit, (found) => withdraw(server, tools, visit, found)),
  );
  linkRoutes(server, tools);
  signerRoutes(server, tools);
}

/** Runs for the applicant. Everybody else is sent to the case, which asks for number and code if it has to. */
async function withOwn(
  tools: NoticeTools,
  visit: Visit,
  run: (own: OwnCase) => Promise<Answer>,
): Promise<Answer> {
  const own = await ownCase(tools, visit);
  return own === null ? redirected(`/${visit.language}/case`) : await run(own);
}

function pathOf(visit: Visit, number: string): string {
  return `/${visit.language}/case/${number}/notices`;
}

async function showFollowing(
  tools: NoticeTools,
  visit: Visit,
  { row }: OwnCase,
  problem: { readonly state?: FormState; readonly wrong?: FollowingShown["wrong"] } = {},
): Promise<Answer> {
  const { sql, mailWay, parametersReader } = tools;
  const followers = await followersOf(sql, row.tag, null);
  const feeds = await feedsOfCase(sql, row.tag);
  const { timeZone } = await parametersReader.read(sql);
  const { state = untouched, wrong = null } = problem;
  const isWrong = wrong !== null || state.problems.length > 0;
  const page = followingPage(visit.t, {
    number: row.number,
    isSealed: !row.identityShown,
    mailWay,
    state,
    wrong,
    // Only confirmed ones: an address that was typed in and not confirmed is nobody's yet.
    addresses: followers.flatMap(({ followerId, confirmed }) =>
      confirmed === null ? [] : [{ id: followerId, confirmedAt: confirmed.at }],
    ),
    feeds: feeds.map(({ feedId, madeAt }) => ({ id: feedId, madeAt })),
    formKey: visit.drawFormKey,
    timeZone,
  });
  return shown(page, isWrong ? { status: wrong === "held-up" ? heldUpStatus : wrongStatus } : {});
}

async function askAddress(server: Server, tools: NoticeTools, visit: Visit, own: OwnCase): Promise<Answer> {
  if (tools.mailWay === "none") return errorAnswer(409);
  const parsed = parseForm(noticeAddressForm, visit.body);
  const typed = typedIn(noticeAddressForm, visit.body);
  if (!parsed.ok)
    return await showFollowing(tools, visit, own, { state: { typed, problems: parsed.problem } });
  const address = parseMailAddress(parsed.value.address);
  if (!address.ok) {
    const problems = [{ field: "address", code: "wrong-shape" }] as const;
    return await showFollowing(tools, visit, own, { state: { typed, problems } });
  }
  const allowed = await takeAttempts(tools, visit, own, address.value);
  if (allowed === "held-up") return await showFollowing(tools, visit, own, { wrong: "held-up" });
  const request = { address: address.value, language: visit.language, mayMail: allowed === "may-mail" };
  const done = await carryOut(server, tools, visit, own, (grant, follow) =>
    askForNotices(grant, request, follow),
  );
  return done.ok
    ? redirected(`${pathOf(visit, own.row.number)}/asked`)
    : await refusal(tools, visit, own, done.problem);
}

/** Counts the request. What counts an address itself is not told: its owner may be somebody else. */
async function takeAttempts(
  { sql, now, serverKey }: NoticeTools,
  visit: Visit,
  { row }: OwnCase,
  address: MailAddress,
): Promise<"may-mail" | "no-mail" | "held-up"> {
  const take = (rule: typeof requestsOfCase, subject: string) =>
    takeAttempt(sql, rule, throttleSubject(serverKey, rule, subject), now());
  if (!(await take(requestsFromNetwork, networkPrefix(visit.request.ip)))) return "held-up";
  if (!(await take(requestsOfCase, row.number))) return "held-up";
  return (await take(mailsToAddress, address.toLowerCase())) ? "may-mail" : "no-mail";
}

async function stop(server: Server, tools: NoticeTools, visit: Visit, own: OwnCase): Promise<Answer> {
  const id = firstValue(visit.body, followerField);
  const done = await carryOut(server, tools, visit, own, async (grant, follow) => {
    await stopNotices(grant, id, follow);
    return ok(null);
  });
  return done.ok ? redirected(pathOf(visit, own.row.number)) : await refusal(tools, visit, own, done.problem);
}

async function make(server: Server, tools: NoticeTools, visit: Visit, own: OwnCase): Promise<Answer> {
  const tokenOf = (key: string) =>
    feedTokenOf(tools.serverKey, key, Buffer.from(own.row.tag).toString("hex"));
  const done = await carryOut(server, tools, visit, own, (grant, follow, key) =>
    makeFeed(grant, tokenOf(key), follow),
  );
  if (!done.ok) return await refusal(tools, visit, own, done.problem);
  const path = `/${visit.language}/notices/feed/${tokenOf(done.value)}/atom.xml`;
  const page = feedMadePage(visit.t, { number: own.row.number, address: `${tools.origin}${path}`, path });
  return shown(page, { caching: "secret" });
}

async function withdraw(server: Server, tools: NoticeTools, visit: Visit, own: OwnCase): Promise<Answer> {
  const id = firstValue(visit.body, feedField);
  const done = await carryOut(server, tools, visit, own, async (grant, follow) => {
    await withdrawFeed(grant, id, follow);
    return ok(null);
  });
  return done.ok ? redirected(pathOf(visit, own.row.number)) : await refusal(tools, visit, own, done.problem);
}

type CarryProblem = "form-too-old" | "different-body" | "gone" | "too-many-addresses" | "too-many-feeds";

async function refusal(
  tools: NoticeTools,
  visit: Visit,
  own: OwnCase,
  problem: CarryProblem,
): Promise<Answer> {
  switch (problem) {
    case "form-too-old":
    case "too-many-addresses":
    case "too-many-feeds":
      return await showFollowing(tools, visit, own, { wrong: problem });
    case "different-body":
      return errorAnswer(wrongStatus);
    case "gone":
      return redirected(`/${visit.language}/case`);
  }
}

/** Carries a posted form out once, with leave asked anew in the transaction. Gives the form's key. */
async function carryOut<Problem>(
  server: Server,
  tools: NoticeTools,
  visit: Visit,
  own: OwnCase,
  run: (grant: OwnCase["grant"], follow: FollowTools, key: string) => Promise<Result<null, Problem>>,
): Promise<Result<string, Problem | "form-too-old" | "different-body" | "gone">> {
  const key = server.formKeys.read(firstValue(visit.body, formKeyField));
  if (!key.ok) return refused("form-too-old");
  const { sql, now, randomBytes, personKeys, origin } = tools;
  const request = {
    key: key.value,
    scope: own.sessionId,
    bodyDigest: bodyDigest(visit.body),
    now: now(),
  };
  const done: Result<unknown, Problem | "different-body" | "gone">[] = [];
  await sql.begin(async (transaction) => {
    const found = await ownCase(tools, visit, transaction);
    if (found === null) {
      done.push(refused("gone"));
      return;
    }
    const follow = { transaction, now, randomBytes, personKeys, origin };
    done.push(await once(transaction, request, () => run(found.grant, follow, key.value)));
  });
  const [outcome] = done;
  assert(outcome !== undefined, "a transaction ends with an outcome");
  return outcome.ok ? ok(key.value) : outcome;
}
