import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import { verifyOpening } from "#core/record/payload.ts";
import { parseErased, parsePublishedPayload } from "#core/record/publication.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import type { AppendedAct } from "./act.ts";
import { findAct } from "./act-store.ts";
import { type ErasureRequest, eraseAct, repeatForgottenErasures } from "./erase.ts";
import { folderTileSource, PublishedFolder } from "./published-folder.ts";
import { type RehashFinding, rehashPayloads } from "./rehash.ts";
import { readSealedPart } from "./sealed-part-store.ts";
import { dumpOf, restoreDump } from "./test-support/dump.ts";
import { checkPublished } from "./test-support/outsider.ts";
import { actOf, log, origin, type RecordForTests, withRecord } from "./test-support/record.ts";

const identityMarker = "Marker Markerowa, 12 Lale Street";
const textMarker = "the gas smells of marzipan";
const publishedMarker = "the anonymised gas complaint";

function filing(caseTag: Uint8Array) {
  return actOf(caseTag, {
    parts: [
      { name: "public", bytes: utf8Bytes(textMarker), mediaType: "text/plain", store: "open" },
      {
        name: "published",
        bytes: utf8Bytes(publishedMarker),
        mediaType: "text/plain",
        store: "open",
        publish: true,
      },
      { name: "identity", bytes: utf8Bytes(identityMarker), mediaType: "text/plain", store: "sealed" },
      { name: "contact", bytes: utf8Bytes(identityMarker), mediaType: "text/plain", store: "sealed" },
    ],
  });
}

async function erase(record: RecordForTests, request: ErasureRequest): Promise<void> {
  const tools = { randomBytes, now: () => record.clock.now, personKeys: record.personKeys };
  const erased = await record.database.portal.begin((transaction) => eraseAct(transaction, request, tools));
  assert.ok(erased.ok);
}

async function rehash(record: RecordForTests): Promise<readonly RehashFinding[]> {
  const source = folderTileSource(record.publishedFolder);
  const [head] = await record.database.worker`select size from ledger.head`;
  const tools = { sql: record.database.worker, log, source, personKeys: record.personKeys, size: head?.size };
  const findings: RehashFinding[] = [];
  for await (const finding of rehashPayloads(tools)) findings.push(finding);
  return findings;
}

test("published parts are opened beside the log, and open their leaf; what is not published is nowhere there", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    await record.append(filing(randomBytes(16)));
    await sequencer.step();
    await sequencer.close();
    const [leaf] = await checkPublished(record.publishedFolder, record.options().policy);
    const published = parsePublishedPayload(
      readFileSync(join(record.publishedFolder, "payloads/000.json"), "utf8"),
    );
    assert.ok(leaf && published.ok);
    assert.ok(verifyOpening(leaf, published.value.opening).ok);
    assert.deepEqual(
      published.value.opening.parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
      [["published", publishedMarker]],
    );
    assertNowhereBelow(record.publishedFolder, [textMarker, identityMarker]);
  });
});

test("erasing an act leaves its leaf and nothing else: no text, no nonce, no key, no published copy", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [act] = await record.append(filing(randomBytes(16)));
    const [other] = await record.append(filing(randomBytes(16)));
    assert.ok(act && other);
    await sequencer.step();
    assert.equal(record.personKeys.list().length, 4);
    await erase(record, { actId: act.actId, partNames: null, actor: "head" });
    assert.equal(
      await sequencer.finishErasures({ sql: record.database.worker, personKeys: record.personKeys }),
      1,
    );
    assert.equal(
      await sequencer.finishErasures({ sql: record.database.worker, personKeys: record.personKeys }),
      0,
    );
    await sequencer.step();
    await sequencer.close();

    assert.equal((await findAct(record.database.worker, act.actId))?.payload, null);
    assert.equal(record.personKeys.list().length, 2, "the other act's keys stay");
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, 3);
    assert.deepEqual([leaves[2]?.body, leaves[2]?.due], [leaves[0]?.body, leaves[0]?.due], "changes no duty");
    const index = Number(
      (await record.database.worker`select index from ledger.entry where act_id = ${act.actId}`)[0]?.index,
    );
    assert.ok(!existsSync(join(record.publishedFolder, `payloads/00${index}.json`)));
    const erased = parseErased(readFileSync(join(record.publishedFolder, "erased.json"), "utf8"));
    assert.deepEqual(erased.ok && erased.value, { origin, indexes: [index] });
    assert.deepEqual(await rehash(record), [], "what is erased does not count as changed");
    const sealed = await readSealedPart(record.database.portal, record.personKeys, {
      ...act,
      name: "identity",
    });
    assert.deepEqual(sealed, { ok: false, problem: "erased" });
    const kept = await readSealedPart(record.database.portal, record.personKeys, {
      ...other,
      name: "identity",
    });
    assert.ok(kept.ok);
  });
});

test("one part is erased alone; the others still open", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [act] = await record.append(filing(randomBytes(16)));
    assert.ok(act);
    await sequencer.step();
    await erase(record, { actId: act.actId, partNames: ["contact", "published"], actor: "head" });
    await sequencer.finishErasures({ sql: record.database.worker, personKeys: record.personKeys });
    await sequencer.close();
    const read = (name: string) =>
      readSealedPart(record.database.portal, record.personKeys, { ...act, name });
    assert.deepEqual(await read("contact"), { ok: false, problem: "erased" });
    assert.ok((await read("identity")).ok);
    assert.ok(
      !existsSync(join(record.publishedFolder, "payloads/000.json")),
      "its only published part is gone",
    );
    assert.deepEqual(await rehash(record), []);
  });
});

test("a backup from before an erasure shows no identity any more, and the erasure is repeated after its restore", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const [act] = await record.append(filing(randomBytes(16)));
    assert.ok(act);
    await sequencer.step();
    const dump = await dumpOf(record.database.owner);
    assert.ok(dump.includes(Buffer.from(textMarker).toString("hex")), "the search would find a marker");
    await erase(record, { actId: act.actId, partNames: null, actor: "head" });
    await sequencer.finishErasures({ sql: record.database.worker, personKeys: record.personKeys });
    await sequencer.close();
    assertNoMarker(await dumpOf(record.database.owner), [identityMarker, textMarker, publishedMarker]);

    await restoreDump(record.database.owner, dump);
    assertNoMarker(await dumpOf(record.database.owner), [identityMarker]);
    const sealed = await readSealedPart(record.database.portal, record.personKeys, {
      ...act,
      name: "identity",
    });
    assert.deepEqual(sealed, { ok: false, problem: "key-missing" });
    const published = new PublishedFolder(record.publishedFolder, { durability: "none", listingEveryMs: 0 });
    const tools = {
      ...record.options(),
      sql: record.database.worker,
      personKeys: record.personKeys,
      published,
    };
    assert.equal(await repeatForgottenErasures(tools), 1);
    assert.equal(await repeatForgottenErasures(tools), 0);
    assertNoMarker(await dumpOf(record.database.owner), [identityMarker, textMarker, publishedMarker]);
  });
});

test("the nightly check finds what was changed behind the log's back", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    const acts: AppendedAct[] = [];
    for (let count = 0; count < 5; count += 1) acts.push(...(await record.append(filing(randomBytes(16)))));
    await sequencer.step();
    await sequencer.close();
    const [text, payload, leaf, gone, sealed] = acts.map(({ actId }) => actId);
    const { owner } = record.database;
    await owner`update record.part set bytes = 'nothing'::bytea where act_id = ${text ?? ""} and name = 'public'`;
    await owner`update record.act set payload = ${canonicalJson({ v: 1 })} where act_id = ${payload ?? ""}`;
    await owner`update record.act set commitment = sha256('x') where act_id = ${leaf ?? ""}`;
    await owner`delete from record.act where act_id = ${gone ?? ""}`;
    await owner`update sealed.part set ciphertext = 'nothing'::bytea where act_id = ${sealed ?? ""} and name = 'identity'`;
    const found = (await rehash(record)).map(
      ({ actId, part, finding }) => `${acts.findIndex((act) => act.actId === actId)} ${part} ${finding}`,
    );
    assert.deepEqual([...new Set(found)].sort(), [
      "0 public part-changed",
      "1 null payload-changed",
      "2 null leaf-differs",
      "2 null payload-changed",
      "3 null act-missing",
      "4 identity sealed-part-unreadable",
    ]);
  });
});

test("no desk can read an identity: every table that its role may read, searched for a planted one", async () => {
  await withRecord(async (record) => {
    const sequencer = await record.start();
    await record.append(filing(randomBytes(16)));
    await sequencer.step();
    await sequencer.close();
    const { desk } = record.database;
    const tables = await desk<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where has_schema_privilege(schemaname, 'usage') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')
      union select format('%I.%I', schemaname, viewname) from pg_views
      where has_schema_privilege(schemaname, 'usage') and has_table_privilege(format('%I.%I', schemaname, viewname), 'select')`;
    const names = tables.map(({ name }) => name);
    assert.ok(names.includes("record.part") && names.includes("ledger.entry"));
    assert.ok(!names.some((name) => name.startsWith("sealed.")));
    let text = "";
    for (const name of names)
      text += JSON.stringify(await desk.unsafe(`select t::text as row from ${name} as t`));
    assert.ok(text.includes(Buffer.from(textMarker).toString("hex")), "the search would find a marker");
    assertNoMarker(text, [identityMarker]);
    await assert.rejects(desk.unsafe("select * from sealed.part"), /permission denied/);
  });
});

function assertNowhereBelow(folder: string, markers: readonly string[]): void {
  for (const path of pathsBelow(folder)) assertNoMarker(readFileSync(join(folder, path), "latin1"), markers);
  assert.ok(readdirSync(folder).length > 0);
}

/** As text, hexadecimal and base64 at all three alignments. */
function assertNoMarker(text: string, markers: readonly string[]): void {
  for (const marker of markers) {
    const bytes = Buffer.from(marker);
    const forms = [marker, bytes.toString("hex")];
    for (let shift = 0; shift < 3; shift += 1) {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
      forms.push(encoded.slice(Math.ceil((shift * 4) / 3), -4));
    }
    for (const form of forms) assert.ok(!text.includes(form), `found ${form}`);
  }
}
