import { codeText, dataTable, notice, summaryList } from "#platform/html/elements.ts";
import { button, postForm } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent, PageLink } from "#platform/html/page.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Session } from "#platform/session/session.ts";
import { leaveForm } from "#platform/session/session-pages.ts";
import { type AccountNumber, accountNumberText } from "./account-number.ts";
import { codesLeftReminder } from "./finish-sign-in.ts";

export interface AccountView {
  readonly number: AccountNumber;
  readonly codesLeft: number;
  /** Role, post and body in words. */
  readonly offices: readonly string[];
  /** Ways from here: own appeals, the desk. */
  readonly links: readonly PageLink[];
  readonly sessions: readonly Session[];
  /** The session that looks at this page. */
  readonly here: Session;
  /** IANA name. */
  readonly timeZone: string;
}

/** Field whose value names the sign-in to end. */
export const endField = "end";
/** Its value for all sign-ins but this one. */
export const endOthers = "others";

/** A person's own place: no name on it, since somebody may look over the shoulder. */
export function accountPage(t: Translate, view: AccountView): PageContent {
  const offices = view.offices.map((office) => html`<li>${office}</li>`);
  return {
    title: t("account-title"),
    main: html`<h1>${t("account-title")}</h1>${
      view.codesLeft <= codesLeftReminder &&
      notice(t("sign-in-code-title"), html`<p>${t("account-few-codes", { count: view.codesLeft })}</p>`)
    }${summaryList([
      { key: t("account-number"), value: codeText(accountNumberText(view.number)) },
      ...(offices.length > 0 ? [{ key: t("account-offices"), value: html`<ul>${offices}</ul>` }] : []),
    ])}${
      view.links.length > 0 &&
      html`<ul>${view.links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`
    }${leaveForm(t)}<h2>${t("account-sessions")}</h2>${sessionsForm(t, view)}`,
  };
}

function sessionsForm(t: Translate, view: AccountView): Html {
  const { sessions, here, timeZone } = view;
  const inWords = (instant: number) => momentInWords(t.language, instant, timeZone);
  const rows = sessions.map((session) => {
    const since = inWords(session.signedInAt ?? session.createdAt);
    const end =
      session.id === here.id
        ? t("account-session-here")
        : button(t("account-session-end-this", { since }), {
            tone: "secondary",
            name: endField,
            value: session.id,
          });
    return [since, inWords(session.seenAt), end];
  });
  const columns = [
    { heading: t("account-session-since") },
    { heading: t("account-session-seen") },
    { heading: t("account-session-action") },
  ];
  const table = dataTable({ caption: t("account-sessions"), columns, rows, captionHidden: true });
  if (sessions.length <= 1) return table;
  return postForm({ action: `/${t.language}/account/sign-ins` }, [
    table,
    button(t("account-sessions-end-others"), { tone: "danger", name: endField, value: endOthers }),
  ]);
}
