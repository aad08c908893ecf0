import type { Oversight } from "#core/record/oversight.ts";

/** How the demo country's bodies are written down, and short ways to write them. */

export interface Words {
  readonly tk: string;
  readonly ru: string;
  readonly en: string;
}

/** A body of the demo country as data: what `registerBody` takes, but for the key and the branded number. */
export interface BodyData {
  readonly number: number;
  readonly slug: string;
  readonly name: Words;
  readonly parent: number | null;
  /** What citizens may go to with any body; left out for the others. */
  readonly oversight?: Oversight;
  /** The body under which its acts are entered: a small body enters them under its parent. */
  readonly register: number;
  readonly branch: "executive" | "judicial" | "electoral" | "independent";
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[];
  readonly competences: readonly CompetenceData[];
  /** Places it answers for; empty when it answers for the whole country. */
  readonly places: readonly Words[];
  readonly address: Words;
  /** Posts by slug; the first is the head's. */
  readonly posts: readonly PostData[];
  readonly reception: readonly ReceptionData[];
}

export interface CompetenceData {
  readonly name: Words;
  /** Words a person might write, per language, in any form that begins so. */
  readonly keywords: {
    readonly tk: readonly string[];
    readonly ru: readonly string[];
    readonly en: readonly string[];
  };
}

export interface PostData {
  readonly slug: string;
  readonly name: Words;
}

/** Reception of citizens: weekday 1 … 7, "HH:MM" in the country's time. */
export interface ReceptionData {
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
}

export function words(tk: string, ru: string, en: string): Words {
  return { tk, ru, en };
}

/** A competence and the words for it, separated by spaces. */
export function competence(name: Words, tk: string, ru: string, en: string): CompetenceData {
  return { name, keywords: { tk: tk.split(" "), ru: ru.split(" "), en: en.split(" ") } };
}

export function reception(weekday: number, from = "09:00", until = "13:00"): ReceptionData {
  return { weekday, from, until };
}

export const fiveDays: readonly number[] = [1, 2, 3, 4, 5];
export const sixDays: readonly number[] = [1, 2, 3, 4, 5, 6];

export const registryPost: PostData = {
  slug: "registry",
  name: words("Kabul ediş bölümi", "Приёмная", "Registry"),
};

export const ministerPost: PostData = { slug: "head", name: words("Ministr", "Министр", "Minister") };
export const hakimPost: PostData = { slug: "head", name: words("Häkim", "Хяким", "Häkim (governor)") };
export const archynPost: PostData = { slug: "head", name: words("Arçyn", "Арчин", "Arçyn (village head)") };
export const chairPost: PostData = { slug: "head", name: words("Başlyk", "Председатель", "Chair") };

export function post(slug: string, tk: string, ru: string, en: string): PostData {
  return { slug, name: words(tk, ru, en) };
}
