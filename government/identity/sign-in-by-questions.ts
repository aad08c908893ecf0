import { assert, ok, type Result, refused } from "#core/result.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { beginSession, endSession } from "#platform/session/session-store.ts";
import { actorOf } from "./actor.ts";
import { beginSignIn, type SignInTools } from "./begin-sign-in.ts";
import { askedPosition, finishSignIn } from "./finish-sign-in.ts";

/** Asks a person something where there is no page, such as on a terminal. A hidden answer is not shown while it is typed. */
export interface Questions {
  number(): Promise<string>;
  password(): Promise<string>;
  code(position: number): Promise<string>;
}

/** Throttles count whoever signs in on the server itself as one network. */
const network = "terminal";

/**
 * Signs a person in as the pages do, and runs with what they are then. The session ends with it: nothing stays behind on
 * the machine. One word for every refusal, as on the pages.
 */
export async function signInByQuestions<T>(
  questions: Questions,
  tools: SignInTools,
  run: (actor: Actor) => Promise<T>,
): Promise<Result<T, "sign-in-refused">> {
  const { sql, now } = tools;
  const { session } = await beginSession(sql, tools);
  let living = session.id;
  try {
    const step = { number: await questions.number(), password: await questions.password(), network };
    const begun = await beginSignIn(async () => session, step, tools);
    if (!begun.ok) return refused("sign-in-refused");
    const position = await askedPosition(session, tools);
    if (!position.ok) return refused("sign-in-refused");
    const code = await questions.code(position.value);
    const signedIn = await finishSignIn(session, { code, position: position.value, network }, tools);
    if (!signedIn.ok) return refused("sign-in-refused");
    living = signedIn.value.session.id;
    const actor = await actorOf(sql, signedIn.value.session, now());
    assert(actor.kind === "person", "whoever has signed in is a person");
    return ok(await run(actor));
  } finally {
    await endSession(sql, living);
  }
}
