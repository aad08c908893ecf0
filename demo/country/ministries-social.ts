import { competence, post, sixDays, words } from "./body-data.ts";
import { ministry } from "./ministry-data.ts";

/** Health, education, work, public order. */
export const socialMinistries = [
  ministry({
    number: 11,
    slug: "saglyk",
    name: words("Saglygy goraýyş ministrligi", "Министерство здравоохранения", "Ministry of Health"),
    house: 4,
    workingDays: sixDays,
    receptionDay: 3,
    posts: [
      post("hospitals", "Hassahanalar boýunça hünärmen", "Специалист по больницам", "Officer for hospitals"),
      post("medicines", "Dermanlar boýunça hünärmen", "Специалист по лекарствам", "Officer for medicines"),
    ],
    competences: [
      competence(
        words("Hassahanalar we lukmanlar", "Больницы и врачи", "Hospitals and doctors"),
        "hassahana lukman keselhana bejergi tiz saglyk operasiýa",
        "больниц врач поликлиник лечени скорая здоров операци",
        "hospital doctor clinic treatment ambulance health operation",
      ),
      competence(
        words("Dermanlar", "Лекарства", "Medicines"),
        "derman dermanhana resept waksina sanjym",
        "лекарств аптек рецепт вакцин прививк",
        "medicine pharmacy prescription vaccine",
      ),
    ],
  }),
  ministry({
    number: 12,
    slug: "bilim",
    name: words("Bilim ministrligi", "Министерство образования", "Ministry of Education"),
    house: 6,
    workingDays: sixDays,
    receptionDay: 1,
    competences: [
      competence(
        words("Mekdepler we çagalar baglary", "Школы и детские сады", "Schools and kindergartens"),
        "mekdep mugallym okuwçy çagalar bag sapak okuw kitap",
        "школ учител ученик детск сад урок учебник",
        "school teacher pupil kindergarten lesson textbook",
      ),
      competence(
        words("Ýokary okuw jaýlary", "Высшие учебные заведения", "Universities"),
        "talyp uniwersitet institut diplom talyphak ýatakhana",
        "студент университет институт диплом стипенди общежити",
        "student university institute diploma scholarship dormitory",
      ),
    ],
  }),
  ministry({
    number: 13,
    slug: "zahmet",
    name: words(
      "Zähmet we ilaty durmuş taýdan goramak ministrligi",
      "Министерство труда и социальной защиты населения",
      "Ministry of Labour and Social Protection",
    ),
    house: 8,
    receptionDay: 4,
    competences: [
      competence(
        words("Pensiýalar we kömek pullary", "Пенсии и пособия", "Pensions and benefits"),
        "pensiýa kömek pul maýyp durmuş ýaşuly",
        "пенси пособи инвалид социальн льгот",
        "pension benefit disability social allowance",
      ),
      competence(
        words("Iş we zähmet haky", "Работа и заработная плата", "Work and wages"),
        "iş zähmet aýlyk hak işsiz boşatmak şertnama",
        "работ зарплат труд безработ увольнени договор",
        "work job wage salary unemployed dismissal contract",
      ),
    ],
  }),
  ministry({
    number: 17,
    slug: "icerki-isler",
    name: words("Içeri işler ministrligi", "Министерство внутренних дел", "Ministry of the Interior"),
    house: 16,
    workingDays: sixDays,
    receptionDay: 3,
    competences: [
      competence(
        words("Polisiýa we tertip", "Полиция и порядок", "Police and public order"),
        "polisiýa ogurlyk tertip jerime tussag barlag",
        "полици кража порядок штраф задержани проверк",
        "police theft order fine detention check",
      ),
      competence(
        words("Pasport we hasaba alyş", "Паспорт и регистрация", "Passports and registration"),
        "pasport wiza hasaba propiska raýatlyk",
        "паспорт виза регистраци прописк гражданств",
        "passport visa registration citizenship",
      ),
    ],
  }),
];
