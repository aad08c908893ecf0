import type { Words } from "#engines/one-file/browser/page-languages.ts";

/** Every word of the offline page in three languages: it must speak without any server. */
export const fixedTexts = {
  title: { tk: "Aragatnaşyksyz ýüz tutma", ru: "Обращение без связи", en: "An appeal without a line" },
  intro: {
    tk: "Bu sahypa torsuz işleýär. Ýazanyňyz şu ýerde saýlanan edaranyň açary bilen şifrlenýär. Faýly saklaň, islendik edara äkidiň we ýyrtma kagyzyny çap ediň.",
    ru: "Эта страница работает без сети. Написанное шифруется здесь ключом выбранного органа. Сохраните файл, отнесите его в любой орган и напечатайте корешок.",
    en: "This page works without a network. What you write is encrypted here with the key of the body that you choose. Save the file, carry it to any office, and print the stub.",
  },
  kind: { tk: "Näme ýazýarsyňyz?", ru: "Что вы пишете?", en: "What are you writing?" },
  body: { tk: "Haýsy edara?", ru: "Какому органу?", en: "To which body?" },
  language: { tk: "Jogabyň dili", ru: "Язык ответа", en: "Language of the answer" },
  subject: { tk: "Gysgaça", ru: "Кратко", en: "In short" },
  text: { tk: "Tekst", ru: "Текст", en: "Text" },
  files: { tk: "Goşundylar (bar bolsa)", ru: "Приложения (если есть)", en: "Files, if any" },
  filesHelp: {
    tk: "Iň köp üç faýl, her biri 2 MB-a çenli: PDF, JPG, PNG, ODT, DOCX, TXT. Edara olary açmazdan öň barlaýar; suratlardan ýer we wagt aýrylýar. Resminama tekstinden başga ony ýazanyň adyny hem aýdyp biler: onuň öňünden aýryň.",
    ru: "Не больше трёх файлов, каждый до 2 МБ: PDF, JPG, PNG, ODT, DOCX, TXT. Орган проверяет их, прежде чем открыть; из снимков убирают место и время. Документ может, кроме своего текста, назвать того, кто его написал: уберите это заранее.",
    en: "At most three, each up to 2 MB: PDF, JPG, PNG, ODT, DOCX, TXT. The office has them checked before anybody opens them, and takes place and time out of pictures. A document may name its author beside its text: take that out beforehand.",
  },
  name: { tk: "Adyňyz we familiýaňyz", ru: "Имя и фамилия", en: "Name" },
  address: { tk: "Jogap üçin salgy", ru: "Адрес для ответа", en: "Address for the answer" },
  about: { tk: "Şikaýat kim hakynda?", ru: "На кого жалоба?", en: "Whom is the complaint about?" },
  aboutHelp: {
    tk: "Hökman däl. Doly ady, wezipesi ýa-da edaranyň ady bolsa, şikaýat oňa berilmeýär we iberilmeýär. Diňe bir bölegi bolsa, berjek adam sebäbini aýtmaly, siz ony okarsyňyz.",
    ru: "Не обязательно. Если это полное имя, должность или название органа, жалобу туда не дадут и не пошлют. Если только часть имени, тот, кто передаст, должен будет указать причину, и вы её прочтёте.",
    en: "Not necessary. Where it is a whole name, a post or the name of a body, the complaint is never given or sent there. Where it is a part of a name, whoever passes it on must say why, and you read it.",
  },
  contact: { tk: "Telefon ýa-da e-poçta", ru: "Телефон или электронная почта", en: "Telephone or mail" },
  identity: {
    tk: "Işe seredýänler adyňyzy görüp bilermi?",
    ru: "Можно ли показать имя тем, кто рассматривает?",
    en: "May those who handle it see the name?",
  },
  shown: { tk: "Hawa", ru: "Да", en: "Yes" },
  sealed: { tk: "Ýok, möhürli galsyn", ru: "Нет, оставить закрытым", en: "No, keep it sealed" },
  office: {
    tk: "Edara üçin: kagyz haçan kabul edildi",
    ru: "Для органа: когда приняли бумагу",
    en: "For an office: when the paper was taken",
  },
  officeHelp: {
    tk: "Diňe edara torsuz kabul edende doldurylýar. Özüňiz äkitseňiz, boş goýuň.",
    ru: "Заполняет только орган, который принимает без связи. Если несёте сами, оставьте пустым.",
    en: "Filled in only by an office that takes papers without a line. If you carry the file yourself, leave it empty.",
  },
  day: { tk: "Güni, meselem 25.11.2026", ru: "День, например 25.11.2026", en: "Day, for example 25.11.2026" },
  hour: { tk: "Sagady, meselem 9:30", ru: "Час, например 9:30", en: "Hour, for example 9:30" },
  make: {
    tk: "Faýly we ýyrtma kagyzy ýasamak",
    ru: "Сделать файл и корешок",
    en: "Make the file and the stub",
  },
  save: { tk: "Faýly saklamak", ru: "Сохранить файл", en: "Save the file" },
  print: { tk: "Çap etmek", ru: "Напечатать", en: "Print" },
  done: { tk: "Faýl taýýar", ru: "Файл готов", en: "The file is ready" },
  stub: { tk: "Ýyrtma kagyz", ru: "Корешок", en: "Stub" },
  digest: { tk: "Ýazylanyň barmak yzy", ru: "Отпечаток написанного", en: "Fingerprint of what was written" },
  key: { tk: "Saýlanan edaranyň açary", ru: "Ключ выбранного органа", en: "Key of the chosen body" },
  keyHelp: {
    tk: "Bu açar açyk ýazgyda dur. Onda başga açar dursa, bu sahypany ulanmaň.",
    ru: "Этот ключ стоит в открытой записи. Если там другой, не пользуйтесь этой страницей.",
    en: "This key stands in the public record. If another one stands there, do not use this page.",
  },
  keep: {
    tk: "Ýyrtma kagyzy saklaň, kody hiç kime görkezmäň. Onuň bilen ýüz tutmaňyzy saýtda sorap bilersiňiz. Ol hasaba alynmasa, muny şu görkezýär.",
    ru: "Храните корешок и никому не показывайте код. По нему можно узнать об обращении на сайте. Если его не зарегистрируют, это покажет он же.",
    en: "Keep the stub and show the code to nobody. With it you ask after your appeal on the site. If it is not registered, the stub shows that.",
  },
  withdrawal: { tk: "Yzyna almak kody", ru: "Код отзыва", en: "Withdrawal code" },
  withdrawalHelp: {
    tk: "Bu kody diňe siz bilýärsiňiz, ol faýlda ýok. Ýüz tutmany diňe şonuň bilen yzyna alyp bolýar. Kesip alyp öýde saklaň; sizi mejbur ederler öýtseňiz, ony çap etmäň.",
    ru: "Этот код знаете только вы, в файле его нет. Только с ним можно отозвать обращение. Отрежьте и храните дома; если боитесь давления, не печатайте его.",
    en: "You alone know this code; it is not in the file. Only with it can the appeal be withdrawn. Cut it off and keep it at home; if you fear to be pressed, do not print it.",
  },
  notSent: {
    tk: "Entek hiç zat iberilmedi. Faýl edarada açylandan soň hasaba alynýar.",
    ru: "Пока ничего не отправлено. Файл регистрируется, когда его откроют в органе.",
    en: "Nothing is sent yet. The file is registered when an office opens it.",
  },
  signature: {
    tk: "Alan edaranyň goly we güni",
    ru: "Подпись и день органа, который принял",
    en: "Signature and day of the office that took it",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const kindTexts: Readonly<Record<string, Words>> = {
  "filed-complaint": { tk: "Şikaýat", ru: "Жалоба", en: "Complaint" },
  "filed-application": { tk: "Arza", ru: "Заявление", en: "Application" },
  "filed-suggestion": { tk: "Teklip", ru: "Предложение", en: "Suggestion" },
  "filed-request": { tk: "Maglumat soragy", ru: "Запрос сведений", en: "Request for information" },
  "filed-message": { tk: "Habar", ru: "Сообщение", en: "Message" },
};

export const languageTexts: Words = { tk: "Türkmençe", ru: "Русский", en: "English" };

/** Why the file is not made yet. */
export const problemTexts = {
  missing: { tk: "Dolduryň", ru: "Заполните", en: "Fill this in" },
  "too-long": {
    tk: "Örän uzyn. Iň köp harp sany",
    ru: "Слишком длинно. Знаков не больше",
    en: "Too long. Characters at most",
  },
  "too-many-files": {
    tk: "Faýl örän köp. Iň köpi",
    ru: "Слишком много файлов. Не больше",
    en: "Too many files. At most",
  },
  "file-too-large": { tk: "Örän uly ýa-da boş", ru: "Слишком большой или пустой", en: "Too large, or empty" },
  "file-kind": {
    tk: "Şeýle faýl alynmaýar",
    ru: "Такие файлы не принимаются",
    en: "Such files are not taken",
  },
  failed: { tk: "Faýl ýasalmady", ru: "Файл не сделан", en: "The file was not made" },
} as const satisfies Readonly<Record<string, Words>>;
