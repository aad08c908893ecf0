import { statfs } from "node:fs/promises";
import type { HealthCheck } from "./health.ts";

/** With less than this an operator has to act: docs/operate.md says how. */
export const diskFreeBytesNoticed = 1024 ** 3;
/** With less than this the next act may not be kept. */
const diskFreeBytesMin = 64 * 1024 ** 2;

/** How much room is left where a folder lies, as its user may use it. */
export async function diskSpace(folder: string): Promise<{ readonly free: number; readonly size: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, size: blocks * bsize };
}

/** Whether there is room where the data lies. */
export function diskCheck(folder: string, space: typeof diskSpace = diskSpace): HealthCheck {
  return {
    name: "disk",
    look: async () => {
      const { free, size } = await space(folder);
      const facts = { freeBytes: free, sizeBytes: size };
      if (free < diskFreeBytesMin) return { state: "failed", facts };
      return { state: free < diskFreeBytesNoticed ? "noticed" : "fine", facts };
    },
  };
}
