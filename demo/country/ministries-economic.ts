import { competence, post, sixDays, words } from "./body-data.ts";
import { ministry } from "./ministry-data.ts";

/** Energy, construction, transport, water, finance. */
export const economicMinistries = [
  ministry({
    number: 10,
    slug: "energetika",
    name: words(
      "Energetika we gaz ministrligi",
      "Министерство энергетики и газа",
      "Ministry of Energy and Gas",
    ),
    house: 2,
    receptionDay: 2,
    posts: [
      post(
        "gas-networks",
        "Gaz ulgamlary boýunça hünärmen",
        "Специалист по газовым сетям",
        "Officer for gas networks",
      ),
      post(
        "power-networks",
        "Elektrik ulgamlary boýunça hünärmen",
        "Специалист по электросетям",
        "Officer for power networks",
      ),
      post(
        "meters",
        "Hasaplaýjylar boýunça hünärmen",
        "Специалист по учёту и счётчикам",
        "Officer for meters and bills",
      ),
    ],
    competences: [
      competence(
        words("Gaz üpjünçiligi", "Газоснабжение", "Gas supply"),
        "gaz gazyň turba basyş balon",
        "газ трубопровод давлени баллон",
        "gas pipe pressure cylinder",
      ),
      competence(
        words("Elektrik üpjünçiligi", "Электроснабжение", "Electricity supply"),
        "elektrik tok çyra sim transformator hasaplaýjy",
        "электрич электроэнерг свет провод трансформатор счётчик",
        "electric power light cable transformer meter",
      ),
    ],
  }),
  ministry({
    number: 14,
    slug: "gurlusyk",
    name: words(
      "Gurluşyk we jemagat hojalygy ministrligi",
      "Министерство строительства и коммунального хозяйства",
      "Ministry of Construction and Public Utilities",
    ),
    house: 10,
    receptionDay: 2,
    posts: [
      post("housing", "Ýaşaýyş jaýlary boýunça hünärmen", "Специалист по жилью", "Officer for housing"),
      post(
        "building-permits",
        "Gurluşyk rugsatlary boýunça hünärmen",
        "Специалист по разрешениям",
        "Officer for building permits",
      ),
    ],
    competences: [
      competence(
        words("Ýaşaýyş jaýlary", "Жильё", "Housing"),
        "jaý ýaşaýyş kwartira nobat üçek lift abatlaýyş",
        "жиль дом квартир очередь крыш лифт ремонт",
        "housing house flat apartment queue roof lift repair",
      ),
      competence(
        words("Gurluşyk", "Строительство", "Construction"),
        "gurluşyk rugsat bina ýykmak",
        "строительств стройк разрешени здани снос",
        "construction building permit demolition",
      ),
    ],
  }),
  ministry({
    number: 15,
    slug: "ulag",
    name: words(
      "Ulag we aragatnaşyk ministrligi",
      "Министерство транспорта и связи",
      "Ministry of Transport and Communications",
    ),
    house: 12,
    receptionDay: 5,
    competences: [
      competence(
        words("Ýollar we ulag", "Дороги и транспорт", "Roads and transport"),
        "ýol köpri awtobus otly demirýol ulag taksi bilet",
        "дорог мост автобус поезд железн транспорт такси билет",
        "road bridge bus train railway transport taxi ticket",
      ),
      competence(
        words("Telefon, internet, poçta", "Телефон, интернет, почта", "Telephone, Internet, post"),
        "telefon internet aragatnaşyk poçta hat",
        "телефон интернет связь почт посылк",
        "telephone phone internet post parcel",
      ),
    ],
  }),
  ministry({
    number: 16,
    slug: "suw-we-oba-hojalygy",
    name: words(
      "Suw we oba hojalygy ministrligi",
      "Министерство водного и сельского хозяйства",
      "Ministry of Water and Agriculture",
    ),
    house: 14,
    workingDays: sixDays,
    receptionDay: 1,
    competences: [
      competence(
        words("Suw", "Вода", "Water"),
        "suw agyz ýap kanal guýy suwaryş",
        "вод питьев канал колодец полив орошени",
        "water drinking canal well irrigation",
      ),
      competence(
        words("Ýer we hasyl", "Земля и урожай", "Land and crops"),
        "ýer mellek ekin hasyl mal daýhan bugdaý",
        "земл участок посев урожай скот дайхан пшениц",
        "land plot crop harvest cattle farmer wheat",
      ),
    ],
  }),
  ministry({
    number: 18,
    slug: "maliye-we-sowda",
    name: words(
      "Maliýe we söwda ministrligi",
      "Министерство финансов и торговли",
      "Ministry of Finance and Trade",
    ),
    house: 18,
    receptionDay: 4,
    competences: [
      competence(
        words("Salgyt we býujet", "Налоги и бюджет", "Taxes and budget"),
        "salgyt býujet gümrük bank karz",
        "налог бюджет таможн банк кредит",
        "tax budget customs bank credit",
      ),
      competence(
        words("Söwda we bahalar", "Торговля и цены", "Trade and prices"),
        "söwda dükan bazar baha haryt un çörek telekeçi",
        "торговл магазин базар цен товар мука хлеб предпринимател",
        "trade shop market price goods flour bread business",
      ),
    ],
  }),
];
