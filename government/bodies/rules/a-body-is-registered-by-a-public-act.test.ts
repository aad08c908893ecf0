import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { verifierKey } from "#core/log/note.ts";
import { parseParameterPart } from "#core/record/parameter-acts.ts";
import { bodiesOfDemoCountry, demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { person } from "#platform/authority/authority-samples.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { Sql } from "#platform/database/database.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { parseLogName } from "#platform/record/append.ts";
import { parseAboutPart } from "../body.ts";
import { type Body, readBodyTree, registerBody } from "../index.ts";

const key = verifierKey(
  nativeEngine,
  "oguzabat.example/body",
  "ed25519",
  nativeSigner(new Uint8Array(32)).publicKey,
).text;
const bodies = bodiesOfDemoCountry(() => key);
const country = { kind: "country", cabinet: demoBodyNumber(1) } as const;

function grantFor(actor: Actor): Grant<"body.register"> {
  const asked = ask(actor, "body.register", country);
  assert.ok(asked.ok);
  return asked.value;
}

const installer = grantFor({ kind: "installer-of-an-empty-record" });

function toolsFor(sql: Sql) {
  const log = parseLogName("executive");
  assert.ok(log);
  return {
    sql,
    log,
    randomBytes: (length: number) => randomBytes(length),
    now: () => Date.UTC(2026, 10, 24),
    personKeys: null,
  };
}

function numbered(number: number): Body {
  const body = bodies.find((each) => each.number === number);
  assert.ok(body);
  return body;
}

test("the whole country is registered, and each act's parts say what the table says", async () => {
  await withTestDatabase(async ({ portal, desk }) => {
    for (const body of bodies)
      assert.ok((await registerBody(installer, body, toolsFor(portal))).ok, body.slug);
    const tree = await readBodyTree(desk);
    assert.deepEqual(
      [...tree.all].sort((one, other) => one.number - other.number),
      [...bodies].sort((one, other) => one.number - other.number),
    );
    const parts = await portal<
      { name: string; bytes: Uint8Array; number: number; about: string; body: number }[]
    >`
      select part.name, part.bytes, body.number, act.body
      from bodies.body join record.act using (act_id) join record.part using (subject, act_id)`;
    assert.equal(parts.length, bodies.length * 2);
    for (const part of parts) {
      const body = numbered(part.number);
      assert.equal(part.body, body.register);
      if (part.name === "about") {
        assert.deepEqual(parseAboutPart(Uint8Array.from(part.bytes)), { ok: true, value: body.about });
      } else {
        const read = parseParameterPart("body-registered", Uint8Array.from(part.bytes));
        const { about: _, ...expected } = body;
        assert.deepEqual(read, { ok: true, value: { kind: "body-registered", part: expected } });
      }
    }
  });
});

test("what does not fit the tree is refused and leaves no act", async () => {
  await withTestDatabase(async ({ portal }) => {
    const tools = toolsFor(portal);
    for (const number of [1, 30, 31, 311])
      assert.ok((await registerBody(installer, numbered(number), tools)).ok);
    const refusals = [
      [{ ...numbered(41) }, "unknown-parent"],
      [{ ...numbered(30), parent: demoBodyNumber(311) }, "parent-loop"],
      [{ ...numbered(30), parent: demoBodyNumber(30) }, "parent-loop"],
      [{ ...numbered(32), slug: numbered(31).slug }, "slug-taken"],
      [{ ...numbered(32), register: demoBodyNumber(1) }, "register-neither-own-nor-parents"],
      [
        {
          ...numbered(312),
          number: demoBodyNumber(3110),
          parent: demoBodyNumber(311),
          register: demoBodyNumber(311),
        },
        "register-of-a-body-without-register",
      ],
      [{ ...numbered(31), register: demoBodyNumber(30) }, "register-of-a-body-without-register"],
    ] as const;
    for (const [body, problem] of refusals) {
      assert.deepEqual(await registerBody(installer, body, tools), { ok: false, problem });
    }
    const acts = await portal`select 1 from record.act`;
    assert.equal(acts.length, 4);
  });
});

test("a change is a further act of the same number", async () => {
  await withTestDatabase(async ({ portal }) => {
    const tools = toolsFor(portal);
    assert.ok((await registerBody(installer, numbered(1), tools)).ok);
    const headOfCabinet = grantFor(person(1, { body: 1, role: "head", post: "head" }));
    const changed = { ...numbered(1), workingDays: [1, 2, 3, 4, 5, 6] };
    assert.ok((await registerBody(headOfCabinet, changed, tools)).ok);
    const tree = await readBodyTree(portal);
    assert.deepEqual(tree.byNumber.get(demoBodyNumber(1)), changed);
    const acts = await portal`select actor from record.act order by registered`;
    assert.deepEqual(
      acts.map(({ actor }) => actor),
      ["system", "head"],
    );
  });
});

test("two bodies that ask for one slug at once do not both get it", async () => {
  await withTestDatabase(async ({ portal }) => {
    const tools = toolsFor(portal);
    assert.ok((await registerBody(installer, numbered(1), tools)).ok);
    const twins = [numbered(10), { ...numbered(11), slug: numbered(10).slug }];
    const results = await Promise.all(twins.map((body) => registerBody(installer, body, tools)));
    assert.equal(results.filter((result) => result.ok).length, 1);
  });
});

test("without a grant nothing is registered", async () => {
  await withTestDatabase(async ({ portal }) => {
    const forged = { act: "body.register", object: country, actor: { kind: "system" } };
    // @ts-expect-error a look-alike of a grant
    await assert.rejects(registerBody(forged, numbered(1), toolsFor(portal)), /no genuine grant/);
  });
});
