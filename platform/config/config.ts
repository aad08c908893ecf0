/**
 * What an operator may set, read once at the start of a program from its environment variables:
 *
 * | variable             | meaning                                                              | default                        |
 * |----------------------|----------------------------------------------------------------------|--------------------------------|
 * | AYDYN_DATA           | folder of keys, published log, attachments and embedded PostgreSQL    | ./data                         |
 * | DATABASE_URL         | PostgreSQL 15 or newer; without it the embedded one is started       | none                           |
 * | AYDYN_HOST           | address the portal listens on                                        | 127.0.0.1                      |
 * | AYDYN_PORT           | TCP port of the portal                                               | 8080                           |
 * | AYDYN_OPERATIONS_HOST | address at which portal and worker tell the operator how they are (/health/live, /health/ready): never one that strangers reach | 127.0.0.1 |
 * | AYDYN_OPERATIONS_PORT | TCP port of the portal there; each of several portals on a computer needs its own | AYDYN_PORT + 4    |
 * | AYDYN_WORKER_PORT    | TCP port of the worker there                                         | AYDYN_PORT + 1                 |
 * | AYDYN_WITNESS_PORTS  | TCP ports of the two demo witnesses, "8082,8083", loopback only      | AYDYN_PORT + 2, AYDYN_PORT + 3 |
 * | AYDYN_ORIGIN         | how people reach the portal: scheme, host and port, no slash at the end | http://localhost:AYDYN_PORT |
 * | AYDYN_LOG_ORIGIN     | first part of the logs' names in checkpoints, as "oguzabat.example"  | oguzabat.example               |
 * | AYDYN_TRUSTED_PROXIES | addresses or networks of proxies before the portal, as "10.0.0.1,10.1.0.0/16": their X-Forwarded headers are believed, so that throttles see visitors apart | none |
 * | AYDYN_SMTP_HOST      | mail server that takes our mails; without it the demo puts them into the folder `mail` below AYDYN_DATA, and a production installation offers no notices by mail | none |
 * | AYDYN_SMTP_PORT      | its TCP port                                                         | 587                            |
 * | AYDYN_SMTP_TLS       | "starttls" (never unencrypted), "tls" from the first byte, or "none" on this computer | starttls      |
 * | AYDYN_SMTP_USER, AYDYN_SMTP_PASSWORD | login at the mail server, both or neither            | none                           |
 * | AYDYN_SMTP_FROM      | address of the sender; needed with AYDYN_SMTP_HOST                   | none                           |
 * | AYDYN_SIGNER_SOCKET  | Unix socket at which the worker signs for bodies; the portal asks there | AYDYN_DATA/signer/socket      |
 * | AYDYN_CLAMAV_SOCKET  | path of the socket of ClamAV's daemon, which then looks at every file | none                          |
 * | AYDYN_MODE           | "demo" (seeded, sign-in codes shown) or "production"                 | demo                           |
 * | AYDYN_DEMO_APPEALS   | how many appeals the demo's year is made of, at its first start      | 1500                           |
 * | AYDYN_REGISTER       | "state", or "outside": kept by an NGO, a lawyer, a newspaper         | state                          |
 * | AYDYN_KEEPER_NAME    | who keeps an outside register, as pages and certificates name it     | none, needed when outside      |
 * | AYDYN_KEEPER_CONTACT | where its keeper is reached, in one line                             | none, needed when outside      |
 */
import { join, resolve } from "node:path";
import { ok, type Result, refused } from "#core/result.ts";
import { type MailSettings, readMailSettings } from "./mail-settings.ts";

const defaultPort = 8080;
const portMax = 65_535;
const demoAppealsDefault = 1_500;
/** With fewer the year has no room for the sins that are planted in it. */
const demoAppealsMin = 12;
const hostPattern = /^[0-9A-Za-z.:-]+$/;

/** The settings of one installation. Ports are TCP ports; folders are absolute paths. */
export interface Configuration {
  readonly dataFolder: string;
  /** Secrets of pages and persons: `<dataFolder>/keys`, readable by the owner alone. */
  readonly keysFolder: string;
  /** Private keys of logs and bodies: `<dataFolder>/signing-keys`, for the worker alone. */
  readonly signingKeysFolder: string;
  /** Where the worker signs for bodies: path of a Unix socket. */
  readonly signerSocket: string;
  /** The published record: `<dataFolder>/log`, one folder per log inside. */
  readonly logFolder: string;
  /** Address of the database without or with credentials; `null` means the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Where portal and worker tell the operator how they are, each at a port of its own. */
  readonly operationsHost: string;
  readonly operationsPort: number;
  readonly workerPort: number;
  readonly witnessPorts: readonly [number, number];
  readonly origin: string;
  readonly logOrigin: string;
  readonly mode: "demo" | "production";
  /** How many appeals the demo's year is made of. */
  readonly demoAppeals: number;
  readonly trustedProxies: readonly string[];
  /** How mails go out; `null` where none can. */
  readonly mail: MailSettings | null;
  /** The socket of a scanner of viruses; `null`: files are judged by their structure alone. */
  readonly clamavSocket: string | null;
  /** Who keeps an outside register; `null` in the register of a state. */
  readonly keeper: RegisterKeeper | null;
}

/** Who keeps a register that is not the state's. */
export interface RegisterKeeper {
  readonly name: string;
  readonly contact: string;
}

/** A setting that cannot be used: which variable, what stood there, and what was expected (English, for the operator). */
export interface ConfigurationProblem {
  readonly variable: string;
  readonly value: string;
  readonly expected: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of this installation. All problems are reported at once, so that an operator corrects
 * the file in one go. An empty variable counts as not set.
 */
export function readConfiguration(
  environment: Environment,
): Result<Configuration, readonly ConfigurationProblem[]> {
  const problems: ConfigurationProblem[] = [];
  const text = (variable: string, fallback: string, pattern: RegExp, expected: string): string => {
    const value = environment[variable] || fallback;
    if (!pattern.test(value)) problems.push({ variable, value, expected });
    return value;
  };
  const port = readPort(environment, "AYDYN_PORT", defaultPort, problems);
  const dataFolder = resolve(environment.AYDYN_DATA || "data");
  const mode = readMode(environment, problems);
  const logOrigin = text("AYDYN_LOG_ORIGIN", "oguzabat.example", /^[0-9a-z.-]+$/, "a name as in a domain");
  const configuration: Configuration = {
    dataFolder,
    keysFolder: resolve(dataFolder, "keys"),
    signingKeysFolder: resolve(dataFolder, "signing-keys"),
    signerSocket: resolve(environment.AYDYN_SIGNER_SOCKET || join(dataFolder, "signer", "socket")),
    logFolder: resolve(dataFolder, "log"),
    databaseUrl: readDatabaseUrl(environment, problems),
    host: text("AYDYN_HOST", "127.0.0.1", hostPattern, "an address or host name"),
    port,
    operationsHost: text("AYDYN_OPERATIONS_HOST", "127.0.0.1", hostPattern, "an address or host name"),
    operationsPort: readPort(environment, "AYDYN_OPERATIONS_PORT", port + 4, problems),
    workerPort: readPort(environment, "AYDYN_WORKER_PORT", port + 1, problems),
    witnessPorts: readWitnessPorts(environment, port, problems),
    origin: text(
      "AYDYN_ORIGIN",
      `http://localhost:${port}`,
      /^https?:\/\/[0-9A-Za-z.:[\]-]+$/,
      "http:// or https:// with host and port, without a slash at the end",
    ),
    logOrigin,
    mode,
    demoAppeals: readDemoAppeals(environment, problems),
    keeper: readKeeper(environment, problems),
    trustedProxies: text(
      "AYDYN_TRUSTED_PROXIES",
      "",
      /^(?:[0-9A-Fa-f.:]+(?:\/[0-9]{1,3})?(?:,|$))*$/,
      "addresses or networks, separated by commas",
    )
      .split(",")
      .filter((proxy) => proxy !== ""),
    clamavSocket: text("AYDYN_CLAMAV_SOCKET", "", /^(?:\/[^\0]*)?$/, "an absolute path") || null,
    mail: readMailSettings(environment, { mode, dataFolder, logOrigin }, problems),
  };
  return problems.length === 0 ? ok(configuration) : refused(problems);
}

/** One line per problem, for the terminal. */
export function describeConfigurationProblems(problems: readonly ConfigurationProblem[]): string {
  return problems
    .map(({ variable, value, expected }) => `${variable}="${value}" cannot be used: expected ${expected}.`)
    .join("\n");
}

function parsePort(text: string): number | null {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) return null;
  const port = Number(text);
  return port <= portMax ? port : null;
}

function readPort(
  environment: Environment,
  variable: string,
  fallback: number,
  problems: ConfigurationProblem[],
): number {
  const value = environment[variable] || String(fallback);
  const port = parsePort(value);
  if (port === null) problems.push({ variable, value, expected: `a TCP port from 1 to ${portMax}` });
  return port ?? fallback;
}

function readDemoAppeals(environment: Environment, problems: ConfigurationProblem[]): number {
  const variable = "AYDYN_DEMO_APPEALS";
  const value = environment[variable] || String(demoAppealsDefault);
  const count = /^[1-9][0-9]{0,4}$/.test(value) ? Number(value) : 0;
  if (count >= demoAppealsMin) return count;
  problems.push({ variable, value, expected: `a number from ${demoAppealsMin} to 99999` });
  return demoAppealsDefault;
}

function readWitnessPorts(
  environment: Environment,
  port: number,
  problems: ConfigurationProblem[],
): readonly [number, number] {
  const variable = "AYDYN_WITNESS_PORTS";
  const value = environment[variable] || `${port + 2},${port + 3}`;
  const [first, second, ...more] = value.split(",").map((part) => parsePort(part.trim()));
  if (first && second && first !== second && more.length === 0) return [first, second];
  problems.push({ variable, value, expected: 'two different TCP ports, as "8082,8083"' });
  return [port + 2, port + 3];
}

function readDatabaseUrl(environment: Environment, problems: ConfigurationProblem[]): string | null {
  const value = environment.DATABASE_URL;
  if (!value) return null;
  if (/^postgres(ql)?:\/\/[^/]+\/[^/?]+/.test(value) && URL.canParse(value)) return value;
  // The value is left out: it may hold a password.
  problems.push({
    variable: "DATABASE_URL",
    value: "…",
    expected: "postgres://user:password@host:port/database",
  });
  return null;
}

const keeperLinePattern = /^\P{Cc}{1,200}$/u;

/** In an outside register people must read on every page that it is not the state's. */
function readKeeper(environment: Environment, problems: ConfigurationProblem[]): RegisterKeeper | null {
  const value = environment.AYDYN_REGISTER || "state";
  if (value === "state") return null;
  if (value !== "outside") {
    problems.push({ variable: "AYDYN_REGISTER", value, expected: '"state" or "outside"' });
    return null;
  }
  const line = (variable: string): string => {
    const text = environment[variable] ?? "";
    if (!keeperLinePattern.test(text)) {
      problems.push({
        variable,
        value: text,
        expected: "one line of 1 to 200 characters, in an outside register",
      });
    }
    return text;
  };
  return { name: line("AYDYN_KEEPER_NAME"), contact: line("AYDYN_KEEPER_CONTACT") };
}

function readMode(environment: Environment, problems: ConfigurationProblem[]): "demo" | "production" {
  const value = environment.AYDYN_MODE || "demo";
  if (value === "demo" || value === "production") return value;
  problems.push({ variable: "AYDYN_MODE", value, expected: '"demo" or "production"' });
  return "demo";
}
