import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import { type TestDatabase, withKeptTestDatabase } from "#platform/database/test-database.ts";
import { openPersonKeys, type PersonKeys } from "#platform/keys/person-keys.ts";
import type { Session } from "#platform/session/session.ts";
import { beginSession } from "#platform/session/session-store.ts";
import { type AccountNumber, drawAccountNumber } from "./account-number.ts";
import { beginSignIn, type SignInTools } from "./begin-sign-in.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { demoHashCost, type HashCost } from "./hashing.ts";
import { openAccount } from "./open-account.ts";
import { drawCodes, type SignInCode } from "./sign-in-code.ts";

/** One person with an account in a database of their own, for the tests of this slice. */

export const noon = Date.UTC(2026, 10, 24, 7);
export const network = "192.0.2";
export const password = "a plain long password";
export const name = "Zygyr Halyçy";

export interface Sample {
  readonly test: TestDatabase;
  readonly portal: Sql;
  readonly tools: SignInTools;
  readonly personKeys: PersonKeys;
  readonly account: AccountId;
  readonly number: AccountNumber;
  readonly codes: readonly SignInCode[];
  /** Moves the clock of `tools`. */
  readonly later: (ms: number) => void;
}

/** Runs with one account; its hashes cost the least unless said. */
export async function withAccount(
  run: (sample: Sample) => Promise<void>,
  hashCost: HashCost = demoHashCost,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-identity-"));
  const draw = (length: number) => randomBytes(length);
  try {
    await withKeptTestDatabase(async (test) => {
      let instant = noon;
      const personKeys = openPersonKeys(folder, { randomBytes: draw, durability: "none" });
      const tools: SignInTools = {
        sql: test.portal,
        randomBytes: draw,
        now: () => instant,
        throttleKey: new Uint8Array(32).fill(7),
        hashCost,
      };
      const number = drawAccountNumber(draw);
      const codes = drawCodes(draw);
      const opened = await test.portal.begin((transaction) =>
        openAccount(transaction, { name, number, password, codes }, { ...tools, personKeys }),
      );
      assert.ok(opened.ok);
      const later = (ms: number) => {
        instant += ms;
      };
      await run({
        test,
        portal: test.portal,
        tools,
        personKeys,
        account: opened.value,
        number,
        codes,
        later,
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A session in which the first step has been taken. */
export async function begun({ portal, tools, number }: Sample): Promise<Session> {
  const { session } = await beginSession(portal, tools);
  assert.deepEqual(await beginSignIn(async () => session, { number, password, network }, tools), {
    ok: true,
    value: null,
  });
  return session;
}

/** The second step in a session, with a text typed for a position. */
export function typeCode(sample: Sample, session: Session, code: string, position: number) {
  return finishSignIn(session, { code, position, network }, sample.tools);
}

/** The code printed at a position, counted from 1. */
export function codeAt({ codes }: Sample, position: number): SignInCode {
  const code = codes[position - 1];
  assert.ok(code);
  return code;
}

/** A code that is printed nowhere on the sheet. */
export function wrongCode({ codes }: Sample): string {
  return ["00000000", "11111111"].find((code) => !codes.some((each) => each === code)) ?? "22222222";
}
