/** Following a case: the page on which mails and feeds are chosen, and the pages behind the links of a mail. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { day, notice, writtenText } from "#platform/html/elements.ts";
import { button, errorSummary, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Translate } from "#platform/language/texts.ts";
import { feedField, followerField, noticeAddressForm } from "./notice-form.ts";

/** How the installation sends mail; `none`: not at all. */
export type MailWayName = "smtp" | "folder" | "none";

export interface FollowingShown {
  readonly number: string;
  readonly isSealed: boolean;
  readonly mailWay: MailWayName;
  readonly state: FormState;
  /** What was wrong with the form as a whole; `null` when nothing was. */
  readonly wrong: "form-too-old" | "too-many-addresses" | "too-many-feeds" | "held-up" | null;
  readonly addresses: readonly { readonly id: string; readonly confirmedAt: number }[];
  readonly feeds: readonly { readonly id: string; readonly madeAt: number }[];
  readonly formKey: () => FormKey;
  /** IANA name of the country's time zone. */
  readonly timeZone: string;
}

/** Where mails and feeds of a case are chosen and ended. */
export function followingPage(t: Translate, shown: FollowingShown): PageContent {
  const { number, state, wrong } = shown;
  return framed(
    t,
    number,
    html`${formErrorSummary(t, noticeAddressForm, state.problems)}${
      wrong !== null && errorSummary(t, [{ text: t(`notice-${wrong}`), href: "#main" }])
    }<h1>${t("notice-title")}</h1><p class="lead">${t("notice-lead")}</p><h2>${t("notice-mail-title")}</h2>${mailPart(
      t,
      shown,
    )}<h2>${t("notice-feed-title")}</h2>${feedPart(t, shown)}`,
  );
}

function framed(t: Translate, number: string, main: Html): PageContent {
  return {
    title: t("notice-title"),
    back: { href: `/${t.language}/case/${number}`, label: t("notice-back") },
    main,
  };
}

function mailPart(t: Translate, shown: FollowingShown): HtmlValue {
  const { number, isSealed, mailWay, state, addresses, formKey } = shown;
  const path = `/${t.language}/case/${number}/notices`;
  const known = addresses.map(
    ({ id, confirmedAt }) =>
      html`<li>${t("notice-address-confirmed")} ${dayOf(t, shown, confirmedAt)} ${postForm(
        { action: `${path}/stop`, formKey: formKey() },
        [hiddenField(followerField, id), button(t("notice-address-stop"), { tone: "secondary" })],
      )}</li>`,
  );
  const list = known.length > 0 && html`<h3>${t("notice-address-list")}</h3><ul>${known}</ul>`;
  if (mailWay === "none") return html`<p>${t("notice-mail-none")}</p>${list}`;
  return html`<p>${t("notice-mail-what")}</p>${
    isSealed && notice(t("notice-sealed-title"), html`<p>${t("notice-sealed")}</p>`, { tone: "clay" })
  }${postForm({ action: path, formKey: formKey() }, [
    formFields(t, noticeAddressForm, state),
    button(t("notice-address-send")),
  ])}${list}`;
}

function feedPart(t: Translate, shown: FollowingShown): HtmlValue {
  const { number, isSealed, feeds, formKey } = shown;
  const path = `/${t.language}/case/${number}/notices/feed`;
  const known = feeds.map(
    ({ id, madeAt }) =>
      html`<li>${t("notice-feed-made")} ${dayOf(t, shown, madeAt)} ${postForm(
        { action: `${path}/withdraw`, formKey: formKey() },
        [hiddenField(feedField, id), button(t("notice-feed-withdraw"), { tone: "secondary" })],
      )}</li>`,
  );
  return html`<p>${t("notice-feed-what")}</p><p>${t("notice-feed-who")}</p>${
    isSealed && html`<p>${t("notice-feed-sealed")}</p>`
  }${postForm({ action: path, formKey: formKey() }, button(t("notice-feed-make"), { tone: "secondary" }))}${
    known.length > 0 && html`<h3>${t("notice-feed-list")}</h3><ul>${known}</ul>`
  }`;
}

function dayOf(t: Translate, { timeZone }: FollowingShown, at: number): Html {
  return day(t, civilDateAt(at, timeZone));
}

/** What comes next, whoever the address belongs to and whether it is known. */
export function askedPage(
  t: Translate,
  shown: Pick<FollowingShown, "number" | "isSealed" | "mailWay">,
): PageContent {
  const { number, isSealed, mailWay } = shown;
  return framed(
    t,
    number,
    html`<h1>${t("notice-asked-title")}</h1><p class="lead">${t("notice-asked-lead")}</p><p>${t(
      isSealed ? "notice-asked-when-sealed" : "notice-asked-when",
    )}</p><p>${t("notice-asked-not-come")}</p>${mailWay === "folder" && html`<p>${t("notice-asked-folder")}</p>`}`,
  );
}

/** The address of a feed, once: nobody can show it again, since only its digest is kept. */
export function feedMadePage(
  t: Translate,
  shown: { readonly number: string; readonly address: string; readonly path: string },
): PageContent {
  const { number, address, path } = shown;
  return {
    ...framed(
      t,
      number,
      html`<h1>${t("notice-feed-made-title")}</h1><p class="lead">${t("notice-feed-made-lead")}</p><p>${writtenText(
        address,
        null,
      )}</p><p><a href="${path}">${t("notice-feed-open")}</a></p><p>${t("notice-feed-who")}</p><p>${t("notice-feed-lost")}</p>`,
    ),
    back: { href: `/${t.language}/case/${number}/notices`, label: t("notice-back-to-page") },
  };
}

/** The page behind a link of a mail. Opening it does nothing: mail servers open links before people do. */
export function linkPage(
  t: Translate,
  what: "confirm" | "leave",
  path: string,
  state: "asked" | "done" | "unknown",
): PageContent {
  const words = `notice-${what}-${state}` as const;
  return {
    title: t("notice-title"),
    main: html`<h1>${t(`${words}-title`)}</h1><p class="lead">${t(words)}</p>${
      state === "asked" &&
      postForm({ action: path }, button(t(what === "confirm" ? "notice-confirm-send" : "notice-leave-send")))
    }`,
  };
}
