import type { fixedTexts } from "./browser/page-texts.ts";

/** The one page, before script and style are put in. Turkmen is what stands there until the reader chooses. */
export function verifierHtml(parts: {
  readonly script: string;
  readonly style: string;
  /** Base64 of SHA-256 over the script and over the style, for the content policy. */
  readonly scriptHash: string;
  readonly styleHash: string;
}): string {
  // The script fills these in the reader's language; without it the page could not judge anything anyway.
  const slot = (tag: string, name: keyof typeof fixedTexts, more = ""): string =>
    `<${tag} data-text="${name}"${more}></${tag}>`;
  return `<!DOCTYPE html>
<!-- With noble-curves and noble-hashes, MIT License (c) 2022 Paul Miller (paulmillr.com) -->
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
<section id="verdict" hidden tabindex="-1" aria-live="polite"></section>
</main>
<script>${parts.script}</script>
</body>
</html>
`;
}

/** Tokens of the product's design; dark where the reader's device asks for it. */
export const verifierStyle = `
:root{--ink:#16211f;--paper:#fdfcf8;--surface:#fff;--line:#d9d6cc;--spring:#0a5f57;--clay:#a8321f;--leaf:#2e6b2e;--sun:#c98a00}
@media (prefers-color-scheme:dark){:root{--ink:#f1efe8;--paper:#141a19;--surface:#1d2524;--line:#3d4745;--spring:#7fd1c7;--clay:#f09a8a;--leaf:#9bd39b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main{max-width:66ch;margin:0 auto;padding:12px 16px}
header{display:flex;flex-wrap:wrap;gap:8px;justify-content:space-between;border-bottom:1px solid var(--line)}
h1{font-size:1.56rem}h2{font-size:1.25rem;margin:0}
label,summary{display:block;font-weight:600;margin-top:16px}
textarea{width:100%;font:.9rem/1.4 monospace}
textarea,input,button{color:inherit;background:var(--surface);border:1px solid var(--ink);padding:8px;max-width:100%}
button{font:inherit;cursor:pointer}
button[type=submit]{display:block;margin:24px 0;background:var(--spring);color:var(--paper);border-color:var(--spring);padding:8px 24px;font-weight:600}
button[aria-pressed=true]{font-weight:700}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px}
section{border:2px solid;border-left-width:12px;padding:16px;background:var(--surface)}
section.witnessed{border-color:var(--leaf)}section.fails{border-color:var(--clay)}
section.in-log,section.queued,section.needs-mirror{border-color:var(--sun)}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:4px 16px}
dt{font-weight:600}dd{margin:0;white-space:pre-wrap}
@media (max-width:30rem){dl{display:block}dd{margin-bottom:8px}}
@media print{form,header div{display:none}}
`
  .trim()
  .replaceAll("\n", "");
