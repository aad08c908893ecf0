import { type BodyData, competence, fiveDays, post, reception, registryPost, words } from "./body-data.ts";
import { economicMinistries } from "./ministries-economic.ts";
import { socialMinistries } from "./ministries-social.ts";
import { cabinetNumber } from "./ministry-data.ts";

/** The cabinet and its nine ministries. */

const cabinet: BodyData = {
  number: cabinetNumber,
  slug: "ministrler-kabineti",
  name: words(
    "Oguzabadyň Ministrler Kabineti",
    "Кабинет министров Огузабата",
    "Cabinet of Ministers of Oguzabat",
  ),
  parent: null,
  register: cabinetNumber,
  branch: "executive",
  workingDays: fiveDays,
  competences: [
    competence(
      words(
        "Ministrlikleriň we häkimlikleriň işi",
        "Работа министерств и хякимликов",
        "Work of ministries and local administrations",
      ),
      "ministrlik häkimlik kabinet hökümet",
      "министерств хякимлик кабинет правительств",
      "ministry ministries cabinet government",
    ),
  ],
  places: [],
  address: words("Çynar şäheri, Baş köçe, 1", "г. Чынар, Главная улица, 1", "1 Main Street, Çynar"),
  posts: [
    post("head", "Kabinetiň Başlygy", "Председатель Кабинета", "Chair of the Cabinet"),
    registryPost,
    post(
      "control",
      "Gözegçilik bölüminiň hünärmeni",
      "Специалист отдела контроля",
      "Officer of the control unit",
    ),
  ],
  reception: [reception(4)],
};

const ministries = [...economicMinistries, ...socialMinistries].sort(
  (one, other) => one.number - other.number,
);

export const cabinetAndMinistries: readonly BodyData[] = [cabinet, ...ministries];
