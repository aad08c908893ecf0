/** The decision about an erasure at a desk. No text of anybody is on this page. */
import { toHex } from "#core/bytes.ts";
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import { details, notice } from "#platform/html/elements.ts";
import { button, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type FormState, formErrorSummary, formFields, untouched } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import { dateInWords, dateWithWeekday } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { WaitingDecision } from "../ask-erasure.ts";
import type { ErasedParts } from "../decide-erasure.ts";
import type { ErasureOrder } from "../erasure-order-store.ts";
import { erasureWhy } from "../erasure-term-pages.ts";
import { deskEraseForm, deskKeepForm, deskOrderForm } from "./desk-forms.ts";

/** The forms of the page; each is posted to an address of its own. */
export type ErasureForm = "grant" | "refuse" | "order";

/** Name of the field that carries the digest of the list that was read. */
export const orderDigestField = "list";

/** An erasure by order that waits for its second person. */
export interface OrderShown {
  readonly order: ErasureOrder;
  readonly parts: readonly ErasedParts[];
  readonly isSame: boolean;
  readonly mayApprove: boolean;
  readonly writer: string;
}

export interface ErasureShown {
  readonly number: CaseNumber;
  readonly order: OrderShown | null;
  /** Whoever only stands behind an order decides nothing else here. */
  readonly isHead: boolean;
  readonly asked: WaitingDecision | null;
  readonly today: CivilDate;
  readonly drawFormKey: () => FormKey;
  readonly sent: { readonly name: ErasureForm; readonly state: FormState } | null;
}

/** What is asked, and what can be decided. */
export function erasurePage(t: Translate, shown: ErasureShown): PageContent {
  const { number, asked, today, sent } = shown;
  const casePath = `/${t.language}/desk/${number}`;
  const forms: Record<ErasureForm, Form<Fields>> = {
    grant: deskEraseForm,
    refuse: deskKeepForm,
    order: deskOrderForm,
  };
  const form = (name: ErasureForm, tone: "danger" | "secondary"): Html =>
    postForm({ action: `${casePath}/erase/${name}`, formKey: shown.drawFormKey() }, [
      formFields(t, forms[name], sent?.name === name ? sent.state : untouched),
      button(t(`desk-erasure-${name}-send`), { tone }),
    ]);
  const order = [html`<p>${t("desk-erasure-order-lead")}</p>`, form("order", "danger")];
  return {
    title: t("desk-erasures-title"),
    back: { href: casePath, label: t("desk-back") },
    main: html`${sent !== null && formErrorSummary(t, forms[sent.name], sent.state.problems)}<p class="hint">${number}</p><h1>${t("desk-erasure-title")}</h1>${shown.order !== null && orderCard(t, shown, shown.order)}${
      shown.isHead && [
        askedWords(t, asked),
        asked !== null && decisionForms(t, asked.revocableUntil >= today ? asked.revocableUntil : null, form),
        sent?.name === "order"
          ? [html`<h2>${t("desk-erasure-order")}</h2>`, order]
          : details(t("desk-erasure-order"), order),
      ]
    }`,
  };
}

/** The exact list of what would go; no word of what stands in it. */
function orderCard(t: Translate, shown: ErasureShown, waiting: OrderShown): Html {
  const { order, parts, isSame, mayApprove, writer } = waiting;
  const approve = postForm(
    { action: `/${t.language}/desk/${shown.number}/erase/approve`, formKey: shown.drawFormKey() },
    [
      hiddenField(orderDigestField, toHex(order.digest)),
      button(t("desk-erasure-approve-send"), { tone: "danger" }),
    ],
  );
  const takeBack = postForm(
    { action: `/${t.language}/desk/${shown.number}/erase/take-back`, formKey: shown.drawFormKey() },
    [button(t("desk-erasure-take-back"), { tone: "secondary" })],
  );
  return html`<h2>${t("desk-erasure-waits-title")}</h2><p>${t("desk-erasure-waits", { writer })}</p><p>${t(`act-erasure-${order.ground}`)}: ${order.reference}</p><ol>${parts.map(
    ({ position, kind, names }) =>
      html`<li value="${position}">${t(`act-${kind}`)}: <span class="code">${names.join(", ")}</span></li>`,
  )}</ol>${!isSame ? html`<p>${t("desk-erasure-changed")}</p>` : mayApprove ? approve : html`<p>${t("desk-erasure-not-writer")}</p>`}${shown.isHead && takeBack}`;
}

function askedWords(t: Translate, asked: WaitingDecision | null): HtmlValue {
  if (asked === null) return html`<p>${t("desk-erasure-not-asked")}</p>`;
  return html`<p>${t("desk-erasure-asked", { day: dateInWords(t.language, asked.askedOn) })}</p><ul>${asked.scope.map(
    (scope) => html`<li>${t(`act-erasure-scope-${scope}`)}</li>`,
  )}</ul>${
    asked.term !== null &&
    html`<p>${t("desk-erasure-due", { day: dateWithWeekday(t.language, asked.term.due) })}</p>${erasureWhy(t, asked.term)}`
  }`;
}

function decisionForms(
  t: Translate,
  revocableUntil: CivilDate | null,
  form: (name: ErasureForm, tone: "danger" | "secondary") => Html,
): HtmlValue {
  if (revocableUntil !== null) {
    return notice(
      t("desk-erasure-wait-title"),
      html`<p>${t("desk-erasure-wait", { day: dateWithWeekday(t.language, revocableUntil) })}</p>`,
    );
  }
  return html`<h2>${t("desk-erasure-grant")}</h2><p>${t("desk-erasure-grant-lead")}</p>${form("grant", "danger")}<h2>${t("desk-erasure-refuse")}</h2>${form("refuse", "secondary")}`;
}
