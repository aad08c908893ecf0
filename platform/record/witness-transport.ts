/** How a checkpoint reaches a witness (C2SP tlog-witness, add-checkpoint). */
import { utf8Bytes } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";

export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
}

export interface WitnessTransport {
  /** Sends one add-checkpoint request; never throws. */
  addCheckpoint(body: string): Promise<Result<WitnessAnswer, "unreachable">>;
}

const witnessTimeoutMs = 2_000;
/** An answer is a size or a few signature lines. */
const witnessAnswerBytesMax = 64 * 1024;

/** Over HTTP. `submissionPrefix` as its operator gives it, without a slash at the end. */
export function httpWitnessTransport(
  submissionPrefix: string,
  options: { readonly fetch?: typeof fetch; readonly timeoutMs?: number } = {},
): WitnessTransport {
  const ask = options.fetch ?? fetch;
  const timeoutMs = options.timeoutMs ?? witnessTimeoutMs;
  return {
    addCheckpoint: async (body) => {
      try {
        const answer = await ask(`${submissionPrefix}/add-checkpoint`, {
          method: "POST",
          body,
          headers: { "content-type": "text/plain; charset=utf-8" },
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
        });
        return ok({ status: answer.status, body: await readLimited(answer) });
      } catch {
        return refused("unreachable");
      }
    },
  };
}

async function readLimited(answer: Response): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let text = "";
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > witnessAnswerBytesMax) throw new RangeError("a witness answered without end");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** To a witness in this very process: the demo's simulated year, and tests. */
export function inProcessTransport(
  addCheckpoint: (body: Uint8Array) => Promise<WitnessAnswer>,
): WitnessTransport {
  return { addCheckpoint: async (body) => ok(await addCheckpoint(utf8Bytes(body))) };
}
