/** The witnesses of a policy file, as the sequencer asks them. */
import type { WitnessPolicy } from "#core/log/policy.ts";
import type { WitnessLink } from "./witness-client.ts";
import { httpWitnessTransport } from "./witness-transport.ts";

/** Witnesses far away are asked at most so often: the rate that we declare to their operators (record.md section 4). */
const distantWitnessEveryMs = 10_000;

const loopbackHosts: readonly string[] = ["127.0.0.1", "[::1]", "localhost"];

/** Links to all witnesses of a policy: on this computer at once, elsewhere at their pace; one without an address pulls. */
export function witnessLinks(
  policy: WitnessPolicy,
  options: {
    readonly fetch: typeof fetch;
    /** Addresses of witnesses by name, where they are not the policy's to say: those of the demo move with its ports. */
    readonly addresses?: ReadonlyMap<string, string>;
  },
): readonly WitnessLink[] {
  return policy.witnesses.map(({ name, key, url: named }) => {
    const url = options.addresses?.get(name) ?? named;
    if (url === undefined) return { name, key, transport: null, everyMs: distantWitnessEveryMs };
    const isNear = loopbackHosts.includes(new URL(url).hostname);
    const transport = httpWitnessTransport(url.replace(/\/$/, ""), options);
    return { name, key, transport, everyMs: isNear ? 0 : distantWitnessEveryMs };
  });
}
