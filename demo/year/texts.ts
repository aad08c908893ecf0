import type { PublicMatter } from "#core/acts/published-appeal.ts";
import type { Language } from "#platform/language/language.ts";

/** What the demo country's citizens write about and what they are told: invented, in the words of nobody. */

export interface Matter {
  /** What it is about, as public lists say it. */
  readonly about: PublicMatter;
  readonly subject: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

function matter(
  about: PublicMatter,
  tk: readonly [subject: string, text: string],
  ru: readonly [subject: string, text: string],
  en: readonly [subject: string, text: string],
): Matter {
  return {
    about,
    subject: { tk: tk[0], ru: ru[0], en: en[0] },
    text: { tk: tk[1], ru: ru[1], en: en[1] },
  };
}

export const matters: readonly Matter[] = [
  matter(
    "energy",
    [
      "Gaz ýok",
      "Köçämizde iki hepde bäri gaz ýok. Näme üçin kesilendigini we haçan beriljekdigini soraýaryn.",
    ],
    ["Нет газа", "На нашей улице две недели нет газа. Прошу сообщить, почему он отключён и когда будет."],
    ["No gas", "Our street has had no gas for two weeks. I ask why it was cut off and when it will be back."],
  ),
  matter(
    "energy",
    ["Elektrik hasaplaýjy", "Täze hasaplaýjy iki esse köp görkezýär. Ony barlamagy soraýaryn."],
    ["Электросчётчик", "Новый счётчик показывает вдвое больше. Прошу проверить его."],
    ["Electricity meter", "The new meter shows twice as much as the old one. I ask for it to be checked."],
  ),
  matter(
    "roads",
    ["Ýol çukury", "Mekdebiň öňündäki ýolda uly çukur bar, çagalar üçin howply."],
    ["Яма на дороге", "Перед школой на дороге большая яма, это опасно для детей."],
    [
      "Hole in the road",
      "There is a deep hole in the road in front of the school; it is dangerous for children.",
    ],
  ),
  matter(
    "water",
    ["Içimlik suw", "Suw diňe gije berilýär. Gündiz hem berilmegini soraýaryn."],
    ["Питьевая вода", "Воду дают только ночью. Прошу подавать её и днём."],
    ["Drinking water", "Water comes only at night. I ask for it to be supplied by day as well."],
  ),
  matter(
    "health",
    ["Dermanhana", "Obamyzda dermanhana ýapyldy, iň ýakyny otuz kilometr uzakda."],
    ["Аптека", "В нашем селе закрыли аптеку, ближайшая в тридцати километрах."],
    ["Pharmacy", "The pharmacy of our village was closed; the nearest is thirty kilometres away."],
  ),
  matter(
    "roads",
    ["Köçe yşyklandyryşy", "Köçämizde çyralar ýanmaýar. Gije gorkuly."],
    ["Уличное освещение", "На нашей улице не горят фонари. Ночью страшно."],
    ["Street lights", "The lamps of our street do not burn. It is frightening at night."],
  ),
  matter(
    "housing",
    ["Gurluşyk rugsady", "Jaý salmaga rugsat sorap dört aý ozal ýüz tutdum, jogap ýok."],
    [
      "Разрешение на строительство",
      "Четыре месяца назад я просил разрешение на строительство дома, ответа нет.",
    ],
    ["Building permit", "Four months ago I asked for a permit to build a house; there is no answer."],
  ),
  matter(
    "roads",
    ["Awtobus", "Irdenki awtobus köplenç gelmeýär, işe gijä galýarys."],
    ["Автобус", "Утренний автобус часто не приходит, мы опаздываем на работу."],
    ["Bus", "The morning bus often does not come and we are late for work."],
  ),
  matter(
    "education",
    ["Çagalar bagy", "Çagalar bagynda orun üçin iki ýyl bäri nobatda dursak hem, orun ýok."],
    ["Детский сад", "Мы два года стоим в очереди в детский сад, места нет."],
    ["Kindergarten", "We have waited two years for a place in the kindergarten; there is none."],
  ),
  matter(
    "environment",
    ["Zir-zibil", "Zir-zibil üç hepde bäri çykarylmaýar."],
    ["Мусор", "Мусор не вывозят уже три недели."],
    ["Rubbish", "The rubbish has not been collected for three weeks."],
  ),
];

/** What a writer adds: how it came, and what is asked. With the matter they make a text that is nobody else's. */
export const additions: readonly Readonly<Record<Language, string>>[] = [
  {
    tk: "Bu barada ýazda hem ýazypdyk, hiç zat üýtgemedi.",
    ru: "Мы писали об этом ещё весной, ничего не изменилось.",
    en: "We wrote about this in spring already; nothing has changed.",
  },
  {
    tk: "Köçede garrylar we ýaş çagalar kän ýaşaýar.",
    ru: "На улице живут старые люди и маленькие дети.",
    en: "Old people and small children live in the street.",
  },
  {
    tk: "Telefon edenimizde garaşyň diýýärler.",
    ru: "Когда мы звоним, нам говорят ждать.",
    en: "When we call, we are told to wait.",
  },
  {
    tk: "Goňşularymyz hem şeýle ýagdaýda.",
    ru: "У соседей то же самое.",
    en: "Our neighbours are in the same position.",
  },
  {
    tk: "Ussa bir gezek geldi, seretdi we gitdi.",
    ru: "Мастер пришёл один раз, посмотрел и ушёл.",
    en: "A workman came once, looked and left.",
  },
  {
    tk: "Gyş ýakynlaşýar, şonuň üçin gaýra goýup bolmaýar.",
    ru: "Приближается зима, откладывать нельзя.",
    en: "Winter is near and it cannot be put off.",
  },
];

export const requests: readonly Readonly<Record<Language, string>>[] = [
  {
    tk: "Haçan düzediljekdigini ýazmagyňyzy soraýaryn.",
    ru: "Прошу написать, когда это будет исправлено.",
    en: "Please write when it will be put right.",
  },
  {
    tk: "Kimiň jogapkärdigini bilmek isleýärin.",
    ru: "Хочу знать, кто за это отвечает.",
    en: "I want to know who is responsible for it.",
  },
  {
    tk: "Ýerine gelip görmegiňizi soraýarys.",
    ru: "Просим прийти и посмотреть на месте.",
    en: "We ask you to come and look at the place.",
  },
  {
    tk: "Ret edilse, kanunyň maddasyny görkeziň.",
    ru: "Если откажете, укажите статью закона.",
    en: "If you refuse, name the article of the law.",
  },
];

export const replies: Readonly<Record<Language, readonly string[]>> = {
  tk: [
    "Ýüz tutmaňyz seredildi. Iş ýerine ýetirildi we barlanyldy.",
    "Barlag geçirildi. Netijesi bilen tanşyp bilersiňiz; kararyň esaslary aşakda görkezilýär.",
  ],
  ru: [
    "Ваше обращение рассмотрено. Работа выполнена и проверена.",
    "Проведена проверка. С её итогами можно ознакомиться; основания решения указаны ниже.",
  ],
  en: [
    "Your appeal has been considered. The work has been done and checked.",
    "An inspection was held. You may see its results; the grounds of the decision are given below.",
  ],
};

export const emptyReply: Readonly<Record<Language, string>> = {
  tk: "Düşündiriş berildi.",
  ru: "Дано разъяснение.",
  en: "Explained.",
};

export const questions: Readonly<Record<Language, string>> = {
  tk: "Salgyňyzy takyklaň: köçe we öý.",
  ru: "Уточните адрес: улица и дом.",
  en: "Please give the exact address: street and house.",
};

export const clarifications: Readonly<Record<Language, string>> = {
  tk: "Bulak köçesi, 12-nji öý.",
  ru: "Улица Булак, дом 12.",
  en: "Bulak street, house 12.",
};

export const extensionTexts: Readonly<Record<Language, string>> = {
  tk: "Ýerinde barlag geçirmek gerek.",
  ru: "Необходима проверка на месте.",
  en: "An inspection on site is needed.",
};
