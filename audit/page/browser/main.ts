import "./older-browsers.ts";
import type { PageDocument, PageFile } from "#engines/one-file/browser/page-dom.ts";
import { element, speakInLanguages } from "#engines/one-file/browser/page-frame.ts";
import type { PageLanguage } from "#engines/one-file/browser/page-languages.ts";
import { type Judgement, judgeReceipt } from "./judge-receipt.ts";
import { mirrorOfFiles } from "./mirror-files.ts";
import { fixedTexts } from "./page-texts.ts";
import { showJudgement } from "./show-judgement.ts";

/** Wires the page: fields in, verdict out. Everything happens here, in this window. */
declare const document: PageDocument;

let language: PageLanguage = "tk";
let last: Judgement | null = null;

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
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check().catch(report);
});
speakInLanguages(fixedTexts, (chosen) => {
  language = chosen;
  if (last !== null) show(last);
});
