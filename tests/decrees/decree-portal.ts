/** A portal with the pages of decrees and the cabinet's head, and what a decree does to a case. */
import { type Person, personIn } from "#government/appeals/published/published-samples.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import { findCase, moveDeadlines } from "#government/cases/index.ts";
import { registerDecreeRoutes } from "#government/decrees/routes.ts";
import { cabinet } from "#tests/country/small-country.ts";

const zeroTag = new Uint8Array(16);

export interface DecreePortal extends TestPortal {
  readonly cabinetHead: Person;
}

export async function withDecreePortal(run: (portal: DecreePortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerDecreeRoutes(portal.server, portal.tools);
    const head = await personIn(portal, "Ýokary Ýokaryýew", [[cabinet, "head", "head"]]);
    await run({ ...portal, cabinetHead: head });
  });
}

/** What the worker does when it notices a new calendar. */
export async function moveAll({ country, sequence }: TestPortal): Promise<number> {
  await sequence();
  const { moved } = await country.inTransaction(country.database.worker, (tools) =>
    moveDeadlines(tools, zeroTag),
  );
  await sequence();
  return moved;
}

export async function dueOf({ country }: TestPortal, tag: Uint8Array): Promise<number | null | undefined> {
  return (await findCase(country.database.portal, tag))?.due;
}

export function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}
