/** Somebody else's mail server: takes mails by SMTP and keeps what it got. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  /** What the client called itself. */
  readonly clientName: string;
  /** As it came, header and body. */
  readonly source: string;
}

export interface MailServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  close(): Promise<void>;
}

/** What is decided about a mail after its last byte: taken, or refused with a reply code. Runs when it was kept. */
export type Verdict = (mail: ReceivedMail) => number | null;

/** Listens on a port of this computer; a free one unless given. */
export async function openMailServer(
  options: { readonly port?: number; readonly verdict?: Verdict; readonly smtp?: SMTPServerOptions } = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    ...options.smtp,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { rcptTo, mailFrom } = session.envelope;
        const mail = {
          to: rcptTo.map(({ address }) => address),
          from: mailFrom === false ? "" : mailFrom.address,
          clientName: session.hostNameAppearsAs,
          source: Buffer.concat(chunks).toString("utf8"),
        };
        const code = options.verdict?.(mail) ?? null;
        if (code === null) received.push(mail);
        done(code === null ? null : Object.assign(new Error("no"), { responseCode: code }));
      });
    },
  });
  server.on("error", () => {
    // A client that was killed in the middle of a mail; what it means is what the tests are about.
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A header of a mail, unfolded; `null` when it is not there. */
export function headerOf({ source }: ReceivedMail, name: string): string | null {
  const head = source.slice(0, source.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const found = head.split("\r\n").find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return found === undefined ? null : found.slice(name.length + 1).trim();
}

/** The text of a mail, decoded (RFC 2045 section 6.7). */
export function textOf({ source }: ReceivedMail): string {
  const body = source.slice(source.indexOf("\r\n\r\n") + 4);
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
