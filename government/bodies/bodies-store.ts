import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import type { Oversight } from "#core/record/oversight.ts";
import { readTrilingual } from "#core/record/trilingual.ts";
import { assert } from "#core/result.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type Body, parseBodySlug, readAbout } from "./body.ts";
import { type BodyTree, bodyTree } from "./body-tree.ts";

/** The table of bodies: a projection of the acts of registration. */

interface BodyRow {
  readonly number: number;
  readonly slug: string;
  readonly name: string;
  readonly parent: number | null;
  readonly register: number;
  readonly working_days: number[];
  readonly verifier_key: string;
  readonly takes_part: boolean;
  readonly oversight: Oversight | null;
  readonly about: string;
}

/** Bodies are registered one after another, so that two cannot take one slug or be each other's parent. */
export async function lockBodies(transaction: Transaction): Promise<void> {
  await transaction`lock table bodies.body in share row exclusive mode`;
}

/** Enters a body, or what has changed of it. */
export async function saveBody(
  transaction: Transaction,
  body: Body,
  act: { readonly id: string; readonly at: number },
): Promise<void> {
  const name = canonicalJson({ ...body.name });
  const about = JSON.stringify({ v: 1, ...body.about });
  await transaction`
    insert into bodies.body (number, slug, name, parent, register, branch, working_days, verifier_key, takes_part,
      oversight, about, act_id, registered_at)
    values (${body.number}, ${body.slug}, ${name}::text::jsonb, ${body.parent}, ${body.register},
      ${body.about.branch}, ${[...body.workingDays]}, ${body.verifierKey}, ${body.takesPart !== false},
      ${body.oversight ?? null}, ${about}::text::jsonb,
      ${act.id}, ${act.at})
    on conflict (number) do update set
      slug = excluded.slug, name = excluded.name, parent = excluded.parent, register = excluded.register,
      branch = excluded.branch, working_days = excluded.working_days, verifier_key = excluded.verifier_key,
      takes_part = excluded.takes_part, oversight = excluded.oversight, about = excluded.about, act_id = excluded.act_id, registered_at = excluded.registered_at`;
}

/** All bodies as they stand. */
export async function readBodyTree(sql: Sql | Transaction): Promise<BodyTree> {
  const rows = await sql<BodyRow[]>`
    select number, slug, name::text, parent, register, working_days, verifier_key, takes_part, oversight, about::text
    from bodies.body order by number`;
  return bodyTree(rows.map(bodyFrom));
}

/**
 * Reads the tree at most once in `maxAgeMs`, for pages: a new body may appear that much later. Use cases read it in
 * their own transaction instead.
 */
export function bodyTreeReader(
  sql: Sql,
  options: { readonly now: () => number; readonly maxAgeMs: number },
): () => Promise<BodyTree> {
  let known: { readonly at: number; readonly tree: Promise<BodyTree> } | null = null;
  return () => {
    const now = options.now();
    if (known !== null && now - known.at < options.maxAgeMs && now >= known.at) return known.tree;
    const tree = readBodyTree(sql);
    known = { at: now, tree };
    // A failed reading must not be handed out until it is old.
    tree.catch(() => {
      known = null;
    });
    return tree;
  };
}

function bodyFrom(row: BodyRow): Body {
  const slug = parseBodySlug(row.slug);
  const nameJson = parseJson(row.name);
  const aboutJson = parseJson(row.about);
  const name = nameJson.ok ? readTrilingual(nameJson.value) : undefined;
  const about = aboutJson.ok ? readAbout(aboutJson.value) : undefined;
  assert(
    slug !== null && name !== undefined && about !== undefined,
    `body ${row.number} is stored as it was checked`,
  );
  return {
    number: stored(row.number),
    slug,
    name,
    parent: row.parent === null ? null : stored(row.parent),
    register: stored(row.register),
    workingDays: row.working_days,
    verifierKey: row.verifier_key,
    ...(row.takes_part ? {} : { takesPart: false }),
    ...(row.oversight === null ? {} : { oversight: row.oversight }),
    about,
  };
}

function stored(number: number): BodyNumber {
  const parsed = parseBodyNumber(number);
  assert(parsed !== null, `${number} is no body's number`);
  return parsed;
}
