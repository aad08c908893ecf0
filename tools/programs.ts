/** The programs of one installation: groups in the order in which they start, those of a group together. */
import { join } from "node:path";
import type { Configuration } from "#platform/config/config.ts";
import type { WantedPort } from "./ports.ts";
import type { Program } from "./supervisor.ts";

const loopback = "127.0.0.1";

/** Witnesses first; then the worker, which asks them at its start, and the portal. */
export function programsOf(configuration: Configuration, checkout: string, databaseUrl: string): Program[][] {
  const environment = programEnvironment(configuration, databaseUrl);
  const app = (name: string) => join(checkout, "apps", `${name}.ts`);
  const witnesses = ownWitnessPorts(configuration).map((port, at): Program => {
    const { DATABASE_URL: _, ...withoutDatabase } = environment;
    return {
      name: `witness-${at + 1}`,
      file: app("witness"),
      environment: {
        ...withoutDatabase,
        // A witness knows nothing of our database: whoever runs one elsewhere has none either.
        DATABASE_URL: undefined,
        AYDYN_WITNESS_NAME: `witness-${at + 1}.${configuration.logOrigin}`,
        AYDYN_WITNESS_PORT: String(port),
        AYDYN_WITNESS_FOLDER: join(configuration.dataFolder, `witness-${at + 1}`),
      },
      healthUrl: `http://${loopback}:${port}/health`,
    };
  });
  return [
    witnesses,
    [
      {
        name: "worker",
        file: app("worker"),
        environment,
        healthUrl: readyUrl(configuration, configuration.workerPort),
      },
      {
        name: "portal",
        file: app("portal"),
        environment,
        healthUrl: readyUrl(configuration, configuration.operationsPort),
      },
    ],
  ];
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
function programEnvironment(configuration: Configuration, databaseUrl: string): Record<string, string> {
  return {
    AYDYN_DATA: configuration.dataFolder,
    DATABASE_URL: databaseUrl,
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
