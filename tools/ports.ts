/** Looks whether the ports are free before anything is started, so that the message can name the variable. */
import { createServer } from "node:net";
import { OperatorError } from "./operator-error.ts";

export interface WantedPort {
  readonly port: number;
  readonly host: string;
  readonly program: string;
  /** The environment variable that changes it. */
  readonly variable: string;
}

/** Throws an `OperatorError` for the first port that cannot be listened on. */
export async function refuseTakenPorts(wanted: readonly WantedPort[]): Promise<void> {
  const seen = new Set<number>();
  for (const want of wanted) {
    if (seen.has(want.port)) {
      throw new OperatorError(`port ${want.port} is wanted twice`, `Set ${want.variable} to another port.`);
    }
    seen.add(want.port);
    const code = await tryListen(want);
    if (code !== null) throw portError(want, code);
  }
}

function portError({ port, host, program, variable }: WantedPort, code: string): OperatorError {
  if (code === "EADDRINUSE") {
    return new OperatorError(
      `port ${port}, wanted by the ${program}, is taken by another program`,
      `Stop that program, or set ${variable} to a free port, as in: ${variable}=${example(variable, port)} npm start`,
    );
  }
  if (code === "EACCES") {
    return new OperatorError(
      `this user may not listen on port ${port}`,
      `Set ${variable} to a port from 1024 on, as in: ${variable}=${example(variable, 8080)} npm start`,
    );
  }
  return new OperatorError(
    `the ${program} cannot listen on ${host}, port ${port} (${code})`,
    `Check AYDYN_HOST, AYDYN_OPERATIONS_HOST and ${variable}.`,
  );
}

function example(variable: string, port: number): string {
  const free = port + 100;
  return variable === "AYDYN_WITNESS_PORTS" ? `${free},${free + 1}` : String(free);
}

function tryListen({ port, host }: WantedPort): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
