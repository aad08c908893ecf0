import type { PortalTools } from "#government/appeals/index.ts";
import type { StubKeys } from "./issue-pad.ts";

/** What the web side of this slice needs: what the portal's appeals need, and no more yet. */
export type IntakeTools = PortalTools;

/** The keys of stubs in the portal. */
export function stubKeysOf(tools: IntakeTools): StubKeys {
  return { serverKey: tools.serverKey, origin: tools.receipts.origin };
}
