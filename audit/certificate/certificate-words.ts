import type { CivilDate } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import { unreachable } from "#core/result.ts";
import type { PageLanguage, Words } from "#engines/one-file/browser/page-languages.ts";
import { dayWords, weekdayWords } from "../calculator/browser/clock-words.ts";
import { actName } from "../page/browser/act-names.ts";
import type { CertifiedFinding } from "./certified-case.ts";
import type { Certificate } from "./make-certificate.ts";

/**
 * The sentences of a certificate. Each says what the record proves and nothing more; data stands after a colon, where
 * no language bends it. The Turkmen is machine-written until a native speaker has read it.
 */

/** The heading, by what is certified. */
export function headingWords({ certified: { finding } }: Certificate): Words {
  switch (finding.kind) {
    case "silent":
      return {
        tk: "Dymmak hakynda güwänama",
        ru: "Свидетельство о молчании",
        en: "Certificate of silence",
      };
    case "answered-late":
      return {
        tk: "Gijä galan jogap hakynda güwänama",
        ru: "Свидетельство об ответе с опозданием",
        en: "Certificate of a late answer",
      };
    case "closed-without-answer":
      return {
        tk: "Jogapsyz ýapylan ýüz tutma hakynda güwänama",
        ru: "Свидетельство о закрытии без ответа",
        en: "Certificate of a closing without an answer",
      };
    case "disputed":
      return {
        tk: "Jedelli jogap hakynda güwänama",
        ru: "Свидетельство об оспоренном ответе",
        en: "Certificate of a disputed answer",
      };
    default:
      return unreachable(finding);
  }
}

/** The one statement that is certified. */
export function statementWords(certificate: Certificate, language: PageLanguage): string {
  const { certified, headOn, head, isOutside } = certificate;
  const on = (date: CivilDate) => weekdayWords(date, language);
  const due = on(certified.due);
  const upTo = upToWords(head.checkpoint.size, on(headOn), language);
  const finding = findingWords(certified.finding, { due, on, language, isOutside });
  return `${finding} ${upTo}`;
}

function upToWords(size: number, day: string, language: PageLanguage): string {
  const words: Words = {
    tk: `Bu ýazgynyň ${size} sany hereketinden görünýär; şaýatlar ony şu güne çenli görüpdir: ${day}.`,
    ru: `Это видно из записей журнала, числом: ${size}; свидетели видели их по день: ${day}.`,
    en: `This follows from the ${size} entries of the record that witnesses had seen by: ${day}.`,
  };
  return words[language];
}

interface Saying {
  readonly due: string;
  readonly on: (date: CivilDate) => string;
  readonly language: PageLanguage;
  readonly isOutside: boolean;
}

function findingWords(finding: CertifiedFinding, saying: Saying): string {
  const { due, on, language, isOutside } = saying;
  switch (finding.kind) {
    case "silent":
      return (isOutside ? silentOutside : silent)(due, finding.workingDaysOverdue)[language];
    case "answered-late": {
      const [day, days] = [on(finding.on), finding.workingDaysLate];
      return {
        tk: `Jogap möhletden soň berildi. Möhlet: ${due}. Jogap ýazgyda: ${day}. Gijä galan iş günleri: ${days}.`,
        ru: `Ответ дан после срока. Срок: ${due}. Ответ в журнале: ${day}. Опоздание в рабочих днях: ${days}.`,
        en: `The answer came after the deadline. Due: ${due}. Answer in the record: ${day}. Working days late: ${days}.`,
      }[language];
    }
    case "closed-without-answer":
      return closedWords(finding, saying);
    case "disputed":
      return disputedWords(finding, saying);
    default:
      return unreachable(finding);
  }
}

function silent(due: string, days: number): Words {
  return {
    tk: `Möhlet geçdi, jogap bolan hereket ýazgyda ýok. Möhlet: ${due}. Şondan bäri geçen iş günleri: ${days}.`,
    ru: `Срок прошёл, действия с ответом в журнале нет. Срок: ${due}. С тех пор рабочих дней: ${days}.`,
    en: `The deadline has passed and no answering act stands in the record. Due: ${due}. Working days since: ${days}.`,
  };
}

function silentOutside(due: string, days: number): Words {
  return {
    tk: `Möhlet geçdi, bu ýazga jogap girizilmedi. Edara bu ýazga gatnaşmaýar. Möhlet: ${due}. Şondan bäri geçen iş günleri: ${days}.`,
    ru: `Срок прошёл, ответ в этот журнал не внесён. Орган в журнале не участвует. Срок: ${due}. С тех пор рабочих дней: ${days}.`,
    en: `The deadline has passed and no answer was entered in this register. The body takes no part in it. Due: ${due}. Working days since: ${days}.`,
  };
}

function closedWords(
  finding: Extract<CertifiedFinding, { readonly kind: "closed-without-answer" }>,
  { due, on, language }: Saying,
): string {
  const closing = actWords(finding.closing, language);
  const day = on(finding.on);
  const lateness = finding.workingDaysLate;
  const late: Words =
    lateness === null
      ? { tk: "Möhletinde.", ru: "В срок.", en: "Within the deadline." }
      : {
          tk: `Gijä galan iş günleri: ${lateness}.`,
          ru: `Опоздание в рабочих днях: ${lateness}.`,
          en: `Working days late: ${lateness}.`,
        };
  const words: Words = {
    tk: `Ýüz tutma jogapsyz ýapyldy. Nähili: ${closing}. Haçan: ${day}. Möhlet: ${due}.`,
    ru: `Обращение закрыто без ответа. Как: ${closing}. Когда: ${day}. Срок: ${due}.`,
    en: `The appeal was closed without an answer. As: ${closing}. On: ${day}. Due: ${due}.`,
  };
  return `${words[language]} ${late[language]}`;
}

function disputedWords(
  finding: Extract<CertifiedFinding, { readonly kind: "disputed" }>,
  { due, on, language }: Saying,
): string {
  const closing = actWords(finding.closing, language);
  const [closedOn, disputedOn] = [on(finding.closedOn), on(finding.disputedOn)];
  const overdue = finding.workingDaysOverdue;
  const since: Words =
    overdue === null
      ? { tk: `Täze möhlet: ${due}.`, ru: `Новый срок: ${due}.`, en: `Now due: ${due}.` }
      : {
          tk: `Möhlet geçdi: ${due}. Şondan bäri geçen iş günleri: ${overdue}.`,
          ru: `Срок прошёл: ${due}. С тех пор рабочих дней: ${overdue}.`,
          en: `The deadline has passed: ${due}. Working days since: ${overdue}.`,
        };
  const words: Words = {
    tk: `Edara ýüz tutmany ýapdy (${closing}: ${closedOn}), ýüz tutan adam muňa "jogap däl" diýdi (${disputedOn}). Şondan soň täze jogap ýazgyda ýok.`,
    ru: `Орган закрыл обращение (${closing}: ${closedOn}); заявитель отметил: это не ответ (${disputedOn}). Нового ответа после этого в журнале нет.`,
    en: `The body closed the appeal (${closing}: ${closedOn}); the applicant marked this as no answer (${disputedOn}). No further answer stands in the record since.`,
  };
  return `${words[language]} ${since[language]}`;
}

/** How an appeal went to a body past its portal. */
export function sendingWords(certificate: Certificate, language: PageLanguage): string | null {
  const { sent } = certificate;
  if (sent === null) return null;
  const day = weekdayWords(sent.sentOn, language);
  const posted: Words = {
    tk: `Poçta berildi: ${day}.`,
    ru: `Сдано на почту: ${day}.`,
    en: `Posted: ${day}.`,
  };
  const handed: Words = {
    tk: `Elden gowşuryldy: ${day}.`,
    ru: `Сдано в руки: ${day}.`,
    en: `Handed in: ${day}.`,
  };
  const proofs: Readonly<Record<string, Words>> = {
    "posting-receipt": { tk: "poçta haty (kwitansiýa)", ru: "почтовая квитанция", en: "posting receipt" },
    "delivery-notice": {
      tk: "gowşurylandygy hakynda habar",
      ru: "уведомление о вручении",
      en: "delivery notice",
    },
    "stamped-copy": { tk: "möhürli nusga", ru: "копия с отметкой", en: "stamped copy" },
    stub: { tk: "sürtük (korešok)", ru: "отрывной талон", en: "tear-off stub" },
  };
  const proof = proofs[sent.proof]?.[language] ?? sent.proof;
  const shown: Words = {
    tk: `Görkezilen: ${proof}.`,
    ru: `Предъявлено: ${proof}.`,
    en: `Shown for it: ${proof}.`,
  };
  return `${(sent.way === "posted" ? posted : handed)[language]} ${shown[language]}`;
}

/** What the certificate does not prove: as much part of it as the statement. */
export function limitWords(certificate: Certificate): readonly Words[] {
  const limits: Words[] = [
    {
      tk: "Bu güwänama ýüz tutmanyň mazmuny we edaranyň mamladygy ýa-da nämamladygy hakynda hiç zat aýtmaýar.",
      ru: "Свидетельство ничего не говорит о содержании обращения и о том, прав ли орган.",
      en: "The certificate says nothing about what the appeal is about, nor who is right.",
    },
    {
      tk: "Ýazgydan daşarda berlen jogap (telefon, söhbet, hat) bu ýerde görünmeýär.",
      ru: "Ответ, данный помимо журнала (по телефону, в разговоре, письмом), здесь не виден.",
      en: "An answer given outside the record (by telephone, in talk, by letter) is not seen here.",
    },
  ];
  if (certificate.isOutside) limits.push(...outsideLimits(certificate));
  if (!certificate.rulesConfirmed) {
    limits.push({
      tk: "Möhlet düzgünlerini heniz hukukçy tassyklamady.",
      ru: "Правила счёта срока ещё не подтверждены юристом.",
      en: "The rules of the clock are to be confirmed by a lawyer.",
    });
  }
  return limits;
}

function outsideLimits({ sent }: Certificate): Words[] {
  const arrival: Words = {
    tk: "Hatyň edara gowşandygy subut edilmeýär: diňe iberilendigi görkezildi.",
    ru: "Что письмо дошло до органа, не доказано: показано лишь, что оно отправлено.",
    en: "It is not proved that the letter reached the body: only that it was sent was shown.",
  };
  const keeper: Words = {
    tk: "Görkezilen kagyzy bu ýazgyny ýöredýän gördi; edaranyň özi tassyklamady.",
    ru: "Показанную бумагу видел тот, кто ведёт журнал; сам орган её не подтверждал.",
    en: "The paper was seen by whoever keeps the register; the body itself has confirmed nothing.",
  };
  return sent?.way === "posted" && sent.proof !== "delivery-notice" ? [arrival, keeper] : [keeper];
}

/** Words beside the values. */
export const labelWords = {
  record: { tk: "Ýazgy", ru: "Журнал", en: "Record" },
  case: { tk: "Işiň belligi", ru: "Метка дела", en: "Tag of the case" },
  filed: { tk: "Ýazga girizilen güni", ru: "Внесено в журнал", en: "Entered in the record" },
  sent: { tk: "Iberilişi", ru: "Отправка", en: "Sending" },
  body: { tk: "Edara", ru: "Орган", en: "Body" },
  holder: { tk: "Häzir işi alyp barýan edara", ru: "Дело сейчас у органа", en: "Now with" },
  due: { tk: "Jogap beriljek iň soňky gün", ru: "Ответить до (включительно)", en: "Answer due by" },
  derivation: { tk: "Möhlet nähili hasaplandy", ru: "Как сосчитан срок", en: "How the deadline was counted" },
  acts: { tk: "Işiň ähli hereketleri", ru: "Все действия по делу", en: "Every act of the case" },
  entry: { tk: "Belgi", ru: "Запись", en: "Entry" },
  act: { tk: "Hereket", ru: "Действие", en: "Act" },
  seen: { tk: "Şaýatlar gören güni", ru: "Свидетели увидели", en: "Seen by witnesses" },
  checkpoint: { tk: "Barlag nokady", ru: "Контрольная точка", en: "Checkpoint" },
  fingerprint: { tk: "Barmak yzy", ru: "Отпечаток", en: "Fingerprint" },
  witnesses: { tk: "Şaýatlar", ru: "Свидетели", en: "Witnesses" },
  policy: {
    tk: "Şaýatlara ynam faýly (SHA-256)",
    ru: "Файл доверия к свидетелям (SHA-256)",
    en: "Policy file (SHA-256)",
  },
  limits: {
    tk: "Bu güwänama nämäni subut etmeýär",
    ru: "Чего это свидетельство не доказывает",
    en: "What this does not prove",
  },
  check: { tk: "Muny nädip barlamaly", ru: "Как это проверить", en: "How to check this" },
  notJudged: {
    tk: "Şaýatlara baha berilmedi: ynam faýly (policy) berilmedi.",
    ru: "Свидетели не оценены: файл доверия (policy) не дан.",
    en: "Witnesses not judged: no policy file was given.",
  },
  checkText: {
    tk: "Ýazgynyň islendik nusgasy we aydyn programmasy ýeterlik; serwer gerek däl. Şu buýruk güwänamany täzeden düzýär we harpma-harp deňeşdirýär:",
    ru: "Достаточно любого зеркала журнала и программы aydyn; сервер не нужен. Команда составляет свидетельство заново и сравнивает его буква в букву:",
    en: "Any mirror of the record and the program aydyn suffice; no server is needed. The command makes the certificate anew and compares it letter by letter:",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Kinds for which nobody holds a receipt, so that the verifier page does not carry their names. */
const moreActNames: Readonly<Partial<Record<ActKind, Words>>> = {
  assigned: { tk: "ýerine ýetirijä berildi", ru: "назначен исполнитель", en: "assigned" },
  "clarification-asked": { tk: "anyklama soraldy", ru: "запрошено уточнение", en: "clarification asked" },
  "deadline-moved": { tk: "möhlet geçirildi", ru: "срок перенесён", en: "deadline moved" },
  "hearing-announced": { tk: "diňlenişik yglan edildi", ru: "объявлено слушание", en: "hearing announced" },
  merged: { tk: "birleşdirildi", ru: "объединено", en: "merged" },
  terminated: { tk: "togtadyldy", ru: "прекращено", en: "terminated" },
  published: { tk: "çap edildi", ru: "опубликовано", en: "published" },
  erased: { tk: "pozuldy", ru: "стёрто", en: "erased" },
  rated: { tk: "baha berildi", ru: "оценено", en: "rated" },
};

/** The name of an act; a kind that this version does not know is said to be one. */
export function actWords(kind: ActKind | null, language: PageLanguage): string {
  const unknown: Words = { tk: "näbelli", ru: "неизвестное", en: "unknown" };
  return kind === null ? unknown[language] : (moreActNames[kind]?.[language] ?? actName(kind, language));
}

/** The day as of which the certificate is drawn. */
export function asOfWords({ asOf }: Certificate, language: PageLanguage): string {
  const words: Words = { tk: "Ýagdaýyň güni", ru: "По состоянию на день", en: "As of" };
  return `${words[language]}: ${dayWords(asOf, language)}`;
}
