/** The witnesses that come with an installation: the demo's two. What they sign says only that this computer signed. */
import { join } from "node:path";
import { equalBytes } from "#core/bytes.ts";
import type { VerifierKey } from "#core/log/verifier-key.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import type { Configuration } from "#platform/config/config.ts";
import { demoWitnessName } from "#platform/config/log-places.ts";
import { readSecret } from "#platform/keys/key-folder.ts";

const numbers = [1, 2] as const;
/** The origin under which everybody's demo runs unless it is told another. */
const demoOrigin = "oguzabat.example";

/** Whether a witness of a policy is one of the installation's own, by its name or, under any name, by its key. */
export function ownWitnesses(
  configuration: Pick<Configuration, "dataFolder" | "logOrigin">,
): (witness: { readonly name: string; readonly key: VerifierKey }) => boolean {
  const names = new Set(
    [configuration.logOrigin, demoOrigin].flatMap((logOrigin) =>
      numbers.map((number) => demoWitnessName({ logOrigin }, number)),
    ),
  );
  const keys = numbers.flatMap((number) => {
    const seed = readSecret(join(configuration.dataFolder, `witness-${number}`, "witness.key"));
    return seed === null ? [] : [nativeSigner(seed).publicKey];
  });
  return ({ name, key }) =>
    names.has(name) || names.has(key.name) || keys.some((own) => equalBytes(own, key.publicKey));
}
