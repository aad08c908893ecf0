import {
  type BodyData,
  chairPost,
  competence,
  fiveDays,
  type PostData,
  post,
  reception,
  registryPost,
  type Words,
  words,
} from "./body-data.ts";

/** Courts of three instances, the election commission, the ombudsman, the prosecutor's office and two registers. */

interface CourtData {
  readonly number: number;
  readonly slug: string;
  readonly name: Words;
  readonly parent: number | null;
  readonly places: readonly Words[];
  readonly address: Words;
}

function court(data: CourtData): BodyData {
  return {
    ...data,
    register: data.number,
    branch: "judicial",
    workingDays: fiveDays,
    competences: [
      competence(
        words("Kazyýet işleri", "Судебные дела", "Court cases"),
        "kazyýet kazy hak arza suda",
        "суд иск судья решени",
        "court judge claim judgment",
      ),
    ],
    posts: [post("head", "Kazyýetiň başlygy", "Председатель суда", "President of the court"), registryPost],
    reception: [reception(3, "10:00", "13:00")],
  };
}

const courts: readonly BodyData[] = [
  court({
    number: 50,
    slug: "yokary-kazyyet",
    name: words("Ýokary Kazyýet", "Верховный суд", "Supreme Court"),
    parent: null,
    places: [],
    address: words("Çynar şäheri, Terezi köçesi, 1", "г. Чынар, улица Терези, 1", "1 Terezi Street, Çynar"),
  }),
  court({
    number: 51,
    slug: "narly-welayat-kazyyeti",
    name: words("Narly welaýat kazyýeti", "Суд Нарлыйского велаята", "Narly Province Court"),
    parent: 50,
    places: [words("Narly welaýaty", "Нарлыйский велаят", "Narly Province")],
    address: words("Narly şäheri, Terezi köçesi, 4", "г. Нарлы, улица Терези, 4", "4 Terezi Street, Narly"),
  }),
  court({
    number: 52,
    slug: "badamly-welayat-kazyyeti",
    name: words("Badamly welaýat kazyýeti", "Суд Бадамлыйского велаята", "Badamly Province Court"),
    parent: 50,
    places: [words("Badamly welaýaty", "Бадамлыйский велаят", "Badamly Province")],
    address: words(
      "Badamly şäheri, Terezi köçesi, 2",
      "г. Бадамлы, улица Терези, 2",
      "2 Terezi Street, Badamly",
    ),
  }),
  court({
    number: 53,
    slug: "chynar-saher-kazyyeti",
    name: words("Çynar şäher kazyýeti", "Суд города Чынар", "Çynar City Court"),
    parent: 50,
    places: [words("Çynar", "Чынар", "Çynar")],
    address: words("Çynar şäheri, Terezi köçesi, 8", "г. Чынар, улица Терези, 8", "8 Terezi Street, Çynar"),
  }),
  court({
    number: 54,
    slug: "alagoz-etrap-kazyyeti",
    name: words("Alagöz etrap kazyýeti", "Суд этрапа Алагёз", "Alagöz District Court"),
    parent: 51,
    places: [words("Alagöz", "Алагёз", "Alagöz")],
    address: words(
      "Alagöz şäherçesi, Keçeçi köçesi, 9",
      "пос. Алагёз, улица Кечечи, 9",
      "9 Keçeçi Street, Alagöz",
    ),
  }),
  court({
    number: 55,
    slug: "sazakly-etrap-kazyyeti",
    name: words("Sazakly etrap kazyýeti", "Суд этрапа Сазаклы", "Sazakly District Court"),
    parent: 52,
    places: [words("Sazakly", "Сазаклы", "Sazakly")],
    address: words(
      "Sazakly şäherçesi, Selin köçesi, 3",
      "пос. Сазаклы, улица Селин, 3",
      "3 Selin Street, Sazakly",
    ),
  }),
];

interface OfficeData {
  readonly number: number;
  readonly slug: string;
  readonly name: Words;
  readonly parent: number | null;
  readonly register?: number;
  readonly branch: BodyData["branch"];
  readonly competences: BodyData["competences"];
  readonly oversight?: BodyData["oversight"];
  readonly house: number;
  readonly posts: readonly PostData[];
}

function office(data: OfficeData): BodyData {
  return {
    number: data.number,
    slug: data.slug,
    name: data.name,
    parent: data.parent,
    register: data.register ?? data.number,
    branch: data.branch,
    ...(data.oversight === undefined ? {} : { oversight: data.oversight }),
    workingDays: fiveDays,
    competences: data.competences,
    places: [],
    address: words(
      `Çynar şäheri, Sünbül köçesi, ${data.house}`,
      `г. Чынар, улица Сюнбюль, ${data.house}`,
      `${data.house} Sünbül Street, Çynar`,
    ),
    posts: [...data.posts, registryPost],
    reception: [reception(1), reception(4)],
  };
}

const offices: readonly BodyData[] = [
  office({
    number: 60,
    slug: "saylaw-topary",
    name: words(
      "Saýlawlary we sala salşyklary geçirmek baradaky merkezi topar",
      "Центральная комиссия по выборам и референдумам",
      "Central Commission for Elections and Referendums",
    ),
    parent: null,
    branch: "electoral",
    house: 1,
    posts: [chairPost],
    competences: [
      competence(
        words("Saýlawlar we sala salşyk", "Выборы и референдум", "Elections and referendums"),
        "saýlaw ses sala salşyk býulleten",
        "выбор голос референдум бюллетень",
        "election vote referendum ballot",
      ),
    ],
  }),
  office({
    number: 61,
    slug: "adalatcy",
    name: words(
      "Adalatçy (Adam hukuklary boýunça ygtyýarly wekil)",
      "Омбудсмен (Уполномоченный по правам человека)",
      "Ombudsman",
    ),
    parent: null,
    oversight: "ombudsman",
    branch: "independent",
    house: 3,
    posts: [
      post("head", "Adalatçy", "Омбудсмен", "Ombudsman"),
      post("auditor", "Ýazgynyň barlagçysy", "Аудитор записи", "Auditor of the record"),
    ],
    competences: [
      competence(
        words("Adam hukuklary", "Права человека", "Human rights"),
        "hukuk adam adalat kemsitmek",
        "прав человек справедливост дискриминац",
        "rights human justice discrimination",
      ),
    ],
  }),
  office({
    number: 62,
    slug: "bas-prokuratura",
    name: words("Baş prokuratura", "Генеральная прокуратура", "General Prosecutor’s Office"),
    parent: null,
    oversight: "prosecutor",
    branch: "independent",
    house: 5,
    posts: [post("head", "Baş prokuror", "Генеральный прокурор", "Prosecutor General")],
    competences: [
      competence(
        words("Kanunyň berjaý edilişi", "Соблюдение закона", "Observance of the law"),
        "kanun jenaýat para bikanun prokuror",
        "закон преступлени взятк незаконн прокурор",
        "law crime bribe unlawful prosecutor",
      ),
    ],
  }),
  office({
    number: 63,
    slug: "telekeciler-sanawy",
    name: words(
      "Kärhanalaryň döwlet sanawy",
      "Государственный реестр предприятий",
      "State Register of Businesses",
    ),
    parent: 18,
    register: 18,
    branch: "executive",
    house: 7,
    posts: [post("head", "Sanawyň müdiri", "Директор реестра", "Director of the register")],
    competences: [
      competence(
        words("Kärhanany hasaba almak", "Регистрация предприятий", "Registration of businesses"),
        "kärhana telekeçi hasaba sanaw",
        "предприят предпринимател регистрац реестр",
        "company business registration register",
      ),
    ],
  }),
  office({
    number: 64,
    slug: "ilat-sanawy",
    name: words("Ilatyň döwlet sanawy", "Государственный реестр населения", "State Population Register"),
    parent: 17,
    register: 17,
    branch: "executive",
    house: 9,
    posts: [post("head", "Sanawyň müdiri", "Директор реестра", "Director of the register")],
    competences: [
      competence(
        words("Dogluş, nika, salgy", "Рождение, брак, адрес", "Birth, marriage, address"),
        "dogluş nika salgy şahadatnama familiýa",
        "рождени брак адрес свидетельств фамили",
        "birth marriage address certificate surname",
      ),
    ],
  }),
];

export const independentBodies: readonly BodyData[] = [...courts, ...offices];
