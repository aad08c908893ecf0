import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkDoorRings } from "./tidy/import-rules.ts";
import { maskSource } from "./tidy/mask.ts";
import { checkDependencies, dependencyCount } from "./tidy/project-rules.ts";
import { readTree, type Tree } from "./tidy/source-file.ts";
import { tidy } from "./tidy.ts";

type Files = Readonly<Record<string, string>>;

const packages = Object.fromEntries(Array.from({ length: dependencyCount }, (_, at) => [`p${at}`, "1.0.0"]));

/** A small project in which no rule finds anything. */
const clean: Files = {
  "ARCHITECTURE.md": "The words are in `core/words.ts`, the pages in `platform/html/`.\n",
  "package.json": JSON.stringify({ dependencies: packages }),
  "decisions/packages.md": Object.keys(packages)
    .map((name) => `- \`${name}\``)
    .join("\n"),
  "core/words.ts": 'import { sha256 } from "@noble/hashes/sha2.js";\nexport const word = sha256;\n',
  "platform/html/html.ts": 'import { word } from "#core/words.ts";\nexport const html = word;\n',
  "government/bodies/README.md": "",
  "government/bodies/index.ts": 'export { word } from "#core/words.ts";\n',
  "government/cases/README.md": "",
  "government/cases/index.ts": 'export { word } from "#government/bodies/index.ts";\n',
  "government/cases/case-store.ts":
    'import { html } from "#platform/html/html.ts";\nexport const rows = (sql: typeof html) => sql`select 1`;\n',
  "government/cases/case-pages.ts":
    'import { html } from "#platform/html/html.ts";\nimport { rows } from "./case-store.ts";\nexport const page = html`<p>${rows}</p>`;\n',
  "government/cases/case-routes.ts":
    'import type { FastifyInstance } from "fastify";\nimport { page } from "./case-pages.ts";\nexport const routes = (server: FastifyInstance) => page;\n',
  "apps/portal.ts": 'import { word } from "#government/cases/index.ts";\nword(Date.now());\n',
  "tests/journeys/a.test.ts":
    'import { routes } from "#government/cases/case-routes.ts";\nimport { test } from "node:test";\ntest("a", { skip: reason() }, routes);\n',
};

async function findingsIn(files: Files): Promise<string[]> {
  return withTree(files, (tree) => tidy(tree).map(({ rule, path }) => `${rule} ${path}`));
}

async function withTree<Value>(files: Files, use: (tree: Tree) => Value): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "tidy-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return use(readTree(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("a clean project passes", async () => assert.deepEqual(await findingsIn(clean), []));

/** Rule, path, and a text that commits the sin. The text must export nothing, so that no other rule speaks. */
const sins: readonly (readonly [rule: string, path: string, text: string])[] = [
  ["imports", "core/a.ts", 'import "#platform/html/html.ts";\n'],
  ["imports", "core/a.ts", 'import { readFile } from "node:fs";\nreadFile;\n'],
  ["imports", "core/a.ts", 'import postgres from "postgres";\npostgres;\n'],
  ["imports", "core/a.ts", 'const a = await import("#platform/html/html.ts");\na;\n'],
  ["imports", "core/a.ts", 'import type { html } from "#platform/html/html.ts";\n'],
  ["imports", "engines/a.ts", 'import "#platform/html/html.ts";\n'],
  ["imports", "audit/a.ts", 'import "#platform/html/html.ts";\n'],
  ["imports", "audit/a.ts", 'import "#government/cases/index.ts";\n'],
  ["imports", "audit/a.test.ts", 'import "#platform/html/html.ts";\n'],
  ["imports", "witness/a.ts", 'import "#platform/html/html.ts";\n'],
  ["imports", "witness/a.ts", 'import "fastify";\n'],
  ["imports", "platform/a.ts", 'import "#government/cases/index.ts";\n'],
  ["imports", "platform/a.ts", 'import "#tools/a.ts";\n'],
  ["imports", "government/cases/a.ts", 'import "#apps/portal.ts";\n'],
  ["imports", "government/cases/a.ts", 'import "../../platform/html/html.ts";\n'],
  ["imports", "government/cases/a.ts", 'import "#government/bodies/body-store.ts";\n'],
  ["imports", "government/cases/a.ts", 'import "../bodies/body-store.ts";\n'],
  ["imports", "government/bodies/a.ts", 'import "#government/cases/index.ts";\n'],
  ["imports", "apps/a.ts", 'import "#government/cases/case-store.ts";\n'],
  ["imports", "government/cases/a.ts", 'import "#government/bodies/routes.ts";\n'],
  [
    "imports",
    "government/cases/index.ts",
    'export { word } from "#government/bodies/index.ts";\nimport "./case-routes.ts";\n',
  ],
  ["imports", "government/cases/housekeeping.ts", 'import "./case-routes.ts";\n'],
  ["imports", "apps/a.ts", 'import "#demo/seed.ts";\n'],
  ["imports", "audit/page/browser/a.ts", 'import "#engines/native-engine.ts";\n'],
  ["imports", "audit/page/browser/a.ts", 'import "#engines/one-file/build-page.ts";\n'],
  ["imports", "engines/one-file/browser/a.ts", 'import "#audit/page/browser/main.ts";\n'],
  ["imports", "platform/a.ts", 'import "./test-database.ts";\n'],
  ["imports", "core/a.ts", 'import "./lives-samples.ts";\n'],
  ["sql", "government/cases/a.ts", "sql`select 1 from cases`;\n"],
  ["sql", "platform/http/a.ts", "sql`\n  insert into cases values (1)`;\n"],
  ["sql", "government/cases/a.ts", "sql`update cases.cases set a = 1`;\n"],
  ["unsafe-sql", "government/cases/a-store.ts", "sql.unsafe(text);\n"],
  ["store-markup", "government/cases/a-store.ts", "html`<p>a</p>`;\n"],
  ["markup", "government/cases/a.ts", "html`<p>a</p>`;\n"],
  ["markup", "government/cases/a.ts", 'send("<p>a</p>");\n'],
  ["form-markup", "government/cases/a-pages.ts", "html`<input name=a>`;\n"],
  ["http", "government/cases/a.ts", 'import Fastify from "fastify";\nFastify;\n'],
  ["http", "platform/a.ts", 'import { request } from "node:http";\nrequest;\n'],
  ["clock", "government/cases/a.ts", "const at = Date.now();\nat;\n"],
  ["clock", "core/a.ts", "new Date();\n"],
  ["clock", "platform/a.ts", "Math.random();\n"],
  ["chance", "platform/a.ts", 'import { randomBytes } from "node:crypto";\nrandomBytes;\n'],
  ["string-state", "core/a.ts", "interface A { status: string }\n"],
  ["string-state", "government/cases/a.ts", "f(OPEN_STATES);\n"],
  ["role-check", "government/cases/a.ts", 'if (user.role !== "head") leave();\n'],
  ["module-mock", "platform/a.test.ts", 'mock.module("a");\n'],
  ["unfinished", "platform/a.ts", "// TODO: the rest\n"],
  ["unfinished", "platform/a.ts", "/* FIXME */\n"],
  ["only", "platform/a.test.ts", 'test.only("a", run);\n'],
  ["only", "platform/a.test.ts", 'test("a", { only: true }, run);\n'],
  ["skip", "platform/a.test.ts", 'test.skip("a", run);\n'],
  ["skip", "platform/a.test.ts", 'test("a", { skip: true }, run);\n'],
  ["skip", "platform/a.test.ts", 'test("a", (t) => t.skip());\n'],
  ["length", "platform/a.ts", "a;\n".repeat(301)],
  ["length", "platform/a.test.ts", "a;\n".repeat(601)],
  ["name", "platform/utils.ts", ""],
  ["name", "platform/helpers/a.ts", ""],
  ["name", "platform/mail-service.ts", ""],
  ["name", "platform/a.ts", "class CaseManager {}\n"],
  ["default", "core/a.ts", "switch (a) {\n  default:\n    return 1;\n}\n"],
  ["default", "government/cases/a.ts", 'switch (a) {\n  default: {\n    return "Unknown";\n  }\n}\n'],
  ["cast", "platform/a.ts", "const a = b as CaseNumber;\na;\n"],
  ["cast", "government/cases/a.ts", "const a = (b) as unknown as Grant;\na;\n"],
  ["narrating", "platform/a.ts", "// Increment the counter\ncounter.increment();\n"],
  ["dead-export", "platform/a.ts", "export function lonely() {}\n"],
  ["dead-export", "platform/a.ts", "const lonely = 1;\nexport { lonely };\n"],
  ["dead-export", "platform/a.ts", "export interface Lonely {}\n"],
  ["tests-only", "platform/a.ts", "verify(a, { witnesses: acceptUnwitnessedForTestsOnly });\n"],
];

for (const [rule, path, text] of sins) {
  test(`${rule} is caught in ${path}: ${text.slice(0, 60).trim().replaceAll("\n", " ")}`, async () => {
    assert.deepEqual(await findingsIn({ ...clean, [path]: text }), [`${rule} ${path}`]);
  });
}

/** What a rule could mistake for a sin. */
const virtues: readonly (readonly [path: string, text: string])[] = [
  ["core/a.ts", 'import { word } from "./words.ts";\nword;\n'],
  [
    "core/a.test.ts",
    'import fc from "fast-check";\nimport { readFile } from "node:fs/promises";\nfc;\nreadFile;\n',
  ],
  ["core/test-lives.ts", 'import fc from "fast-check";\nfc;\n'],
  ["core/a.ts", "switch (a) {\n  default:\n    return unreachable(a);\n}\n"],
  ["core/a.ts", "const brand = text as CaseNumber;\nbrand;\n"],
  ["platform/a.ts", "const sizes = [1, 2] as const;\nsizes;\n"],
  ["platform/a.ts", 'import { word as say } from "#core/words.ts";\nsay;\n'],
  [
    "platform/a.ts",
    "function parseCaseNumber(text: string) {\n  return text as CaseNumber;\n}\nparseCaseNumber;\n",
  ],
  ["platform/a.ts", 'const text = "Date.now() and Math.random()";\ntext;\n'],
  ["platform/a.ts", "// Never Date.now(): html`<p>` and sql`select 1` stand elsewhere.\na;\n"],
  ["platform/a.ts", "const pattern = /new Date()/;\npattern;\n"],
  ["platform/a.ts", "const at = new Date(instant);\nat;\n"],
  ["platform/a.ts", "say(`select a body, then go on: ${name}`.slice(1));\n".replace("select a", "Select a")],
  ["platform/a.ts", "// RFC 9162 section 2.1.1: keeps a leaf apart\nleaf;\n"],
  ["platform/a.ts", "// A crash here leaves the old head\nwriteHead(head);\n"],
  ["platform/a.ts", "export interface Shape {}\nconst a: Shape = {};\na;\n"],
  [
    "platform/a.ts",
    "interface Options { readonly forgetForTestsOnly?: boolean }\nconst a = options.forgetForTestsOnly;\na;\n",
  ],
  ["platform/a.ts", 'const a = `${b ? `${c}` : "}"} new Date()`;\na;\n'],
  ["platform/a.test.ts", "sql`select 1`;\nnew Date();\nconst a = b as Grant;\na;\n"],
  ["government/cases/a.ts", 'type Kind = { kind: "verify receipt" };\nconst a: Kind = b;\na;\n'],
];

for (const [path, text] of virtues) {
  test(`nothing is found in ${path}: ${text.slice(0, 60).trim().replaceAll("\n", " ")}`, async () => {
    assert.deepEqual(await findingsIn({ ...clean, [path]: text }), []);
  });
}

test("a slice without README.md or index.ts is caught", async () => {
  const findings = await findingsIn({ ...clean, "government/courts/court.ts": "" });
  assert.deepEqual(findings, ["slice government/courts/README.md", "slice government/courts/index.ts"]);
});

test("a path in ARCHITECTURE.md that is not there is caught, and so is its absence", async () => {
  const findings = await findingsIn({ ...clean, "ARCHITECTURE.md": "See `core/gone.ts`.\n" });
  assert.deepEqual(findings, ["architecture ARCHITECTURE.md"]);
  const { "ARCHITECTURE.md": _, ...without } = clean;
  assert.deepEqual(await findingsIn(without), ["architecture ARCHITECTURE.md"]);
});

test("a package more is caught unless it was decided and counted", async () => {
  const more = JSON.stringify({ dependencies: packages, devDependencies: { another: "1.0.0" } });
  const files = { ...clean, "package.json": more };
  assert.deepEqual(await findingsIn(files), ["dependencies package.json", "dependencies package.json"]);
  const decided = { ...files, "decisions/another.md": "`another`: because" };
  assert.deepEqual(await findingsIn(decided), ["dependencies package.json"]);
  await withTree(decided, (tree) => assert.deepEqual(checkDependencies(tree, dependencyCount + 1), []));
});

test("a ring of doors is caught", async () => {
  await withTree(clean, (tree) => {
    assert.equal(checkDoorRings(tree, { a: ["b"], b: ["c"], c: ["a"], d: ["a"] }).length, 3);
    assert.equal(checkDoorRings(tree, { a: ["b", "c"], b: ["c"], c: [] }).length, 0);
  });
});

test("masking keeps length, lines and code, and blanks the rest", () => {
  const text =
    'const a = "x{" + `t ${b({ c: "d" })} /e/`; // f\nconst g = h / i / j; const k = /l"\\/[/]/.test(m); /* n\no */ p;';
  const { code, comments } = maskSource(text);
  assert.equal(code.length, text.length);
  assert.equal(
    code,
    'const a = "  " + `  ${b({ c: " " })}    `;     \nconst g = h / i / j; const k = /       /.test(m);     \n     p;',
  );
  assert.deepEqual(
    comments.map(({ line, text: inner }) => [line, inner]),
    [
      [1, "f"],
      [2, "n\no"],
    ],
  );
});
