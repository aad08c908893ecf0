/**
 * The architecture as a table: which folder may import which. ARCHITECTURE.md shows it, tidy enforces it, and
 * nothing else says it.
 */
export interface ImportRow {
  /** Top folders of ours that its files may import, besides their own. */
  readonly folders: readonly string[];
  /** Whether built-in modules of Node may be imported. */
  readonly node: boolean;
  /** Packages from npm: all, none, or those whose name begins so. */
  readonly packages: "all" | readonly string[];
}

export const importTable: Readonly<Record<string, ImportRow>> = {
  // Runs in a browser too, and is what an outsider reads: nothing but itself and the arithmetic.
  core: { folders: [], node: false, packages: ["@noble/"] },
  engines: { folders: ["core"], node: true, packages: [] },
  // The auditor must never run the code that is under suspicion.
  audit: { folders: ["core", "engines", "witness"], node: true, packages: [] },
  witness: { folders: ["core", "engines"], node: true, packages: [] },
  platform: { folders: ["core", "engines"], node: true, packages: "all" },
  government: { folders: ["core", "engines", "platform"], node: true, packages: "all" },
  apps: { folders: ["core", "engines", "platform", "government", "witness"], node: true, packages: "all" },
  demo: {
    folders: ["core", "engines", "platform", "government", "witness", "audit", "tests"],
    node: true,
    packages: "all",
  },
  bench: {
    folders: ["core", "engines", "platform", "government", "witness", "audit", "demo", "tests", "tools"],
    node: true,
    packages: "all",
  },
  tests: {
    folders: ["core", "engines", "platform", "government", "witness", "audit", "demo", "apps", "tools"],
    node: true,
    packages: "all",
  },
  tools: {
    folders: ["core", "engines", "platform", "government", "witness", "audit", "demo", "tests"],
    node: true,
    packages: "all",
  },
};

/** What a test beside the code may import in addition: other arithmetic to compare with, and the tests' own means. */
export const testRow: ImportRow = {
  folders: ["core", "engines", "demo", "tests", "tools"],
  node: true,
  packages: "all",
};

/**
 * Doors between the slices of government: who may import another's index.ts. A new door is one line here and
 * its reason in decisions/. A ring of doors is refused.
 */
export const sliceDoors: Readonly<Record<string, readonly string[]>> = {
  appeals: ["cases", "bodies", "identity"],
  intake: ["appeals", "cases", "bodies", "identity"],
  "mail-register": ["appeals", "intake"],
  cases: ["bodies"],
  notices: ["cases", "identity"],
  founding: ["cases", "bodies", "identity"],
  bodies: [],
  outside: ["appeals", "cases", "bodies"],
  decrees: ["appeals", "cases", "bodies"],
  identity: [],
};

/** By which files of a slice the programs enter it: its verbs, what answers over HTTP, what the worker does again and again. */
export const programDoors: readonly string[] = ["index.ts", "routes.ts", "housekeeping.ts"];

/** What every page of one file runs in the reader's browser. */
export const sharedBrowserFolder = "engines/one-file/browser";

/** Code that runs in the reader's browser: it may import core, its own folder and what all such pages share. */
export const browserFolders: readonly string[] = [
  sharedBrowserFolder,
  "audit/page/browser",
  "audit/calculator/browser",
  "government/intake/page/browser",
];
