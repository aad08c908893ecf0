/** What reaches a body of the demo year on paper: its registry enters it, often by a stub of a pad issued before. */

import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { FiledAppeal } from "#government/appeals/index.ts";
import { issuePad, takePaper } from "#government/intake/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { AppealPlan, Life } from "./appeal-life.ts";
import { headOf, operatorAt, transact, type World } from "./world.ts";

/** The pads of the demo year: how many stubs each body has left to give out. */
export type Pads = Map<BodyNumber, { readonly pad: number; next: number }>;

const stubsPerPad = 100;
const stubShare = 0.5;
const codeBytes = 32;

/** A pad is issued before its first stub is torn off. */
export async function* padLife(world: World, body: BodyNumber, at: Instant): Life {
  yield at;
  const grant = ask(headOf(world, body).actor, "pad.issue", { kind: "body", body, above: [] });
  assert(grant.ok, "the head has a pad printed");
  const { serverKey, origin } = world;
  const { pad } = await transact(world, world.portal, at, (tools) =>
    issuePad(grant.value, stubsPerPad, tools, { serverKey, origin }),
  );
  world.pads.set(body, { pad, next: 1 });
}

/** A paper was handed in some hours before it is entered, and its day is the day on which it was. */
export async function enterPaper(
  world: World,
  plan: AppealPlan,
  handedIn: Instant,
  at: Instant,
): Promise<FiledAppeal> {
  const { body, kind, language, story, applicantName } = plan;
  const operator = operatorAt(world, body);
  assert(operator !== null, "a paper is handed in where there is a registry");
  const grant = ask(operator.actor, "appeal.register-paper", { kind: "paper-filing", takenAt: body, body });
  assert(grant.ok, "the registry enters papers");
  const { serverKey, origin, chance } = world;
  const paper = {
    filing: {
      ...{ kind, language, subject: story.subject, text: story.text },
      channel: "desk",
      attachments: [],
      identity: { name: applicantName, address: "Oguzabat", contact: "" },
      identityShown: true,
    },
    receivedAt: handedIn,
    stub: chance.happens(stubShare) ? tornOff(world, body) : null,
    isAnother: true,
    codeSource: Buffer.from(chance.bytes(codeBytes)).toString("hex"),
  } as const;
  return await transact(world, world.portal, at, async (tools) => {
    const taken = await takePaper(grant.value, paper, tools, { serverKey, origin });
    assert(taken.ok, `taken: ${JSON.stringify(taken)}`);
    return taken.value.taken;
  });
}

/** The next stub of the body's pad; `null` when it has none or the pad is used up. */
function tornOff(
  { pads }: World,
  body: BodyNumber,
): { readonly pad: number; readonly number: number } | null {
  const pad = pads.get(body);
  if (pad === undefined || pad.next > stubsPerPad) return null;
  pad.next += 1;
  return { pad: pad.pad, number: pad.next - 1 };
}
