import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceOf } from "#demo/year/chance.ts";
import { syncTree, writeFileDurably } from "#platform/files/durable-file.ts";
import { DiskError, SimulatedDisk } from "./simulated-disk.ts";

/** Chance that loses everything that it may. */
const unlucky = { ...chanceOf(Buffer.from("unlucky"), "disk"), happens: () => false, between: () => 0 };

function killedBeforeSyncing(): SimulatedDisk {
  let isKilled = false;
  const disk = new SimulatedDisk({
    ...{ chance: unlucky, now: () => 0 },
    before: (moment, path) => {
      if (moment === "sync-folder" && path === "/data/tile" && isKilled) throw new DiskError("EIO", path);
    },
  });
  const options = { durability: "fsync", disk } as const;
  writeFileDurably("/data/tile/000", Buffer.from("first"), options);
  isKilled = true;
  assert.throws(() => writeFileDurably("/data/tile/001", Buffer.from("second"), options));
  isKilled = false;
  return disk;
}

test("what a start has synced outlives a power cut, and what nobody synced does not", () => {
  const lost = killedBeforeSyncing();
  assert.ok(lost.read("/data/tile/001"), "a start sees it");
  lost.cutPower();
  assert.equal(lost.read("/data/tile/001"), null);
  assert.equal(Buffer.from(lost.read("/data/tile/000") ?? "").toString(), "first");

  const kept = killedBeforeSyncing();
  syncTree("/data", kept);
  kept.cutPower();
  assert.equal(Buffer.from(kept.read("/data/tile/001") ?? "").toString(), "second");
});

test("bytes that were not synced are torn, emptied or lost; a synced file of old comes back", () => {
  const disk = new SimulatedDisk({ chance: unlucky, now: () => 0 });
  disk.makeFolder("/data");
  disk.syncFolder("/");
  disk.write("/data/a", Buffer.from("old"), { mode: 0o644, sync: true });
  disk.syncFolder("/data");
  disk.write("/data/a", Buffer.from("newer"), { mode: 0o644, sync: false });
  assert.equal(Buffer.from(disk.read("/data/a") ?? "").toString(), "newer");
  disk.cutPower();
  assert.equal(Buffer.from(disk.read("/data/a") ?? "").toString(), "old");
});
