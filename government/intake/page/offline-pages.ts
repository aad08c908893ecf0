import { slotsOf } from "#engines/one-file/frame-pages.ts";
import type { fixedTexts } from "./browser/offline-texts.ts";

type TextName = keyof typeof fixedTexts;
const slot = slotsOf<TextName>();
const field = (id: TextName, control: string): string =>
  `<div class="field">${slot("label", id, ` for="${id}"`)}${control}<p class="problem" id="${id}-problem" role="alert"></p></div>`;
const list = (id: TextName, options = ""): string =>
  field(id, `<select id="${id}" aria-describedby="${id}-problem">${options}</select>`);
const line = (id: TextName): string =>
  field(id, `<input id="${id}" autocomplete="off" aria-describedby="${id}-problem">`);

/** What stands in the offline page inside the frame of all pages of one file. */
export const offlineMain = `${slot("h1", "title")}
${slot("p", "intro")}
<form id="form" novalidate>
${list("kind")}
${list("body")}
${list("language")}
${line("subject")}
${field("text", '<textarea id="text" rows="10" aria-describedby="text-problem"></textarea>')}
${field("files", '<input id="files" type="file" multiple aria-describedby="files-help files-problem">')}
${slot("p", "filesHelp", ' id="files-help"')}
${field("about", '<input id="about" autocomplete="off" aria-describedby="about-help about-problem">')}
${slot("p", "aboutHelp", ' id="about-help"')}
${line("name")}
${line("address")}
${line("contact")}
${list("identity", `<option value=""></option>${slot("option", "shown", ' value="shown"')}${slot("option", "sealed", ' value="sealed"')}`)}
<details>${slot("summary", "office")}${slot("p", "officeHelp")}
${slot("label", "day", ' for="day"')}<input id="day" autocomplete="off">
${slot("label", "hour", ' for="hour"')}<input id="hour" autocomplete="off"></details>
${slot("button", "make", ' type="submit"')}
<p class="problem" id="failure" role="alert"></p>
</form>
<noscript>JavaScript!</noscript>
<section id="done" hidden tabindex="-1">
${slot("h2", "done")}
${slot("p", "notSent", ' class="screen"')}
<p class="screen"><a id="save" data-text="save"></a> <button type="button" id="print" data-text="print"></button></p>
<dl><dt data-text="stub"></dt><dd id="stub-text"></dd><dt data-text="digest"></dt><dd id="digest-text"></dd></dl>
${slot("p", "keep")}
<pre id="paper"></pre>
<p class="sign"><span data-text="signature"></span></p>
<div class="cut"><dl><dt data-text="withdrawal"></dt><dd id="withdrawal-code"></dd></dl>${slot("p", "withdrawalHelp")}</div>
</section>
<footer><dl><dt data-text="key"></dt><dd id="key"></dd></dl>${slot("p", "keyHelp")}</footer>`;

/** What it adds to the style of all pages of one file; on paper the stub and the text alone. */
export const offlineStyle = `
textarea,input,select{width:100%;font:inherit}
[aria-invalid]{border:3px solid var(--clay)}
.problem{color:var(--clay);font-weight:600;margin:4px 0}.problem:empty{display:none}
a{color:var(--spring)}#save{display:inline-block;font-weight:600;padding:8px 0;margin-right:16px}
section{border-color:var(--leaf)}
dd{margin:0 0 8px;font-family:monospace;font-size:1.1rem}
pre{white-space:pre-wrap;font:inherit;border-top:1px solid var(--line);padding-top:12px}
footer{margin-top:40px;border-top:1px solid var(--line);font-size:.9rem}
.sign{display:none}.cut{border-top:1px dashed;margin-top:24px;padding-top:12px}
@media print{form,header,footer,h1,main>p,.screen{display:none}section{border:0;padding:0}.sign{display:block;border-top:1px solid #000;margin-top:60px}}
`;
