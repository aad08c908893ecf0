/** Pages live under their language: /tk/…, /ru/…, /en/…; what has no language is Turkmen. */
import type { FastifyRequest } from "fastify";
import type { PageContent } from "#platform/html/page.ts";
import { type Language, languages } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";

/** Frames a page in its language with what is known of this moment. */
export type FramePage = (
  t: Translate,
  path: string,
  request: FastifyRequest,
  content: PageContent,
) => Promise<{ readonly text: string; readonly signedIn: boolean }>;

export interface PagePath {
  readonly language: Language;
  /** Without language and query; "/" for the first page. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Takes an address apart. */
export function splitPath(url: string): PagePath {
  const mark = url.indexOf("?");
  const whole = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? "" : url.slice(mark + 1);
  const language = languages.find((one) => whole === `/${one}` || whole.startsWith(`/${one}/`));
  const path = language === undefined ? whole : whole.slice(language.length + 1);
  return { language: language ?? "tk", path: path === "" ? "/" : path, query };
}
