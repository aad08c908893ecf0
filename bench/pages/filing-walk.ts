import { assert } from "#core/result.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import type { Person } from "#tests/pages/person.ts";

const district = "alagoz-etrap";
const stepsMax = 20;

/** What is filled in on each page of a filing, by the last part of its address. Nothing where nothing must be. */
function fieldsOf(step: string, page: string): Readonly<Record<string, string>> {
  switch (step) {
    case "kind":
      return { kind: "filed-complaint" };
    case "body":
      return page.includes(`value="${district}"`) ? { body: district } : { matter: "gaz", place: "alagöz" };
    case "text":
      return { subject: "Gaz ýok", text: "Obamyzda üç aý bäri gaz ýok.\nHaçan beriljek?" };
    case "whom":
      return { whom: "self" };
    case "identity":
      return { identity: "shown" };
    case "you":
      return { name: "Nar Küýzeçi", address: "Çeşme obasy", contact: "" };
    default:
      return {};
  }
}

/** Goes from the first page to the receipt as a browser does: each page is loaded once, each form is sent once. */
export async function walkFiling(person: Person): Promise<void> {
  await person.get("/tk/");
  let path = "/tk/appeal";
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const page = await person.get(path);
    assert(page.status === 200, `${path}: ${page.status}`);
    if (path === "/tk/appeal/receipt") return;
    const whole = page.body.toString();
    const action = path.split("?")[0] ?? path;
    // Where a search stands above what it found, the last form is the one that leads on.
    const text = whole.slice(whole.lastIndexOf("<", whole.lastIndexOf(` action="${action}"`)));
    const sent = await person.post(action, {
      ...formAt(text, action),
      ...fieldsOf(action.split("/").at(-1) ?? "", text),
    });
    const next = sent.headers.get("location")?.[0];
    assert(sent.status === 303 && next !== undefined, `${path}: the form is shown again`);
    path = next;
  }
  throw new Error(`no receipt after ${stepsMax} pages, at ${path}`);
}
