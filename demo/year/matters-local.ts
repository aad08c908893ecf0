import { type MattersOfCompetence, matter } from "./matter.ts";

/** Matters for the cabinet, local administrations and village councils. */
export const localMatters: MattersOfCompetence = {
  "Public utilities": [
    matter(
      "energy",
      "at-a-place",
      [
        "Gaz ýok",
        "Köçämizde iki hepde bäri gaz ýok. Näme üçin kesilendigini we haçan beriljekdigini soraýaryn.",
      ],
      ["Нет газа", "На нашей улице две недели нет газа. Прошу сообщить, почему он отключён и когда будет."],
      [
        "No gas",
        "Our street has had no gas for two weeks. I ask why it was cut off and when it will be back.",
      ],
    ),
    matter(
      "water",
      "at-a-place",
      ["Içimlik suw", "Suw diňe gije berilýär. Gündiz hem berilmegini soraýaryn."],
      ["Питьевая вода", "Воду дают только ночью. Прошу подавать её и днём."],
      ["Drinking water", "Water comes only at night. I ask for it to be supplied by day as well."],
    ),
    matter(
      "environment",
      "at-a-place",
      ["Zir-zibil", "Howlymyzdan zibil üç hepde bäri çykarylmaýar."],
      ["Мусор", "Мусор с нашего двора не вывозят уже три недели."],
      ["Rubbish", "The rubbish of our yard has not been collected for three weeks."],
    ),
    matter(
      "housing",
      "at-a-place",
      ["Ýyladyş", "Ýyladyş berleli bäri otaglarymyz sowuk, turbalar bolsa ýyly däl."],
      ["Отопление", "Отопление включили, но в комнатах холодно: трубы не греют."],
      ["Heating", "The heating was turned on, but our rooms are cold and the pipes are not warm."],
    ),
  ],
  "Streets and yards": [
    matter(
      "roads",
      "at-a-place",
      ["Köçe yşyklandyryşy", "Köçämizde çyralar ýanmaýar. Gije ýol görünmeýär."],
      ["Уличное освещение", "На нашей улице не горят фонари. Ночью не видно дороги."],
      ["Street lights", "The lamps of our street do not burn. At night nobody sees the road."],
    ),
    matter(
      "roads",
      "at-a-place",
      ["Köçedäki çukur", "Mekdebiň öňündäki köçede uly çukur bar, çagalar üçin howply."],
      ["Яма на улице", "На улице перед школой большая яма, это опасно для детей."],
      [
        "Hole in the street",
        "There is a deep hole in the street in front of the school; it is dangerous for children.",
      ],
    ),
    matter(
      "environment",
      "at-a-place",
      ["Guran agaç", "Howlymyzda guran agaç bar, ýel turanda üstümize ýykylar öýdüp gorkýarys."],
      ["Сухое дерево", "У нас во дворе сухое дерево, в ветер оно может упасть."],
      ["Dead tree", "There is a dead tree in our yard; in a storm it may fall on somebody."],
    ),
  ],
  "Housing queue and plots": [
    matter(
      "housing",
      "anywhere",
      ["Jaý nobaty", "Jaý nobatynda on ýyl durýarys. Nobatymyzyň näçinjidigini hiç kim aýdanok."],
      ["Очередь на жильё", "Мы десять лет стоим в очереди на жильё. Никто не говорит, какие мы по счёту."],
      [
        "Housing queue",
        "We have stood in the housing queue for ten years. Nobody tells us what our number is.",
      ],
    ),
    matter(
      "land",
      "anywhere",
      ["Mellek ýeri", "Jaý salmak üçin mellek soradym. Kararyň çykandygyny ýa-da çykmandygyny bilemok."],
      ["Земельный участок", "Я просил участок под дом. Мне не говорят, есть ли решение."],
      ["Plot of land", "I asked for a plot of land for a house. I am not told whether there is a decision."],
    ),
  ],
  "Village matters": [
    matter(
      "water",
      "at-a-place",
      ["Ýap arassalanmady", "Obamyzyň ýaby arassalanmady, mellege suw ýetmeýär."],
      ["Арык не чищен", "Арык нашего села не чистили, вода до участков не доходит."],
      [
        "The ditch is not cleaned",
        "The ditch of our village has not been cleaned and no water reaches the plots.",
      ],
    ),
    matter(
      "energy",
      "at-a-place",
      ["Obada gaz ýok", "Obamyzyň aşaky köçesinde üç gün bäri gaz ýok."],
      ["В селе нет газа", "На нижней улице нашего села три дня нет газа."],
      ["No gas in the village", "The lower street of our village has had no gas for three days."],
    ),
    matter(
      "roads",
      "at-a-place",
      ["Oba köçesi", "Ýagyşdan soň oba köçesinden geçip bolmaýar."],
      ["Улица в селе", "После дождя по улице нашего села не пройти."],
      ["Village street", "After rain nobody can walk along our village street."],
    ),
  ],
  "Work of ministries and local administrations": [
    matter(
      "conduct",
      "anywhere",
      ["Häkimlik jogap bermedi", "Häkimlige iki gezek ýazdym, bellenen günlerde jogap gelmedi."],
      ["Хякимлик не ответил", "Я дважды писал в хякимлик, в положенный срок ответа не было."],
      [
        "The administration did not answer",
        "I wrote twice to the local administration and no answer came by its day. I ask the cabinet to look into it.",
      ],
    ),
    matter(
      "conduct",
      "anywhere",
      [
        "Iki ministrlik biri-birine iberýär",
        "Iki ministrlik meni biri-birine iberýär, meseläme hiç biri seretmeýär.",
      ],
      [
        "Два министерства отсылают друг к другу",
        "Два министерства отсылают меня друг к другу, и никто не рассматривает моё дело.",
      ],
      [
        "Two ministries send me to each other",
        "Two ministries send me from one to the other and neither looks into my matter.",
      ],
    ),
  ],
};
