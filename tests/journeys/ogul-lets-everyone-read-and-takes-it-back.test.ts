/**
 * Ogul writes about the gas in her village and lets everyone read it, with two pictures: she sees the copy first, the head
 * releases it without the picture of a neighbour's yard, and anybody finds it, with the letters of their own keyboard too.
 * Whoever mirrors the record has the text and the picture's digest. Then she takes it back: it is gone from the pages, and
 * from the copy of whoever mirrors again, while the act itself stays provable.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { agreeToPublic, releaseToPublic, sentPictures } from "#tests/pages/published-sample.ts";
import { sendAppeal, writeAppeal } from "#tests/pages/written-appeal.ts";
import { aydyn } from "./auditor-command.ts";
import { type RunningCountry, withRunningCountry } from "./running-country.ts";

const appeals = 40;
const district = "alagoz-etrap";
/** The worker needs so long at most, also on a busy machine. */
const patienceMs = 60_000;
const betweenLooksMs = 500;

test("Ogul lets everyone read what she wrote, and takes it back from pages and copies", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-ogul-"));
  try {
    await withRunningCountry(appeals, async (country) => {
      const { origin } = country.configuration;
      const ogul = new Person(origin);
      await writeAppeal(ogul, { identity: "shown", proof: "at-once", pictures: sentPictures });
      const number = await sendAppeal(ogul);
      await agreeToPublic(ogul, number);
      const head = new Person(origin);
      await signIn(head, demoSignIn(seedOf(country), `head-${district}`));
      const id = await releaseToPublic(head, number);

      const visitor = new Person(origin);
      const found = (await visitor.get("/en/appeals?words=uc%20ay%20gaz")).body.toString();
      assert.ok(found.includes(`/en/appeals/${id}`), "found without the letters of Turkmen");
      const page = (await visitor.get(`/en/appeals/${id}`)).body.toString();
      assert.match(page, /üç aý bäri gaz ýok/);
      assert.doesNotMatch(page, /Küýzeçi/, "a published appeal has no name");

      const picture = await pictureOnceLookedAt(visitor, id);
      assert.ok(!page.includes("goňşy"), "no name of a file");
      assert.equal(
        (await visitor.get(`/tk/appeals/${id}/picture/2`)).status,
        404,
        "the other one is held back",
      );
      const digest = createHash("sha256").update(picture).digest("hex");

      const mirror = join(folder, "mirror");
      await mirrorUntil(
        country,
        mirror,
        (text) => text.includes("üç aý bäri gaz ýok") && text.includes(digest),
      );

      await ogul.fill(`/tk/case/${number}/take-back`, {});
      for (const path of [`/en/appeals/${id}`, `/en/appeals/${id}/picture/1`])
        assert.equal((await visitor.get(path)).status, 404, path);
      const gone = (await visitor.get("/en/appeals?words=uc%20ay%20gaz")).body.toString();
      assert.ok(!gone.includes(`/en/appeals/${id}`));
      await mirrorUntil(
        country,
        mirror,
        (text) => !text.includes("üç aý bäri gaz ýok") && !text.includes(digest),
      );
      assert.ok(existsSync(join(mirror, "erased.json")), "the copy was told what to forget");
      const receipt = await ogul.get(`/tk/case/${number}/act/1/receipt.json`);
      assert.equal(receipt.status, 200, "the act itself stays");
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Until the worker has looked at it, nobody but its author may fetch it. */
async function pictureOnceLookedAt(visitor: Person, id: string): Promise<Buffer> {
  for (const deadline = Date.now() + patienceMs; ; await pause(betweenLooksMs)) {
    const { status, body } = await visitor.get(`/tk/appeals/${id}/picture/1`);
    if (status === 200) return body;
    assert.ok(Date.now() < deadline, `the picture is there within ${patienceMs} ms`);
  }
}

function seedOf({ configuration }: RunningCountry): Uint8Array {
  return demoSeedOf(configuration.keysFolder, () => assert.fail("the demo has its seed"));
}

/** Copies again and again, as whoever keeps a mirror does, until the copy's published texts are as expected. */
async function mirrorUntil(
  { configuration }: RunningCountry,
  mirror: string,
  isAsExpected: (texts: string) => boolean,
): Promise<void> {
  const policy = logPlaces(configuration, "executive").policyFile;
  for (const deadline = Date.now() + patienceMs; ; await pause(betweenLooksMs)) {
    const copied = await aydyn("mirror", `${configuration.origin}/log/executive`, mirror, "--policy", policy);
    assert.equal(copied.code, 0, copied.output);
    if (isAsExpected(publishedTexts(mirror))) return;
    assert.ok(Date.now() < deadline, `the copy is as expected within ${patienceMs} ms`);
  }
}

/** All texts that the copy holds in published payloads; their parts lie there in base64. */
function publishedTexts(mirror: string): string {
  const payloads = join(mirror, "payloads");
  if (!existsSync(payloads)) return "";
  return readdirSync(payloads, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .flatMap((text) => [...text.matchAll(/"bytes":"([^"]*)"/g)].map(([, bytes = ""]) => bytes))
    .map((bytes) => Buffer.from(bytes, "base64").toString("utf8"))
    .join("\n");
}
