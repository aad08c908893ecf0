/**
 * The clock in words, for what is read without our servers: the deadline calculator and certificates. The portal says
 * the same with texts of its own; an auditor must not take its words from the code that it judges. The Turkmen is
 * machine-written until a native speaker has read it.
 */
import { type CivilDate, weekdayOf, yearMonthDayOf } from "#core/clock/civil-date.ts";
import type { ExplanationStep, RestReason } from "#core/clock/explanation.ts";
import type { Term } from "#core/clock/rules.ts";
import { unreachable } from "#core/result.ts";
import type { PageLanguage, Words } from "#engines/one-file/browser/page-languages.ts";

const weekdays: Readonly<Record<PageLanguage, string>> = {
  tk: "duşenbe sişenbe çarşenbe penşenbe anna şenbe ýekşenbe",
  ru: "понедельник вторник среда четверг пятница суббота воскресенье",
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
};
const englishMonths = "January February March April May June July August September October November December";

/** A day as everybody reads it the same way: "04.12.2026", in English with the month in letters. */
export function dayWords(date: CivilDate, language: PageLanguage): string {
  const { year, month, day } = yearMonthDayOf(date);
  if (language === "en") return `${day} ${englishMonths.split(" ")[month - 1] ?? month} ${year}`;
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  return `${two(day)}.${two(month)}.${year}`;
}

/** The same with the day of the week. */
export function weekdayWords(date: CivilDate, language: PageLanguage): string {
  return `${dayWords(date, language)} (${weekdays[language].split(" ")[weekdayOf(date) - 1] ?? ""})`;
}

/** A length of time. Numbers stand after a colon, where no language bends them. */
function termWords({ length, unit }: Term, language: PageLanguage): string {
  const units: Readonly<Record<Term["unit"], Words>> = {
    "working-days": { tk: "iş güni", ru: "рабочих дней", en: "working days" },
    "calendar-days": { tk: "senenama güni", ru: "календарных дней", en: "calendar days" },
    months: { tk: "aý", ru: "месяцев", en: "months" },
  };
  const name = units[unit][language];
  return language === "ru" ? `${name}: ${length}` : `${length} ${name}`;
}

function restWords(rest: RestReason, language: PageLanguage): string {
  const words: Readonly<Record<"weekend" | "day-off", Words>> = {
    weekend: { tk: "dynç güni", ru: "выходной", en: "day of rest" },
    "day-off": { tk: "iş däl güni", ru: "нерабочий день", en: "day off" },
  };
  return rest.why === "holiday" ? rest.name[language] : words[rest.why][language];
}

/** One step of how a due day came about, as a sentence. `nameOf` gives a body's name in that language. */
export function stepWords(
  step: ExplanationStep,
  language: PageLanguage,
  nameOf: (body: number) => string,
): string {
  return sentences(step, language, nameOf)[language];
}

function sentences(step: ExplanationStep, language: PageLanguage, nameOf: (body: number) => string): Words {
  const on = (date: CivilDate) => weekdayWords(date, language);
  switch (step.step) {
    case "posted": {
      const [day, term, delivered] = [on(step.day), termWords(step.term, language), on(step.delivered)];
      return {
        tk: `Poçta berlen güni: ${day}. Düzgün boýunça hatyň ýoly: ${term}. Gowşurylan hasaplanýan güni: ${delivered}.`,
        ru: `Сдано на почту: ${day}. Путь письма по правилам: ${term}. Считается доставленным: ${delivered}.`,
        en: `Posted: ${day}. Time that the rules allow the post: ${term}. Counts as delivered: ${delivered}.`,
      };
    }
    case "started":
      return startedWords(step, language);
    case "term": {
      const [term, due, law] = [termWords(step.term, language), on(step.due), step.law];
      return {
        tk: `Kanunda berlen wagt: ${term}. Möhlet: ${due}. Esas: ${law}.`,
        ru: `Время по закону: ${term}. Срок: ${due}. Основание: ${law}.`,
        en: `Time that the law gives: ${term}. Due: ${due}. Basis: ${law}.`,
      };
    }
    case "holiday-skipped":
      return notCounted(on(step.date), step.name[language]);
    case "day-off-skipped":
      return notCounted(on(step.date), restWords({ why: "day-off" }, language));
    case "transferred-day": {
      const day = on(step.date);
      return {
        tk: `Iş güni diýlip yglan edildi: ${day}.`,
        ru: `Объявлен рабочим днём: ${day}.`,
        en: `Declared a working day: ${day}.`,
      };
    }
    case "rolled": {
      const [from, to] = [on(step.from), on(step.to)];
      const rest = step.rest === null ? "" : `, ${restWords(step.rest, language)}`;
      return {
        tk: `Möhletiň soňy iş däl güne düşdi: ${from}${rest}. Geçirilen güni: ${to}.`,
        ru: `Конец срока пришёлся на нерабочий день: ${from}${rest}. Перенесён на: ${to}.`,
        en: `The term ended on a day off: ${from}${rest}. It goes to: ${to}.`,
      };
    }
    case "paused":
    case "resumed":
    case "pause-lapsed":
      return pauseWords(step, on);
    case "extended":
    case "moved-by-calendar":
    case "moved-by-rules":
    case "promised-earlier":
      return movedWords(step, on);
    case "forwarded":
    case "forwarded-kept":
      return forwardedWords(step, on, nameOf);
    case "disputed-restored":
    case "withdrawal-revoked":
    case "closed":
      return endWords(step, on);
    default:
      return unreachable(step);
  }
}

type StepOf<Kind extends ExplanationStep["step"]> = Extract<ExplanationStep, { readonly step: Kind }>;
type On = (date: CivilDate) => string;

function startedWords(step: StepOf<"started">, language: PageLanguage): Words {
  const filed = weekdayWords(step.filed, language);
  if (step.rest === null) {
    return {
      tk: `Berlen güni: ${filed}. Hasap ertesinden başlanýar.`,
      ru: `Подано: ${filed}. Счёт идёт со следующего дня.`,
      en: `Filed: ${filed}. Counting begins with the next day.`,
    };
  }
  const registered = weekdayWords(step.registered, language);
  const rest = restWords(step.rest, language);
  return {
    tk: `Berlen güni: ${filed}, ${rest}. Hasap şu günden soň başlanýar: ${registered}.`,
    ru: `Подано: ${filed}, ${rest}. Счёт идёт после дня: ${registered}.`,
    en: `Filed: ${filed}, ${rest}. Counting begins after: ${registered}.`,
  };
}

function notCounted(day: string, why: string): Words {
  return {
    tk: `Hasaba girmeýär: ${day}, ${why}.`,
    ru: `Не считается: ${day}, ${why}.`,
    en: `Not counted: ${day}, ${why}.`,
  };
}

function pauseWords(step: StepOf<"paused" | "resumed" | "pause-lapsed">, on: On): Words {
  const due = on(step.due);
  switch (step.step) {
    case "paused": {
      const [day, days] = [on(step.day), step.workingDaysMax];
      return {
        tk: `Edara anyklama sorady: ${day}. Möhlet iň köp ${days} iş güni saklanýar. Jogap berilmese, möhlet: ${due}.`,
        ru: `Орган запросил уточнение: ${day}. Срок стоит не больше стольких рабочих дней: ${days}. Без ответа срок: ${due}.`,
        en: `The body asked the applicant: ${day}. The clock stops for so many working days at most: ${days}. Without a reply due: ${due}.`,
      };
    }
    case "resumed": {
      const [day, days] = [on(step.day), step.workingDaysUsed];
      return {
        tk: `Ýüz tutan adam jogap berdi: ${day}. Saklanan iş günleri: ${days}. Täze möhlet: ${due}.`,
        ru: `Заявитель ответил: ${day}. Срок стоял рабочих дней: ${days}. Новый срок: ${due}.`,
        en: `The applicant replied: ${day}. Working days for which the clock stood: ${days}. Now due: ${due}.`,
      };
    }
    case "pause-lapsed": {
      const until = on(step.until);
      return {
        tk: `Jogap gelmedi, saklama tamamlandy: ${until}. Möhlet: ${due}.`,
        ru: `Ответа не было, остановка кончилась: ${until}. Срок: ${due}.`,
        en: `No reply came; the stop ended: ${until}. Due: ${due}.`,
      };
    }
    default:
      return unreachable(step);
  }
}

function movedWords(
  step: StepOf<"extended" | "moved-by-calendar" | "moved-by-rules" | "promised-earlier">,
  on: On,
): Words {
  switch (step.step) {
    case "extended": {
      const [day, from, due, latest] = [on(step.day), on(step.from), on(step.due), on(step.latest)];
      return {
        tk: `Edaranyň başlygy möhleti uzaltdy: ${day}. Öňki möhlet: ${from}. Täze möhlet: ${due}. Kanun boýunça iň soňky gün: ${latest}.`,
        ru: `Глава органа продлил срок: ${day}. Прежний срок: ${from}. Новый срок: ${due}. Последний день по закону: ${latest}.`,
        en: `The head of the body extended the deadline: ${day}. It was: ${from}. Now due: ${due}. Latest day by law: ${latest}.`,
      };
    }
    case "moved-by-calendar": {
      const [announced, from, to] = [on(step.announced), on(step.from), on(step.to)];
      const days = step.days.map(on).join("; ");
      return {
        tk: `Iş günleriniň senenamasy üýtgedildi: ${announced}. Öňki möhlet: ${from}. Täze möhlet: ${to}. Degişli günler: ${days}.`,
        ru: `Изменён календарь рабочих дней: ${announced}. Прежний срок: ${from}. Новый срок: ${to}. Дни, о которых речь: ${days}.`,
        en: `The calendar of working days was changed: ${announced}. It was due: ${from}. Now due: ${to}. Days concerned: ${days}.`,
      };
    }
    case "moved-by-rules": {
      const [valid, from, to] = [on(step.valid), on(step.from), on(step.to)];
      return {
        tk: `Täze düzgün güýje girdi: ${valid}. Öňki möhlet: ${from}. Täze möhlet: ${to}.`,
        ru: `Вступило в силу новое правило: ${valid}. Прежний срок: ${from}. Новый срок: ${to}.`,
        en: `A new rule came into force: ${valid}. It was due: ${from}. Now due: ${to}.`,
      };
    }
    case "promised-earlier": {
      const [latest, due] = [on(step.latest), on(step.due)];
      return {
        tk: `Kanun boýunça iň soňky gün: ${latest}. Ýazgyda ondan ir gün dur: ${due}.`,
        ru: `Последний день по закону: ${latest}. В журнале стоит более ранний: ${due}.`,
        en: `The latest day by law: ${latest}. The record names an earlier one: ${due}.`,
      };
    }
    default:
      return unreachable(step);
  }
}

function forwardedWords(
  step: StepOf<"forwarded" | "forwarded-kept">,
  on: On,
  nameOf: (body: number) => string,
): Words {
  const [day, due] = [on(step.day), on(step.due)];
  if (step.step === "forwarded") {
    const from = nameOf(step.body);
    return {
      tk: `Başga edara ugradyldy: ${day}. Ugradan: ${from}. Möhlet üýtgemeýär: ${due}.`,
      ru: `Переслано: ${day}. Отправитель: ${from}. Срок не меняется: ${due}.`,
      en: `Forwarded: ${day}. By: ${from}. The deadline stays: ${due}.`,
    };
  }
  const [from, to] = [nameOf(step.fromBody), nameOf(step.toBody)];
  return {
    tk: `Kabul edildi: ${day}. Ugradan: ${from}. Kabul eden: ${to}. Möhlet üýtgemeýär: ${due}.`,
    ru: `Принято: ${day}. Отправитель: ${from}. Получатель: ${to}. Срок не меняется: ${due}.`,
    en: `Received: ${day}. From: ${from}. By: ${to}. The deadline stays: ${due}.`,
  };
}

function endWords(step: StepOf<"disputed-restored" | "withdrawal-revoked" | "closed">, on: On): Words {
  const day = on(step.day);
  switch (step.step) {
    case "disputed-restored": {
      const due = on(step.due);
      return {
        tk: `"Jogap däl" diýip bellendi: ${day}. Möhlet: ${due}.`,
        ru: `Отмечено «это не ответ»: ${day}. Срок: ${due}.`,
        en: `Marked as no answer: ${day}. Due: ${due}.`,
      };
    }
    case "withdrawal-revoked": {
      const due = on(step.due);
      return {
        tk: `Yzyna almak ýatyryldy: ${day}. Möhlet: ${due}.`,
        ru: `Отзыв отменён: ${day}. Срок: ${due}.`,
        en: `The withdrawal was taken back: ${day}. Due: ${due}.`,
      };
    }
    case "closed": {
      const due = step.dueBefore === null ? "–" : on(step.dueBefore);
      return {
        tk: `Tamamlandy: ${day}. Şol wagtky möhlet: ${due}.`,
        ru: `Завершено: ${day}. Срок был: ${due}.`,
        en: `Closed: ${day}. It was due: ${due}.`,
      };
    }
    default:
      return unreachable(step);
  }
}
