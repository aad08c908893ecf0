import { type MattersOfCompetence, matter } from "./matter.ts";

/** Matters for health, education, labour and the interior. */
export const socialMatters: MattersOfCompetence = {
  "Hospitals and doctors": [
    matter(
      "health",
      "anywhere",
      ["Lukmana nobat", "Keselhanada lukmana nobat iki aýdan soňa berilýär."],
      ["Очередь к врачу", "В поликлинике к врачу записывают на два месяца вперёд."],
      ["Waiting for a doctor", "At the clinic one waits two months for a doctor."],
    ),
    matter(
      "health",
      "anywhere",
      ["Tiz kömek", "Tiz kömek iki sagatdan soň geldi."],
      ["Скорая помощь", "Скорая приехала через два часа."],
      ["Ambulance", "The ambulance came after two hours."],
    ),
  ],
  Medicines: [
    matter(
      "health",
      "anywhere",
      ["Dermanhana", "Obamyzda dermanhana ýapyldy, iň ýakyny otuz kilometr uzakda."],
      ["Аптека", "В нашем селе закрыли аптеку, ближайшая в тридцати километрах."],
      ["Pharmacy", "The pharmacy of our village was closed; the nearest is thirty kilometres away."],
    ),
    matter(
      "health",
      "anywhere",
      ["Derman tapylmaýar", "Resept boýunça derman üç hepde bäri tapylmaýar."],
      ["Нет лекарства", "Лекарства по рецепту нет уже три недели."],
      ["No medicine", "The medicine of my prescription has not been there for three weeks."],
    ),
  ],
  "Schools and kindergartens": [
    matter(
      "education",
      "anywhere",
      ["Çagalar bagy", "Çagalar bagynda orun üçin iki ýyl bäri nobatda dursak hem, orun ýok."],
      ["Детский сад", "Мы два года стоим в очереди в детский сад, места нет."],
      ["Kindergarten", "We have waited two years for a place in the kindergarten; there is none."],
    ),
    matter(
      "education",
      "anywhere",
      ["Mekdebe pul", "Mekdepde abatlaýyş üçin her okuwçydan pul soraýarlar."],
      ["Сборы в школе", "В школе с каждого ученика собирают деньги на ремонт."],
      ["Money for the school", "The school asks money for repairs from every pupil."],
    ),
  ],
  Universities: [
    matter(
      "education",
      "anywhere",
      ["Ýatakhanada orun", "Talyplara ýatakhanada orun berilmedi, näme üçindigi aýdylmady."],
      ["Место в общежитии", "Студентам не дали место в общежитии и не объяснили почему."],
      ["Place in the dormitory", "Students were given no place in the dormitory and were not told why."],
    ),
    matter(
      "documents",
      "anywhere",
      ["Diplom", "Institutyň diplomyny ýarym ýyl bäri alyp bilemok."],
      ["Диплом", "Я полгода не могу получить диплом института."],
      ["Diploma", "For half a year I have not been given the diploma of my institute."],
    ),
  ],
  "Pensions and benefits": [
    matter(
      "benefits",
      "anywhere",
      ["Pensiýa gijä galýar", "Pensiýa üçünji aý gijä galyp gelýär."],
      ["Пенсия задерживается", "Пенсия задерживается третий месяц."],
      ["The pension is late", "The pension has been late for the third month."],
    ),
    matter(
      "benefits",
      "anywhere",
      ["Çaga kömek puly", "Çaga üçin kömek puly sebäbi düşündirilmän kesildi."],
      ["Пособие на ребёнка", "Пособие на ребёнка перестали платить и не сказали почему."],
      ["Child benefit", "The child benefit is no longer paid and we were not told why."],
    ),
  ],
  "Work and wages": [
    matter(
      "work",
      "anywhere",
      ["Aýlyk tölenmeýär", "Kärhanamyzda iki aý bäri aýlyk tölenmeýär."],
      ["Не платят зарплату", "На нашем предприятии два месяца не платят зарплату."],
      ["Wages are not paid", "Our works has paid no wages for two months."],
    ),
    matter(
      "work",
      "anywhere",
      ["Işden boşadyldym", "Kesellän wagtym işden boşatdylar, zähmet şertnamasyny bermediler."],
      ["Увольнение", "Меня уволили с работы во время болезни, без приказа и договора."],
      ["Dismissed", "I was dismissed from work while I was ill, without an order and a contract."],
    ),
  ],
  "Police and public order": [
    matter(
      "safety",
      "anywhere",
      ["Ogurlyk", "Ogurlyk barada bir aý ozal arza berdim, barlag başlandymy, bilemok."],
      ["Кража", "Месяц назад я заявил о краже и не знаю, начата ли проверка."],
      ["Theft", "A month ago I reported a theft and do not know whether the police began a check."],
    ),
    matter(
      "conduct",
      "anywhere",
      ["Nädogry jerime", "Ýolda meniň bilen bolmadyk düzgün bozma üçin jerime ýazdylar."],
      ["Неверный штраф", "Мне выписали штраф за нарушение, которого не было."],
      ["Wrong fine", "I was given a fine for an offence that did not happen."],
    ),
  ],
  "Passports and registration": [
    matter(
      "documents",
      "anywhere",
      ["Pasport", "Pasportymy çalyşmak üçin kagyzlary iki aý ozal berdim, ol taýyn däl."],
      ["Паспорт", "Я подал бумаги на замену паспорта два месяца назад, он не готов."],
      ["Passport", "I handed in the papers for a new passport two months ago; it is not ready."],
    ),
    matter(
      "documents",
      "anywhere",
      ["Hasaba alyş", "Täze salgym boýunça hasaba almakdan sebäpsiz ýüz öwürdiler."],
      ["Регистрация", "Мне без причины отказали в регистрации по новому адресу."],
      ["Registration", "Without a reason I was refused registration at my new address."],
    ),
  ],
  "Birth, marriage, address": [
    matter(
      "documents",
      "anywhere",
      ["Dogluş hakynda şahadatnama", "Çagamyzyň dogluş hakyndaky şahadatnamasy iki aý bäri berilmeýär."],
      ["Свидетельство о рождении", "Свидетельство о рождении ребёнка не выдают два месяца."],
      ["Birth certificate", "The birth certificate of our child has not been given to us for two months."],
    ),
    matter(
      "documents",
      "anywhere",
      ["Familiýam ýalňyş ýazylypdyr", "Nika hakyndaky şahadatnamada familiýam ýalňyş ýazylypdyr."],
      ["Ошибка в фамилии", "В свидетельстве о браке моя фамилия записана с ошибкой."],
      ["My surname is wrong", "In the marriage certificate my surname is written with a mistake."],
    ),
  ],
};
