/** The question whom a complaint is about, on a page that somebody fills in for another. */
import { appealAboutForm, complainedOfMax } from "#government/appeals/index.ts";
import { notice } from "#platform/html/elements.ts";
import { button, checkboxesFrom, hiddenField } from "#platform/html/form-elements.ts";
import { formFields } from "#platform/html/form-fields.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import {
  type AboutShown,
  askedField,
  complainedOfField,
  lookField,
  meantField,
  staysField,
} from "./complaint-about.ts";

/** Boxes and the applicant's own words. */
export function aboutQuestion(t: Translate, shown: AboutShown): Html {
  const { offered, named, state, problem, holders } = shown;
  return html`<h2>${t("intake-about")}</h2>${insisting(t, problem)}${meantQuestion(t, shown)}${
    offered.length > 0
      ? checkboxesFrom(t, {
          name: complainedOfField,
          label: t("appeal-about-officials"),
          hint: t("intake-about-hint"),
          options: offered.map(({ value, body, post }) => ({
            value,
            label: post === null ? t("appeal-about-whole") : post.name[t.language],
            hint: [holders.get(value), body.name[t.language]].filter(Boolean).join(" · "),
          })),
          chosen: named,
          message:
            problem?.code === "too-many" ? t("appeal-about-too-many", { count: complainedOfMax }) : null,
        })
      : html`<p>${t("intake-about-below")}</p>`
  }${formFields(t, appealAboutForm, state, ["who"])}`;
}

/** The search for officials of the addressee or of another body: under the button that sends, which the Enter key presses. */
export function aboutSearch(t: Translate, { state, search }: AboutShown): Html {
  return html`<h2>${t("intake-about-more")}</h2>${search !== null && html`<p>${t(`appeal-about-${search}`)}</p>`}${formFields(
    t,
    appealAboutForm,
    state,
    ["search"],
  )}${button(t("intake-about-look"), { tone: "secondary", name: lookField, value: "yes" })}`;
}

/** "Is … meant": asked once, and remembered by the form itself, since words alone keep nobody out. */
function meantQuestion(t: Translate, { problem, asked, named }: AboutShown): HtmlValue {
  const meant = problem?.code === "names-somebody" ? problem.meant : [];
  const before = [...asked, ...meant.map(({ value }) => value)].map((value) =>
    hiddenField(askedField, value),
  );
  if (meant.length === 0) return before;
  return [
    before,
    notice(
      t("appeal-about-meant-title"),
      checkboxesFrom(t, {
        // An id of its own: the boxes of the list have the name as theirs.
        name: meantField,
        label: t("appeal-about-meant"),
        hint: t("intake-about-meant-hint"),
        options: meant.map(({ value, body, post, name }) => ({
          value,
          label: name,
          hint: [post?.name[t.language], body.name[t.language]].filter(Boolean).join(", "),
        })),
        chosen: named,
      }),
      { tone: "clay", alert: true },
    ),
  ];
}

function insisting(t: Translate, problem: AboutShown["problem"]): HtmlValue {
  if (problem?.code !== "names-the-addressee") return null;
  const { addressee, proposals } = problem;
  return notice(
    t("intake-about-addressee-title"),
    html`<p>${t("intake-about-addressee", { body: addressee.name[t.language] })}</p><ul>${proposals.map(
      ({ body }) => html`<li>${body.name[t.language]}</li>`,
    )}</ul>${checkboxesFrom(t, {
      name: staysField,
      label: t("intake-about-stays"),
      options: [{ value: "yes", label: t("intake-about-stays-option") }],
      chosen: [],
      message: null,
    })}`,
    { tone: "clay", alert: true },
  );
}
