/**
 * What the web side of this slice needs: citizens' pages, desks, public pages and API share it. Built once by the
 * program that serves them; a test builds its own.
 */
import type { JsonValue } from "#core/record/canonical-json.ts";
import type { Result } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { ParametersReader } from "#government/cases/index.ts";
import { actorOf } from "#government/identity/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PdfRewriter } from "#platform/file-metadata/pdf-rewriter.ts";
import { formKeyField } from "#platform/html/form-elements.ts";
import type { FormKeyProblem, FormKeys } from "#platform/http/form-key.ts";
import { bodyDigest, type OnceOutcome, once } from "#platform/http/idempotency-store.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { LogName } from "#platform/record/act.ts";
import type { ReceiptTools } from "#platform/record/receipts.ts";
import type { BrowserSessions } from "#platform/session/session-routes.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import type { AppealTools } from "./appeal-tools.ts";

export interface PortalTools {
  /** The connection of citizens' pages (role portal): texts, drafts, sessions, sealed identities. */
  readonly portal: Sql;
  /** The connection of desks (role desk): it cannot read the schema `sealed`. */
  readonly desk: Sql;
  readonly log: LogName;
  /** How people reach the portal: scheme, host and port, no slash at the end. */
  readonly origin: string;
  /** Whether they reach it by HTTPS. */
  readonly https: boolean;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Lets so many milliseconds pass. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly randomBytes: (length: number) => Uint8Array;
  /** The keys of sealed parts, outside the database. */
  readonly personKeys: PersonKeys;
  /** 32 secret bytes: status codes, secrets, names of throttled networks. */
  readonly serverKey: Uint8Array;
  /** Signs for bodies; their keys lie with the worker. */
  readonly signer: BodySigner;
  readonly parametersReader: ParametersReader;
  /** The bodies as they stand, from `bodyTreeReader`. */
  readonly bodyTree: () => Promise<BodyTree>;
  readonly sessions: BrowserSessions;
  /** Takes the metadata out of PDF; `null` where no program for it is installed: then nobody is told that it was done. */
  readonly pdfRewriter: PdfRewriter | null;
  /** What receipts are made of: published files, public keys, the signer of promises. Its `sql` is the portal's. */
  readonly receipts: ReceiptTools;
}

/** Which of the two connections a use case works with. */
export type Side = "portal" | "desk";

/** Who asks: the session's person with the offices that hold now, or a visitor with what this browser has opened. */
export async function actorOfRequest(tools: PortalTools, request: Visit["request"]): Promise<Actor> {
  return await actorOf(tools.portal, await tools.sessions.current(request), tools.now());
}

/** Runs a use case in one transaction, with the parameters as they stand in it. Throwing undoes all of it. */
export async function inTransaction<T>(
  tools: PortalTools,
  side: Side,
  run: (appealTools: AppealTools) => Promise<T>,
): Promise<T> {
  const { log, now, randomBytes, personKeys, signer } = tools;
  const done: T[] = [];
  await tools[side].begin(async (transaction) => {
    const parameters = await tools.parametersReader.read(transaction);
    const appealTools = { transaction, parameters, log, now, randomBytes, personKeys, signer };
    done.push(await run(appealTools));
  });
  for (const value of done) return value;
  throw new Error("a transaction ended without its work");
}

/** Why a form was not carried out, besides what the use case has against it. */
export type OnceProblem = FormKeyProblem | "different-body";

/**
 * Runs a use case for a posted form, once however often the form comes: in one transaction with its outcome, which a
 * repeat gets again. `scope` is the session's id: other sessions know nothing of the outcome.
 */
export async function carryOutOnce<Outcome extends JsonValue, Problem>(
  tools: PortalTools,
  sent: {
    readonly visit: Visit;
    readonly formKeys: FormKeys;
    readonly scope: string;
    readonly side: Side;
  },
  run: (appealTools: AppealTools, formKey: string) => Promise<Result<Outcome, Problem>>,
): Promise<Result<OnceOutcome<Outcome>, Problem | OnceProblem>> {
  const { visit, formKeys, scope, side } = sent;
  const key = formKeys.read(firstValue(visit.body, formKeyField));
  if (!key.ok) return key;
  const request = {
    key: key.value,
    scope,
    bodyDigest: bodyDigest(visit.body, visit.files),
    now: tools.now(),
  };
  return await inTransaction(tools, side, (appealTools) =>
    once<Outcome, Problem>(appealTools.transaction, request, () => run(appealTools, key.value)),
  );
}
