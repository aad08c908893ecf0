/** Through the forms, as people do: an author lets everyone read an appeal, a head releases it. */
import assert from "node:assert/strict";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { checkFiles } from "#government/cases/index.ts";
import type { Configuration } from "#platform/config/config.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { plainJpeg, plainPng } from "#platform/file-metadata/test-support/pictures.ts";
import type { PageRow, SampleCases } from "./page-table.ts";
import type { Person } from "./person.ts";

/** Two pictures that an author sends; the head will hold back the second. */
export const sentPictures: readonly File[] = [
  new File([plainJpeg], "köçe.jpg"),
  new File([plainPng], "goňşynyň-howlusy.png"),
];

const pictures = ["attachment-1", "attachment-2"];
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

/** Looks at the files that wait for it, as the worker does: before that nobody but their sender may fetch them. */
export async function lookAtFiles(configuration: Configuration): Promise<void> {
  const worker = await openRoleDatabase(configuration, "worker", 1);
  try {
    assert.ok((await checkFiles({ sql: worker.sql, scanner: null, now: Date.now })).ok);
  } finally {
    await worker.close();
  }
}

/** The author agrees: copy, both pictures, preview, word. */
export async function agreeToPublic(author: Person, number: string): Promise<void> {
  const path = `/tk/case/${number}/publish`;
  await sendPreviewed(author, path, { ...copy, pictures }, { pictures, agreed: "yes", step: "agree" });
}

/** The head releases it but for some words and the second picture; gives the word of its public address. */
export async function releaseToPublic(head: Person, number: string): Promise<string> {
  const casePath = `/tk/desk/${number}`;
  const path = `${casePath}/publish`;
  await head.fill(casePath, {}, `${casePath}/open`);
  const cut = { passage1: "Obamyzda", reason1: "shows-a-number" };
  const held = { held: "attachment-2", heldReason: "names-a-person" };
  await sendPreviewed(head, path, { ...cut, ...held }, { step: "release" });
  const page = (await head.get(casePath)).body.toString();
  const id = /\/tk\/appeals\/([0-9a-z]{10})"/.exec(page)?.[1];
  assert.ok(id, "the desk links to the public page");
  return id;
}

type Copy = Parameters<Person["post"]>[1];

async function preview(person: Person, path: string, fields: Copy) {
  const form = formAt((await person.get(path)).body.toString(), path);
  return await person.post(path, { ...form, ...fields, step: "preview" });
}

async function sendPreviewed(person: Person, path: string, fields: Copy, word: Copy): Promise<void> {
  const shown = await preview(person, path, fields);
  assert.equal(shown.status, 200, `${path}: the preview`);
  const sent = await person.post(path, { ...formAt(shown.body.toString(), path), ...word });
  const at = sent.headers.get("location")?.[0];
  assert.ok(sent.status === 303 && at !== undefined, path);
  // As a browser does: what has been done is said there once.
  assert.equal((await person.get(at)).status, 200, at);
}
