/** The programs of one installation: its witnesses first, then worker and portal together. */
import { join } from "node:path";
import type { Configuration } from "#platform/config/config.ts";
import type { WantedPort } from "./ports.ts";
import type { Program } from "./supervisor.ts";

const loopback = "127.0.0.1";

/** The witnesses that the installation brings itself. They run before the worker, which asks them at its start. */
export function witnessesOf(configuration: Configuration, checkout: string): Program[] {
  return ownWitnessPorts(configuration).map((port, at) => ({
    name: `witness-${at + 1}`,
    file: programFile(checkout, "witness"),
    environment: {
      ...programEnvironment(configuration),
      // A witness knows nothing of our database: whoever runs one elsewhere has none either.
      DATABASE_URL: undefined,
      AYDYN_WITNESS_NAME: `witness-${at + 1}.${configuration.logOrigin}`,
      AYDYN_WITNESS_PORT: String(port),
      AYDYN_WITNESS_FOLDER: join(configuration.dataFolder, `witness-${at + 1}`),
    },
    healthUrl: `http://${loopback}:${port}/health`,
  }));
}

/** Worker and portal: neither waits for the other. */
export function programsOf(configuration: Configuration, checkout: string, databaseUrl: string): Program[] {
  const environment = { ...programEnvironment(configuration), DATABASE_URL: databaseUrl };
  return [
    {
      name: "worker",
      file: programFile(checkout, "worker"),
      environment,
      healthUrl: readyUrl(configuration, configuration.workerPort),
    },
    {
      name: "portal",
      file: programFile(checkout, "portal"),
      environment,
      healthUrl: readyUrl(configuration, configuration.operationsPort),
    },
  ];
}

function programFile(checkout: string, name: string): string {
  return join(checkout, "apps", `${name}.ts`);
}

/** Where a program says whether it is ready, asked from this computer. */
function readyUrl({ operationsHost: host }: Configuration, port: number): string {
  const reached = host === "0.0.0.0" || host === "::" ? loopback : host;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}/health/ready`;
}

/** The demo brings its witnesses; those of a country are run by others. */
function ownWitnessPorts({ mode, witnessPorts }: Configuration): readonly number[] {
  return mode === "demo" ? witnessPorts : [];
}

/** The settings as the programs read them, whatever of them was left to its default. */
function programEnvironment(configuration: Configuration): Record<string, string> {
  return {
    AYDYN_DATA: configuration.dataFolder,
    AYDYN_HOST: configuration.host,
    AYDYN_PORT: String(configuration.port),
    AYDYN_OPERATIONS_HOST: configuration.operationsHost,
    AYDYN_OPERATIONS_PORT: String(configuration.operationsPort),
    AYDYN_WORKER_PORT: String(configuration.workerPort),
    AYDYN_WITNESS_PORTS: configuration.witnessPorts.join(","),
    AYDYN_ORIGIN: configuration.origin,
    AYDYN_LOG_ORIGIN: configuration.logOrigin,
    AYDYN_SIGNER_SOCKET: configuration.signerSocket,
    AYDYN_MODE: configuration.mode,
    AYDYN_TRUSTED_PROXIES: configuration.trustedProxies.join(","),
    AYDYN_REGISTER: configuration.keeper === null ? "state" : "outside",
    AYDYN_KEEPER_NAME: configuration.keeper?.name ?? "",
    AYDYN_KEEPER_CONTACT: configuration.keeper?.contact ?? "",
  };
}

/** The ports all programs listen on, with the variable that moves each. */
export function portsOf(configuration: Configuration): WantedPort[] {
  const { host, port, operationsHost, operationsPort, workerPort } = configuration;
  return [
    { port, host, program: "portal", variable: "AYDYN_PORT" },
    { port: operationsPort, host: operationsHost, program: "portal", variable: "AYDYN_OPERATIONS_PORT" },
    { port: workerPort, host: operationsHost, program: "worker", variable: "AYDYN_WORKER_PORT" },
    ...ownWitnessPorts(configuration).map((witnessPort, at) => ({
      port: witnessPort,
      host: loopback,
      program: `witness ${at + 1}`,
      variable: "AYDYN_WITNESS_PORTS",
    })),
  ];
}
