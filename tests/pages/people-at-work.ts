/** What people of the demo country do on the pages, for tests that need it done. */
import assert from "node:assert/strict";
import type { demoSignIn } from "#demo/country/sign-ins.ts";
import type { Person } from "./person.ts";

/** Signs a demo person in: number and password, then the code that the page asks for. */
export async function signIn(person: Person, who: ReturnType<typeof demoSignIn>): Promise<void> {
  const { page, at } = await person.fill("/tk/sign-in", { number: who.number, password: who.password });
  const position = /name="position" value="([0-9]+)"/.exec(page.body.toString())?.[1];
  await person.fill(at, { code: who.codes[Number(position) - 1] ?? "" });
}

/** A head decides and writes the reply; what remains is the last page. */
export async function writeReply(head: Person, number: string, outcome = "partly-satisfied"): Promise<void> {
  await head.fill(`/tk/desk/${number}/answer`, { outcome });
  await head.fill(`/tk/desk/${number}/answer/text`, {
    text: "Gaz geçiriji bejerildi, gaz berildi.",
    grounds: "in-court",
    law: "76-njy maddanyň ikinji bölegi",
    ...(outcome === "refused" ? { unheard: "as-applicant-stated" } : {}),
  });
}

/** For colleagues: in which language a text is named, nobody says. */
export const templateNames = [
  "Suw wagtlaýyn kesildi",
  "Ýol bejergisi meýilnamada",
  "Resminama ýetmeýär",
  "Gaz geçirijisi",
];

/** A district keeps as many texts for replies as many do; gives the id of one that is written in three languages. */
export async function writeTemplates(head: Person): Promise<string> {
  let list = "";
  for (const name of templateNames) {
    const { page } = await head.fill("/tk/desk/templates", {
      name,
      // One is offered for an appeal in Turkmen although it is in Russian alone.
      textTk:
        name === "Resminama ýetmeýär"
          ? ""
          : `${name}: ýüz tutmaňyz öwrenildi, işiň güni şu hatda görkezilýär.`,
      textRu: "Обращение изучено, день работ указан в этом письме.",
      textEn:
        name === "Gaz geçirijisi" ? "The appeal was looked into; the day of the work is named here." : "",
    });
    list = page.body.toString();
  }
  const last = new RegExp(`templates/([0-9a-f-]{36})">${templateNames.at(-1)}<`).exec(list)?.[1];
  assert.ok(last, "the list shows what was written");
  return last;
}
