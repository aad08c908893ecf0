import { toHex, utf8Text } from "#core/bytes.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import type { OpenedPart } from "#core/record/payload.ts";
import type { PageDocument, PageElement } from "#engines/one-file/browser/page-dom.ts";
import type { PageLanguage } from "#engines/one-file/browser/page-languages.ts";
import { actName } from "./act-names.ts";
import type { Judgement, PageFacts } from "./judge-receipt.ts";
import { labelTexts, problemTexts, remarkTexts, verdictTexts } from "./page-texts.ts";

const dayMs = 86_400_000;

type Row = readonly [label: string, text: string];

/** Puts a judgement into words. Everything is written as text: what a receipt holds never becomes markup. */
export function showJudgement(
  page: PageDocument,
  judgement: Judgement,
  language: PageLanguage,
): readonly PageElement[] {
  const make = (name: string, text: string): PageElement => {
    const element = page.createElement(name);
    element.textContent = text;
    return element;
  };
  const [heading, sentence] = verdictTexts[judgement.verdict];
  const list = page.createElement("dl");
  for (const [label, text] of rowsOf(judgement, language)) list.append(make("dt", label), make("dd", text));
  return [make("h2", heading[language]), make("p", sentence[language]), list];
}

function rowsOf({ problem, remarks, facts }: Judgement, language: PageLanguage): Row[] {
  const label = (name: keyof typeof labelTexts): string => labelTexts[name][language];
  const rows: Row[] = [];
  if (problem !== null) {
    const sentence = problemTexts[problem];
    rows.push([label("reason"), sentence === undefined ? problem : `${sentence[language]} (${problem})`]);
  }
  for (const remark of remarks) rows.push([label("note"), remarkTexts[remark][language]]);
  return facts === null ? rows : [...rows, ...factRows(facts, language, label)];
}

type Label = (name: keyof typeof labelTexts) => string;

function factRows(facts: PageFacts, language: PageLanguage, label: Label): Row[] {
  const { origin, logKey, policyDigest, fingerprint } = facts;
  const stated: readonly (readonly [keyof typeof labelTexts, string | null])[] = [
    ["log", origin],
    ["logKey", logKey],
    ["policy", policyDigest],
    ["fingerprint", fingerprint],
  ];
  return [
    ...actRows(facts, language, label),
    ...partRows(facts, label),
    ...stated.flatMap(([name, text]): Row[] => (text === null ? [] : [[label(name), text]])),
  ];
}

function actRows(
  { leaf, promise, index, size, witnesses }: PageFacts,
  language: PageLanguage,
  label: Label,
): Row[] {
  const rows: Row[] = [];
  const claimed = leaf ?? promise;
  if (leaf !== null) {
    const kind = kindOfLeafNumber(leaf.kind);
    rows.push([label("act"), kind === null ? String(leaf.kind) : actName(kind, language)]);
  }
  if (claimed !== null) {
    rows.push([label("body"), String(claimed.body)], [label("time"), instantText(claimed.time)]);
    rows.push([label("due"), claimed.due === 0 ? "–" : dayText(claimed.due)]);
  }
  if (index !== null) rows.push([label("entry"), `${index} / ${size ?? ""}`]);
  const seen = witnesses.map(({ name, timeSeconds }) => `${name} · ${instantText(timeSeconds * 1000)}`);
  rows.push([label("witnesses"), seen.length > 0 ? seen.join("\n") : label("notJudged")]);
  return rows;
}

function partRows({ payload, opening }: PageFacts, label: Label): Row[] {
  return (payload?.parts ?? []).map(({ name }): Row => {
    const part = opening?.parts.find((opened) => opened.name === name);
    return [`${label("part")} ${name}`, part === undefined ? label("notOpened") : partText(part)];
  });
}

function partText({ bytes }: OpenedPart): string {
  const text = utf8Text(bytes);
  const isText = text !== null && !/[^\P{Cc}\n\t\r]/u.test(text);
  return isText ? text : `${bytes.length} B: ${toHex(bytes.slice(0, 16))}…`;
}

function instantText(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? String(instant)
    : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function dayText(day: number): string {
  const date = new Date(day * dayMs);
  return Number.isNaN(date.getTime()) ? String(day) : date.toISOString().slice(0, 10);
}
