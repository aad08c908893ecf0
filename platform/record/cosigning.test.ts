import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { parseNote } from "#core/log/note.ts";
import { type Disk, nodeDisk } from "#platform/files/disk.ts";
import { takeCarried } from "./carried-cosignatures.ts";
import { entryOfAct } from "./ledger-store.ts";
import { checkPublished } from "./test-support/outsider.ts";
import {
  actOf,
  log,
  policyOf,
  type RecordForTests,
  startAt,
  WitnessForTests,
  withRecord,
} from "./test-support/record.ts";
import { httpWitnessTransport } from "./witness-transport.ts";

function witnessOf(record: RecordForTests, at: number): WitnessForTests {
  const witness = record.witnesses[at];
  assert.ok(witness);
  return witness;
}

function readNote(path: string) {
  const note = parseNote(readFileSync(path, "utf8"));
  assert.ok(note.ok);
  return note.value;
}

test("a distant witness is asked at most every 10 s, and its late answer completes a checkpoint that the log has passed", async () => {
  await withRecord(async (record) => {
    const [near, far] = [witnessOf(record, 0), witnessOf(record, 1)];
    const gates: (() => void)[] = [];
    const farLink = far.link(10_000);
    const transport = {
      addCheckpoint: async (body: string) => {
        await new Promise<void>((resolve) => gates.push(resolve));
        return { ok: true as const, value: await far.addCheckpoint(Buffer.from(body)) };
      },
    };
    const starting = record.start({ witnesses: [near.link(), { ...farLink, transport }] });
    while (gates.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    gates.shift()?.();
    // The empty log needs one question more, since the witness knows nothing yet: it answers at once.
    const sequencer = await starting;
    const [act] = await record.append(actOf(randomBytes(16)));
    record.clock.now += 10_000;
    assert.equal((await sequencer.step()).publishedSize, 0, "not waited for");
    for (let more = 0; more < 3; more += 1) {
      record.clock.now += 1_000;
      await record.append(actOf(randomBytes(16)));
      await sequencer.step();
    }
    assert.equal(gates.length, 1, "asked once while its answer is awaited");
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const report = await sequencer.step();
    assert.deepEqual([report.size, report.publishedSize], [4, 1]);
    assert.equal((await entryOfAct(record.database.portal, log, act?.actId ?? ""))?.witnessedSize, 1);
    await sequencer.close();
    await checkPublished(record.publishedFolder, record.options().policy);
  });
});

test("a tile that cannot be read while a distant witness is asked fails the next step, not the whole process", async () => {
  await withRecord(async (record) => {
    const [near, far] = [witnessOf(record, 0), witnessOf(record, 1)];
    let isBroken = false;
    const disk: Disk = {
      ...nodeDisk,
      read: (path) => {
        if (isBroken && path.includes("/tile/"))
          throw Object.assign(new Error("read failed"), { code: "EIO" });
        return nodeDisk.read(path);
      },
    };
    const witnesses = [near.link(), far.link(10_000)];
    const sequencer = await record.start({
      ...{ disk, witnesses: [far.link(10_000)] },
      // The batch is written; what is read now is the proof for the witness.
      faultPoint: (step) => {
        isBroken = step === "tiles-written" && record.clock.now > startAt + 60_000;
      },
    });
    const stepLater = async (): Promise<void> => {
      record.clock.now += 40_000;
      await record.append(actOf(randomBytes(16)));
      await sequencer.step();
      // Longer than any answer takes: an error that nobody waits for would end the process here.
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await stepLater();
    await stepLater();
    await assert.rejects(sequencer.step(), /read failed/);
    isBroken = false;
    await sequencer.close();
    const next = await record.start({ witnesses });
    assert.equal(next.status().publishedSize, 2);
    await next.close();
  });
});

test("a cosignature that was carried here completes the quorum", async () => {
  await withRecord(async (record) => {
    const [near, puller] = [witnessOf(record, 0), witnessOf(record, 1)];
    const links = [near.link(), { ...puller.link(), transport: null }];
    const sequencer = await record.start({ witnesses: links });
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    assert.ok(!existsSync(join(record.publishedFolder, "checkpoint")));
    // The lock head file is the note that somebody takes to the witness on a stick.
    const carried = readFileSync(join(record.folder, "state/lock-head"), "utf8");
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();

    const inbox = join(record.folder, "carried");
    mkdirSync(inbox);
    const text = readNote(join(record.folder, "state/lock-head")).text;
    const cosigned = carried + puller.cosign(carried.slice(0, carried.indexOf("\n\n") + 1));
    writeFileSync(join(inbox, "one"), cosigned);
    writeFileSync(join(inbox, "two"), "no note at all");
    writeFileSync(join(inbox, "three"), carried);
    writeFileSync(
      join(inbox, "four"),
      `${text.replace("\n2\n", "\n3\n")}\n${puller.cosign(text.replace("\n2\n", "\n3\n"))}`,
    );
    // In the order of their names: four, one, three, two.
    assert.deepEqual(await takeCarried(sequencer, inbox, "none"), [
      { ok: false, problem: "not-of-this-log" },
      { ok: true, value: { size: 1 } },
      { ok: false, problem: "no-known-cosignature" },
      { ok: false, problem: "not-a-checkpoint" },
    ]);
    assert.deepEqual(await takeCarried(sequencer, inbox, "none"), []);
    assert.equal(sequencer.status().publishedSize, 1);
    await sequencer.close();
    await checkPublished(record.publishedFolder, record.options().policy);
  });
});

test("a carried cosignature over a published checkpoint is added to the kept one; what was there stays", async () => {
  await withRecord(async (record) => {
    const late = new WitnessForTests("late", () => record.clock.now);
    const everyone = [...record.witnesses, late];
    const policy = policyOf(everyone, "2");
    const links = [...record.witnesses.map((witness) => witness.link()), { ...late.link(), transport: null }];
    const sequencer = await record.start({ witnesses: links, policy });
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    const kept = join(record.publishedFolder, "checkpoints/1");
    const before = readFileSync(kept, "utf8");
    await record.append(actOf(randomBytes(16)));
    await sequencer.step();
    record.clock.now = startAt + 5 * 86_400_000;
    const line = late.cosign(readNote(kept).text);
    assert.ok((await sequencer.importCosignature(before + line)).ok);
    assert.ok((await sequencer.importCosignature(before + line)).ok, "twice is once");
    assert.equal(readFileSync(kept, "utf8"), before + line);
    assert.ok(!readFileSync(join(record.publishedFolder, "checkpoint"), "utf8").includes(line));
    await sequencer.close();
    await checkPublished(record.publishedFolder, policy);
  });
});

test("a witness that fails is asked less and less often; one that answers wrongly counts for nothing", async () => {
  await withRecord(async (record) => {
    const [near, failing] = [witnessOf(record, 0), witnessOf(record, 1)];
    const answers = { body: "" };
    const transport = {
      addCheckpoint: async () => ({ ok: true as const, value: { status: 200, body: answers.body } }),
    };
    let asked = 0;
    const counted = {
      addCheckpoint: async () => {
        asked += 1;
        return transport.addCheckpoint();
      },
    };
    const sequencer = await record.start({
      witnesses: [near.link(), { ...failing.link(), transport: counted }],
    });
    for (let step = 0; step < 400; step += 1) {
      record.clock.now += 250;
      if (step === 10) answers.body = `${near.cosign("another text\n")}`;
      await sequencer.step();
    }
    // 100 s: pauses of 1, 2, 4, 8, 16, 32 and then 60 s.
    assert.ok(asked >= 6 && asked <= 8, `asked ${asked} times`);
    assert.equal(sequencer.status().witnesses[1]?.problem, "bad-answer");
    assert.equal(sequencer.status().publishedSize, null);
    await sequencer.close();
  });
});

test("over HTTP a witness that hangs, redirects, answers without end or not at all is unreachable", async () => {
  const answering = (answer: () => Promise<Response>) =>
    httpWitnessTransport("http://witness.example", { fetch: answer, timeoutMs: 50 }).addCheckpoint("old 0\n");
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_024)) });
  assert.deepEqual(await answering(async () => new Response(endless)), { ok: false, problem: "unreachable" });
  assert.deepEqual(await answering(async () => new Response(Buffer.from([0xff, 0xfe]))), {
    ok: false,
    problem: "unreachable",
  });
  assert.deepEqual(await answering(() => Promise.reject(new TypeError("fetch failed"))), {
    ok: false,
    problem: "unreachable",
  });
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  assert.ok(typeof address === "object" && address !== null);
  const hanging = httpWitnessTransport(`http://127.0.0.1:${address.port}`, { timeoutMs: 50 });
  assert.deepEqual(await hanging.addCheckpoint("old 0\n"), { ok: false, problem: "unreachable" });
  silent.closeAllConnections();
  silent.close();
  assert.deepEqual(await answering(async () => new Response("7\n", { status: 409 })), {
    ok: true,
    value: { status: 409, body: "7\n" },
  });
});
