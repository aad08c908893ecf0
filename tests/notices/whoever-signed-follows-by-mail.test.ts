/** Notices to co-signers: asked for with the code of one signature, confirmed from the address, sealed from everybody. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserAt, type Page, type TestBrowser } from "#government/appeals/test-support/browser.ts";
import { assign } from "#government/appeals/test-support/cases.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { sealedDelayMaxMs, sealedDelayMinMs } from "#government/notices/notice-limits.ts";
import { headerOf, textOf } from "#platform/mail/test-support/mail-server.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { type FollowedPortal, linkIn, withFollowing } from "./following.ts";

const address = "oraz.golcy@example.org";
const hourMs = 3_600_000;
const url = "/en/co-sign/notices";

interface Signed {
  readonly filer: TestBrowser;
  readonly number: string;
  readonly coSigningCode: string;
  /** Of the one signature under it. */
  readonly signatureCode: string;
}

function codesOn(page: Page): readonly string[] {
  return [...page.body.matchAll(/<span class="code big" translate="no">([^<]*)</g)].map(
    ([, code = ""]) => code,
  );
}

/** Somebody files together with others, and somebody signs it. */
async function signedAppeal({ server }: FollowedPortal): Promise<Signed> {
  const filer = browserAt(server);
  const post = (step: string, fields: Record<string, string>) => filer.post(`/en/appeal${step}`, fields);
  await post("", {});
  await post("/kind", { kind: "filed-suggestion" });
  await post("/body", { body: "ministry-of-springs" });
  await post("/text", { subject: "A bridge", text: "We ask for a bridge over the ditch." });
  await post("/file", {});
  await post("/whom", { whom: "together" });
  await post("/identity", { identity: "shown" });
  await post("/you", { name: "Filer Filerow", address: "Çynar" });
  const receipt = await filer.send(await filer.open("/en/appeal/check"), "/en/appeal/check", {});
  const [number = ""] = codesOn(receipt);
  const path = `/en/case/${number}/signatures`;
  const [, coSigningCode = ""] = codesOn(await filer.send(await filer.open(path), path, {}));
  const signatureCode = await sign(server, { number, coSigningCode }, "Oraz Golçy");
  return { filer, number, coSigningCode, signatureCode };
}

async function sign(
  server: FollowedPortal["server"],
  { number, coSigningCode }: Pick<Signed, "number" | "coSigningCode">,
  name: string,
): Promise<string> {
  const signer = browserAt(server, "192.0.2.9");
  const opened = await signer.send(await signer.open("/en/co-sign"), "/en/co-sign", {
    number,
    code: coSigningCode,
  });
  const page = await signer.send(opened, "/en/co-sign/read", { name, address: "Çeşme obasy", agreed: "yes" });
  assert.match(page.body, /href="\/en\/co-sign\/notices"/);
  return codesOn(page)[1] ?? "";
}

async function askFor(
  { server }: FollowedPortal,
  { number, signatureCode }: Pick<Signed, "number" | "signatureCode">,
  to: string,
): Promise<Page> {
  const browser = browserAt(server, "192.0.2.31");
  return await browser.send(await browser.open(url), url, { number, signatureCode, address: to });
}

async function rowOf({ tools }: FollowedPortal, text: string) {
  const number = parseCaseNumber(text);
  assert.ok(number.ok);
  return (await findCaseByNumber(tools.portal, number.value)) ?? assert.fail();
}

async function confirmed(portal: FollowedPortal, signed: Signed, to: string): Promise<void> {
  await askFor(portal, signed, to);
  await portal.pass(sealedDelayMaxMs + hourMs);
  const question = portal.mails.received.find((mail) => mail.to[0] === to);
  const link = linkIn(question, "confirm");
  const reader = browserAt(portal.server, "198.51.100.7");
  assert.match((await reader.send(await reader.open(link), link, {})).body, /Confirmed/);
  portal.mails.received.splice(0);
}

test("a signer is asked first, told late, and no mail says what, where, which or that anything was signed", async () => {
  await withFollowing(async (portal) => {
    const signed = await signedAppeal(portal);
    const askedAt = portal.country.clock.now;
    assert.equal((await askFor(portal, signed, address)).url, `${url}/asked`);
    await portal.pass(sealedDelayMinMs - 60_000);
    assert.equal(portal.mails.received.length, 0);
    await portal.pass(sealedDelayMaxMs);
    const [question, ...others] = portal.mails.received.splice(0);
    assert.ok(question && others.length === 0);
    const link = linkIn(question, "confirm");
    const reader = browserAt(portal.server, "198.51.100.7");
    for (let opened = 0; opened < 3; opened += 1) await reader.open(link);
    const row = await rowOf(portal, signed.number);
    const own = await signed.filer.open(`/en/case/${signed.number}/notices`);
    assert.match((await reader.send(await reader.open(link), link, {})).body, /Confirmed/);
    const after = await signed.filer.open(`/en/case/${signed.number}/notices`);
    const without = (page: Page) => page.body.replace(/value="[^"]*"/g, "");
    assert.equal(without(after), without(own), "the applicant learns nothing of it");

    await assign(portal, { row } as Parameters<typeof assign>[1]);
    const assignedAt = portal.country.clock.now;
    await portal.pass(30 * hourMs);
    const [notice, ...more] = portal.mails.received.splice(0);
    assert.ok(notice && more.length === 0, "one act, one mail");
    assert.match(textOf(notice), /Something has happened/);
    for (const [mail, at] of [
      [question, askedAt],
      [notice, assignedAt],
    ] as const) {
      const delay = Date.parse(headerOf(mail, "Date") ?? "") - at;
      assert.ok(delay >= sealedDelayMinMs - 1_000, `${delay} ms`);
      const whole = `${mail.source}\n${textOf(mail)}`.replace(/Message-ID:.*/g, "");
      assert.doesNotMatch(whole, new RegExp(signed.number));
      const telling = [
        "bridge",
        "ditch",
        "springs",
        "ministry",
        "Filer",
        "official",
        "co-sign",
        "signature",
        "signed",
      ];
      for (const word of telling) assert.doesNotMatch(whole, new RegExp(word, "i"), word);
    }
    const leave = headerOf(notice, "List-Unsubscribe") ?? "";
    const oneClick = /^<https:\/\/portal\.example(\/\S+)>$/.exec(leave)?.[1] ?? assert.fail(leave);
    const click = await portal.server.fastify.inject({
      method: "POST",
      url: oneClick,
      headers: { host: "portal.example", "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    assert.equal(click.statusCode, 200);
    assert.equal((await portal.country.database.owner`select 1 from sealed.follower`).length, 0);
    assert.doesNotMatch([...reader.addresses, ...portal.logged].join("\n"), /golcy|example\.org/);
  });
});

test("known and unknown addresses get the same page; a wrong code, a wrong address and too many are told apart", async () => {
  await withFollowing(async (portal) => {
    const signed = await signedAppeal(portal);
    await confirmed(portal, signed, address);
    const known = await askFor(portal, signed, address);
    const unknown = await askFor(portal, signed, "suray@example.org");
    assert.equal(known.status, 200);
    assert.equal(known.body, unknown.body);
    await portal.pass(sealedDelayMaxMs + hourMs);
    const texts = new Map(portal.mails.received.map((mail) => [mail.to[0], textOf(mail)]));
    assert.match(texts.get(address) ?? "", /already comes to this address/);
    assert.match(texts.get("suray@example.org") ?? "", /open this link and press the button/);
    assert.match(
      (await askFor(portal, signed, "ucunji@example.org")).body,
      /as many addresses as it can have/,
    );

    const wrong = await askFor(portal, { ...signed, signatureCode: "AAAA-AAAA-AAAA" }, address);
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /No signature stands under this number and code/);
    assert.match(wrong.body, new RegExp(`value="${address}"`), "what was typed stays");
    const other = await askFor(portal, { ...signed, signatureCode: signed.coSigningCode }, address);
    assert.match(other.body, /No signature stands/, "the code that is passed on opens no signature");
    const shape = await askFor(portal, signed, "suray@example");
    assert.match(shape.body, /href="#address"[\s\S]*Check the address|Check the address/);
    const dump = await dumpOf(portal.country.database.owner);
    for (const hidden of ["golcy", "suray"]) assert.doesNotMatch(dump, new RegExp(hidden));
  });
});

test("whoever takes the signature back is told of nothing any more, and the address is gone; others go on", async () => {
  await withFollowing(async (portal) => {
    const signed = await signedAppeal(portal);
    const second = { ...signed, signatureCode: await sign(portal.server, signed, "Suraý Golçy") };
    await confirmed(portal, signed, address);
    await confirmed(portal, second, "suray@example.org");
    const keys = portal.country.personKeys.list().length;
    const browser = browserAt(portal.server, "192.0.2.9");
    const path = "/en/co-sign/withdraw";
    const { number, signatureCode } = signed;
    const done = await browser.send(await browser.open(path), path, { number, signatureCode });
    assert.match(done.body, /Your signature is taken back/);
    const row = await rowOf(portal, signed.number);
    await assign(portal, { row } as Parameters<typeof assign>[1]);
    await portal.pass(30 * hourMs);
    assert.deepEqual([...new Set(portal.mails.received.map(({ to }) => to[0]))], ["suray@example.org"]);
    assert.equal(portal.country.personKeys.list().length, keys - 1, "the address's key is destroyed");
    assert.match((await askFor(portal, signed, address)).body, /No signature stands/);
  });
});
