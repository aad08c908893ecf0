import { type PageLanguage, pageLanguages } from "#engines/one-file/browser/page-languages.ts";
import { stepWords, weekdayWords } from "../calculator/browser/clock-words.ts";
import { secondsText } from "../commands/output.ts";
import { escaped, proofMarkup } from "./certificate-proof.ts";
import {
  actWords,
  asOfWords,
  headingWords,
  labelWords,
  limitWords,
  sendingWords,
  statementWords,
} from "./certificate-words.ts";
import type { Certificate } from "./make-certificate.ts";

const languageNames: Readonly<Record<PageLanguage, string>> = {
  tk: "Türkmençe",
  ru: "Русский",
  en: "English",
};

/** Both on paper and on a telephone; nothing is loaded from anywhere. */
const style = `
body{margin:0 auto;max-width:46rem;padding:1rem;font:1rem/1.5 "DejaVu Sans",sans-serif;color:#16211f;background:#fff;overflow-wrap:anywhere}
section{border-top:3px solid #0a5f57;padding:1rem 0}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.05rem;margin:1rem 0 .25rem}
.statement{border:2px solid #16211f;border-left-width:12px;padding:.75rem;font-weight:bold}
.warning{border:2px solid #a8321f;padding:.5rem .75rem}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #999;padding:.25rem .5rem .25rem 0;text-align:left;vertical-align:top}
dt{font-weight:bold}dd{margin:0 0 .35rem}
pre{white-space:pre-wrap;word-break:break-all;font-size:.7rem;border:1px solid #999;padding:.5rem}
code{font-size:.85rem}
@media print{body{max-width:none;padding:0;font-size:10pt}section{break-after:page}h2{break-after:avoid}a{color:inherit}}
`
  .trim()
  .replaceAll("\n", "");

/** The whole certificate: one file in three languages, without a script, with its proof at the end. */
export function certificateHtml(certificate: Certificate): string {
  const heading = headingWords(certificate);
  const title = pageLanguages.map((language) => heading[language]).join(" · ");
  const sections = pageLanguages.map((language) => languageSection(certificate, language)).join("\n");
  return `<!DOCTYPE html>
<html lang="tk">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<p>${pageLanguages.map((language) => `<a href="#${language}" lang="${language}">${languageNames[language]}</a>`).join(" · ")}</p>
<main>
${sections}
<section id="proof">
<h2>Subutnama · Доказательство · Proof</h2>
${proofMarkup(certificate.proof)}
</section>
</main>
</body>
</html>
`;
}

function languageSection(certificate: Certificate, language: PageLanguage): string {
  const label = (name: keyof typeof labelWords): string => escaped(labelWords[name][language]);
  const { certified, judged } = certificate;
  const nameOf = namesOf(certificate, language);
  const steps = certified.explanation.map((step) => `<li>${escaped(stepWords(step, language, nameOf))}</li>`);
  const limits = limitWords(certificate).map((limit) => `<li>${escaped(limit[language])}</li>`);
  const warning = judged ? "" : `<p class="warning">${label("notJudged")}</p>\n`;
  return `<section id="${language}" lang="${language}">
<h1>${escaped(headingWords(certificate)[language])}</h1>
<p>${escaped(asOfWords(certificate, language))}</p>
<p class="statement">${escaped(statementWords(certificate, language))}</p>
${warning}<dl>
${rows(certificate, language, nameOf)}
</dl>
<h2>${label("derivation")}</h2>
<ol>${steps.join("")}</ol>
<h2>${label("acts")}</h2>
${actTable(certificate, language, nameOf)}
<h2>${label("limits")}</h2>
<ul>${limits.join("")}</ul>
<h2>${label("check")}</h2>
<p>${label("checkText")}<br><code>bin/aydyn verify certificate FILE --mirror DIR --policy FILE</code></p>
</section>`;
}

/** A body's name in a language, by the public acts of the record. */
function namesOf({ parameters }: Certificate, language: PageLanguage): (body: number) => string {
  const names = new Map(parameters.bodies.map(({ number, name }) => [number, name[language]]));
  return (body) => names.get(body) ?? String(body);
}

function rows(certificate: Certificate, language: PageLanguage, nameOf: (body: number) => string): string {
  const { certified, head, judged, policyDigest } = certificate;
  const filed = `${weekdayWords(certified.filedOn, language)}: ${actWords(certified.filingKind, language)}`;
  const sending = sendingWords(certificate, language);
  const witnesses = head.cosignatures.map(({ name, timeSeconds }) => `${name} (${secondsText(timeSeconds)})`);
  const pairs: (readonly [keyof typeof labelWords, string | null])[] = [
    ["record", head.checkpoint.origin],
    ["case", certified.caseTag],
    ["sent", sending],
    ["filed", filed],
    ["body", nameOf(certified.filedBody)],
    ["holder", certified.holder === certified.filedBody ? null : nameOf(certified.holder)],
    ["due", weekdayWords(certified.due, language)],
    ["checkpoint", String(head.checkpoint.size)],
    ["fingerprint", certificate.fingerprint],
    [
      "witnesses",
      judged ? witnesses.join(", ") : `${labelWords.notJudged[language]} ${witnesses.join(", ")}`,
    ],
    ["policy", policyDigest],
  ];
  return pairs
    .flatMap(([name, value]) =>
      value === null ? [] : [`<dt>${escaped(labelWords[name][language])}</dt><dd>${escaped(value)}</dd>`],
    )
    .join("\n");
}

function actTable(
  certificate: Certificate,
  language: PageLanguage,
  nameOf: (body: number) => string,
): string {
  const heads = (["entry", "act", "body", "seen"] as const).map(
    (name) => `<th scope="col">${escaped(labelWords[name][language])}</th>`,
  );
  const lines = certificate.certified.acts.map(({ index, kind, body, seenOn }) => {
    const cells = [String(index), actWords(kind, language), nameOf(body), weekdayWords(seenOn, language)];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  });
  return `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}
