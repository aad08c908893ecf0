/** How the installation sends mail, read with the other settings: see `config.ts` for the variables. */
import { join } from "node:path";
import type { ConfigurationProblem } from "./config.ts";

/** `starttls` refuses to go on unencrypted; `none` is for a server on this computer alone. */
export type SmtpEncryption = "tls" | "starttls" | "none";

export type MailSettings =
  | {
      readonly way: "smtp";
      readonly host: string;
      readonly port: number;
      readonly encryption: SmtpEncryption;
      readonly login: { readonly user: string; readonly password: string } | null;
      /** Address of the sender; its domain also stands in each Message-ID. */
      readonly from: string;
    }
  /** A folder in the form of a maildir: the demo's mails, for whoever runs it to read. */
  | { readonly way: "folder"; readonly folder: string; readonly from: string };

type Environment = Readonly<Record<string, string | undefined>>;

const submissionPort = 587;
const portMax = 65_535;
const thisComputer = /^(?:localhost|127\.0\.0\.1|::1)$/;
const addressPattern = /^[0-9A-Za-z._+-]{1,64}@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+$/;

/** The settings of mail; `null` when a production installation names no server: it then offers no notices by mail. */
export function readMailSettings(
  environment: Environment,
  installation: {
    readonly mode: "demo" | "production";
    readonly dataFolder: string;
    readonly logOrigin: string;
  },
  problems: ConfigurationProblem[],
): MailSettings | null {
  const host = environment.AYDYN_SMTP_HOST ?? "";
  if (host === "") {
    const from = `notices@${installation.logOrigin}`;
    return installation.mode === "demo"
      ? { way: "folder", folder: join(installation.dataFolder, "mail"), from }
      : null;
  }
  const refuse = (variable: string, value: string, expected: string) =>
    problems.push({ variable, value, expected });
  if (!/^[0-9A-Za-z.:-]+$/.test(host)) refuse("AYDYN_SMTP_HOST", host, "a host name or an address");
  const port = environment.AYDYN_SMTP_PORT || String(submissionPort);
  if (!/^[1-9][0-9]{0,4}$/.test(port) || Number(port) > portMax) {
    refuse("AYDYN_SMTP_PORT", port, `a TCP port from 1 to ${portMax}`);
  }
  const from = environment.AYDYN_SMTP_FROM ?? "";
  if (!addressPattern.test(from))
    refuse("AYDYN_SMTP_FROM", from, "the sender's address, as notices@example.org");
  return {
    way: "smtp",
    host,
    port: Number(port),
    encryption: readEncryption(environment, host, refuse),
    login: readLogin(environment, refuse),
    from,
  };
}

type Refuse = (variable: string, value: string, expected: string) => void;

function readEncryption(environment: Environment, host: string, refuse: Refuse): SmtpEncryption {
  const value = environment.AYDYN_SMTP_TLS || "starttls";
  if (value === "tls" || value === "starttls") return value;
  if (value === "none" && thisComputer.test(host)) return value;
  refuse("AYDYN_SMTP_TLS", value, '"starttls" or "tls"; "none" only for a server on this computer');
  return "starttls";
}

function readLogin(environment: Environment, refuse: Refuse) {
  const user = environment.AYDYN_SMTP_USER || null;
  const password = environment.AYDYN_SMTP_PASSWORD || null;
  if (user !== null && password !== null) return { user, password };
  // The value is left out: it may be the password.
  if (user !== password) refuse("AYDYN_SMTP_USER", "…", "AYDYN_SMTP_USER and AYDYN_SMTP_PASSWORD together");
  return null;
}
