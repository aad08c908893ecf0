import "./older-browsers.ts";
import { type Judgement, judgeReceipt } from "./judge-receipt.ts";
import { mirrorOfFiles } from "./mirror-files.ts";
import type { PageDocument, PageElement, PageFile } from "./page-dom.ts";
import { fixedTexts, inLanguage, type PageLanguage, pageLanguages } from "./page-texts.ts";
import { showJudgement } from "./show-judgement.ts";

/** Wires the page: fields in, verdict out. Everything happens here, in this window. */
declare const document: PageDocument;

let language: PageLanguage = "tk";
let last: Judgement | null = null;

function element(id: string): PageElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

function isFixedText(name: string | null): name is keyof typeof fixedTexts {
  return name !== null && Object.hasOwn(fixedTexts, name);
}

function speak(chosen: PageLanguage): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = inLanguage(fixedTexts.title, chosen);
  for (const labelled of Array.from(document.querySelectorAll("[data-text]"))) {
    const name = labelled.getAttribute("data-text");
    if (isFixedText(name)) labelled.textContent = inLanguage(fixedTexts[name], chosen);
  }
  for (const other of pageLanguages) element(other).setAttribute("aria-pressed", String(other === chosen));
  if (last !== null) show(last);
}

function show(judgement: Judgement): void {
  last = judgement;
  const verdict = element("verdict");
  verdict.className = judgement.verdict;
  verdict.hidden = false;
  verdict.replaceChildren(...showJudgement(document, judgement, language));
}

async function check(): Promise<void> {
  const files = Array.from(element("mirror").files ?? []);
  const judgement = await judgeReceipt({
    receipt: element("receipt").value,
    policy: element("policy").value,
    mirror: files.length === 0 ? null : mirrorOfFiles(files),
  });
  show(judgement);
  element("verdict").focus();
}

function fillFrom(file: PageFile | undefined, field: string): void {
  if (file === undefined) return;
  file.text().then((text) => {
    element(field).value = text;
  }, report);
}

function report(error: unknown): void {
  const verdict = element("verdict");
  verdict.hidden = false;
  verdict.className = "fails";
  verdict.textContent = String(error);
}

for (const field of ["receipt", "policy"]) {
  const chooser = element(`${field}-file`);
  chooser.addEventListener("change", () => fillFrom(chooser.files?.[0], field));
}
for (const chosen of pageLanguages) element(chosen).addEventListener("click", () => speak(chosen));
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check().catch(report);
});
speak(language);
