/** How a body's own site becomes a door to this one: a link, a picture, a frame, each to be copied. */
import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import { type AnsweringStrip, stripInWords, stripSize } from "#platform/html/answering-strip.ts";
import { button, getForm, hiddenField } from "#platform/html/form-elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";

/** The page with what is to be pasted, and what each looks like. */
export function stripHowPage(
  t: Translate,
  shown: {
    readonly body: BodyTree["all"][number];
    readonly strip: AnsweringStrip;
    /** How people reach the portal, without a slash at the end. */
    readonly origin: string;
  },
): PageContent {
  const { body, strip, origin } = shown;
  const path = bodyPath(t, body);
  const write = `/${t.language}/appeal?body=${body.slug}`;
  const words = t("strip-write", { body: body.name[t.language] });
  const { width, height } = stripSize;
  // The fixed texts of other sites' pages: built as text, shown as text.
  const link = `<a href="${origin}${write}">${plain(words)}</a>`;
  const form = getForm(`${origin}/${t.language}/appeal`, [hiddenField("body", body.slug), button(words)]);
  const image = `<a href="${origin}${path}"><img src="${origin}${path}/strip.svg" width="${width}" height="${height}" alt="${plain(stripInWords(t, strip))}"></a>`;
  const frame = `<iframe src="${origin}${path}/strip.html" width="${width + 16}" height="${height + 90}" title="${plain(t("answering-title"))}"></iframe>`;
  return {
    title: t("strip-title"),
    breadcrumbs: [
      { href: `/${t.language}/bodies`, label: t("bodies-title") },
      { href: path, label: body.name[t.language] },
    ],
    main: html`<h1>${t("strip-title")}</h1><p class="lead">${t("strip-lead")}</p><h2>${t("strip-link-title")}</h2><p><a href="${write}">${words}</a></p>${pasted(link)}<p>${t("strip-form")}</p>${pasted(form.toString())}<h2>${t("strip-image-title")}</h2><p>${t("strip-image")}</p><p><img src="${path}/strip.svg" width="${width}" height="${height}" alt="${stripInWords(t, strip)}"></p>${pasted(image)}<h2>${t("strip-frame-title")}</h2><p>${t("strip-frame")} <a href="${path}/strip.html">${t("strip-frame-look")}</a></p>${pasted(frame)}<p class="hint">${t("strip-same")}</p>`,
  };
}

function pasted(code: string) {
  return html`<p><code translate="no">${code}</code></p>`;
}

/** A text within the markup that others paste. */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
