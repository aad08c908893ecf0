import type { PortalTools } from "#government/appeals/index.ts";
import type { StubKeys } from "./issue-pad.ts";
import type { IntakeRing } from "./keys/intake-ring.ts";

/** What the web side of this slice needs besides what the portal's appeals need. */
export interface IntakeTools extends PortalTools {
  /** The keys with which carried files are opened. */
  readonly ring: IntakeRing;
  /** The offline page without a country, as it was built at set-up; `null` where it was not. */
  readonly offlinePage: () => string | null;
}

/** The keys of stubs in the portal. */
export function stubKeysOf(tools: PortalTools): StubKeys {
  return { serverKey: tools.serverKey, origin: tools.receipts.origin };
}
