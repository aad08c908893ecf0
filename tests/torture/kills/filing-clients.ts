/** Citizens who file over the API and do not let go: each sends the same form under the same key until it is accepted. */
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "#demo/year/chance.ts";

/** What a citizen was given: the number and the secret of a registered appeal. */
export interface Accepted {
  readonly key: string;
  readonly number: string;
  readonly secret: string;
}

export interface FilingClients {
  readonly accepted: readonly Accepted[];
  /** Answers that were none: connections cut, errors of the server. */
  readonly failures: ReadonlyMap<string, number>;
  /** Lets each finish what it has begun. */
  stop(): Promise<void>;
}

const retryMs = 200;
const answerTimeoutMs = 15_000;
/** A form that is not accepted in so long will never be. */
const patienceMs = 120_000;
const district = "alagoz-etrap";

/** Starts so many citizens. Chance draws their keys and the networks from which they write. */
export function fileUntilStopped(origin: string, clients: number, chance: Chance): FilingClients {
  const accepted: Accepted[] = [];
  const failures = new Map<string, number>();
  let isStopped = false;
  const live = async (): Promise<void> => {
    while (!isStopped) accepted.push(await fileOne(origin, chance, failures));
  };
  const lives = Array.from({ length: clients }, live);
  const all = Promise.all(lives);
  // Whoever stops the clients hears of it.
  all.catch(() => {});
  return {
    accepted,
    failures,
    stop: async () => {
      isStopped = true;
      await all;
    },
  };
}

async function fileOne(origin: string, chance: Chance, failures: Map<string, number>): Promise<Accepted> {
  const key = uuidOf(chance.bytes(16));
  const network = `10.${chance.between(0, 255)}.${chance.between(0, 255)}.1`;
  const begunAt = performance.now();
  while (performance.now() - begunAt < patienceMs) {
    const sent = await send(origin, key, network);
    if (sent.accepted !== null) return { key, ...sent.accepted };
    failures.set(sent.failure, (failures.get(sent.failure) ?? 0) + 1);
    await pause(retryMs);
  }
  throw new Error(`a form was not accepted in ${patienceMs} ms: ${JSON.stringify([...failures])}`);
}

type Sent =
  | { readonly accepted: { readonly number: string; readonly secret: string } }
  | { readonly accepted: null; readonly failure: string };

async function send(origin: string, key: string, network: string): Promise<Sent> {
  try {
    const answer = await fetch(`${origin}/api/v1/appeals`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key, "x-forwarded-for": network },
      body: JSON.stringify({
        kind: "filed-complaint",
        body: district,
        language: "tk",
        subject: "Gaz ýok",
        text: `Obamyzda üç aý bäri gaz ýok. ${key}`,
        identity: { name: "Nusga Nusgaýewa", address: "Çeşme obasy, 4", contact: "" },
        identityShown: true,
      }),
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const text = await answer.text();
    if (answer.status !== 201) return { accepted: null, failure: `status ${answer.status}` };
    const { number, secret } = JSON.parse(text);
    if (typeof number !== "string" || typeof secret !== "string") throw new Error(`not an answer: ${text}`);
    return { accepted: { number, secret } };
  } catch (error) {
    if (!(error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError")))
      throw error;
    return { accepted: null, failure: "no answer" };
  }
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
