/** The two ways out: a mail server, and the folder of a demo. */
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { ok, type Result, refused } from "#core/result.ts";
import { errorCode } from "#engines/operations/event-log.ts";
import type { MailSettings } from "#platform/config/mail-settings.ts";
import { makeFolder, writeFileDurably } from "#platform/files/durable-file.ts";
import { domainOf, messageOf, type OutgoingMail } from "./message.ts";

/**
 * Why a mail did not go. `server-away`: nothing is wrong with the mail, no other would go either (no connection, login
 * or sender refused). `later`: the server asks to come again with this one. `refused`: for good.
 * `code` names the failure for the operator, without any word of the mail.
 */
export interface SendProblem {
  readonly kind: "server-away" | "later" | "refused";
  readonly code: string;
}

export interface MailWay {
  send(outgoing: OutgoingMail): Promise<Result<void, SendProblem>>;
  close(): void;
}

const connectionTimeoutMs = 10_000;
const silenceTimeoutMs = 30_000;
const mailFileMode = 0o600;
const mailFolderMode = 0o700;

/** Opens the way that the settings name. */
export function openMailWay(settings: MailSettings): MailWay {
  return settings.way === "smtp" ? smtpWay(settings) : folderWay(settings);
}

function smtpWay(settings: MailSettings & { readonly way: "smtp" }): MailWay {
  const { host, port, encryption, login, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: encryption === "tls",
    requireTLS: encryption === "starttls",
    ignoreTLS: encryption === "none",
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    // What we call ourselves in EHLO: not this computer's name.
    name: domainOf(from),
    connectionTimeout: connectionTimeoutMs,
    greetingTimeout: connectionTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (outgoing) => {
      try {
        await transport.sendMail(messageOf(outgoing, from));
        return ok(undefined);
      } catch (error) {
        return refused(sendProblem(error));
      }
    },
    close: () => transport.close(),
  };
}

/** What a failure of SMTP means for the mail: by the reply's code (RFC 5321 section 4.2.1) and what was said before it. */
function sendProblem(error: unknown): SendProblem {
  if (!(error instanceof Error)) return { kind: "server-away", code: "unknown" };
  const code = errorCode(error) ?? "unknown";
  const reply = "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : null;
  const command = "command" in error && typeof error.command === "string" ? error.command : "";
  const isAboutMail = (code === "EENVELOPE" || code === "EMESSAGE") && !command.startsWith("MAIL FROM");
  const told = reply === null ? code : `${code} ${reply}`;
  if (!isAboutMail || reply === null) return { kind: "server-away", code: told };
  return { kind: reply >= 500 ? "refused" : "later", code: told };
}

/** A maildir: whoever runs the demo reads the mails there, with an editor or a mail program. Sent twice, it lies there once. */
function folderWay({ folder, from }: MailSettings & { readonly way: "folder" }): MailWay {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    send: async (outgoing) => {
      const { message } = await transport.sendMail(messageOf(outgoing, from));
      if (!Buffer.isBuffer(message)) return refused({ kind: "server-away", code: "no-bytes" });
      const options = { durability: "fsync", mode: mailFileMode, folderMode: mailFolderMode } as const;
      for (const part of ["cur", "new", "tmp"]) makeFolder(join(folder, part), options);
      writeFileDurably(join(folder, "new", outgoing.mailId), message, options);
      return ok(undefined);
    },
    close: () => transport.close(),
  };
}
