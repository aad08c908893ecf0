import type { SendMailOptions } from "nodemailer";
import type { Mail } from "./mail.ts";

/** A mail that is about to go, with what makes every attempt the same message. */
export interface OutgoingMail {
  readonly mail: Mail;
  /** The part of the Message-ID before the @: random, the same at every attempt, so that a doubled mail is known as one. */
  readonly mailId: string;
  /** The Date of the mail, in milliseconds; also the same at every attempt. */
  readonly date: number;
}

/**
 * The message after RFC 5322 as nodemailer composes it. Nothing in it tells of the machine that it comes from: the
 * Message-ID ends in the sender's domain, no program is named.
 */
export function messageOf({ mail, mailId, date }: OutgoingMail, from: string): SendMailOptions {
  // RFC 8058 section 3.1 wants HTTPS for leaving with one click; elsewhere the link alone is given (RFC 2369).
  const isOneClick = mail.leaveUrl.startsWith("https://");
  return {
    from: { name: "aydyn", address: from },
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    textEncoding: "quoted-printable",
    messageId: `<${mailId}@${domainOf(from)}>`,
    date: new Date(date),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      // RFC 3834 section 5: no vacation notice answers this.
      "Auto-Submitted": "auto-generated",
      "Content-Language": mail.language,
      "List-Unsubscribe": `<${mail.leaveUrl}>`,
      ...(isOneClick ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    },
  };
}

/** The domain of an address of ours. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
