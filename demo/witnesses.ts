/** The two witnesses of the demo: "run by this computer", so they satisfy no production policy (record decision 4). */
import { join } from "node:path";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import type { WitnessParameters } from "#core/record/parameters.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { Configuration } from "#platform/config/config.ts";
import { demoWitnessName } from "#platform/config/log-places.ts";
import type { WitnessLink } from "#platform/record/witness-client.ts";
import { inProcessTransport } from "#platform/record/witness-transport.ts";
import { createWitness } from "#witness/witness.ts";
import { openWitnessFolder, writeFollowedLogs } from "#witness/witness-folder.ts";
import { memoryState } from "#witness/witness-state.ts";

export interface DemoWitnesses {
  /** In this very process, on the simulated clock, with the keys and memory of the later programs. */
  readonly links: readonly WitnessLink[];
  /** As they are named in the public record. */
  readonly parameters: readonly WitnessParameters[];
  /** In the form of C2SP tlog-policy: both must sign. */
  readonly policyText: string;
  /** Makes the memory of the simulated year durable, and lets the programs have the folders. */
  close(): Promise<void>;
}

/** Opens both witnesses' folders for the simulated year. */
export async function openDemoWitnesses(
  configuration: Pick<Configuration, "dataFolder" | "logOrigin">,
  logKey: VerifierKey,
  tools: { readonly now: () => number; readonly randomBytes: (length: number) => Uint8Array },
): Promise<DemoWitnesses> {
  const opened = await Promise.all(
    [1, 2].map(async (number) => {
      const name = demoWitnessName(configuration, number);
      const folder = join(configuration.dataFolder, `witness-${number}`);
      await writeFollowedLogs(folder, [logKey]);
      const { signer, state: durable } = await openWitnessFolder(folder, tools.randomBytes);
      // A power cut during the seeded year costs the year, so its thousand cosignatures are kept on disk once.
      const state = memoryState();
      const key = verifierKey(nativeEngine, name, "cosignature-v1", signer.publicKey);
      const witness = createWitness({
        engine: nativeEngine,
        signer,
        name,
        logs: [logKey],
        state,
        now: tools.now,
      });
      const transport = inProcessTransport((body) => witness.addCheckpoint(body));
      return { name, key, state, durable, transport };
    }),
  );
  return {
    links: opened.map(({ name, key, transport }) => ({ name, key, transport, everyMs: 0 })),
    parameters: opened.map(({ name, key }, at) => ({
      name,
      verifierKey: key.text,
      // Whoever reads the record elsewhere cannot reach it.
      url: null,
      operator: {
        tk: `Şu kompýuter (görkeziş, ${at + 1})`,
        ru: `Этот компьютер (демонстрация, ${at + 1})`,
        en: `Run by this computer (demo, ${at + 1})`,
      },
    })),
    policyText: [
      `log ${logKey.text}`,
      ...opened.map(({ name, key }) => `witness ${name} ${key.text}`),
      `group demo all ${opened.map(({ name }) => name).join(" ")}`,
      "quorum demo",
      "",
    ].join("\n"),
    close: async () => {
      for (const { state, durable } of opened) {
        const latest = await state.read(logKey.name);
        if (latest !== null && !(await durable.replace(await durable.read(logKey.name), latest))) {
          throw new Error("another process wrote into a witness' folder while the demo was seeded");
        }
        durable.close();
      }
    },
  };
}
