/** The load as a program of its own: it waits for rounds on its parent's channel and tells what each came to. */
import { randomUUID } from "node:crypto";
import { Connection } from "./connection.ts";
import { marks, type Round, type RoundOutcome } from "./round.ts";

const failuresToldMax = 5;
/** Filings of one network are counted: each of these sends as many as a village would. */
const sentPerNetworkMax = 200;

let sent = 0;

function requestOf(template: string): string {
  if (!template.includes("{{")) return template;
  sent += 1;
  const network = Math.floor(sent / sentPerNetworkMax);
  return template
    .replace(marks.uuid, () => randomUUID())
    .replace(marks.network, `10.${(network >> 8) & 255}.${network & 255}.1`);
}

interface Told {
  readonly latenciesMs: number[];
  readonly kept: { text: string; at: number }[];
  readonly failures: string[];
  failed: number;
}

async function sendUntil(end: number, round: Round, first: number, told: Told): Promise<void> {
  const kept = round.kept === null ? null : new RegExp(round.kept);
  const templates = round.requests;
  const note = (failure: string): void => {
    told.failed += 1;
    if (told.failures.length < failuresToldMax) told.failures.push(failure);
  };
  let connection = await Connection.open(round.port);
  for (let turn = first; performance.now() < end; turn += 1) {
    const request = requestOf(templates[turn % templates.length] ?? "");
    const before = performance.now();
    try {
      const { status, head, body } = await connection.send(request);
      if (status === round.status) {
        told.latenciesMs.push(performance.now() - before);
        const text = kept?.exec(body.toString("utf8"))?.[0];
        if (text !== undefined) told.kept.push({ text, at: Date.now() });
      } else note(`${head.split("\r\n")[0]} ${body.toString("utf8", 0, 300)}`);
      if (/\r\nconnection: close/i.test(head)) {
        connection.close();
        connection = await Connection.open(round.port);
      }
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
      connection.close();
      connection = await Connection.open(round.port);
    }
  }
  connection.close();
}

async function run(round: Round): Promise<RoundOutcome> {
  const told: Told = { latenciesMs: [], kept: [], failures: [], failed: 0 };
  const begun = performance.now();
  const end = begun + round.seconds * 1_000;
  await Promise.all(
    Array.from({ length: round.clients }, (_, client) => sendUntil(end, round, client, told)),
  );
  return { ...told, answers: told.latenciesMs.length, seconds: (performance.now() - begun) / 1_000 };
}

process.on("message", (round: Round) => {
  run(round).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
// A load without the bench that wants it would never end.
process.on("disconnect", () => process.exit(0));
