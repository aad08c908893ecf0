import type { Words } from "#engines/one-file/browser/page-languages.ts";
import type { PageRemark, Verdict } from "./judge-receipt.ts";

/** Texts that stand in the page from the beginning, by the word in `data-text`. */
export const fixedTexts = {
  title: { tk: "Kwitansiýany barlamak", ru: "Проверка квитанции", en: "Check a receipt" },
  intro: {
    tk: "Bu sahypa internetsiz işleýär. Hiç zat hiç ýere iberilmeýär.",
    ru: "Эта страница работает без интернета. Ничего никуда не отправляется.",
    en: "This page works without the Internet. Nothing is sent anywhere.",
  },
  receipt: {
    tk: "Kwitansiýa: faýl, tekst ýa-da kiçi QR koduň harplary",
    ru: "Квитанция: файл, текст или буквы малого QR-кода",
    en: "The receipt: file, text, or letters of the small QR code",
  },
  policy: {
    tk: "Siziň ynanýan şaýatlaryňyz (policy faýly)",
    ru: "Свидетели, которым вы доверяете (файл policy)",
    en: "The witnesses that you trust (policy file)",
  },
  policyHelp: {
    tk: "Ony tanaýan adamlaryňyzdan alyň, döwletden däl.",
    ru: "Возьмите его у людей, которых знаете, а не у государства.",
    en: "Get it from people you know, not from the state.",
  },
  mirror: {
    tk: "Ýazgynyň nusgasy bolan bukja (bar bolsa)",
    ru: "Папка с копией журнала (если есть)",
    en: "A folder with a copy of the record (if any)",
  },
  check: { tk: "Barla", ru: "Проверить", en: "Check" },
} as const satisfies Readonly<Record<string, Words>>;

export const verdictTexts: Readonly<Record<Verdict, readonly [Words, Words]>> = {
  witnessed: [
    { tk: "Şaýatlar bilen tassyklandy", ru: "Подтверждено свидетелями", en: "Witnessed" },
    {
      tk: "Bu iş ýazgyda dur, siziň şaýatlaryňyz ony gördüler. Ony bildirmän üýtgedip bolmaz.",
      ru: "Действие есть в журнале, ваши свидетели его видели. Незаметно изменить его уже нельзя.",
      en: "This act is in the record, and your witnesses have seen it. Nobody can change it unnoticed.",
    },
  ],
  "in-log": [
    {
      tk: "Ýazgyda dur; şaýatlara baha berilmedi",
      ru: "Есть в журнале; свидетели не оценены",
      en: "In the record; witnesses not judged",
    },
    {
      tk: "Subutnama dogry. Hemmelere şol bir ýazgynyň görkezilýändigi barlanmady: policy faýly ýok.",
      ru: "Доказательство верно. Показывают ли всем один журнал, не проверено: нет файла policy.",
      en: "The proof holds. Whether everybody is shown the same record was not judged: no policy file.",
    },
  ],
  queued: [
    {
      tk: "Nobatda: bu söz berme, subutnama däl",
      ru: "В очереди: это обещание, а не доказательство",
      en: "Queued: a promise, not a proof",
    },
    {
      tk: "Edara bu işi ýazga girizmäge söz berdi. Soň doly kwitansiýany alyň; iş girmese, bu söz siziň deliliňizdir.",
      ru: "Орган обещал внести действие в журнал. Позже возьмите полную квитанцию; если его там не будет, обещание — ваша улика.",
      en: "The body promised to enter this act. Get the full receipt later; if it never appears, the promise is your evidence.",
    },
  ],
  fails: [
    { tk: "Kwitansiýa dogry däl", ru: "Квитанция неверна", en: "The receipt does not hold" },
    {
      tk: "Onda ýazylan zat subut edilmedi.",
      ru: "Написанное в ней не доказано.",
      en: "What it says is not proved.",
    },
  ],
  "needs-mirror": [
    { tk: "Ýazgynyň nusgasy gerek", ru: "Нужна копия журнала", en: "A copy of the record is needed" },
    {
      tk: "Kiçi kwitansiýa özi subut däl. Ýazgynyň nusgasyny saýlaň.",
      ru: "Малая квитанция сама не доказательство. Выберите папку с копией.",
      en: "A small receipt proves nothing alone. Choose a folder with a copy.",
    },
  ],
};

export const remarkTexts: Readonly<Record<PageRemark, Words>> = {
  "mirror-agrees": {
    tk: "Nusga bilen gabat gelýär.",
    ru: "Копия с ней согласуется.",
    en: "The copy agrees with it.",
  },
  "mirror-older": {
    tk: "Nusga kwitansiýadan köne, ýa-da ondan ýazgylar aýryldy.",
    ru: "Копия старше квитанции, или из неё убраны записи.",
    en: "The copy is older than the receipt, or entries were removed.",
  },
  "log-key-not-judged": {
    tk: "Ýazgynyň golu barlanmady: policy faýly berilmedi.",
    ru: "Подпись журнала не проверена: файл policy не дан.",
    en: "The record's signature was not checked: no policy file was given.",
  },
};

export const labelTexts = {
  reason: { tk: "Sebäbi", ru: "Причина", en: "Reason" },
  note: { tk: "Bellik", ru: "Примечание", en: "Note" },
  log: { tk: "Ýazgy", ru: "Журнал", en: "Record" },
  logKey: { tk: "Ýazgynyň açary", ru: "Ключ журнала", en: "Record's key" },
  act: { tk: "Iş", ru: "Действие", en: "Act" },
  body: { tk: "Edara belgisi", ru: "Номер органа", en: "Body number" },
  time: { tk: "Wagty (edaranyň sözi)", ru: "Время (по словам органа)", en: "Time (the body's claim)" },
  due: { tk: "Jogap möhleti", ru: "Срок ответа", en: "Answer due" },
  entry: { tk: "Ýazgydaky orny", ru: "Место в журнале", en: "Entry" },
  witnesses: { tk: "Şaýatlar", ru: "Свидетели", en: "Witnesses" },
  notJudged: { tk: "baha berilmedi", ru: "не оценены", en: "not judged" },
  part: { tk: "Bölek", ru: "Часть", en: "Part" },
  notOpened: { tk: "açylmadyk", ru: "не раскрыта", en: "not opened" },
  fingerprint: { tk: "Günüň barmak yzy", ru: "Отпечаток дня", en: "Day's fingerprint" },
  policy: { tk: "Policy SHA-256", ru: "Policy SHA-256", en: "Policy SHA-256" },
} as const satisfies Readonly<Record<string, Words>>;

const altered: Words = {
  tk: "Tekst üýtgedilipdir.",
  ru: "Текст изменён.",
  en: "A text is not the one that was entered.",
};

/** Reasons that a reader can do something with; all others are named by their code alone. */
export const problemTexts: Readonly<Record<string, Words>> = {
  "malformed-receipt": { tk: "Bu kwitansiýa däl.", ru: "Это не квитанция.", en: "This is not a receipt." },
  "bad-policy": {
    tk: "Policy faýly okalmaýar.",
    ru: "Файл policy не читается.",
    en: "The policy file cannot be read.",
  },
  "log-not-in-policy": {
    tk: "Policy bu ýazgyny bilenok.",
    ru: "Policy не называет этот журнал.",
    en: "The policy does not name this record.",
  },
  "quorum-missing": {
    tk: "Şaýatlaryň goly ýetmeýär.",
    ru: "Не хватает подписей свидетелей.",
    en: "Too few of the trusted witnesses have signed.",
  },
  "part-does-not-open": altered,
  "payload-does-not-open": altered,
  "other-history": {
    tk: "Nusga başga taryhy görkezýär: ýazgy üýtgedilipdir. Ikisini hem saklaň!",
    ru: "Копия показывает другую историю: журнал изменён. Сохраните и то и другое!",
    en: "The copy shows another history: the record was altered. Keep both!",
  },
  "mirror-unusable": {
    tk: "Nusga doly däl ýa-da zaýalanypdyr.",
    ru: "Копия неполна или повреждена.",
    en: "The copy is incomplete or damaged.",
  },
  "another-act": {
    tk: "Ýazgynyň bu ýerinde başga iş dur.",
    ru: "На этом месте журнала другое действие.",
    en: "Another act stands at this place of the record.",
  },
};
