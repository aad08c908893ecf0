/** Rules that are a pattern and the places where it may stand. */
import { type Finding, isForTests, isTest, lineOf, type SourceFile, type Tree } from "./source-file.ts";

interface TextRule {
  readonly rule: string;
  readonly pattern: RegExp;
  /** `code`: strings and comments do not count; `text`: everything counts; `comments`: they alone. */
  readonly in: "code" | "text" | "comments";
  readonly mayStandIn: (path: string) => boolean;
  readonly message: string;
}

const nowhere = (): boolean => false;
const below =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(folder));
const isOwnRule = below("tools/tidy/");
/** Programs: what starts a process reads its clock and chance and hands them on. */
const isProgram = (path: string): boolean =>
  below("apps/", "tools/", "bench/")(path) ||
  ["audit/cli.ts", "audit/calculator/browser/main.ts", "witness/main.ts"].includes(path);

const textRules: readonly TextRule[] = [
  {
    rule: "sql",
    in: "text",
    pattern:
      /`\s*(?:(?:select|SELECT|insert into|INSERT INTO|delete from|DELETE FROM|truncate)\s|update\s+[\w.$}{]+\s+set\s|with\s+(?:recursive\s+)?\w+\s+as\s*\(|(?:create|alter|drop)\s+(?:table|schema|role|index|database)\s|lock table\s)/,
    mayStandIn: (path) =>
      /-store\.ts$/.test(path) ||
      below("platform/database/")(path) ||
      isForTests(path) ||
      below("bench/")(path),
    message: "SQL stands in *-store.ts and platform/database alone",
  },
  {
    rule: "unsafe-sql",
    in: "code",
    pattern: /\.unsafe\(/,
    mayStandIn: (path) => below("platform/database/")(path) || isForTests(path),
    message: "a text becomes SQL in platform/database alone; elsewhere every value is a parameter",
  },
  {
    rule: "store-markup",
    in: "text",
    pattern: /\bhtml`/,
    mayStandIn: (path) => !/-store\.ts$/.test(path),
    message: "a store holds no markup",
  },
  {
    rule: "markup",
    in: "text",
    pattern: /\bhtml`|["'`]\s*<(?:!doctype|html|div|p|span|table|form|h[1-6]|ul|li|section|main|button)\b/i,
    mayStandIn: (path) =>
      /-pages\.ts$/.test(path) ||
      below("platform/html/", "audit/page/", "audit/calculator/", "tools/tidy/")(path) ||
      isForTests(path) ||
      /-store\.ts$/.test(path),
    message: "markup stands in *-pages.ts and platform/html alone",
  },
  {
    rule: "form-markup",
    in: "text",
    pattern: /<(?:input|label|textarea|select)\b/,
    mayStandIn: (path) =>
      below(
        "platform/",
        "audit/page/",
        "audit/calculator/",
        "government/intake/page/",
        "tools/tidy/",
      )(path) || isForTests(path),
    message: "form fields are made by platform/html alone, so that all of them are labelled and escaped",
  },
  {
    rule: "http",
    in: "text",
    pattern: /from "(?:fastify|@fastify\/[\w-]+|node:https?)"/,
    mayStandIn: (path) =>
      /-routes\.ts$/.test(path) ||
      below("platform/http/", "witness/", "apps/", "tools/", "bench/")(path) ||
      isForTests(path),
    message: "HTTP stands in *-routes.ts, platform/http and witness alone",
  },
  {
    rule: "clock",
    in: "code",
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/,
    mayStandIn: (path) => isProgram(path) || isForTests(path),
    message: "clock and chance come in as arguments; only programs and tests read them",
  },
  {
    rule: "chance",
    in: "text",
    pattern:
      /import \{[^}]*\brandom(?:Bytes|UUID|Int|FillSync|Fill)\b[^}]*\} from "node:crypto"|\bcrypto\.getRandomValues\(/,
    mayStandIn: (path) => isProgram(path) || isForTests(path),
    message: "chance comes in as an argument `randomBytes`; only programs and tests draw it",
  },
  {
    rule: "string-state",
    in: "code",
    pattern: /\bstatus\??:\s*string\b|\b\w+_STATES\b/,
    mayStandIn: nowhere,
    message: "a state is a discriminated union, never a string or a list of strings",
  },
  {
    rule: "role-check",
    in: "code",
    pattern: /\.role\s*[!=]==?/,
    mayStandIn: (path) => below("platform/authority/", "demo/")(path) || isTest(path),
    message: "permission is asked of platform/authority, which answers with a grant",
  },
  {
    rule: "module-mock",
    in: "code",
    pattern: /\b(?:mock\.module|jest\.mock|vi\.mock)\(/,
    mayStandIn: nowhere,
    message: "no module is mocked: what a test replaces comes in as an argument",
  },
  {
    rule: "unfinished",
    in: "comments",
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    mayStandIn: isOwnRule,
    message: "unfinished work is an issue, not a comment",
  },
  {
    rule: "only",
    in: "code",
    pattern: /\b(?:test|it|describe|suite)\.only\(|\bonly:\s*true\b/,
    mayStandIn: nowhere,
    message: "one test shuts out all others",
  },
  {
    rule: "skip",
    in: "code",
    pattern:
      /\b(?:test|it|describe|suite)\.(?:skip|todo)\(|\bskip:\s*true\b|\btodo:\s*true\b|\.(?:skip|todo)\(\s*\)/,
    mayStandIn: nowhere,
    message: "a test is skipped with a reason in words: { skip: skipUnless(…) }",
  },
];

/** Applies all patterns to all sources. */
export function checkTexts(tree: Tree): readonly Finding[] {
  return tree.sources.flatMap((file) =>
    textRules
      .filter(({ mayStandIn }) => !mayStandIn(file.path))
      .flatMap((textRule) => findAll(file, textRule)),
  );
}

function findAll(file: SourceFile, { rule, pattern, in: where, message }: TextRule): Finding[] {
  if (where === "comments") {
    return file.comments
      .filter(({ text }) => pattern.test(text))
      .map(({ line }) => ({ rule, path: file.path, line, message }));
  }
  const searched = where === "code" ? file.code : file.text;
  const everywhere = new RegExp(pattern.source, `${pattern.flags}g`);
  return [...searched.matchAll(everywhere)]
    .filter(({ index }) => where === "code" || !isInComment(file, index))
    .map(({ index }) => ({ rule, path: file.path, line: lineOf(file.text, index), message }));
}

/** A comment may name what the code must not hold. */
function isInComment(file: SourceFile, offset: number): boolean {
  return file.comments.some(({ start, end }) => offset >= start && offset < end);
}
