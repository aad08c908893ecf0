/** A failure that a person at the terminal can do something about: what happened, and what to try. English. */
export class OperatorError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "OperatorError";
    this.hint = hint;
  }
}

/** Prints a failure: message and hint where somebody wrote one, the stack where nobody foresaw it. */
export function printFailure(error: unknown, print: (line: string) => void = console.error): void {
  const hinted = describeFailure(error);
  if (hinted === null) print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  else print(`\nAydyn: ${hinted.message}.\n${hinted.hint}`);
}

/** Message and hint of a foreseen failure, `null` for a bug. */
export function describeFailure(error: unknown): { message: string; hint: string } | null {
  if (!(error instanceof Error)) return null;
  if ("hint" in error && typeof error.hint === "string") return { message: error.message, hint: error.hint };
  const code = "code" in error ? error.code : null;
  const path = "path" in error ? ` (${error.path})` : "";
  switch (code) {
    case "ENOSPC":
    case "53100": // PostgreSQL: disk_full
      return {
        message: `the disk is full${path}`,
        hint: "Free some space, or set AYDYN_DATA to a folder on another disk.",
      };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return {
        message: `a file or folder cannot be used${path}: ${error.message}`,
        hint: "Set AYDYN_DATA to a folder that this user may write to.",
      };
    case "ECONNREFUSED":
      return {
        message: "the database of DATABASE_URL does not answer",
        hint: "Start that server, correct DATABASE_URL, or unset it to use the embedded PostgreSQL.",
      };
    case "28P01":
    case "28000":
      return {
        message: `the database refused the login: ${error.message}`,
        hint: "Correct user and password in DATABASE_URL.",
      };
    case "42501":
      return {
        message: `the login of DATABASE_URL has too few rights: ${error.message}`,
        hint: "It must own the database and have CREATEROLE.",
      };
    default:
      return null;
  }
}
