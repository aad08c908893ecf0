import type { FilingKind } from "#core/clock/rules.ts";
import type { Words } from "#engines/one-file/browser/page-languages.ts";

/** The page's own words. The Turkmen is machine-written until a native speaker has read it. */
export const calculatorTexts = {
  title: { tk: "Jogap möhletini hasaplaýjy", ru: "Калькулятор срока ответа", en: "Deadline calculator" },
  intro: {
    tk: "Bu sahypa bir faýl: saklaň, internetsiz hem işleýär. Ýazanlaryňyz hiç ýere iberilmeýär.",
    ru: "Эта страница — один файл: сохраните её, она работает без сети. Что вы пишете, никуда не отправляется.",
    en: "This page is one file: save it, it works without a network. What you type is sent nowhere.",
  },
  body: { tk: "Edara", ru: "Орган", en: "Body" },
  kind: { tk: "Näme berdiňiz?", ru: "Что вы подали?", en: "What did you file?" },
  day: { tk: "Haçan? Meselem, 5.11.2026", ru: "Когда? Например, 5.11.2026", en: "When? Such as 5.11.2026" },
  posted: {
    tk: "Poçta bilen iberdim (güni kwitansiýadan)",
    ru: "Отправлено почтой (день с квитанции)",
    en: "Sent by post (the day on the posting receipt)",
  },
  today: { tk: "Şu gün", ru: "Сегодня", en: "Today" },
  count: { tk: "Hasapla", ru: "Сосчитать", en: "Count" },
  due: { tk: "Jogap beriljek iň soňky gün", ru: "Ответить должны до (включительно)", en: "Answer due by" },
  left: { tk: "Galan iş günleri", ru: "Осталось рабочих дней", en: "Working days left" },
  overdue: {
    tk: "Möhletden soň geçen iş günleri",
    ru: "После срока прошло рабочих дней",
    en: "Working days since the deadline",
  },
  how: { tk: "Nähili hasaplandy", ru: "Как сосчитано", en: "How it was counted" },
  letter: { tk: "Mundan beýläk kime ýazmaly?", ru: "Кому писать дальше?", en: "Whom to write to next?" },
  from: { tk: "Adyňyz (hatda ýazylar)", ru: "Ваше имя (для письма)", en: "Your name (for the letter)" },
  print: { tk: "Haty çap etmek", ru: "Напечатать письмо", en: "Print the letter" },
  notYet: {
    tk: "Edaranyň entek wagty bar. Hat möhlet geçensoň gerek bolar.",
    ru: "У органа ещё есть время. Письмо понадобится, когда срок пройдёт.",
    en: "The body still has time. You need the letter once the deadline has passed.",
  },
  wrongDay: {
    tk: "Güni şeýle ýazyň: 5.11.2026. Şu günden soň bolup bilmez.",
    ru: "Напишите день так: 5.11.2026. Он не может быть позже сегодняшнего.",
    en: "Write the day as 5.11.2026. It cannot be later than today.",
  },
  dated: {
    tk: "Senenama we düzgünler şu günüňki",
    ru: "Календарь и правила на день",
    en: "Calendar and rules as of",
  },
  record: { tk: "Ýazgy", ru: "Журнал", en: "Record" },
  lawyer: {
    tk: "Düzgünleri hukukçy tassyklamaly. Senenama soň üýtgän bolsa, täze faýl alyň.",
    ru: "Правила должен подтвердить юрист. Если календарь с тех пор изменён, возьмите новый файл.",
    en: "The rules are to be confirmed by a lawyer. If the calendar has changed since, get a new file.",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What can be filed, in the order in which it is offered. */
export const kindWords: readonly (readonly [FilingKind, Words])[] = [
  ["filed-complaint", { tk: "şikaýat", ru: "жалоба", en: "complaint" }],
  ["filed-application", { tk: "arza", ru: "заявление", en: "application" }],
  ["filed-request", { tk: "maglumat sorag", ru: "запрос информации", en: "request for information" }],
  ["filed-suggestion", { tk: "teklip", ru: "предложение", en: "suggestion" }],
  ["filed-message", { tk: "hat", ru: "сообщение", en: "message" }],
  [
    "filed-elsewhere",
    { tk: "portaldan daşary berlen", ru: "подано мимо портала", en: "filed past the portal" },
  ],
];
