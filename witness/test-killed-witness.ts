/** For a test: a witness that is killed after persisting and before answering. Arguments: state folder. */
import { openFileState } from "./file-state.ts";
import { serveWitness } from "./server.ts";
import { logKey, witnessName, witnessSigner } from "./test-log.ts";

const state = await openFileState(process.argv[2] ?? "");
const running = await serveWitness({
  signer: witnessSigner,
  name: witnessName,
  logs: [logKey],
  state,
  now: () => 1_700_000_000_000,
  port: 0,
  host: "127.0.0.1",
  afterPersisting: () => process.kill(process.pid, "SIGKILL"),
});
process.stdout.write(`${running.port}\n`);
