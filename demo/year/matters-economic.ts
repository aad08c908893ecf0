import { type MattersOfCompetence, matter } from "./matter.ts";

/** Matters for energy, construction, transport, water and finance. */
export const economicMatters: MattersOfCompetence = {
  "Gas supply": [
    matter(
      "energy",
      "at-a-place",
      ["Gazyň basyşy pes", "Agşamlaryna gazyň basyşy şeýle bir pes welin, nahar hem bişmeýär."],
      ["Слабое давление газа", "Вечером давление газа такое слабое, что не приготовить еду."],
      ["Low gas pressure", "In the evening the gas pressure is so low that one cannot cook."],
    ),
    matter(
      "energy",
      "at-a-place",
      ["Gaz turbasy", "Öýümiziň ýanyndaky gaz turbasyndan ys gelýär."],
      ["Газовая труба", "От газовой трубы у нашего дома пахнет газом."],
      ["Gas pipe", "There is a smell of gas at the pipe beside our house."],
    ),
  ],
  "Electricity supply": [
    matter(
      "energy",
      "anywhere",
      ["Elektrik hasaplaýjy", "Täze elektrik hasaplaýjy iki esse köp görkezýär. Ony barlamagy soraýaryn."],
      ["Электросчётчик", "Новый счётчик электричества показывает вдвое больше. Прошу проверить его."],
      [
        "Electricity meter",
        "The new electricity meter shows twice as much as the old one. I ask for it to be checked.",
      ],
    ),
    matter(
      "energy",
      "at-a-place",
      ["Elektrik togy", "Her gün agşam elektrik togy bir sagat öçýär."],
      ["Электричество", "Каждый вечер на час отключают электричество."],
      ["Electricity", "Every evening the electricity goes off for an hour."],
    ),
  ],
  Housing: [
    matter(
      "housing",
      "at-a-place",
      ["Üçek akýar", "Jaýymyzyň üçegi akýar, ýokarky kwartiralara suw düşýär."],
      ["Течёт крыша", "В нашем доме течёт крыша, вода идёт в квартиры верхнего этажа."],
      ["The roof leaks", "The roof of our house leaks and water runs into the upper flats."],
    ),
    matter(
      "housing",
      "at-a-place",
      ["Lift işlemeýär", "Dokuz gatly jaýymyzyň lifti iki aý bäri işlemeýär."],
      ["Не работает лифт", "Лифт в нашем девятиэтажном доме не работает два месяца."],
      ["The lift does not work", "The lift of our house of nine floors has not worked for two months."],
    ),
  ],
  Construction: [
    matter(
      "housing",
      "anywhere",
      ["Gurluşyk rugsady", "Jaý gurmaga rugsat sorap dört aý ozal ýüz tutdum, jogap ýok."],
      [
        "Разрешение на строительство",
        "Четыре месяца назад я просил разрешение на строительство дома, ответа нет.",
      ],
      ["Building permit", "Four months ago I asked for a permit to build a house; there is no answer."],
    ),
    matter(
      "environment",
      "at-a-place",
      ["Gije gurluşyk", "Goňşy bina gijesine-de gurulýar, uklap bolmaýar."],
      ["Ночная стройка", "Стройка соседнего здания идёт и ночью, спать невозможно."],
      [
        "Building at night",
        "The construction of the building next door goes on at night and nobody can sleep.",
      ],
    ),
  ],
  "Roads and transport": [
    matter(
      "roads",
      "anywhere",
      ["Awtobus", "Irdenki awtobus köplenç gelmeýär, işe gijä galýarys."],
      ["Автобус", "Утренний автобус часто не приходит, мы опаздываем на работу."],
      ["Bus", "The morning bus often does not come and we are late for work."],
    ),
    matter(
      "roads",
      "at-a-place",
      ["Köpri", "Obanyň ýolundaky köpri böwşäpdir, agyr ulaglar howply geçýär."],
      ["Мост", "Мост на дороге к селу расшатан, тяжёлым машинам ехать опасно."],
      ["Bridge", "The bridge on the road to the village is loose and dangerous for heavy cars."],
    ),
  ],
  "Telephone, Internet, post": [
    matter(
      "other",
      "anywhere",
      ["Internet", "Internet üçin her aý töleýäris, ýöne ol agşamlaryna işlemeýär."],
      ["Интернет", "Мы платим за интернет каждый месяц, а вечером он не работает."],
      ["Internet", "We pay for the Internet every month, and in the evening it does not work."],
    ),
    matter(
      "other",
      "anywhere",
      ["Poçta bukjasy", "Poçta bilen iberilen bukjam bir aý bäri gelmedi."],
      ["Посылка", "Посылка, отправленная мне почтой, не пришла за месяц."],
      ["Parcel", "A parcel sent to me by post has not come within a month."],
    ),
  ],
  Water: [
    matter(
      "water",
      "at-a-place",
      ["Guýynyň suwy", "Umumy guýynyň suwy duzly, ony içip bolmaýar."],
      ["Вода в колодце", "Вода в общем колодце солёная, пить её нельзя."],
      ["Water of the well", "The water of the common well is salty and cannot be drunk."],
    ),
    matter(
      "water",
      "at-a-place",
      ["Suwaryş suwy", "Suwaryş suwy öz wagtynda berilmeýär, ekinler guraýar."],
      ["Вода для полива", "Воду для полива дают не вовремя, посевы сохнут."],
      ["Water for the fields", "Water for irrigation does not come in its time and the fields dry out."],
    ),
  ],
  "Land and crops": [
    matter(
      "land",
      "anywhere",
      ["Daýhana ýer", "Daýhan hojalygyna ýer berilmegini soradym, hasyl wagty geçip barýar."],
      ["Земля дайхану", "Я просил землю для дайханского хозяйства, время посева уходит."],
      ["Land for a farmer", "I asked for land for my farm; the time for sowing the crop is passing."],
    ),
    matter(
      "business",
      "anywhere",
      ["Hasyl üçin töleg", "Tabşyrylan bugdaý üçin pul iki aý bäri tölenmeýär."],
      ["Оплата за урожай", "За сданную пшеницу два месяца не платят."],
      ["Payment for the crop", "The wheat that we handed over has not been paid for in two months."],
    ),
  ],
  "Taxes and budget": [
    matter(
      "business",
      "anywhere",
      ["Artyk tölenen salgyt", "Salgydy artyk töledim, puly yzyna gaýtarmagy soraýaryn."],
      ["Переплата налога", "Я переплатил налог и прошу вернуть деньги."],
      ["Tax paid twice", "I paid a tax twice and ask for the money back."],
    ),
    matter(
      "documents",
      "anywhere",
      ["Gümrük kagyzy", "Gümrük meni üçünji gezek şol bir kagyz üçin yzyna gaýtardy."],
      ["Справка для таможни", "Таможня третий раз отправляет меня за одной и той же справкой."],
      ["Paper for the customs", "The customs sent me away for the third time for one and the same paper."],
    ),
  ],
  "Trade and prices": [
    matter(
      "business",
      "anywhere",
      ["Çöregiň bahasy", "Dükanda çörek bellenen bahadan gymmat satylýar."],
      ["Цена хлеба", "В магазине хлеб продают дороже установленной цены."],
      ["Price of bread", "The shop sells bread above the price that was set."],
    ),
    matter(
      "business",
      "anywhere",
      ["Bazardaky tereziler", "Bazarda tereziler nädogry ölçeýär, haryt kem çykýar."],
      ["Весы на базаре", "На рынке неверные весы, товара выходит меньше."],
      ["Scales at the market", "The scales at the market are wrong and one gets fewer goods."],
    ),
  ],
  "Registration of businesses": [
    matter(
      "business",
      "anywhere",
      ["Kärhana hasaba alynmaýar", "Kärhanamy hasaba almak üçin kagyzlary berdim, bir aý bäri jogap ýok."],
      ["Предприятие не регистрируют", "Я подал бумаги на регистрацию предприятия, месяц нет ответа."],
      [
        "The business is not registered",
        "I handed in the papers for the registration of my business; for a month there is no answer.",
      ],
    ),
    matter(
      "documents",
      "anywhere",
      ["Sanawda ýalňyş", "Kärhanamyz sanawda köne salgy bilen dur, düzetmegi soradyk."],
      ["Ошибка в реестре", "В реестре наше предприятие стоит со старым адресом, мы просили исправить."],
      [
        "A mistake in the register",
        "In the register our company stands with an old address; we have asked for it to be corrected.",
      ],
    ),
  ],
};
