/** For the keeper's head: what a body is to sign, what it has signed, and joining without a key. */
import { fromHex, toHex, utf8Bytes } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  actorOfRequest,
  carryOutOnce,
  type PortalTools,
  saidNotice,
  sayNext,
  takeSaid,
} from "#government/appeals/index.ts";
import { type Body, type BodyTree, parseBodySlug } from "#government/bodies/index.ts";
import { ask, type Grant, mayBeGranted } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Session } from "#platform/session/session.ts";
import { drawChallenge, type JoinTools, joinByKey, joinByWord, keyInStatesRecord } from "./join-register.ts";
import { type JoiningWrong, joiningPage } from "./joining-pages.ts";
import { openChallenges } from "./joining-store.ts";
import { bodiesOutside, keeperOf } from "./keeper.ts";
import { answerField, bodyField, challengeForm, joiningForm, recordField } from "./outside-forms.ts";

const wrongStatus = 422;

/** Registers page, file and posts. */
export function joiningRoutes(server: Server, tools: PortalTools): void {
  server.get("/outside/joining", (visit) =>
    withHead(tools, visit, (head) => showForms(tools, visit, head, null)),
  );
  server.post("/outside/joining", (visit) =>
    withHead(tools, visit, (head) => byWord(server, tools, visit, head)),
  );
  server.post("/outside/joining/challenge", (visit) =>
    withHead(tools, visit, (head) => draw(server, tools, visit, head)),
  );
  server.get("/outside/joining/challenge/:nonce", (visit) =>
    withHead(tools, visit, () => sendChallenge(tools, visit)),
  );
  server.post("/outside/joining/answer", (visit) =>
    withHead(tools, visit, (head) => byKey(server, tools, visit, head)),
  );
}

/** The keeper's head, signed in, with leave to register bodies. */
interface Head {
  readonly session: Session;
  readonly grant: Grant<"body.register">;
  readonly tree: BodyTree;
  /** The register's own origin. */
  readonly register: string;
}

async function withHead(
  tools: PortalTools,
  visit: Visit,
  run: (head: Head) => Promise<Answer>,
): Promise<Answer> {
  const tree = await tools.bodyTree();
  const keeper = keeperOf(tree);
  const actor = await actorOfRequest(tools, visit.request);
  const session = await tools.sessions.current(visit.request);
  if (session === null) return redirected(`/${visit.language}/sign-in`);
  if (keeper === null) return errorAnswer(404);
  const country = { kind: "country", cabinet: keeper.number } as const;
  if (!mayBeGranted(actor, "body.register", country)) return errorAnswer(403);
  const grant = ask(actor, "body.register", country);
  if (!grant.ok) return errorAnswer(403);
  const { origin } = await tools.parametersReader.read(tools.portal);
  return await run({ session, grant: grant.value, tree, register: origin });
}

async function showForms(
  tools: PortalTools,
  visit: Visit,
  { session, tree }: Head,
  wrong: JoiningWrong | null,
): Promise<Answer> {
  const { t } = visit;
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const open = await openChallenges(tools.portal, tools.now());
  const bodies = bodiesOutside(tree);
  const page = joiningPage(t, {
    bodies,
    challenges: open.flatMap(({ nonce, body: number, expires }) => {
      const body = bodies.find((each) => each.number === number);
      return body === undefined ? [] : [{ body, nonce: toHex(nonce), until: civilDateAt(expires, timeZone) }];
    }),
    formKeys: [visit.drawFormKey(), visit.drawFormKey(), visit.drawFormKey()],
    wrong,
    said: saidNotice(t, await takeSaid(tools, session)),
  });
  return shown(page, { status: wrong === null ? 200 : wrongStatus });
}

/** Carries a form out once; a form that is too old comes again with a word. */
async function carry<Problem>(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  head: Head,
  run: (joining: JoinTools) => Promise<Result<string, Problem>>,
): Promise<Result<string, Problem | "too-old">> {
  const done = await carryOutOnce<string, Problem>(
    tools,
    { visit, formKeys: server.formKeys, scope: head.session.id, side: "portal" },
    ({ transaction, log, now, randomBytes, personKeys }: AppealTools) =>
      run({ transaction, log, now, randomBytes, personKeys }),
  );
  if (done.ok) return ok(done.value.outcome);
  const { problem } = done;
  if (problem !== "expired" && problem !== "not-drawn-here" && problem !== "different-body")
    return refused(problem);
  await sayNext(tools, head.session, "form-too-old");
  return refused("too-old");
}

async function draw(server: Server, tools: PortalTools, visit: Visit, head: Head): Promise<Answer> {
  const { t, language } = visit;
  const chosen = firstValue(visit.body, bodyField);
  const body = bodyNamed(head.tree, chosen);
  const parsed = parseForm(challengeForm, visit.body);
  const file = visit.files.find(({ field }) => field === recordField);
  const slug = parsed.ok && parsed.value.listedAs !== "" ? parsed.value.listedAs : chosen;
  const key =
    file === undefined
      ? refused("no-parameters-file" as const)
      : keyInStatesRecord(file.bytes, { register: head.register, slug });
  const wrong = (problems: readonly FieldProblem[]) =>
    showForms(tools, visit, head, {
      form: "challenge",
      state: { typed: typedIn(challengeForm, visit.body), problems },
      chosen,
      body: body === undefined ? t("outside-body-missing") : null,
      file: key.ok ? null : t(`outside-challenge-${key.problem}`),
    });
  if (!parsed.ok) return await wrong(parsed.problem);
  if (body === undefined || !key.ok) return await wrong([]);
  const drawn = await carry<never>(server, tools, visit, head, async (joining) =>
    ok(await drawChallenge(head.grant, { body, bodyKey: key.value, register: head.register }, joining)),
  );
  return drawn.ok ? redirected(`/${language}/outside/joining`) : await wrong([]);
}

async function sendChallenge(tools: PortalTools, visit: Visit): Promise<Answer> {
  const nonce = fromHex(visit.params.nonce ?? "");
  const open = await openChallenges(tools.portal, tools.now());
  const drawn = open.find((each) => nonce !== null && toHex(each.nonce) === toHex(nonce));
  if (drawn === undefined) return errorAnswer(404);
  return fileAnswer(utf8Bytes(drawn.challenge), "text/plain; charset=utf-8", {
    fileName: `joining-${toHex(drawn.nonce).slice(0, 8)}.txt`,
  });
}

async function byKey(server: Server, tools: PortalTools, visit: Visit, head: Head): Promise<Answer> {
  const { t, language } = visit;
  const file = visit.files.find(({ field }) => field === answerField);
  const wrong = (message: string) => showForms(tools, visit, head, { form: "answer", file: message });
  if (file === undefined) return await wrong(t("outside-challenge-answer-malformed"));
  const joined = await carry(server, tools, visit, head, async (joining) => {
    const { register, tree, grant } = head;
    const done = await joinByKey(grant, { answer: file.bytes, register, tree }, joining);
    return done.ok ? ok(done.value.slug) : done;
  });
  if (joined.ok) {
    await sayNext(tools, head.session, "entered");
    return redirected(`/${language}/bodies/${joined.value}`);
  }
  return await wrong(t(`outside-challenge-${joined.problem}`));
}

async function byWord(server: Server, tools: PortalTools, visit: Visit, head: Head): Promise<Answer> {
  const { t, language } = visit;
  const chosen = firstValue(visit.body, `${bodyField}-word`);
  const body = bodyNamed(head.tree, chosen);
  const parsed = parseForm(joiningForm, visit.body);
  const wrong = (problems: readonly FieldProblem[]) =>
    showForms(tools, visit, head, {
      form: "word",
      state: { typed: typedIn(joiningForm, visit.body), problems },
      chosen,
      body: body === undefined ? t("outside-body-missing") : null,
    });
  if (!parsed.ok) return await wrong(parsed.problem);
  if (body === undefined) return await wrong([]);
  const { assured } = parsed.value;
  const joined = await carry(server, tools, visit, head, async (joining) => {
    const done = await joinByWord(head.grant, { body, assured }, joining);
    return done.ok ? ok(done.value.slug) : done;
  });
  if (!joined.ok && joined.problem === "too-old") return await wrong([]);
  if (joined.ok) await sayNext(tools, head.session, "entered");
  // Joined already, perhaps by this very form sent twice: the page of the body says so.
  return redirected(`/${language}/bodies/${body.slug}`);
}

function bodyNamed(tree: BodyTree, text: string): Body | undefined {
  const slug = parseBodySlug(text);
  return slug === null ? undefined : tree.bySlug.get(slug);
}
