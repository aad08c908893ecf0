import { parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { AppealTools } from "#government/appeals/index.ts";
import { nameBodyIntakeKey, nameIntakeKey, registerOf } from "#government/cases/index.ts";
import type { Grant } from "#platform/authority/grant.ts";

/** Leave to change a key: of one body, or of the country. */
export type IntakeKeyGrant = Grant<"intake-key.change"> | Grant<"rules.change">;

/**
 * Names a recipient of intake in public: from the moment of the act on, pages that are saved encrypt to it. What was
 * saved before encrypts to the older key, which is kept. The secret must be kept already, here or by the body.
 */
export async function changeIntakeKey(
  grant: IntakeKeyGrant,
  recipient: string,
  tools: AppealTools,
): Promise<void> {
  if (grant.act === "intake-key.change") {
    const issuer = registerOf(tools.parameters, grant.object.body);
    await nameBodyIntakeKey(grant, recipient, { ...tools, issuer });
    return;
  }
  const issuer = parseBodyNumber(grant.object.cabinet);
  assert(issuer !== null, "a cabinet is a body");
  await nameIntakeKey(grant, recipient, { ...tools, issuer });
}
