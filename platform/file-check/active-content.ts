/**
 * What in a document acts by itself when somebody opens it: runs, starts a program, fetches or sends something,
 * brings other files along.
 *
 * `locked`: encrypted, so that nobody can look inside. `unreadable`: built so that we cannot.
 */
export const activeContents = [
  "script",
  "launch",
  "embedded-file",
  "sends-form",
  "macro",
  "fetches-from-outside",
  "locked",
  "unreadable",
] as const;
export type ActiveContent = (typeof activeContents)[number];

/** Bytes that a document may grow to when it is unpacked for a look. */
export const unpackedBytesMax = 32 * 1024 * 1024;
