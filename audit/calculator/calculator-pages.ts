import type { calculatorTexts } from "./browser/calculator-texts.ts";

/** Where the portal puts calendar and rules in (apps/portal/calculator-page.ts): data, never executed. */
const countrySlot = '<script type="application/json" id="country">null</script>';

/** The calculator before script, style and country are put in. */
export function calculatorHtml(parts: {
  readonly script: string;
  readonly style: string;
  /** Base64 of SHA-256 over the script and over the style, for the content policy. */
  readonly scriptHash: string;
  readonly styleHash: string;
}): string {
  const slot = (tag: string, name: keyof typeof calculatorTexts, more = ""): string =>
    `<${tag} data-text="${name}"${more}></${tag}>`;
  return `<!DOCTYPE html>
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
<noscript>JavaScript!</noscript>
</main>
${countrySlot}
<script>${parts.script}</script>
</body>
</html>
`;
}

/** Plain enough for browsers that know no variables; on paper only the letter remains. */
export const calculatorStyle = `
body{margin:0;background:#fdfcf8;color:#16211f;font:1rem/1.5 sans-serif;overflow-wrap:break-word;word-wrap:break-word}
header,main{max-width:42rem;margin:0 auto;padding:12px 16px}
header{border-bottom:1px solid #d9d6cc}
h1{font-size:1.56rem;margin:.5rem 0}h2{font-size:1.15rem}
label{display:block;font-weight:600;margin-top:14px}label.inline{display:inline;font-weight:400}
input,select,button{font:inherit;color:inherit;background:#fff;border:1px solid #16211f;padding:8px;max-width:100%;box-sizing:border-box}
select,input:not([type=checkbox]){width:100%}
button{cursor:pointer}button[type=submit],#print{display:block;margin:20px 0;background:#0a5f57;color:#fff;padding:8px 24px}
button[aria-pressed=true]{font-weight:700}
:focus{outline:3px solid #c98a00;outline-offset:2px}
#result{border-left:10px solid #0a5f57;background:#fff;padding:8px 16px}
dt{font-weight:600}dd{margin:0 0 8px;font-size:1.25rem}
.wrong{border-left:10px solid #a8321f;padding:8px 16px;background:#fff}
pre{white-space:pre-wrap;font:inherit;border:1px solid #d9d6cc;padding:16px;background:#fff}
[hidden]{display:none}
@media print{header,form,footer,h1,main>p,dl,h2,ol,label,select,input,button,#print,button[type=submit]{display:none}#result{border:0;padding:0}pre{border:0;padding:0;font-size:12pt}}
`
  .trim()
  .replace(/\n/g, "");
