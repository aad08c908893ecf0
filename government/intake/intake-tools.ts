import type { PortalTools } from "#government/appeals/index.ts";
import type { StubKeys } from "./issue-pad.ts";

/** What the web side of this slice needs besides what the portal's appeals need. */
export interface IntakeTools extends PortalTools {
  /** 32 secret bytes: the key of intake, with which carried files are opened (`carried/intake-key.ts`). */
  readonly intakeSecret: Uint8Array;
  /** The offline page without a country, as it was built at set-up; `null` where it was not. */
  readonly offlinePage: () => string | null;
}

/** The keys of stubs in the portal. */
export function stubKeysOf(tools: PortalTools): StubKeys {
  return { serverKey: tools.serverKey, origin: tools.receipts.origin };
}
