/**
 * Founding on an installation: from the operator's file to the point at which worker and portal may start. Killed at any
 * step it is run again and completes; run on a founded country it refuses and changes nothing.
 *
 * | step        | durable afterwards                                        | killed here, the next run            |
 * |-------------|-----------------------------------------------------------|--------------------------------------|
 * | `sheets`    | code sheets as files, and which text of the file they belong to | draws them anew                |
 * | `record`    | all acts and accounts: one transaction                    | goes on with the policy              |
 * | `policy`    | the witness policy                                        | writes it again                      |
 * | `country`   | the state's name: the country is founded                  | refuses                              |
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { verifierKey } from "#core/log/note.ts";
import { policyDigest } from "#core/log/policy.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import { assert } from "#core/result.ts";
import type { Fault } from "#core/strict-json.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import {
  type Country,
  codeSheetText,
  drawSheets,
  faultsOf,
  foundCountry,
  isRecordEmpty,
  judgePolicyOf,
  policyText,
  previewLines,
  readCountryFile,
} from "#government/founding/index.ts";
import { type HashCost, personHashCost } from "#government/identity/index.ts";
import { intakeRecipient } from "#government/intake/index.ts";
import type { Configuration } from "#platform/config/config.ts";
import { installedCountry, installedCountryFile } from "#platform/config/installed-country.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import type { Sql } from "#platform/database/database.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { readFileIfPresent, writeFileDurably } from "#platform/files/durable-file.ts";
import { openKeyFolder } from "#platform/keys/key-folder.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { parseLogName } from "#platform/record/act.ts";
import { ownWitnesses } from "#platform/record/own-witnesses.ts";
import { OperatorError } from "./operator-error.ts";

export type FoundingStep = "sheets" | "record" | "policy" | "country";

export interface FoundingOptions {
  readonly configuration: Configuration;
  /** The bytes of the operator's file. */
  readonly file: Uint8Array;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly report: (line: string) => void;
  /** Asked once everything was shown; `false` changes nothing. */
  readonly confirm: () => Promise<boolean>;
  /** For tests: called after each step, and may throw as a killed process would. */
  readonly reached?: (step: FoundingStep) => void;
  /** Of passwords and codes; a test asks for less work. */
  readonly hashCost?: HashCost;
}

const secretMode = 0o600;
const secretFolderMode = 0o700;
const durable = { durability: "fsync" } as const;
const secret = { ...durable, mode: secretMode, folderMode: secretFolderMode } as const;

/** Founds the country of a file; `false` when the operator did not want to. Throws an `OperatorError` that says why not. */
export async function foundInstallation(options: FoundingOptions): Promise<boolean> {
  const { configuration, report } = options;
  refuseSecondCountry(configuration);
  const country = readCountry(options);
  const database = await openRoleDatabase(configuration, "portal");
  try {
    if (await isRecordEmpty(database.sql)) {
      for (const line of previewLines(country)) report(line);
      if (!(await options.confirm())) return false;
      await beginRecord(options, country, database.sql);
    } else {
      refuseForeignRecord(options);
      report("The record of this country was begun before and cut off here: going on.");
    }
  } finally {
    await database.close();
  }
  finish(options, country);
  return true;
}

function refuseSecondCountry(configuration: Configuration): void {
  const installed = installedCountry(configuration);
  if (installed === null) return;
  throw new OperatorError(
    `${configuration.dataFolder} already has its country: ${installed.name.en}`,
    "Nothing was changed. Bodies, calendar and rules change by acts of its cabinet's head. For another country set AYDYN_DATA to an empty folder and DATABASE_URL to an empty database.",
  );
}

function readCountry({ configuration, file, now }: FoundingOptions): Country {
  const read = readCountryFile(file);
  if (!read.ok) throw faultyFile(read.problem);
  const country = read.value;
  const today = civilDateAt(now(), country.timeZone);
  const { origin } = logPlaces(configuration, "executive");
  // The log's key is drawn only for a country that is founded; any key of its name will do to judge the rest.
  const standIn = nativeSigner(new Uint8Array(32)).publicKey;
  const logKey = verifierKey(nativeEngine, origin, "ed25519", standIn).text;
  const policy = judgePolicyOf(country, ownWitnesses(configuration), logKey);
  const faults = [
    ...faultsOf(country, { logOrigin: configuration.logOrigin, today }),
    ...(policy.ok ? [] : policy.problem),
  ];
  if (faults.length > 0) throw faultyFile(faults);
  return country;
}

function faultyFile(faults: readonly Fault[]): OperatorError {
  const lines = faults.map(
    ({ path, expected }) => `  ${path === "" ? "the file" : path}: expected ${expected}`,
  );
  return new OperatorError(
    `the country's file has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}`,
    `${lines.join("\n")}\nNothing was changed. docs/founding.md says what stands where.`,
  );
}

function digestOf(file: Uint8Array): string {
  return createHash("sha256").update(file).digest("hex");
}

function begunFile({ dataFolder }: Configuration): string {
  return join(dataFolder, "founding", "begun.json");
}

/** Only the very file with which the record was begun can complete it: its people hold sheets of that run. */
function refuseForeignRecord({ configuration, file }: FoundingOptions): void {
  const begun = utf8Text(readFileIfPresent(begunFile(configuration)) ?? new Uint8Array(0));
  if (begun === begunText(file)) return;
  throw new OperatorError(
    "the record in this database is not empty, and it was not begun with this file",
    "Nothing was changed. Run bin/found again with the file of the first time, unchanged; or set AYDYN_DATA and DATABASE_URL to an empty folder and an empty database.",
  );
}

function begunText(file: Uint8Array): string {
  return canonicalJson({ v: 1, file: digestOf(file) });
}

async function beginRecord(options: FoundingOptions, country: Country, sql: Sql): Promise<void> {
  const { configuration, randomBytes, now } = options;
  const log = parseLogName("executive");
  assert(log !== null, "the executive log has a name");
  const { origin } = logPlaces(configuration, log);
  const sheets = drawSheets(country.people, randomBytes);
  const folder = sheetsFolder(configuration);
  rmSync(folder, { recursive: true, force: true });
  for (const person of country.people) {
    const sheet = sheets.get(person.key);
    assert(sheet !== undefined, "a sheet was drawn for each person");
    const path = join(folder, `${person.key}.txt`);
    writeFileDurably(path, utf8Bytes(codeSheetText(country, person, sheet)), secret);
  }
  writeFileDurably(begunFile(configuration), utf8Bytes(begunText(options.file)), secret);
  options.reached?.("sheets");
  const keyOptions = { ...durable, randomBytes };
  const keys = openSigningKeys(configuration.signingKeysFolder, keyOptions);
  const personKeys = openPersonKeys(configuration.keysFolder, keyOptions);
  const intakeSecret = openKeyFolder(configuration.keysFolder, keyOptions).secret("intake");
  const recipient = await intakeRecipient(intakeSecret);
  const at = now();
  await sql.begin((transaction) =>
    foundCountry(country, sheets, {
      transaction,
      log,
      now: () => at,
      randomBytes,
      personKeys,
      hashCost: options.hashCost ?? personHashCost,
      verifierKeyOf: (body) => keys.drawBodyKey(origin, body).verifierKey.text,
      intakeRecipient: recipient,
    }),
  );
  options.reached?.("record");
}

/** Where the sheets wait for the printer. */
function sheetsFolder({ dataFolder }: Configuration): string {
  return join(dataFolder, "founding", "sheets");
}

function finish(options: FoundingOptions, country: Country): void {
  const { configuration, report, randomBytes, reached } = options;
  const { origin, policyFile } = logPlaces(configuration, "executive");
  const keys = openSigningKeys(configuration.signingKeysFolder, { ...durable, randomBytes });
  const signer = keys.logSigner("executive");
  const logKey = verifierKey(nativeEngine, origin, "ed25519", signer.publicKey).text;
  const policy = policyText(country, logKey);
  writeFileDurably(policyFile, utf8Bytes(policy), durable);
  reached?.("policy");
  const installed = canonicalJson({ v: 1, name: { ...country.name } });
  writeFileDurably(installedCountryFile(configuration), utf8Bytes(installed), durable);
  reached?.("country");
  for (const line of [
    "",
    `${country.name.en} is founded.`,
    `Code sheets: ${sheetsFolder(configuration)}`,
    "  Print each, hand it over sealed, then delete the folder: whoever reads it can sign in as these people.",
    "Give this key to whoever runs a witness (aydyn witness serve --log …):",
    `  ${logKey}`,
    `Give this policy to everybody who shall check receipts (aydyn verify receipt --policy …): ${policyFile}`,
    `  its SHA-256: ${policyDigest(nativeEngine, policy)}`,
    "Now start: AYDYN_MODE=production npm start. Nothing is published until the witnesses' quorum has signed.",
  ]) {
    report(line);
  }
}
