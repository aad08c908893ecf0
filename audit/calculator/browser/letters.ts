import type { CivilDate } from "#core/clock/civil-date.ts";
import type { PageLanguage, Words } from "#engines/one-file/browser/page-languages.ts";
import { dayWords } from "./clock-words.ts";

/** To whom one goes on when a body is silent. */
export const forums = ["higher-body", "prosecutor", "ombudsman"] as const;
export type Forum = (typeof forums)[number];

export interface LetterFacts {
  readonly forum: Forum;
  /** The body that it goes to, where the country has one; otherwise the kind of place alone stands there. */
  readonly to: { readonly name: string; readonly address: string } | null;
  /** As the writer names it; "" leaves a line to be filled in by hand. */
  readonly from: string;
  readonly body: string;
  readonly bodyAddress: string;
  readonly sentOn: CivilDate;
  readonly posted: boolean;
  readonly due: CivilDate;
  readonly overdue: number;
  readonly today: CivilDate;
  readonly law: string;
}

const line = "______________________________";

/** The names of those to whom one goes on. */
export const forumWords: Readonly<Record<Forum, Words>> = {
  "higher-body": { tk: "Ýokarky edara", ru: "Вышестоящий орган", en: "Higher body" },
  prosecutor: { tk: "Prokuratura", ru: "Прокуратура", en: "Prosecutor's office" },
  ombudsman: {
    tk: "Adam hukuklary boýunça ygtyýarly wekil (Adalatçy)",
    ru: "Уполномоченный по правам человека (омбудсмен)",
    en: "Ombudsman",
  },
};

const requests: Readonly<Record<Forum, Words>> = {
  "higher-body": {
    tk: "Siziň garamagyňyzdaky edaranyň jogap bermegini üpjün etmegiňizi we netijesini maňa ýazmagyňyzy haýyş edýärin.",
    ru: "Прошу обеспечить, чтобы подчинённый вам орган ответил, и письменно сообщить мне об этом.",
    en: "I ask you to see to it that the body under you answers, and to tell me in writing what was done.",
  },
  prosecutor: {
    tk: "Kanunyň berjaý edilişini barlamagyňyzy, bozulan bolsa degişli çäre görmegiňizi we netijesini maňa ýazmagyňyzy haýyş edýärin.",
    ru: "Прошу проверить соблюдение закона, при нарушении принять меры и письменно сообщить мне о результате.",
    en: "I ask you to examine whether the law was kept, to act if it was not, and to tell me the result in writing.",
  },
  ombudsman: {
    tk: "Ýüz tutma hukugymyň goralmagyna kömek etmegiňizi haýyş edýärin.",
    ru: "Прошу помочь защитить моё право на обращение.",
    en: "I ask you to help protect my right to appeal to a state body.",
  },
};

function addressed({ forum, to }: LetterFacts, language: PageLanguage): string {
  return to === null ? forumWords[forum][language] : `${to.name}, ${to.address}`;
}

/** A letter that can be printed and signed. It says what happened and what is asked for, and judges nobody. */
export function letterText(facts: LetterFacts, language: PageLanguage): string {
  const day = (date: CivilDate) => dayWords(date, language);
  const { forum, body, bodyAddress, overdue, law } = facts;
  const [sent, due, today] = [day(facts.sentOn), day(facts.due), day(facts.today)];
  const from = facts.from.trim() === "" ? line : facts.from.trim();
  const way: Words = facts.posted
    ? { tk: "poçta bilen", ru: "почтой", en: "by post" }
    : { tk: "göni", ru: "напрямую", en: "directly" };
  const paragraphs: Readonly<Record<PageLanguage, readonly string[]>> = {
    tk: [
      `Kime: ${addressed(facts, "tk")}`,
      `Kimden: ${from}`,
      `Salgysy: ${line}`,
      "",
      "ARZA",
      "",
      `Men döwlet edarasyna ýüz tutdum. Edara: ${body} (${bodyAddress}). Güni: ${sent}. Nähili: ${way.tk}.`,
      `Jogap möhleti: ${due}. Esas: ${law}.`,
      `Şu güne çenli jogap almadym: ${today}. Möhletden soň geçen iş günleri: ${overdue}.`,
      requests[forum].tk,
      "",
      "Goşundy: ýüz tutmanyň nusgasy; iberilendigini görkezýän kagyz; dymmak hakynda güwänama (bar bolsa).",
      "",
      `Sene: ${today}        Gol: ____________________`,
    ],
    ru: [
      `Кому: ${addressed(facts, "ru")}`,
      `От кого: ${from}`,
      `Адрес: ${line}`,
      "",
      "ЗАЯВЛЕНИЕ",
      "",
      `Я обратился (обратилась) в государственный орган. Орган: ${body} (${bodyAddress}). День: ${sent}. Как: ${way.ru}.`,
      `Срок ответа: ${due}. Основание: ${law}.`,
      `До сегодняшнего дня (${today}) ответа нет. После срока прошло рабочих дней: ${overdue}.`,
      requests[forum].ru,
      "",
      "Приложения: копия обращения; бумага об отправке; свидетельство о молчании (если есть).",
      "",
      `Дата: ${today}        Подпись: ____________________`,
    ],
    en: [
      `To: ${addressed(facts, "en")}`,
      `From: ${from}`,
      `Address: ${line}`,
      "",
      "APPLICATION",
      "",
      `I wrote to a state body. Body: ${body} (${bodyAddress}). Day: ${sent}. How: ${way.en}.`,
      `Answer due by: ${due}. Basis: ${law}.`,
      `Until today (${today}) I have had no answer. Working days since the deadline: ${overdue}.`,
      requests[forum].en,
      "",
      "Enclosed: copy of what I wrote; the paper that shows that it was sent; certificate of silence (if there is one).",
      "",
      `Date: ${today}        Signature: ____________________`,
    ],
  };
  return paragraphs[language].join("\n");
}
