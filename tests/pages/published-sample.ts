/** Through the forms, as people do: an author lets everyone read an appeal, a head releases it. */
import assert from "node:assert/strict";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import type { PageRow, SampleCases } from "./page-table.ts";
import type { Person } from "./person.ts";

const copy = { subject: "Gaz ýok", text: "Obamyzda üç aý bäri gaz ýok.", matter: "energy", place: "" };

/** The pages of what everyone may read, and those on which it comes to that; figures and pictures for other sites. */
export function publishedRows({ published, fresh, answered }: SampleCases): readonly PageRow[] {
  const open = { as: "visitor", isPublic: true } as const;
  const ofCase = (end: string): PageRow => ({
    ...{ route: `/case/:number${end}`, path: `/case/${answered}${end}`, as: "citizen" },
  });
  return [
    { route: "/appeals/:id", path: "/appeals/0000000000", as: "visitor", status: 404 },
    { route: "/appeals", path: "/appeals?words=gaz", as: "visitor" },
    { route: "/appeals", path: "/appeals?matter=energy&order=longest-waiting", ...open },
    { route: "/appeals", path: "/appeals", ...open },
    { route: "/appeals/:id", path: `/appeals/${published}`, ...open },
    { route: "/grounds", path: "/grounds", ...open },
    { route: "/grounds", path: "/grounds?body=alagoz-etrap", ...open },
    { route: "/bodies/:slug/for-your-site", path: "/bodies/alagoz-etrap/for-your-site", ...open },
    ofCase("/publish"),
    ofCase("/take-back"),
    { route: "/desk/:number/publish", path: `/desk/${fresh}/publish`, as: "head" },
  ];
}

/** The author agrees: copy, preview, word. */
export async function agreeToPublic(author: Person, number: string): Promise<void> {
  const path = `/tk/case/${number}/publish`;
  await sendPreviewed(author, path, copy, { agreed: "yes", step: "agree" });
}

/** The head releases it but for some words; gives the word of its public address. */
export async function releaseToPublic(head: Person, number: string): Promise<string> {
  const casePath = `/tk/desk/${number}`;
  const path = `${casePath}/publish`;
  await head.fill(casePath, {}, `${casePath}/open`);
  await sendPreviewed(head, path, { passage1: "Obamyzda", reason1: "shows-a-number" }, { step: "release" });
  const page = (await head.get(casePath)).body.toString();
  const id = /\/tk\/appeals\/([0-9a-z]{10})"/.exec(page)?.[1];
  assert.ok(id, "the desk links to the public page");
  return id;
}

async function preview(person: Person, path: string, fields: Readonly<Record<string, string>>) {
  const form = formAt((await person.get(path)).body.toString(), path);
  return await person.post(path, { ...form, ...fields, step: "preview" });
}

async function sendPreviewed(
  person: Person,
  path: string,
  fields: Readonly<Record<string, string>>,
  word: Readonly<Record<string, string>>,
): Promise<void> {
  const shown = await preview(person, path, fields);
  assert.equal(shown.status, 200, `${path}: the preview`);
  const sent = await person.post(path, { ...formAt(shown.body.toString(), path), ...word });
  const at = sent.headers.get("location")?.[0];
  assert.ok(sent.status === 303 && at !== undefined, path);
  // As a browser does: what has been done is said there once.
  assert.equal((await person.get(at)).status, 200, at);
}
