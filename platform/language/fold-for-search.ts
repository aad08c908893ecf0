/**
 * One spelling for searching, whichever alphabet and keyboard a text was written with: Turkmen letters, their ASCII
 * spellings (sh, ch, zh, ng) and Turkmen or Russian Cyrillic all come to the same small Latin letters. Folding joins
 * words that differ (both "ş" and "s" give "s"): right for finding, wrong for comparing.
 * Never Turkish rules: `I` is the capital of `i`, and no locale is asked.
 */

const latinOf: Readonly<Record<string, string>> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "w",
  г: "g",
  д: "d",
  ж: "z",
  җ: "j",
  з: "z",
  и: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  ң: "n",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ү: "u",
  ф: "f",
  х: "h",
  ц: "s",
  ч: "c",
  ш: "s",
  щ: "sc",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ı: "i",
  v: "w",
};

/** Where a word begins, and after a vowel, Cyrillic "е" is spoken and in Turkmen written "ýe". */
const iotatedE = /(^|[^\p{L}]|[aeiouyаәеиоөуүыэюя])е/gu;

/** Folds a text for search. Idempotent; letters of other scripts stay as they are, in small letters. */
export function foldForSearch(text: string): string {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC")
    // й and ё are compositions too: they are read before the marks are taken away.
    .replaceAll("й", "y")
    .replaceAll("ё", "yo")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
  const cyrillic = plain
    .replace(/дж/g, "җ")
    .replace(iotatedE, "$1yэ")
    // Twice: in "ее" the second letter's neighbour was only just rewritten.
    .replace(iotatedE, "$1yэ")
    .replace(/е/g, "э");
  let latin = "";
  for (const letter of cyrillic) latin += latinOf[letter] ?? letter;
  return (
    latin
      // Apostrophes, also those that stand for ъ and ь, and soft hyphens are written or left out at will.
      .replace(/['’‘ʼ`´\u00ad]/g, "")
      .replace(/([scz])h+/g, "$1")
      .replace(/ng+/g, "n")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** The words of a text in that spelling, without what stands between them. */
export function searchWords(text: string): readonly string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
