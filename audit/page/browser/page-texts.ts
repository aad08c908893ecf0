import type { PageRemark, Verdict } from "./judge-receipt.ts";

/** Texts of the page: Turkmen, Russian, English. The Turkmen is machine-written until a native speaker has read it. */
export const pageLanguages = ["tk", "ru", "en"] as const;
export type PageLanguage = (typeof pageLanguages)[number];
type Three = readonly [tk: string, ru: string, en: string];

/** One of three texts. */
export function inLanguage([tk, ru, en]: Three, language: PageLanguage): string {
  return { tk, ru, en }[language];
}

/** Texts that stand in the page from the beginning, by the word in `data-text`. */
export const fixedTexts = {
  title: ["Kwitansiýany barlamak", "Проверка квитанции", "Check a receipt"],
  intro: [
    "Bu sahypa internetsiz işleýär. Hiç zat hiç ýere iberilmeýär.",
    "Эта страница работает без интернета. Ничего никуда не отправляется.",
    "This page works without the Internet. Nothing is sent anywhere.",
  ],
  receipt: [
    "Kwitansiýa: faýl, tekst ýa-da kiçi QR koduň harplary",
    "Квитанция: файл, текст или буквы малого QR-кода",
    "The receipt: file, text, or letters of the small QR code",
  ],
  policy: [
    "Siziň ynanýan şaýatlaryňyz (policy faýly)",
    "Свидетели, которым вы доверяете (файл policy)",
    "The witnesses that you trust (policy file)",
  ],
  policyHelp: [
    "Ony tanaýan adamlaryňyzdan alyň, döwletden däl.",
    "Возьмите его у людей, которых знаете, а не у государства.",
    "Get it from people you know, not from the state.",
  ],
  mirror: [
    "Ýazgynyň nusgasy bolan bukja (bar bolsa)",
    "Папка с копией журнала (если есть)",
    "A folder with a copy of the record (if any)",
  ],
  check: ["Barla", "Проверить", "Check"],
} as const satisfies Readonly<Record<string, Three>>;

export const verdictTexts: Readonly<Record<Verdict, readonly [Three, Three]>> = {
  witnessed: [
    ["Şaýatlar bilen tassyklandy", "Подтверждено свидетелями", "Witnessed"],
    [
      "Bu iş ýazgyda dur, siziň şaýatlaryňyz ony gördüler. Ony bildirmän üýtgedip bolmaz.",
      "Действие есть в журнале, ваши свидетели его видели. Незаметно изменить его уже нельзя.",
      "This act is in the record, and your witnesses have seen it. Nobody can change it unnoticed.",
    ],
  ],
  "in-log": [
    [
      "Ýazgyda dur; şaýatlara baha berilmedi",
      "Есть в журнале; свидетели не оценены",
      "In the record; witnesses not judged",
    ],
    [
      "Subutnama dogry. Hemmelere şol bir ýazgynyň görkezilýändigi barlanmady: policy faýly ýok.",
      "Доказательство верно. Показывают ли всем один журнал, не проверено: нет файла policy.",
      "The proof holds. Whether everybody is shown the same record was not judged: no policy file.",
    ],
  ],
  queued: [
    [
      "Nobatda: bu söz berme, subutnama däl",
      "В очереди: это обещание, а не доказательство",
      "Queued: a promise, not a proof",
    ],
    [
      "Edara bu işi ýazga girizmäge söz berdi. Soň doly kwitansiýany alyň; iş girmese, bu söz siziň deliliňizdir.",
      "Орган обещал внести действие в журнал. Позже возьмите полную квитанцию; если его там не будет, обещание — ваша улика.",
      "The body promised to enter this act. Get the full receipt later; if it never appears, the promise is your evidence.",
    ],
  ],
  fails: [
    ["Kwitansiýa dogry däl", "Квитанция неверна", "The receipt does not hold"],
    ["Onda ýazylan zat subut edilmedi.", "Написанное в ней не доказано.", "What it says is not proved."],
  ],
  "needs-mirror": [
    ["Ýazgynyň nusgasy gerek", "Нужна копия журнала", "A copy of the record is needed"],
    [
      "Kiçi kwitansiýa özi subut däl. Ýazgynyň nusgasyny saýlaň.",
      "Малая квитанция сама не доказательство. Выберите папку с копией.",
      "A small receipt proves nothing alone. Choose a folder with a copy.",
    ],
  ],
};

export const remarkTexts: Readonly<Record<PageRemark, Three>> = {
  "mirror-agrees": ["Nusga bilen gabat gelýär.", "Копия с ней согласуется.", "The copy agrees with it."],
  "mirror-older": [
    "Nusga kwitansiýadan köne, ýa-da ondan ýazgylar aýryldy.",
    "Копия старше квитанции, или из неё убраны записи.",
    "The copy is older than the receipt, or entries were removed.",
  ],
  "log-key-not-judged": [
    "Ýazgynyň golu barlanmady: policy faýly berilmedi.",
    "Подпись журнала не проверена: файл policy не дан.",
    "The record's signature was not checked: no policy file was given.",
  ],
};

export const labelTexts = {
  reason: ["Sebäbi", "Причина", "Reason"],
  note: ["Bellik", "Примечание", "Note"],
  log: ["Ýazgy", "Журнал", "Record"],
  logKey: ["Ýazgynyň açary", "Ключ журнала", "Record's key"],
  act: ["Iş", "Действие", "Act"],
  body: ["Edara belgisi", "Номер органа", "Body number"],
  time: ["Wagty (edaranyň sözi)", "Время (по словам органа)", "Time (the body's claim)"],
  due: ["Jogap möhleti", "Срок ответа", "Answer due"],
  entry: ["Ýazgydaky orny", "Место в журнале", "Entry"],
  witnesses: ["Şaýatlar", "Свидетели", "Witnesses"],
  notJudged: ["baha berilmedi", "не оценены", "not judged"],
  part: ["Bölek", "Часть", "Part"],
  notOpened: ["açylmadyk", "не раскрыта", "not opened"],
  fingerprint: ["Günüň barmak yzy", "Отпечаток дня", "Day's fingerprint"],
  policy: ["Policy SHA-256", "Policy SHA-256", "Policy SHA-256"],
} as const satisfies Readonly<Record<string, Three>>;

const altered: Three = ["Tekst üýtgedilipdir.", "Текст изменён.", "A text is not the one that was entered."];

/** Reasons that a reader can do something with; all others are named by their code alone. */
export const problemTexts: Readonly<Record<string, Three>> = {
  "malformed-receipt": ["Bu kwitansiýa däl.", "Это не квитанция.", "This is not a receipt."],
  "bad-policy": ["Policy faýly okalmaýar.", "Файл policy не читается.", "The policy file cannot be read."],
  "log-not-in-policy": [
    "Policy bu ýazgyny bilenok.",
    "Policy не называет этот журнал.",
    "The policy does not name this record.",
  ],
  "quorum-missing": [
    "Şaýatlaryň goly ýetmeýär.",
    "Не хватает подписей свидетелей.",
    "Too few of the trusted witnesses have signed.",
  ],
  "part-does-not-open": altered,
  "payload-does-not-open": altered,
  "other-history": [
    "Nusga başga taryhy görkezýär: ýazgy üýtgedilipdir. Ikisini hem saklaň!",
    "Копия показывает другую историю: журнал изменён. Сохраните и то и другое!",
    "The copy shows another history: the record was altered. Keep both!",
  ],
  "mirror-unusable": [
    "Nusga doly däl ýa-da zaýalanypdyr.",
    "Копия неполна или повреждена.",
    "The copy is incomplete or damaged.",
  ],
  "another-act": [
    "Ýazgynyň bu ýerinde başga iş dur.",
    "На этом месте журнала другое действие.",
    "Another act stands at this place of the record.",
  ],
};
