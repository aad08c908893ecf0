/** What every page of one file has around its own markup. */

/** Licences of other people's code in a page. They ask to be named wherever it is copied. */
const pageLicences = {
  noble: "noble cryptography, MIT License (c) 2022 Paul Miller (paulmillr.com)",
  age: "age-encryption, BSD-3-Clause (c) Filippo Valsorda and others",
} as const;

/** Where data is put in when the page is handed out (`withPageData`): never executed. */
export const dataSlot = '<script type="application/json" id="data">null</script>';

export interface FramedPage {
  readonly licences: readonly (keyof typeof pageLicences)[];
  readonly script: string;
  readonly style: string;
  /** Base64 of SHA-256 over the script and over the style, for the content policy. */
  readonly scriptHash: string;
  readonly styleHash: string;
  /** The markup inside `main`. */
  readonly main: string;
  readonly hasData: boolean;
}

/** An empty element that the script fills in the reader's language; without a script the page could do nothing anyway. */
export function slotsOf<Name extends string>(): (tag: string, name: Name, more?: string) => string {
  return (tag, name, more = "") => `<${tag} data-text="${name}"${more}></${tag}>`;
}

/** The whole page. Turkmen is what stands there until the reader chooses. */
export function framedHtml(page: FramedPage): string {
  const licences = page.licences.map((name) => pageLicences[name]).join("; ");
  return `<!DOCTYPE html>
${licences === "" ? "" : `<!-- With ${licences} -->\n`}<html lang="tk">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${page.scriptHash}'; style-src 'sha256-${page.styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Aýdyň</title>
<style>${page.style}</style>
</head>
<body>
<header><strong>● aýdyň</strong>
<div role="group" aria-label="Dil · Язык · Language"><button type="button" id="tk" lang="tk">Türkmençe</button> <button type="button" id="ru" lang="ru">Русский</button> <button type="button" id="en" lang="en">English</button></div></header>
<main>
${page.main}
</main>
${page.hasData ? `${dataSlot}\n` : ""}<script>${page.script}</script>
</body>
</html>
`;
}

/** Tokens of the product's design; dark where the reader's device asks for it. */
const frameStyle = `
:root{--ink:#16211f;--paper:#fdfcf8;--surface:#fff;--line:#d9d6cc;--spring:#0a5f57;--clay:#a8321f;--leaf:#2e6b2e;--sun:#c98a00}
@media (prefers-color-scheme:dark){:root{--ink:#f1efe8;--paper:#141a19;--surface:#1d2524;--line:#3d4745;--spring:#7fd1c7;--clay:#f09a8a;--leaf:#9bd39b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;word-wrap:break-word;overflow-wrap:anywhere}
header,main{max-width:66ch;margin:0 auto;padding:12px 16px}
header{display:flex;flex-wrap:wrap;gap:8px;justify-content:space-between;border-bottom:1px solid var(--line)}
h1{font-size:1.56rem}h2{font-size:1.25rem;margin:0}
label{display:block}label,summary{font-weight:600;margin-top:16px}
textarea,input,select,button{color:inherit;background:var(--surface);border:1px solid var(--ink);padding:8px;max-width:100%}
button{font:inherit;cursor:pointer}
button[type=submit]{display:block;margin:24px 0;background:var(--spring);color:var(--paper);border-color:var(--spring);padding:8px 24px;font-weight:600}
button[aria-pressed=true]{font-weight:700}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px}
section{border:2px solid;border-left-width:12px;padding:16px;background:var(--surface)}
dt{font-weight:600}dd{margin:0}
`;

/** The style of a page: what all share, then its own. */
export function pageStyle(own: string): string {
  return `${frameStyle}${own}`.trim().replaceAll("\n", "");
}
