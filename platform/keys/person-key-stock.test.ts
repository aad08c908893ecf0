import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { type PersonKeyStock, stockOfPersonKeys } from "./person-key-stock.ts";
import { openPersonKeys, personKeyPath } from "./person-keys.ts";

const options = {
  randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
  durability: "fsync",
} as const;

async function withStock(run: (stock: PersonKeyStock, folder: string, problems: unknown[]) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-keys-"));
  const problems: unknown[] = [];
  const onProblem = (error: unknown) => void problems.push(error);
  const stock = stockOfPersonKeys(openPersonKeys(folder, options), folder, { ...options, onProblem });
  try {
    await run(stock, folder, problems);
  } finally {
    await stock.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("each key that is drawn is on the disk, the owner's alone, and no other; at the end nothing else is", async () => {
  await withStock(async (stock, folder, problems) => {
    const drawn = [stock.draw()];
    await stock.settled();
    const ready = pathsBelow(folder).length;
    // More than lie ready: what comes when the stock is empty is drawn as ever.
    for (let count = 0; count < 200; count += 1) drawn.push(stock.draw());
    assert.equal(new Set(drawn.map(({ id }) => id)).size, drawn.length);
    assert.ok(ready > 1, "keys lay ready");
    const other = openPersonKeys(folder, options);
    for (const key of drawn) {
      assert.deepEqual(other.read(key.id), key);
      assert.equal(statSync(personKeyPath(folder, key.id)).mode & 0o777, 0o600);
    }
    stock.destroy(drawn[0]?.id ?? assert.fail());
    assert.equal(stock.read(drawn[0]?.id ?? assert.fail()), null);
    await stock.close();
    assert.equal(pathsBelow(folder).length, drawn.length - 1, "what nobody used is taken away");
    assert.deepEqual(problems, []);
  });
});

test("a stock that cannot be filled is told of, and keys are drawn one by one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-keys-"));
  const keys = openPersonKeys(folder, options);
  const problems: unknown[] = [];
  const unwritable = personKeyPath(folder, keys.draw().id);
  const stock = stockOfPersonKeys(keys, unwritable, {
    ...options,
    onProblem: (error) => void problems.push(error),
  });
  await stock.settled();
  assert.equal(problems.length, 1);
  const key = stock.draw();
  assert.deepEqual(keys.read(key.id), key);
  await stock.close();
  rmSync(folder, { recursive: true, force: true });
});
