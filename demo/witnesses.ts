/** The two witnesses of the demo: "run by this computer", so they satisfy no production policy (record decision 4). */
import { join } from "node:path";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import type { WitnessParameters } from "#core/record/parameters.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { Configuration } from "#platform/config/config.ts";
import type { WitnessLink } from "#platform/record/witness-client.ts";
import { inProcessTransport } from "#platform/record/witness-transport.ts";
import { createWitness } from "#witness/witness.ts";
import { openWitnessFolder, writeFollowedLogs } from "#witness/witness-folder.ts";

export interface DemoWitnesses {
  /** In this very process, on the simulated clock, with the keys and memory of the later programs. */
  readonly links: readonly WitnessLink[];
  /** As they are named in the public record. */
  readonly parameters: readonly WitnessParameters[];
  /** In the form of C2SP tlog-policy: both must sign. */
  readonly policyText: string;
  close(): void;
}

/** Opens both witnesses' folders for the simulated year. */
export async function openDemoWitnesses(
  configuration: Pick<Configuration, "dataFolder" | "logOrigin" | "witnessPorts">,
  logKey: VerifierKey,
  tools: { readonly now: () => number; readonly randomBytes: (length: number) => Uint8Array },
): Promise<DemoWitnesses> {
  const opened = await Promise.all(
    configuration.witnessPorts.map(async (port, at) => {
      const name = `witness-${at + 1}.${configuration.logOrigin}`;
      const folder = join(configuration.dataFolder, `witness-${at + 1}`);
      await writeFollowedLogs(folder, [logKey]);
      const { signer, state } = await openWitnessFolder(folder, tools.randomBytes);
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
      return { name, key, state, transport, url: `http://127.0.0.1:${port}` };
    }),
  );
  return {
    links: opened.map(({ name, key, transport }) => ({ name, key, transport, everyMs: 0 })),
    parameters: opened.map(({ name, key, url }, at) => ({
      name,
      verifierKey: key.text,
      url,
      operator: {
        tk: `Şu kompýuter (görkeziş, ${at + 1})`,
        ru: `Этот компьютер (демонстрация, ${at + 1})`,
        en: `Run by this computer (demo, ${at + 1})`,
      },
    })),
    policyText: [
      `log ${logKey.text}`,
      ...opened.map(({ name, key, url }) => `witness ${name} ${key.text} ${url}`),
      `group demo all ${opened.map(({ name }) => name).join(" ")}`,
      "quorum demo",
      "",
    ].join("\n"),
    close: () => {
      for (const { state } of opened) state.close();
    },
  };
}
