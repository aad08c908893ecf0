import { bodyRegisteredPart, publicPartName } from "#core/record/parameter-acts.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { PartToAppend } from "#platform/record/act.ts";
import { type AppendedAct, type AppendTools, appendActs, type LogName } from "#platform/record/append.ts";
import { lockBodies, readBodyTree, saveBody } from "./bodies-store.ts";
import { aboutPartBytes, aboutPartName, type Body } from "./body.ts";
import { type BodyTree, bodiesAbove } from "./body-tree.ts";

export type RegisterBodyProblem =
  | "unknown-parent"
  | "parent-loop"
  | "register-neither-own-nor-parents"
  | "register-of-a-body-without-register"
  /** Silence is counted by the body that is silent: one that takes no part has its own number in every leaf. */
  | "body-outside-needs-its-own-register"
  | "slug-taken";

export interface RegisterBodyTools extends AppendTools {
  readonly sql: Sql;
  readonly log: LogName;
  /** Further parts of the act, such as how a body that joins has shown that it is the body. */
  readonly more?: readonly PartToAppend[];
}

const mediaType = "application/json";

/**
 * Enters a body, or a change of one (same number): one public act, and the row that pages read. The act stands in the
 * body's own register. Only the grant's holder may: the cabinet's head, or whoever installs an empty record.
 */
export async function registerBody(
  grant: Grant<"body.register">,
  body: Body,
  tools: RegisterBodyTools,
): Promise<Result<AppendedAct, RegisterBodyProblem>> {
  requireGrant(grant, "body.register");
  return await tools.sql.begin((transaction) => registerBodyIn(transaction, grant, body, tools));
}

/** The same inside a transaction of the caller's, for registering a whole country at once. */
export async function registerBodyIn(
  transaction: Transaction,
  grant: Grant<"body.register">,
  body: Body,
  tools: Omit<RegisterBodyTools, "sql">,
): Promise<Result<AppendedAct, RegisterBodyProblem>> {
  requireGrant(grant, "body.register");
  return await enterBody(transaction, body, officeInPayload(grant.actor, grant.object.cabinet), tools);
}

/** Enters a body for whoever was given leave: the one way in which an act of registration is written. */
export async function enterBody(
  transaction: Transaction,
  body: Body,
  actor: string,
  tools: Omit<RegisterBodyTools, "sql">,
): Promise<Result<AppendedAct, RegisterBodyProblem>> {
  await lockBodies(transaction);
  const problem = problemWith(body, await readBodyTree(transaction));
  if (problem !== null) return refused(problem);
  const at = tools.now();
  const { about: _, ...registered } = body;
  const publicPart = bodyRegisteredPart(registered);
  const [act] = await appendActs(
    transaction,
    [
      {
        log: tools.log,
        kind: "body-registered",
        caseTag: null,
        body: body.register,
        due: null,
        actor,
        at,
        parts: [
          { name: publicPartName, bytes: publicPart, mediaType, store: "open" },
          { name: aboutPartName, bytes: aboutPartBytes(body.about), mediaType, store: "open" },
          ...(tools.more ?? []),
        ],
      },
    ],
    tools,
  );
  if (act === undefined) throw new Error("one act was appended");
  await saveBody(transaction, body, { id: act.actId, at });
  return ok(act);
}

function problemWith(body: Body, tree: BodyTree): RegisterBodyProblem | null {
  if (body.parent !== null) {
    if (!tree.byNumber.has(body.parent)) return "unknown-parent";
    const above = [body.parent, ...bodiesAbove(tree, body.parent).map((each) => each.number)];
    if (above.includes(body.number)) return "parent-loop";
  }
  const namesake = tree.bySlug.get(body.slug);
  if (namesake !== undefined && namesake.number !== body.number) return "slug-taken";
  return problemWithRegister(body, tree);
}

/** Registers do not chain: a small body's acts stand under its parent, which then must have a register of its own. */
function problemWithRegister(body: Body, tree: BodyTree): RegisterBodyProblem | null {
  if (body.register === body.number) return null;
  if (body.takesPart === false) return "body-outside-needs-its-own-register";
  if (body.register !== body.parent) return "register-neither-own-nor-parents";
  const parent = tree.byNumber.get(body.register);
  if (parent?.register !== parent?.number) return "register-of-a-body-without-register";
  const keptHere = tree.all.some((each) => each.number !== body.number && each.register === body.number);
  return keptHere ? "register-of-a-body-without-register" : null;
}
