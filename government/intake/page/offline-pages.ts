import type { fixedTexts } from "./browser/offline-texts.ts";

/** The offline page, before script, style and data are put in. */
export function offlineHtml(parts: {
  readonly script: string;
  readonly style: string;
  readonly scriptHash: string;
  readonly styleHash: string;
  /** JSON that cannot end the element it stands in. */
  readonly data: string;
}): string {
  const slot = (tag: string, name: keyof typeof fixedTexts, more = ""): string =>
    `<${tag} data-text="${name}"${more}></${tag}>`;
  const field = (id: keyof typeof fixedTexts, control: string): string =>
    `<div class="field">${slot("label", id, ` for="${id}"`)}${control}<p class="problem" id="${id}-problem" role="alert"></p></div>`;
  const list = (id: keyof typeof fixedTexts, options = ""): string =>
    field(id, `<select id="${id}" aria-describedby="${id}-problem">${options}</select>`);
  const line = (id: keyof typeof fixedTexts): string =>
    field(id, `<input id="${id}" autocomplete="off" aria-describedby="${id}-problem">`);
  return `<!DOCTYPE html>
<!-- With age-encryption, BSD-3-Clause (c) Filippo Valsorda and others, and noble cryptography, MIT License (c) Paul Miller (paulmillr.com) -->
<html lang="tk">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${parts.scriptHash}'; style-src 'sha256-${parts.styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Aýdyň</title>
<style>${parts.style}</style>
</head>
<body>
<header><strong>● aýdyň</strong>
<div role="group" aria-label="Dil · Язык · Language"><button type="button" id="tk" lang="tk">Türkmençe</button> <button type="button" id="ru" lang="ru">Русский</button> <button type="button" id="en" lang="en">English</button></div></header>
<main>
${slot("h1", "title")}
${slot("p", "intro")}
<form id="form" novalidate>
${list("kind")}
${list("body")}
${list("language")}
${line("subject")}
${field("text", '<textarea id="text" rows="10" aria-describedby="text-problem"></textarea>')}
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
</section>
<footer><dl><dt data-text="key"></dt><dd id="key"></dd></dl>${slot("p", "keyHelp")}</footer>
</main>
<script type="application/json" id="data">${parts.data}</script>
<script>${parts.script}</script>
</body>
</html>
`;
}

/** Tokens of the product's design; dark where the reader's device asks for it; on paper the stub and the text alone. */
export const offlineStyle = `
:root{--ink:#16211f;--paper:#fdfcf8;--surface:#fff;--line:#d9d6cc;--spring:#0a5f57;--clay:#a8321f;--leaf:#2e6b2e;--sun:#c98a00}
@media (prefers-color-scheme:dark){:root{--ink:#f1efe8;--paper:#141a19;--surface:#1d2524;--line:#3d4745;--spring:#7fd1c7;--clay:#f09a8a;--leaf:#9bd39b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:66ch;margin:0 auto;padding:12px 16px}
header{display:flex;flex-wrap:wrap;gap:8px;justify-content:space-between;border-bottom:1px solid var(--line)}
h1{font-size:1.56rem}h2{font-size:1.25rem;margin:0}
label{display:block}label,summary{font-weight:600;margin-top:16px}
textarea,input,select{width:100%;font:inherit}
textarea,input,select,button{color:inherit;background:var(--surface);border:1px solid var(--ink);padding:8px;max-width:100%}
[aria-invalid]{border:3px solid var(--clay)}
.problem{color:var(--clay);font-weight:600;margin:4px 0}.problem:empty{display:none}
button{font:inherit;cursor:pointer}
button[type=submit]{display:block;margin:24px 0;background:var(--spring);color:var(--paper);border-color:var(--spring);padding:8px 24px;font-weight:600}
button[aria-pressed=true]{font-weight:700}
a{color:var(--spring)}#save{display:inline-block;font-weight:600;padding:8px 0;margin-right:16px}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px}
section{border:2px solid var(--leaf);border-left-width:12px;padding:16px;background:var(--surface)}
dt{font-weight:600}dd{margin:0 0 8px;font-family:monospace;font-size:1.1rem}
pre{white-space:pre-wrap;font:inherit;border-top:1px solid var(--line);padding-top:12px}
footer{margin-top:40px;border-top:1px solid var(--line);font-size:.9rem}
.sign{display:none}
@media print{form,header,footer,h1,main>p,.screen{display:none}section{border:0;padding:0}.sign{display:block;border-top:1px solid #000;margin-top:60px}}
`
  .trim()
  .replaceAll("\n", "");
