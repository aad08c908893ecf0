/** The three mails of this slice. None says what stands in the case; of a sealed one not even which case it is. */
import type { Language } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import type { Mail } from "#platform/mail/mail.ts";
import type { FollowerContent } from "./follower.ts";
import type { LinkToken } from "./link-token.ts";
import type { NoticeWord } from "./notice-words.ts";

/** What every mail needs to know. */
export interface MailFrame {
  /** How people reach the portal, no slash at the end. */
  readonly origin: string;
  readonly language: Language;
  readonly follower: FollowerContent;
  /** The case's number; `null` for a sealed or nameless one, whose mails name neither number nor body nor act. */
  readonly number: string | null;
  /** Whether it goes to somebody who signed the appeal: they see neither the case nor that anybody else follows it. */
  readonly isSigner: boolean;
}

/** Asks whether the address wants the notices. */
export function confirmationMail(frame: MailFrame): Mail {
  const t = translator(frame.language);
  return mailOf(frame, t, [
    t("notice-mail-confirm"),
    ...numberLine(frame, t),
    t("notice-mail-confirm-link"),
    linkTo(frame, "confirm", frame.follower.confirmToken),
    t("notice-mail-confirm-not-you"),
  ]);
}

/** Says to an address that asked once more that it gets the notices already. */
export function alreadyMail(frame: MailFrame): Mail {
  const t = translator(frame.language);
  return mailOf(frame, t, [t("notice-mail-already"), ...numberLine(frame, t), ...leaveLines(frame, t)]);
}

/** Something happened. */
export function noticeMail(frame: MailFrame, word: NoticeWord): Mail {
  const t = translator(frame.language);
  const { number } = frame;
  return mailOf(frame, t, [
    number === null ? t("notice-mail-sealed") : t(`notice-word-${word}`),
    ...numberLine(frame, t),
    ...lookLines(frame, t),
    t("notice-mail-codes"),
    ...leaveLines(frame, t),
  ]);
}

/** Where it can be read. A mail to a signer does not even say that something was signed. */
function lookLines({ origin, language, number, isSigner }: MailFrame, t: Translate): readonly string[] {
  if (isSigner) return [t("notice-mail-signer")];
  return [t("notice-mail-look"), `${origin}/${language}/case${number === null ? "" : `/${number}`}`];
}

function mailOf(frame: MailFrame, t: Translate, paragraphs: readonly string[]): Mail {
  return {
    to: frame.follower.address,
    language: frame.language,
    subject: t("notice-mail-subject"),
    text: `${paragraphs.join("\n\n")}\n`,
    leaveUrl: linkTo(frame, "leave", frame.follower.leaveToken),
  };
}

function numberLine({ number }: MailFrame, t: Translate): readonly string[] {
  return number === null ? [] : [t("notice-mail-number", { number })];
}

function leaveLines(frame: MailFrame, t: Translate): readonly string[] {
  return [t("notice-mail-leave"), linkTo(frame, "leave", frame.follower.leaveToken)];
}

function linkTo({ origin, language }: MailFrame, what: "confirm" | "leave", token: LinkToken): string {
  return `${origin}/${language}/notices/${what}/${token}`;
}
