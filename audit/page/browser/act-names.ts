import type { ActKind } from "#core/record/kinds.ts";
import type { PageLanguage } from "#engines/one-file/browser/page-languages.ts";

/**
 * Kinds of act for which people get receipts, in Turkmen and Russian; English, and all other kinds, say the kind
 * itself. The Turkmen is machine-written until a native speaker has read it.
 */
const actNames: Readonly<Partial<Record<ActKind, readonly [tk: string, ru: string]>>> = {
  "filed-application": ["arza berildi", "подано заявление"],
  "filed-complaint": ["şikaýat berildi", "подана жалоба"],
  "filed-suggestion": ["teklip berildi", "подано предложение"],
  "filed-request": ["sorag berildi", "подан запрос"],
  "filed-message": ["hat berildi", "подано сообщение"],
  "filed-elsewhere": ["başga ýerde berildi", "подано в другом месте"],
  received: ["kabul edildi", "принято"],
  forwarded: ["ugradyldy", "переслано"],
  "clarification-given": ["takyklama berildi", "дано уточнение"],
  extended: ["möhlet uzaldyldy", "срок продлён"],
  answered: ["jogap berildi", "дан ответ"],
  explained: ["düşündirildi", "дано разъяснение"],
  refused: ["ret edildi", "отказано"],
  disputed: ["jogap jedelli", "ответ оспорен"],
  withdrawn: ["yzyna alyndy", "отозвано"],
  "withdrawal-revoked": ["yzyna almak ýatyryldy", "отзыв отменён"],
  appealed: ["ýokary edara şikaýat edildi", "обжаловано"],
  added: ["goşuldy", "дополнено"],
};

/** A kind of act in words. */
export function actName(kind: ActKind, language: PageLanguage): string {
  const [tk, ru] = actNames[kind] ?? [];
  const en = kind.replaceAll("-", " ");
  return { tk, ru, en }[language] ?? en;
}
