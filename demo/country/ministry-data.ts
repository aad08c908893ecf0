import {
  type BodyData,
  fiveDays,
  ministerPost,
  type PostData,
  reception,
  registryPost,
  words,
} from "./body-data.ts";

/** What differs between ministries, and what they have in common. */

export const cabinetNumber = 1;

export interface MinistryData {
  readonly number: number;
  readonly slug: string;
  readonly name: BodyData["name"];
  readonly house: number;
  readonly competences: BodyData["competences"];
  readonly posts?: readonly PostData[];
  readonly workingDays?: readonly number[];
  readonly receptionDay: number;
}

/** A ministry: under the cabinet, in the capital, with a registry and reception on one working day and Saturday. */
export function ministry(data: MinistryData): BodyData {
  return {
    number: data.number,
    slug: data.slug,
    name: data.name,
    parent: cabinetNumber,
    register: data.number,
    branch: "executive",
    workingDays: data.workingDays ?? fiveDays,
    competences: data.competences,
    places: [],
    address: words(
      `Çynar şäheri, Arça köçesi, ${data.house}`,
      `г. Чынар, улица Арча, ${data.house}`,
      `${data.house} Arça Street, Çynar`,
    ),
    posts: [ministerPost, registryPost, ...(data.posts ?? [])],
    reception: [reception(data.receptionDay), reception(6, "09:00", "12:00")],
  };
}
