/**
 * A small country whose operator is dishonest, and somebody outside who has nothing but copies of what is published, the
 * policy, the receipts that citizens kept, and `bin/aydyn`. Each look of theirs is a process of its own.
 */
import assert from "node:assert/strict";
import { copyFileSync, cpSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { aydyn as aydynInThisProcess } from "#audit/test-surroundings.ts";
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { receiptText } from "#core/record/receipt.ts";
import { asOutsider, type Outsider } from "#government/appeals/test-support/outsider.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import { appendActs } from "#platform/record/append.ts";
import { openingFor, receiptFor } from "#platform/record/receipts.ts";
import { morning } from "#tests/country/small-country.ts";

/** What a command found, by the names that its JSON gives. */
export interface Seen {
  readonly code: number;
  readonly names: readonly string[];
}

/** One way of running `aydyn`: in a process of its own, or in the test's. */
export interface Looks {
  /** Enters what waits and looks with a watch that remembers its looks before: alarms, and 5 when there are any. */
  readonly watched: (place?: string) => Promise<Seen>;
  /** `aydyn verify log` with the policy: what makes the log fail, then what the law has against acts. */
  readonly verified: (place: string, ...more: readonly string[]) => Promise<Seen>;
  /** `aydyn verify receipt` with the policy, against a place if one is given. */
  readonly held: (receipt: string, against?: string) => Promise<Ran>;
  readonly aydyn: (...words: readonly string[]) => Promise<Ran>;
}

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Its own looks are those at what was attacked: `bin/aydyn` in a process of its own. */
export interface AttackedCountry extends Looks {
  readonly portal: TestPortal;
  readonly policy: string;
  /** The same words before the attack, in this process: a program less to start. */
  readonly before: Looks;
  /** A fresh copy of what is published now, under a name. */
  readonly copy: (name?: string) => string;
  /** A file of the outsider's. */
  readonly write: Outsider["write"];
  /** Keeps the receipt of an act as the portal gives it now, with every part that a handler may read. */
  readonly receipt: (actId: string) => Promise<string>;
  readonly days: (count: number) => void;
  /** Enters an act as only the owner of the database can: no law is asked. */
  readonly behindThePortal: (...acts: readonly ForcedAct[]) => Promise<void>;
}

export interface ForcedAct {
  readonly kind: ActKind;
  readonly tag: Uint8Array;
  readonly body: BodyNumber;
  readonly due: CivilDate | null;
}

/** Copies of the mirror are dated long after today: nothing that waits in the test is overdue by this computer's clock. */
const begun = morning(2090, 3, 1);
const dayMs = 86_400_000;
const watchAgeMinutes = "9000000";

export async function withAttackedCountry(run: (attacked: AttackedCountry) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    portal.country.clock.now = begun;
    await asOutsider(portal, (outsider) => run(attackedCountry(portal, outsider)));
  });
}

function attackedCountry(portal: TestPortal, outsider: Outsider): AttackedCountry {
  const { mirror, policy, write } = outsider;
  const folder = dirname(mirror);
  const { country } = portal;
  let kept = 0;
  const copy = (name = "mirror"): string => {
    const place = join(folder, name);
    rmSync(place, { recursive: true, force: true });
    cpSync(portal.publishedFolder, place, { recursive: true });
    return place;
  };
  const fresh = async (): Promise<string> => {
    await portal.sequence();
    return copy();
  };
  return {
    ...{ portal, policy, copy, write },
    ...looksBy(outsider.aydyn, { policy, fresh, state: join(folder, "watch.json") }),
    before: looksBy(aydynHere, { policy, fresh, state: join(folder, "watch.json") }),
    receipt: async (actId) => {
      const { portal: sql, receipts } = portal.tools;
      const opening = await openingFor(sql, actId, { parts: "all", personKeys: null });
      assert.ok(opening);
      const receipt = await receiptFor(receipts, actId, opening);
      assert.ok(receipt);
      kept += 1;
      return write(`receipt-${kept}.json`, receiptText(receipt));
    },
    days: (count) => {
      country.clock.now += count * dayMs;
    },
    behindThePortal: async (...acts) => {
      const at = country.clock.now;
      await country.inTransaction(country.database.owner, async (tools) => {
        const forced = acts.map(({ tag, ...act }) => ({
          ...act,
          ...{ log: country.log, caseTag: tag, actor: "head", at, parts: [] },
        }));
        await appendActs(tools.transaction, forced, tools);
      });
    },
  };
}

async function aydynHere(...words: readonly string[]): Promise<Ran> {
  const { code, said, noted } = await aydynInThisProcess(words, { now: Date.now() });
  return { code, said: `${said}\n${noted}` };
}

function looksBy(
  aydyn: Looks["aydyn"],
  {
    policy,
    fresh,
    state,
  }: { readonly policy: string; readonly fresh: () => Promise<string>; readonly state: string },
): Looks {
  const trust = ["--policy", policy];
  return {
    aydyn,
    watched: async (place) => {
      // At a log of the attacker's looks somebody else who has seen the same so far.
      const own = place === undefined ? state : `${state}.other`;
      if (own !== state) copyFileSync(state, own);
      const remembered = ["--state", own, "--max-age", watchAgeMinutes];
      const ran = await aydyn(
        ...["watch", place ?? (await fresh()), "--once", "--json"],
        ...trust,
        ...remembered,
      );
      return { code: ran.code, names: ran.said.split("\n").flatMap(alarmName) };
    },
    verified: async (place, ...more) => {
      const { code, said } = await aydyn("verify", "log", place, ...trust, "--json", ...more);
      const { findings, conduct } = JSON.parse(said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1));
      const names = [
        ...findings.map(({ kind }: { kind: string }) => kind),
        ...conduct.map(({ finding }: { finding: { finding: string } }) => finding.finding),
      ];
      return { code, names };
    },
    held: (receipt, against) =>
      aydyn(
        ...["verify", "receipt", receipt, ...trust],
        ...(against === undefined ? [] : ["--against", against]),
      ),
  };
}

function alarmName(line: string): readonly string[] {
  if (!line.startsWith("{")) return [];
  const { alarm, finding, found } = JSON.parse(line);
  return [alarm === "record" ? finding.kind : alarm === "conduct" ? found.finding.finding : alarm];
}

/** What a file of the outsider's says. */
export function read(path: string): string {
  return readFileSync(path, "utf8");
}
