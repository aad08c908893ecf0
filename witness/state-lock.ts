import { DatabaseSync } from "node:sqlite";

/**
 * Keeps a second process off a witness' memory: two that cosign from one folder could sign two histories. The lock
 * is the operating system's, held by SQLite on an otherwise empty file, so a killed process leaves none behind.
 */
export interface StateLock {
  release(): void;
}

/** Takes the lock file. Throws when somebody has it. */
export function takeStateLock(path: string): StateLock {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw new Error(`another witness is running on this state (${path})`, { cause });
  }
  return { release: () => database.close() };
}
