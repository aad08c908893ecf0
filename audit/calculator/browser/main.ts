import "./older-browsers.ts";
import { type CalculatorCountry, clockOf, readCalculatorCountry } from "#core/clock/calculator-country.ts";
import { type CivilDate, civilDate } from "#core/clock/civil-date.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import { type FilingKind, filingRuleOf, isFilingKind } from "#core/clock/rules.ts";
import type { PageDocument, PageElement } from "#engines/one-file/browser/page-dom.ts";
import { element, pageData, speakInLanguages } from "#engines/one-file/browser/page-frame.ts";
import type { PageLanguage } from "#engines/one-file/browser/page-languages.ts";
import { addresseeOf } from "./addressee.ts";
import { calculatorTexts, kindWords } from "./calculator-texts.ts";
import { dayWords, stepWords, weekdayWords } from "./clock-words.ts";
import { type Forum, forums, forumWords, letterText } from "./letters.ts";
import { type Reckoned, readTypedDay, reckon } from "./reckon.ts";

/** Wires the calculator. Everything happens in this window. */
declare const document: PageDocument;
declare const print: () => void;

let language: PageLanguage = "tk";
const country = embeddedCountry();

function embeddedCountry(): CalculatorCountry {
  const read = readCalculatorCountry(pageData());
  if (read === undefined) throw new Error("the page carries no calendar");
  return read;
}

/** The day by this computer's own clock; the reader may correct it. */
function todayHere(): CivilDate {
  const now = new Date();
  return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function refill(parent: PageElement, children: readonly PageElement[]): void {
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild);
  for (const child of children) parent.appendChild(child);
}

function made(tag: string, text: string, value?: string): PageElement {
  const child = document.createElement(tag);
  child.textContent = text;
  if (value !== undefined) child.setAttribute("value", value);
  return child;
}

/** Choices keep what was chosen when the language changes. */
function fillChoices(): void {
  const choices: readonly (readonly [string, readonly PageElement[]])[] = [
    ["body", country.bodies.map(({ number, name }) => made("option", name[language], String(number)))],
    ["kind", kindWords.map(([kind, words]) => made("option", words[language], kind))],
    ["forum", forums.map((forum) => made("option", forumWords[forum][language], forum))],
  ];
  for (const [id, options] of choices) {
    const list = element(id);
    const chosen = list.value;
    refill(list, options);
    if (chosen !== "") list.value = chosen;
  }
}

function chosenKind(): FilingKind {
  const { value } = element("kind");
  const found = kindWords.find(([kind]) => kind === value);
  return found !== undefined && isFilingKind(found[0]) ? found[0] : "filed-complaint";
}

function chosenForum(): Forum {
  return forums.find((forum) => forum === element("forum").value) ?? "higher-body";
}

function show(): void {
  if (element("day").value.trim() === "") return;
  const day = readTypedDay(element("day").value);
  const today = readTypedDay(element("today").value) ?? todayHere();
  const body =
    country.bodies.find(({ number }) => String(number) === element("body").value) ?? country.bodies[0];
  const isWrong = day === null || body === undefined || day > today;
  element("wrong").hidden = !isWrong;
  element("result").hidden = isWrong;
  if (isWrong) return;
  const posted = element("posted").checked;
  const reckoned = reckon(country, { kind: chosenKind(), body: body.number, day, posted, today });
  if (reckoned === null) return;
  showResult(reckoned, today);
  const addressee = addresseeOf(country.bodies, body, chosenForum());
  const rules = rulesAt(clockOf(country), Number.MAX_SAFE_INTEGER);
  element("letter-text").textContent = letterText(
    {
      forum: chosenForum(),
      to:
        addressee === null ? null : { name: addressee.name[language], address: addressee.address[language] },
      from: element("from").value,
      body: body.name[language],
      bodyAddress: body.address[language],
      sentOn: day,
      posted,
      due: reckoned.due,
      overdue: reckoned.overdue,
      today,
      law: filingRuleOf(rules, chosenKind()).law,
    },
    language,
  );
}

function showResult({ due, explanation, overdue, left }: Reckoned, today: CivilDate): void {
  const isOverdue = due < today;
  element("due").textContent = weekdayWords(due, language);
  element("count-label").textContent = calculatorTexts[isOverdue ? "overdue" : "left"][language];
  element("count").textContent = String(isOverdue ? overdue : left);
  const nameOf = (number: number) =>
    country.bodies.find((body) => body.number === number)?.name[language] ?? String(number);
  refill(
    element("steps"),
    explanation.map((step) => made("li", stepWords(step, language, nameOf))),
  );
  element("not-yet").hidden = isOverdue;
  element("letter").hidden = !isOverdue;
}

element("today").value = dayWords(todayHere(), "ru");
for (const id of ["forum", "from"]) element(id).addEventListener("change", show);
element("print").addEventListener("click", () => print());
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
speakInLanguages(calculatorTexts, (chosen) => {
  language = chosen;
  element("asof").textContent = dayWords(country.asOf, chosen);
  element("origin").textContent = country.origin;
  fillChoices();
  show();
});
