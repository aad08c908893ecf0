/** What people of the demo country do on the pages, for tests that need it done. */
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
    law: "76",
  });
}
