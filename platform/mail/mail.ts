import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { type MailAddress, parseMailAddress } from "./mail-address.ts";

/** A mail of the installation to one person: plain text, in that person's language. */
export interface Mail {
  readonly to: MailAddress;
  readonly language: Language;
  /** One line. It stands on locked screens: it says nothing of what the mail is about. */
  readonly subject: string;
  readonly text: string;
  /** Where nobody has to sign in to get no more of these mails; takes a posted form too (RFC 8058). */
  readonly leaveUrl: string;
}

const subjectCharactersMax = 150;
const textBytesMax = 8_192;
const urlBytesMax = 500;

/** The mail as bytes, to be sealed until it is sent. Throws for a mail that is not one: its writer is our own code. */
export function mailBytes(mail: Mail): Uint8Array {
  assert(
    mail.subject.length <= subjectCharactersMax && !/[\r\n]/.test(mail.subject),
    "a subject is one line",
  );
  assert(Buffer.byteLength(mail.text) <= textBytesMax, "a mail is short");
  assert(mail.leaveUrl.length <= urlBytesMax && !/[\s<>]/.test(mail.leaveUrl), "an address of ours");
  return utf8Bytes(JSON.stringify(mail));
}

/** Reads what `mailBytes` wrote. Throws for anything else: the seal has shown that we wrote it. */
export function mailFromBytes(bytes: Uint8Array): Mail {
  const { to, language: written, subject, text, leaveUrl } = JSON.parse(utf8Text(bytes) ?? "");
  const address = parseMailAddress(String(to));
  const language = languages.find((each) => each === written);
  assert(address.ok && language !== undefined, "a mail of ours");
  return {
    to: address.value,
    language,
    subject: String(subject),
    text: String(text),
    leaveUrl: String(leaveUrl),
  };
}
