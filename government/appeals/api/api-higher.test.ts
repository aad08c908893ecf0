import assert from "node:assert/strict";
import { dirname } from "node:path";
import { test } from "node:test";
import { registerOverseers } from "#tests/country/overseers.ts";
import { morning } from "#tests/country/small-country.ts";
import { asOutsider } from "../test-support/outsider.ts";
import { filing, marker, withApi, withKey } from "./api-samples.ts";

const key = "2f0a6c1e-2222-4a59-9a51-3f6f2f7f8d01";

test("a silent case goes to the prosecutor by the API, once; the new one opens by its own codes", async () => {
  await withApi(async (portal) => {
    const { post, country, sequence } = portal;
    await registerOverseers(country);
    const { number, secret } = (await post("/appeals", filing, withKey(key))).json;
    const holder = { number, secret };
    const remedies = async () => (await post("/appeals/read", holder)).json.remedies;
    assert.deepEqual(await remedies(), [], "nothing is late yet");
    const sent = { ...holder, to: "prosecutor", subject: "Dymýarlar", text: `Jogap ýok ${marker}` };
    const early = await post("/appeals/appeal-higher", sent, withKey(key));
    assert.deepEqual([early.status, early.json.code], [409, "may-not-follow"]);
    country.clock.now = morning(2026, 11, 24);
    assert.deepEqual(await remedies(), [
      { to: "higher-body", body: "cabinet", against: "silence", until: null },
      { to: "prosecutor", body: "prosecutor-office", against: "silence", until: null },
      { to: "ombudsman", body: "ombudsman-office", against: "silence", until: null },
    ]);
    assert.equal(
      (await post("/appeals/appeal-higher", { ...sent, to: "court" }, withKey(key))).json.code,
      "schema",
    );
    const wordless = await post("/appeals/appeal-higher", { ...sent, text: " " }, withKey(key));
    assert.deepEqual([wordless.status, wordless.json.errors[0].pointer], [422, "#/text"]);
    const gone = await post("/appeals/appeal-higher", sent, withKey(key));
    assert.deepEqual([gone.status, gone.json.due], [201, "2026-12-15"]);
    assert.deepEqual(
      (await post("/appeals/appeal-higher", sent, withKey(key))).json,
      gone.json,
      "sent twice",
    );
    const again = await post("/appeals/appeal-higher", sent, withKey(`${key}-2`));
    assert.deepEqual([again.status, again.json.code], [409, "may-not-follow"]);
    assert.deepEqual(
      (await remedies()).map(({ to }: { to: string }) => to),
      ["higher-body", "ombudsman"],
    );
    const fresh = (await post("/appeals/read", { number: gone.json.number, secret: gone.json.secret })).json;
    assert.equal(fresh.body, "prosecutor-office");
    assert.equal(fresh.acts[0].texts.text, `Jogap ýok ${marker}`);
    const status = { number: gone.json.number, statusCode: gone.json.statusCode };
    assert.equal((await post("/appeals/status", status)).json.due, "2026-12-15");
    assert.ok(!portal.logged.join("\n").includes(gone.json.secret));
    await sequence();
    const receipt = await post("/appeals/receipt", { number: gone.json.number, secret: gone.json.secret });
    const old = await post("/appeals/receipt", holder);
    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const file = write("receipt.json", receipt.text);
      const verified = await aydyn("verify", "receipt", file, "--against", mirror, "--policy", policy);
      assert.equal(verified.code, 0, verified.said);
      // What is enclosed with it: going to the prosecutor ends no silence, and the certificate says so still.
      const silent = write("silent.json", old.text);
      const folder = dirname(silent);
      const words = ["--mirror", mirror, "--policy", policy, "--at", "2026-11-24", "--out", folder];
      const drawn = await aydyn("certificate", silent, ...words);
      assert.equal(drawn.code, 0, drawn.said);
      assert.match(drawn.said, /no answer/i);
    });
  });
});
