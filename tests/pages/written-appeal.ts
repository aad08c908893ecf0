/** An appeal filed through every page of the filing, as a citizen of the demo country does. */
import assert from "node:assert/strict";
import type { Language } from "#platform/language/language.ts";
import { district } from "./page-table.ts";
import type { Person } from "./person.ts";

const text = "Obamyzda üç aý bäri gaz ýok.\nHaçan beriljek?";

/** Fills in every step of a filing; what remains is the last page. */
export async function writeAppeal(
  person: Person,
  you: {
    readonly identity: "shown" | "sealed";
    readonly proof: "later" | "at-once";
    readonly whom?: "together";
    /** Sent one after the other, as the page asks for them. */
    readonly pictures?: readonly File[];
  },
): Promise<void> {
  await person.fill("/tk/appeal", {});
  await person.fill("/tk/appeal/kind", { kind: "filed-complaint" });
  await person.fill("/tk/appeal/body", { matter: "gaz", place: "Alagöz" });
  await person.fill("/tk/appeal/body/all", { body: district }, "/tk/appeal/body");
  if (you.identity === "shown") await person.fill("/tk/appeal/about", {});
  else {
    // Never sent to a desk: nobody at this one could open it.
    await person.fill("/tk/appeal/about", { official: `${district}/head`, who: "Otag 12" });
    await person.fill("/tk/appeal/higher", { next: "stay" });
  }
  await person.fill("/tk/appeal/text", { subject: "Gaz ýok", text });
  for (const picture of you.pictures ?? []) await person.attach("/tk/appeal/file", "attachment", picture);
  await person.fill("/tk/appeal/file", {});
  await person.fill("/tk/appeal/whom", { whom: you.whom ?? "self" });
  await person.fill("/tk/appeal/identity", { identity: you.identity });
  if (you.identity === "sealed") await person.fill("/tk/appeal/warning", { understood: "yes" });
  const proof = you.identity === "sealed" ? { proof: you.proof } : {};
  await person.fill("/tk/appeal/you", { name: "Nar Küýzeçi", address: "Çeşme obasy", contact: "", ...proof });
}

/** Sends it in a language; gives the case's number, which stands on the receipt. */
export async function sendAppeal(person: Person, language: Language = "tk"): Promise<string> {
  const { page, at } = await person.fill(`/${language}/appeal/check`, {});
  assert.equal(at, `/${language}/appeal/receipt`);
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(page.body.toString())?.[0];
  assert.ok(number, "the receipt shows the number");
  return number;
}
