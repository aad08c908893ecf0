import { slotsOf } from "#engines/one-file/frame-pages.ts";
import type { fixedTexts } from "./browser/page-texts.ts";

const slot = slotsOf<keyof typeof fixedTexts>();

/** What stands in the verifier page inside the frame of all pages of one file. */
export const verifierMain = `${slot("h1", "title")}
${slot("p", "intro")}
<form id="form">
${slot("label", "receipt", ' for="receipt"')}
<textarea id="receipt" rows="6" spellcheck="false" autocomplete="off"></textarea>
<input type="file" id="receipt-file" aria-label="*.json">
<details>${slot("summary", "policy")}
${slot("p", "policyHelp", ' id="policy-help"')}
<textarea id="policy" rows="4" spellcheck="false" autocomplete="off" aria-label="policy" aria-describedby="policy-help"></textarea>
<input type="file" id="policy-file" aria-label="policy"></details>
${slot("label", "mirror", ' for="mirror"')}
<input type="file" id="mirror" webkitdirectory multiple>
${slot("button", "check", ' type="submit"')}
</form>
<noscript>JavaScript!</noscript>
<section id="verdict" hidden tabindex="-1" aria-live="polite"></section>`;

/** What it adds to the style of all pages of one file: the colours of a verdict. */
export const verifierStyle = `
textarea{width:100%;font:.9rem/1.4 monospace}
section{border-color:var(--sun)}section.witnessed{border-color:var(--leaf)}section.fails{border-color:var(--clay)}
dd{margin-bottom:8px;white-space:pre-wrap}
@media print{form,header div{display:none}}
`;
