import type { Outcome } from "#core/acts/appeal.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import type { FilingKind } from "#core/clock/rules.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Language } from "#platform/language/language.ts";

/** Texts that a body's officials put into their replies. They belong to the body, to no case, and name nobody. */

export type TemplateId = string & { readonly __brand: "TemplateId" };

/** What a head writes. Of the texts some may be "", not all. */
export interface TemplateTexts {
  readonly name: string;
  /** The one outcome for which it is meant; `null`: any. */
  readonly outcome: Outcome | null;
  /** The one kind of filing to which it replies; `null`: any. */
  readonly kind: FilingKind | null;
  readonly texts: Readonly<Record<Language, string>>;
}

export interface ReplyTemplate extends TemplateTexts {
  readonly id: TemplateId;
  /** Grows with every change, so that it tells one version from another. */
  readonly changedAt: Instant;
}

type Queryable = Sql | Transaction;

interface Row {
  readonly id: TemplateId;
  readonly name: string;
  readonly tk: string;
  readonly ru: string;
  readonly en: string;
  readonly outcome: Outcome | null;
  readonly kind: FilingKind | null;
  readonly changedAt: Instant;
}

/** Reads the id out of an address or a form. */
export function parseTemplateId(text: string): Result<TemplateId, "template-gone"> {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
  return isUuid ? ok(text as TemplateId) : refused("template-gone");
}

/** The templates of a body, by name. `count` is the most that are wanted. */
export async function templatesOf(
  sql: Queryable,
  body: BodyNumber,
  count: number,
): Promise<readonly ReplyTemplate[]> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from cases.reply_template where body = ${body}
    order by name, template_id limit ${count}`;
  return rows.map(templateFrom);
}

/** One template of a body; `null` when this body has none of that id. */
export async function findTemplate(
  sql: Queryable,
  body: BodyNumber,
  id: TemplateId,
): Promise<ReplyTemplate | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from cases.reply_template where body = ${body} and template_id = ${id}`;
  return row === undefined ? null : templateFrom(row);
}

/** A number of our own, by which the locks on templates differ from others with two numbers. */
const templateLock = 63;

/** Until the transaction ends, nobody else writes a template of the body: names and their count can be judged. */
export async function lockTemplatesOf(transaction: Transaction, body: BodyNumber): Promise<void> {
  await transaction`select pg_advisory_xact_lock(${templateLock}::integer, ${body}::integer)`;
}

/** Keeps a new template. */
export async function insertTemplate(
  transaction: Transaction,
  template: ReplyTemplate & { readonly body: BodyNumber; readonly post: string },
): Promise<void> {
  const { body, id, name, texts, outcome, kind, post, changedAt } = template;
  await transaction`
    insert into cases.reply_template
      (body, template_id, name, text_tk, text_ru, text_en, outcome, filing_kind, changed_post, changed_at)
    values (${body}, ${id}, ${name}, ${texts.tk}, ${texts.ru}, ${texts.en}, ${outcome}, ${kind}, ${post},
      ${changedAt})`;
}

/** Writes a template anew if it still is the version of `seen`; `false` when somebody was faster. */
export async function updateTemplate(
  transaction: Transaction,
  template: ReplyTemplate & { readonly body: BodyNumber; readonly post: string },
  seen: Instant,
): Promise<boolean> {
  const { body, id, name, texts, outcome, kind, post, changedAt } = template;
  const updated = await transaction`
    update cases.reply_template
    set name = ${name}, text_tk = ${texts.tk}, text_ru = ${texts.ru}, text_en = ${texts.en},
      outcome = ${outcome}, filing_kind = ${kind}, changed_post = ${post}, changed_at = ${changedAt}
    where body = ${body} and template_id = ${id} and changed_at = ${seen}`;
  return updated.count === 1;
}

/** Deletes a template of a body. */
export async function deleteTemplate(
  transaction: Transaction,
  body: BodyNumber,
  id: TemplateId,
): Promise<void> {
  await transaction`delete from cases.reply_template where body = ${body} and template_id = ${id}`;
}

function columns(sql: Queryable) {
  return sql`template_id as id, name, text_tk as tk, text_ru as ru, text_en as en, outcome,
    filing_kind as kind, changed_at as "changedAt"`;
}

function templateFrom({ tk, ru, en, ...row }: Row): ReplyTemplate {
  return { ...row, texts: { tk, ru, en } };
}
