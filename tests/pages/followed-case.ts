/** News of a case, chosen through the forms: a confirmed address, one that waits to be confirmed, a feed. */
import assert from "node:assert/strict";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { openFollower } from "#government/notices/follower.ts";
import { followersOfCase } from "#government/notices/follower-store.ts";
import type { OpenPortal } from "./open-portal.ts";
import type { Person } from "./person.ts";

/** Gives what stands in the link of the address that waits. */
export async function followCase(
  { portal }: OpenPortal,
  citizen: Person,
  reader: Person,
  number: string,
): Promise<string> {
  const path = `/tk/case/${number}/notices`;
  const tokens = async () => {
    const parsed = parseCaseNumber(number);
    const row = parsed.ok ? await findCaseByNumber(portal.tools.portal, parsed.value) : null;
    assert.ok(row, "the case is there");
    const followers = await followersOfCase(portal.tools.portal, row.tag);
    return followers.flatMap((each) => openFollower(each, portal.notices.personKeys)?.confirmToken ?? []);
  };
  await citizen.fill(path, { address: "nar@example.org" });
  const [first] = await tokens();
  await reader.post(`/tk/notices/confirm/${first}`, {});
  await citizen.fill(path, { address: "oraz@example.org" });
  const form = formAt((await citizen.get(path)).body.toString(), `${path}/feed`);
  assert.equal((await citizen.post(`${path}/feed`, form)).status, 200);
  const second = (await tokens()).find((token) => token !== first);
  assert.ok(second, "the second address waits");
  return second;
}
