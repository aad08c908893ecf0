/** What a page's handler gives back: data, which the server turns into a response. So a handler can be tested as a function. */
import type { PageContent } from "#platform/html/page.ts";

/**
 * Who may keep an answer.
 * `private` (the default): nobody, `no-store`: a shared computer's next user must find nothing by the back button.
 * `secret`: as private, and not compressed: a secret beside text that others can influence could be told from the
 * length of the compressed page (the BREACH attack).
 * `publicSeconds`: anyone, for so long, and with an ETag; only for what does not depend on who asks.
 */
export type Caching = "private" | "secret" | { readonly publicSeconds: number };

export type ExtraHeaders = Readonly<Record<string, string | readonly string[]>>;

/** Answers that are pages of the server's own, in the user's language. */
export type ErrorStatus = 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;

export type Answer =
  | {
      readonly kind: "page";
      readonly content: PageContent;
      readonly status: number;
      readonly caching: Caching;
      readonly headers: ExtraHeaders;
    }
  | { readonly kind: "redirect"; readonly to: string; readonly headers: ExtraHeaders }
  | {
      readonly kind: "file";
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      /** Name to save it under; without one the browser shows it. */
      readonly fileName: string | null;
      readonly caching: Caching;
      readonly headers: ExtraHeaders;
    }
  | { readonly kind: "error"; readonly status: ErrorStatus; readonly headers: ExtraHeaders };

/** A page. */
export function shown(
  content: PageContent,
  options: { readonly status?: number; readonly caching?: Caching; readonly headers?: ExtraHeaders } = {},
): Answer {
  return {
    kind: "page",
    content,
    status: options.status ?? 200,
    caching: options.caching ?? "private",
    headers: options.headers ?? {},
  };
}

/** After a form has been posted: 303, so that reloading the next page posts nothing again. `to` is a path of ours. */
export function redirected(to: string, headers: ExtraHeaders = {}): Answer {
  if (!/^\/(?![/\\])/.test(to)) throw new Error(`a redirect leads to a path of our own: ${to}`);
  return { kind: "redirect", to, headers };
}

/** A file, to be saved under a name or shown. */
export function fileAnswer(
  bytes: Uint8Array,
  mediaType: string,
  options: { readonly fileName?: string; readonly caching?: Caching; readonly headers?: ExtraHeaders } = {},
): Answer {
  return {
    kind: "file",
    bytes,
    mediaType,
    fileName: options.fileName ?? null,
    caching: options.caching ?? "private",
    headers: options.headers ?? {},
  };
}

/** One of the server's own pages: not found, not allowed, too many, gone. */
export function errorAnswer(status: ErrorStatus, headers: ExtraHeaders = {}): Answer {
  return { kind: "error", status, headers };
}
