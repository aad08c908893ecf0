import { slotsOf } from "#engines/one-file/frame-pages.ts";
import type { calculatorTexts } from "./browser/calculator-texts.ts";

const slot = slotsOf<keyof typeof calculatorTexts>();

/** What stands in the calculator inside the frame of all pages of one file. */
export const calculatorMain = `${slot("h1", "title")}
${slot("p", "intro")}
<form id="form" novalidate>
${slot("label", "body", ' for="body"')}<select id="body"></select>
${slot("label", "kind", ' for="kind"')}<select id="kind"></select>
${slot("label", "day", ' for="day"')}<input id="day" autocomplete="off" aria-describedby="wrong">
<p><input type="checkbox" id="posted"> ${slot("label", "posted", ' for="posted" class="inline"')}</p>
${slot("label", "today", ' for="today"')}<input id="today" autocomplete="off">
${slot("button", "count", ' type="submit"')}
</form>
${slot("p", "wrongDay", ' id="wrong" role="alert" class="wrong" hidden')}
<section id="result" hidden aria-live="polite">
<dl><dt data-text="due"></dt><dd id="due"></dd><dt id="count-label"></dt><dd id="count"></dd></dl>
${slot("h2", "how")}
<ol id="steps"></ol>
${slot("p", "notYet", ' id="not-yet"')}
<div id="letter">
${slot("label", "letter", ' for="forum"')}<select id="forum"></select>
${slot("label", "from", ' for="from"')}<input id="from" autocomplete="off">
<pre id="letter-text"></pre>
${slot("button", "print", ' type="button" id="print"')}
</div>
</section>
<footer><p>${slot("span", "dated")}: <span id="asof"></span>. ${slot("span", "record")}: <span id="origin"></span>. ${slot("span", "lawyer")}</p></footer>
<noscript>JavaScript!</noscript>`;

/** What it adds to the style of all pages of one file; on paper only the letter remains. */
export const calculatorStyle = `
label.inline{display:inline;font-weight:400}
select,input:not([type=checkbox]){width:100%;font:inherit}
#print{display:block;margin:20px 0}
section{border-color:var(--spring)}
dd{margin:0 0 8px;font-size:1.25rem}
.wrong{border-left:10px solid var(--clay);padding:8px 16px;background:var(--surface)}
pre{white-space:pre-wrap;font:inherit;border:1px solid var(--line);padding:16px}
[hidden]{display:none}
@media print{header,form,footer,h1,main>p,dl,h2,ol,label,select,input,#print{display:none}section{border:0;padding:0}pre{border:0;padding:0;font-size:12pt}}
`;
