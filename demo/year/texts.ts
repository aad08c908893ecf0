import type { Language } from "#platform/language/language.ts";
import type { Matter } from "./matter.ts";

/** What the demo country's citizens add to their matter and what they are told: invented, in the words of nobody. */

/** A sentence, and whether it needs a place to go to. */
interface Sentence {
  readonly where: Matter["where"];
  readonly text: Readonly<Record<Language, string>>;
}

/** What a writer adds: how it came, and what is asked. With the matter they make a text that is nobody else's. */
export const additions: readonly Sentence[] = [
  {
    where: "anywhere",
    text: {
      tk: "Bu barada ýazda hem ýazypdyk, hiç zat üýtgemedi.",
      ru: "Мы писали об этом ещё весной, ничего не изменилось.",
      en: "We wrote about this in spring already; nothing has changed.",
    },
  },
  {
    where: "at-a-place",
    text: {
      tk: "Köçede garrylar we ýaş çagalar kän ýaşaýar.",
      ru: "На улице живут старые люди и маленькие дети.",
      en: "Old people and small children live in the street.",
    },
  },
  {
    where: "anywhere",
    text: {
      tk: "Telefon edenimizde garaşyň diýýärler.",
      ru: "Когда мы звоним, нам говорят ждать.",
      en: "When we call, we are told to wait.",
    },
  },
  {
    where: "anywhere",
    text: {
      tk: "Goňşularymyz hem şeýle ýagdaýda.",
      ru: "У соседей то же самое.",
      en: "Our neighbours are in the same position.",
    },
  },
  {
    where: "at-a-place",
    text: {
      tk: "Ussa bir gezek geldi, seretdi we gitdi.",
      ru: "Мастер пришёл один раз, посмотрел и ушёл.",
      en: "A workman came once, looked and left.",
    },
  },
  {
    where: "at-a-place",
    text: {
      tk: "Gyş ýakynlaşýar, şonuň üçin gaýra goýup bolmaýar.",
      ru: "Приближается зима, откладывать нельзя.",
      en: "Winter is near and it cannot be put off.",
    },
  },
  {
    where: "anywhere",
    text: {
      tk: "Maşgalamyz uly, garaşyp bilmeýäris.",
      ru: "Семья у нас большая, ждать мы не можем.",
      en: "We are a large family and cannot wait.",
    },
  },
];

export const requests: readonly Sentence[] = [
  {
    where: "anywhere",
    text: {
      tk: "Haçan düzediljekdigini ýazmagyňyzy soraýaryn.",
      ru: "Прошу написать, когда это будет исправлено.",
      en: "Please write when it will be put right.",
    },
  },
  {
    where: "anywhere",
    text: {
      tk: "Kimiň jogapkärdigini bilmek isleýärin.",
      ru: "Хочу знать, кто за это отвечает.",
      en: "I want to know who is responsible for it.",
    },
  },
  {
    where: "at-a-place",
    text: {
      tk: "Ýerine gelip görmegiňizi soraýarys.",
      ru: "Просим прийти и посмотреть на месте.",
      en: "We ask you to come and look at the place.",
    },
  },
  {
    where: "anywhere",
    text: {
      tk: "Ret edilse, kanunyň maddasyny görkeziň.",
      ru: "Если откажете, укажите статью закона.",
      en: "If you refuse, name the article of the law.",
    },
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

export const statements: Readonly<Record<Language, string>> = {
  tk: "Goşmaça habar berýärin: şu gün ýagdaý has erbetleşdi.",
  ru: "Дополняю: сегодня стало ещё хуже.",
  en: "I add to this: today it has become worse.",
};

export const higherWords: Readonly<Record<Language, string>> = {
  tk: "Aşakdaky edaranyň jogaby bilen razy däl, kararyň gaýtadan seredilmegini soraýaryn.",
  ru: "С тем, как ответило учреждение ниже, я не согласен; прошу пересмотреть.",
  en: "I do not agree with how the body below dealt with this and ask that it be looked at again.",
};

export const hearingPlaces: Readonly<Record<Language, string>> = {
  tk: "Edaranyň binasy, 2-nji gat, 14-nji otag, sagat 10:00",
  ru: "Здание учреждения, 2-й этаж, кабинет 14, 10:00",
  en: "Office building, second floor, room 14, at 10:00",
};

export const preliminary: Readonly<Record<Language, string>> = {
  tk: "Deslapky karar: barlagda ýazylan ýagdaý tassyklanmady. Pikiriňizi aýdyp ýa-da ýazyp bilersiňiz.",
  ru: "Предварительное решение: при проверке изложенное не подтвердилось. Вы можете высказаться устно или письменно.",
  en: "Preliminary decision: the inspection did not confirm what was written. You may speak to this, or write.",
};
