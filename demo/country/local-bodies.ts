import {
  archynPost,
  type BodyData,
  type CompetenceData,
  competence,
  fiveDays,
  hakimPost,
  type PostData,
  post,
  reception,
  registryPost,
  sixDays,
  type Words,
  words,
} from "./body-data.ts";
import { cabinetNumber } from "./ministry-data.ts";

/** The capital, two provinces, their districts and towns, and the village councils that enter acts under a district. */

const localCompetences: readonly CompetenceData[] = [
  competence(
    words("Jemagat hyzmatlary", "Коммунальные услуги", "Public utilities"),
    "gaz suw elektrik tok ýyladyş kanalizasiýa zibil çyra",
    "газ вод электрич свет отоплени канализаци мусор фонар",
    "gas water electric power heating sewage rubbish light",
  ),
  competence(
    words("Köçeler we howlular", "Улицы и дворы", "Streets and yards"),
    "köçe ýol howly agaç seýilgäh ýöreýiş asfalt",
    "улиц дорог двор дерев парк тротуар асфальт",
    "street road yard tree park pavement asphalt",
  ),
  competence(
    words("Jaý nobaty we mellekler", "Очередь на жильё и участки", "Housing queue and plots"),
    "jaý nobat mellek ýer kwartira",
    "жиль очередь участок земл квартир",
    "housing queue plot land flat",
  ),
];

const villageCompetences: readonly CompetenceData[] = [
  competence(
    words("Obanyň işleri", "Дела села", "Village matters"),
    "oba suw ýap mellek köçe gaz",
    "сел вод арык участок улиц газ",
    "village water ditch plot street gas",
  ),
];

interface LocalData {
  readonly number: number;
  readonly slug: string;
  readonly name: Words;
  readonly parent: number;
  readonly place: Words;
  readonly street: Words;
  readonly workingDays?: readonly number[];
  readonly posts?: readonly PostData[];
  readonly receptionDay: number;
}

function local(data: LocalData): BodyData {
  return {
    number: data.number,
    slug: data.slug,
    name: data.name,
    parent: data.parent,
    register: data.number,
    branch: "executive",
    workingDays: data.workingDays ?? fiveDays,
    competences: localCompetences,
    places: [data.place],
    address: data.street,
    posts: [hakimPost, registryPost, ...(data.posts ?? [])],
    reception: [reception(data.receptionDay), reception(data.receptionDay === 5 ? 2 : 5, "14:00", "17:00")],
  };
}

/** A village council: fewer than 30 filings a month, so its acts stand in the district's register. */
function village(data: LocalData): BodyData {
  return {
    ...local({ ...data, workingDays: sixDays }),
    register: data.parent,
    competences: villageCompetences,
    posts: [archynPost, registryPost],
    reception: [reception(data.receptionDay, "08:00", "12:00")],
  };
}

const gasPost = post(
  "gas-supply",
  "Gaz üpjünçiligi boýunça hünärmen",
  "Специалист по газоснабжению",
  "Officer for gas supply",
);
const utilitiesPost = post(
  "utilities",
  "Jemagat hyzmatlary boýunça hünärmen",
  "Специалист по коммунальным услугам",
  "Officer for public utilities",
);
const streetsPost = post(
  "streets",
  "Köçeler boýunça hünärmen",
  "Специалист по улицам",
  "Officer for streets",
);

const libraryPost = post("library", "Etrap kitaphanasy", "Этрапская библиотека", "District library");

export const localBodies: readonly BodyData[] = [
  local({
    number: 20,
    slug: "chynar-saher",
    name: words("Çynar şäher häkimligi", "Хякимлик города Чынар", "Çynar City Administration"),
    parent: cabinetNumber,
    place: words("Çynar", "Чынар", "Çynar"),
    street: words("Çynar şäheri, Bagban köçesi, 3", "г. Чынар, улица Багбан, 3", "3 Bagban Street, Çynar"),
    workingDays: sixDays,
    posts: [utilitiesPost, streetsPost],
    receptionDay: 2,
  }),
  local({
    number: 30,
    slug: "narly-welayat",
    name: words("Narly welaýat häkimligi", "Хякимлик Нарлыйского велаята", "Narly Province Administration"),
    parent: cabinetNumber,
    place: words("Narly welaýaty", "Нарлыйский велаят", "Narly Province"),
    street: words("Narly şäheri, Nar köçesi, 1", "г. Нарлы, улица Нар, 1", "1 Nar Street, Narly"),
    posts: [utilitiesPost, streetsPost],
    receptionDay: 3,
  }),
  local({
    number: 31,
    slug: "alagoz-etrap",
    name: words("Alagöz etrap häkimligi", "Хякимлик этрапа Алагёз", "Alagöz District Administration"),
    parent: 30,
    place: words("Alagöz", "Алагёз", "Alagöz"),
    street: words(
      "Alagöz şäherçesi, Keçeçi köçesi, 5",
      "пос. Алагёз, улица Кечечи, 5",
      "5 Keçeçi Street, Alagöz",
    ),
    posts: [gasPost, utilitiesPost, libraryPost],
    receptionDay: 1,
  }),
  local({
    number: 32,
    slug: "garaagac-etrap",
    name: words("Garaagaç etrap häkimligi", "Хякимлик этрапа Гарагач", "Garaagaç District Administration"),
    parent: 30,
    place: words("Garaagaç", "Гарагач", "Garaagaç"),
    street: words(
      "Garaagaç şäherçesi, Söwüt köçesi, 2",
      "пос. Гарагач, улица Сёвют, 2",
      "2 Söwüt Street, Garaagaç",
    ),
    receptionDay: 4,
  }),
  local({
    number: 33,
    slug: "narly-saher",
    name: words("Narly şäher häkimligi", "Хякимлик города Нарлы", "Narly City Administration"),
    parent: 30,
    place: words("Narly", "Нарлы", "Narly"),
    street: words("Narly şäheri, Küýzeçi köçesi, 7", "г. Нарлы, улица Куйзечи, 7", "7 Küýzeçi Street, Narly"),
    workingDays: sixDays,
    receptionDay: 5,
  }),
  local({
    number: 40,
    slug: "badamly-welayat",
    name: words(
      "Badamly welaýat häkimligi",
      "Хякимлик Бадамлыйского велаята",
      "Badamly Province Administration",
    ),
    parent: cabinetNumber,
    place: words("Badamly welaýaty", "Бадамлыйский велаят", "Badamly Province"),
    street: words("Badamly şäheri, Badam köçesi, 1", "г. Бадамлы, улица Бадам, 1", "1 Badam Street, Badamly"),
    receptionDay: 2,
  }),
  local({
    number: 41,
    slug: "yupekli-etrap",
    name: words("Ýüpekli etrap häkimligi", "Хякимлик этрапа Юпекли", "Ýüpekli District Administration"),
    parent: 40,
    place: words("Ýüpekli", "Юпекли", "Ýüpekli"),
    street: words("Ýüpekli şäherçesi, Tut köçesi, 4", "пос. Юпекли, улица Тут, 4", "4 Tut Street, Ýüpekli"),
    receptionDay: 3,
  }),
  local({
    number: 42,
    slug: "sazakly-etrap",
    name: words("Sazakly etrap häkimligi", "Хякимлик этрапа Сазаклы", "Sazakly District Administration"),
    parent: 40,
    place: words("Sazakly", "Сазаклы", "Sazakly"),
    street: words(
      "Sazakly şäherçesi, Selin köçesi, 9",
      "пос. Сазаклы, улица Селин, 9",
      "9 Selin Street, Sazakly",
    ),
    receptionDay: 1,
  }),
  local({
    number: 43,
    slug: "badamly-saher",
    name: words("Badamly şäher häkimligi", "Хякимлик города Бадамлы", "Badamly City Administration"),
    parent: 40,
    place: words("Badamly", "Бадамлы", "Badamly"),
    street: words(
      "Badamly şäheri, Halyçy köçesi, 6",
      "г. Бадамлы, улица Халычи, 6",
      "6 Halyçy Street, Badamly",
    ),
    receptionDay: 4,
  }),
  village({
    number: 311,
    slug: "cesme-genes",
    name: words("Çeşme oba geňeşligi", "Генгешлик села Чешме", "Çeşme Village Council"),
    parent: 31,
    place: words("Çeşme", "Чешме", "Çeşme"),
    street: words("Alagöz etraby, Çeşme obasy", "этрап Алагёз, село Чешме", "Çeşme village, Alagöz District"),
    receptionDay: 2,
  }),
  village({
    number: 312,
    slug: "igdeli-genes",
    name: words("Igdeli oba geňeşligi", "Генгешлик села Игдели", "Igdeli Village Council"),
    parent: 31,
    place: words("Igdeli", "Игдели", "Igdeli"),
    street: words(
      "Alagöz etraby, Igdeli obasy",
      "этрап Алагёз, село Игдели",
      "Igdeli village, Alagöz District",
    ),
    receptionDay: 3,
  }),
  village({
    number: 421,
    slug: "gumdepe-genes",
    name: words("Gumdepe oba geňeşligi", "Генгешлик села Гумдепе", "Gumdepe Village Council"),
    parent: 42,
    place: words("Gumdepe", "Гумдепе", "Gumdepe"),
    street: words(
      "Sazakly etraby, Gumdepe obasy",
      "этрап Сазаклы, село Гумдепе",
      "Gumdepe village, Sazakly District",
    ),
    receptionDay: 4,
  }),
];
