/** Builds what the portal's routes need: connections, keys, readers of the record. Wiring only. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import type { VerifierKey } from "#core/log/note.ts";
import { parsePolicy, policyDigest } from "#core/log/policy.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { describedError } from "#engines/operations/event-log.ts";
import type { PortalTools } from "#government/appeals/index.ts";
import { bodyTreeReader } from "#government/bodies/index.ts";
import { createParametersReader } from "#government/cases/index.ts";
import { type IntakeTools, intakeKeyName, intakeKeyPurpose, intakeRing } from "#government/intake/index.ts";
import type { NoticeTools } from "#government/notices/index.ts";
import type { Configuration } from "#platform/config/config.ts";
import { logPlaces, offlinePageFile } from "#platform/config/log-places.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { findQpdf, type PdfRewriter, qpdfRewriter } from "#platform/file-metadata/pdf-rewriter.ts";
import { readTextIfPresent } from "#platform/files/durable-file.ts";
import type { Report } from "#platform/http/request-log.ts";
import { type KeyFolderOptions, openKeyFolder } from "#platform/keys/key-folder.ts";
import { type PersonKeyStock, stockOfPersonKeys } from "#platform/keys/person-key-stock.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { parseLogName } from "#platform/record/act.ts";
import { type DataVersion, watchDataVersion } from "#platform/record/data-version.ts";
import { ownWitnesses } from "#platform/record/own-witnesses.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import type { ReceiptTools } from "#platform/record/receipts.ts";
import { openBrowserSessions } from "#platform/session/session-routes.ts";
import { signerAtSocket } from "#platform/signer/signer-socket.ts";

export interface Portal {
  readonly configuration: Configuration;
  readonly tools: PortalTools;
  /** For following a case; the sessions are added where the routes are. */
  readonly notices: Omit<NoticeTools, "sessions" | "openSignature">;
  /** What intake needs besides: the sessions are added where the routes are. */
  readonly intake: Pick<IntakeTools, "ring" | "offlinePage">;
  /** Keeps a key of intake beside those that are there; `false` when it is there. */
  readonly keepIntakeKey: (recipient: string, secret: Uint8Array) => boolean;
  /** 32 secret bytes for the keys of forms. */
  readonly formSecret: Uint8Array;
  readonly throttleKey: Uint8Array;
  /** By which public pages in memory are known to be true. */
  readonly dataVersion: DataVersion;
  /** IANA name of the country's civil time zone. */
  readonly timeZone: string;
  /** Of the witnesses in the policy by which the log publishes. */
  readonly witnessKeys: readonly VerifierKey[];
  close(): Promise<void>;
}

interface Outside {
  readonly now: () => number;
  /** Real time by default. */
  readonly pause?: PortalTools["pause"];
  readonly randomBytes: (length: number) => Uint8Array;
  /** Told to the operator. */
  readonly report?: Report;
}

const bodyTreeAgeMaxMs = 5_000;

/** Opens everything; the database must have been migrated and its logins drawn. */
export async function openPortal(configuration: Configuration, outside: Outside): Promise<Portal> {
  const log = parseLogName("executive");
  assert(log !== null, "the executive log has a name");
  const places = logPlaces(configuration, log);
  const [portal, desk] = await Promise.all([
    openRoleDatabase(configuration, "portal"),
    openRoleDatabase(configuration, "desk"),
  ]);
  const keyOptions = { randomBytes: outside.randomBytes, durability: "fsync" } as const;
  const keys = openKeyFolder(configuration.keysFolder, keyOptions);
  const parametersReader = createParametersReader(log, places.origin);
  const { timeZone } = await parametersReader.read(portal.sql);
  const policyText = readFileSync(places.policyFile, "utf8");
  const { logKey, witnessKeys } = keysOf(policyText, places.origin);
  const signer = signerAtSocket({
    path: configuration.signerSocket,
    origin: places.origin,
    engine: nativeEngine,
    publicKeyOf: async (body) => {
      const { bodies } = await parametersReader.read(portal.sql);
      return bodies.find(({ number }) => number === body)?.verifierKey ?? null;
    },
  });
  const receipts: ReceiptTools = {
    ...{ sql: portal.sql, engine: nativeEngine, log, origin: places.origin, logKey, signer },
    source: folderTileSource(places.publishedFolder),
    readPublished: (path) => readTextIfPresent(join(places.publishedFolder, path)),
    policyDigest: policyDigest(nativeEngine, policyText),
    // The demo has no other witnesses, and its seals say who runs them.
    isOwnWitness: configuration.mode === "demo" ? () => false : ownWitnesses(configuration),
    startOfDay: () => startOfCivilDate(civilDateAt(outside.now(), timeZone), timeZone),
  };
  const dataVersion = await watchDataVersion(portal.sql);
  const personKeys = stockedKeys(configuration, keyOptions, outside.report ?? (() => {}));
  const tools: PortalTools = {
    ...outside,
    pause: outside.pause ?? pause,
    portal: portal.sql,
    desk: desk.sql,
    log,
    origin: configuration.origin,
    https: configuration.origin.startsWith("https://"),
    personKeys,
    serverKey: keys.secret("case-codes"),
    signer,
    parametersReader,
    bodyTree: bodyTreeReader(portal.sql, { now: outside.now, maxAgeMs: bodyTreeAgeMaxMs }),
    sessions: openBrowserSessions({ ...outside, sql: portal.sql, origin: configuration.origin }),
    pdfRewriter: pdfRewriter(),
    receipts,
  };
  return {
    configuration,
    tools,
    notices: {
      ...outside,
      sql: portal.sql,
      personKeys: tools.personKeys,
      serverKey: keys.secret("notices"),
      parametersReader,
      origin: configuration.origin,
      mailWay: configuration.mail?.way ?? "none",
    },
    intake: {
      ring: intakeRing(() => keys.kept(intakeKeyPurpose)),
      offlinePage: () => readTextIfPresent(offlinePageFile(configuration)),
    },
    keepIntakeKey: (recipient, secret) => keys.keep(intakeKeyName(recipient), secret),
    formSecret: keys.secret("form-keys"),
    throttleKey: keys.secret("throttles"),
    dataVersion,
    ...{ timeZone, witnessKeys },
    close: async () => {
      await dataVersion.close();
      await personKeys.close();
      await Promise.all([portal.close(), desk.close()]);
    },
  };
}

function pdfRewriter(): PdfRewriter | null {
  const program = findQpdf();
  return program === null ? null : qpdfRewriter(program);
}

/** A portal answers filings: it has the keys of their identity parts drawn ahead. */
function stockedKeys(
  { keysFolder }: Configuration,
  options: KeyFolderOptions,
  report: Report,
): PersonKeyStock {
  const onProblem = (error: unknown) =>
    report({ event: "keys-not-drawn-ahead", error: describedError(error) });
  return stockOfPersonKeys(openPersonKeys(keysFolder, options), keysFolder, { ...options, onProblem });
}

/** Public keys out of the policy by which the worker publishes: the log's, whose private one the worker has, and the witnesses'. */
function keysOf(policyText: string, origin: string) {
  const policy = parsePolicy(policyText);
  const log = policy.ok ? policy.value.logs.find(({ key }) => key.name === origin) : undefined;
  assert(policy.ok && log !== undefined, `the policy names the log ${origin}`);
  return { logKey: log.key.text, witnessKeys: policy.value.witnesses.map(({ key }) => key) };
}
