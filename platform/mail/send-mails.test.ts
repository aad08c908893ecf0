import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { MailSettings } from "#platform/config/mail-settings.ts";
import { type TestDatabase, withTestDatabase } from "#platform/database/test-database.ts";
import { openPersonKeys, type PersonKeys } from "#platform/keys/person-keys.ts";
import type { Mail } from "./mail.ts";
import { parseMailAddress } from "./mail-address.ts";
import { openMailWay } from "./mail-way.ts";
import { mailLifetimeMs, queueMail } from "./outbox.ts";
import { openMailSender } from "./send-mails.ts";
import { headerOf, openMailServer, type ReceivedMail, textOf } from "./test-support/mail-server.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const text = "Ýüz tutmaňyz boýunça jogap bar.\n.\nÇöl, ň, ş — hem-de nokatly setir.\n";

interface Outbox {
  readonly database: TestDatabase;
  readonly personKeys: PersonKeys;
  readonly folder: string;
  readonly clock: { now: number };
  readonly reported: string[];
  queue(to: string, more?: { readonly leaveUrl?: string; readonly sendAt?: number }): Promise<string>;
  sender(settings: MailSettings): ReturnType<typeof openMailSender>;
}

function smtp(port: number, encryption: "none" | "starttls" = "none"): MailSettings {
  return { way: "smtp", host: "127.0.0.1", port, encryption, login: null, from: "notices@ledger.example" };
}

async function withOutbox(run: (outbox: Outbox) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-mail-"));
  const chance = (length: number) => randomBytes(length);
  const personKeys = openPersonKeys(folder, { randomBytes: chance, durability: "none" });
  const clock = { now: Date.UTC(2026, 10, 2, 5) };
  const reported: string[] = [];
  try {
    await withTestDatabase(async (database) => {
      await run({
        database,
        personKeys,
        folder,
        clock,
        reported,
        queue: async (to, { leaveUrl = "https://ledger.example/tk/leave", sendAt = clock.now } = {}) => {
          const address = parseMailAddress(to);
          assert.ok(address.ok);
          const mail: Mail = { to: address.value, language: "tk", subject: "Täze habar", text, leaveUrl };
          return await database.portal.begin((transaction) =>
            queueMail(transaction, { mail, key: personKeys.draw(), sendAt }, chance),
          );
        },
        sender: (settings) =>
          openMailSender({
            sql: database.worker,
            personKeys,
            way: openMailWay(settings),
            now: () => clock.now,
            report: (event) => reported.push(JSON.stringify(event)),
          }),
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a mail arrives whole, says that a program wrote it, and names neither this computer nor our programs", async () => {
  await withOutbox(async (outbox) => {
    const server = await openMailServer();
    const mailId = await outbox.queue("nar@example.org");
    await outbox.queue("oraz@example.org", { leaveUrl: "http://localhost:8080/tk/leave" });
    const sender = outbox.sender(smtp(server.port));
    await sender.round();
    await server.close();
    // Both are due at once; which goes first is nobody's promise.
    const [mail, other] = server.received.toSorted((one, two) => `${one.to}`.localeCompare(`${two.to}`));
    assert.ok(mail && other && server.received.length === 2);
    assert.deepEqual([mail.from, mail.to], ["notices@ledger.example", ["nar@example.org"]]);
    assert.equal(textOf(mail), text.replaceAll("\n", "\r\n"));
    assert.equal(headerOf(mail, "Message-ID"), `<${mailId}@ledger.example>`);
    assert.equal(headerOf(mail, "Date"), "Mon, 02 Nov 2026 05:00:00 +0000");
    assert.equal(headerOf(mail, "Auto-Submitted"), "auto-generated");
    assert.equal(headerOf(mail, "Content-Language"), "tk");
    assert.equal(headerOf(mail, "Content-Type"), "text/plain; charset=utf-8");
    assert.equal(headerOf(mail, "List-Unsubscribe"), "<https://ledger.example/tk/leave>");
    assert.equal(headerOf(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert.equal(headerOf(other, "List-Unsubscribe-Post"), null, "one click is for HTTPS alone (RFC 8058)");
    assert.equal(mail.clientName, "ledger.example");
    for (const telling of [hostname(), "nodemailer", "127.0.0.1"]) {
      assert.doesNotMatch(mail.source, new RegExp(`\\b${telling.replaceAll(".", "\\.")}\\b`, "i"));
    }
    assert.ok(
      mail.source.split("\r\n").every((line) => line.length <= 78),
      "no line is too long",
    );
    assert.deepEqual(await sender.status(), {
      ...{ waiting: 0, due: 0, dueSince: null, sent: 2, givenUp: 0, serverProblem: null },
    });
  });
});

test("a server that is away for a day loses nothing and doubles nothing", async () => {
  await withOutbox(async (outbox) => {
    const before = await openMailServer();
    const { port } = before;
    await before.close();
    const sender = outbox.sender(smtp(port));
    const ids = new Set<string>();
    const until = outbox.clock.now + 24 * hourMs;
    for (let step = 0; outbox.clock.now < until; step += 1, outbox.clock.now += minuteMs) {
      if (step % 60 === 0) ids.add(await outbox.queue(`nar${step}@example.org`));
      await sender.round();
    }
    assert.equal((await sender.status()).waiting, 24);
    assert.match((await sender.status()).serverProblem ?? "", /^E[A-Z]+$/);
    assert.equal(outbox.reported.length, 1, "said once, not each minute");

    const server = await openMailServer({ port });
    for (let step = 0; step < 6; step += 1, outbox.clock.now += minuteMs) await sender.round();
    await server.close();
    const arrived = server.received.map((mail) => headerOf(mail, "Message-ID"));
    assert.deepEqual(arrived.toSorted(), [...ids].map((id) => `<${id}@ledger.example>`).toSorted());
    assert.deepEqual(await sender.status(), {
      ...{ waiting: 0, due: 0, dueSince: null, sent: 24, givenUp: 0, serverProblem: null },
    });
    assert.equal(outbox.reported.at(-1), '{"event":"mail-server-back"}');
  });
});

test("a worker killed after sending and before noting it sends the same message again, and no third one", async () => {
  await withOutbox(async (outbox) => {
    let child: ReturnType<typeof fork> | null = null;
    const taken: ReceivedMail[] = [];
    const server = await openMailServer({
      verdict: (mail) => {
        taken.push(mail);
        if (taken.length === 1) child?.kill("SIGKILL");
        return null;
      },
    });
    await outbox.queue("nar@example.org", { sendAt: Date.now() });
    const program = join(import.meta.dirname, "test-support", "send-once.ts");
    child = fork(program, [outbox.database.urls.worker, outbox.folder, String(server.port)]);
    const [, signal] = await once(child, "exit");
    assert.equal(signal, "SIGKILL");
    outbox.clock.now = Date.now() + 5_000;
    const sender = outbox.sender(smtp(server.port));
    await sender.round();
    assert.equal(taken.length, 1, "nobody takes it while the first may still be at it");
    for (const hours of [1, 2, 12]) {
      outbox.clock.now = Date.now() + hours * hourMs;
      await sender.round();
    }
    await server.close();
    assert.equal(taken.length, 2);
    assert.equal(taken[0]?.source, taken[1]?.source, "the same message to the last byte");
  });
});

test("a mail that its receiver's server refuses is given up; one that it puts off is tried for days, then given up", async () => {
  await withOutbox(async (outbox) => {
    const tries: string[] = [];
    const server = await openMailServer({
      verdict: ({ to }) => {
        tries.push(to[0] ?? "");
        return to[0] === "never@example.org" ? 550 : to[0] === "later@example.org" ? 451 : null;
      },
    });
    for (const name of ["never", "later", "nar"]) await outbox.queue(`${name}@example.org`);
    const sender = outbox.sender(smtp(server.port));
    const until = outbox.clock.now + mailLifetimeMs + 5 * hourMs;
    for (; outbox.clock.now < until; outbox.clock.now += 10 * minuteMs) await sender.round();
    await server.close();
    const count = (name: string) => tries.filter((to) => to.startsWith(name)).length;
    assert.equal(count("never"), 1);
    assert.equal(count("nar"), 1);
    assert.ok(count("later") > 20 && count("later") < 60, `${count("later")} attempts`);
    const status = await sender.status();
    assert.deepEqual([status.waiting, status.sent, status.givenUp], [0, 1, 2]);
    assert.doesNotMatch(outbox.reported.join("\n"), /example/, "the operator's log names nobody");
  });
});

test("no mail goes unencrypted where encryption is set, and none before its time", async () => {
  await withOutbox(async (outbox) => {
    const server = await openMailServer();
    await outbox.queue("nar@example.org");
    const strict = outbox.sender(smtp(server.port, "starttls"));
    await strict.round();
    assert.equal(server.received.length, 0);
    assert.equal((await strict.status()).waiting, 1);
    const dueAt = outbox.clock.now + 3 * hourMs;
    await outbox.queue("oraz@example.org", { sendAt: dueAt });
    const sender = outbox.sender(smtp(server.port));
    const timeOf = new Map<string, number>();
    for (; outbox.clock.now <= dueAt + hourMs; outbox.clock.now += minuteMs) {
      await sender.round();
      for (const { to } of server.received.splice(0)) timeOf.set(to[0] ?? "", outbox.clock.now);
    }
    await server.close();
    assert.equal(timeOf.size, 2);
    assert.equal(timeOf.get("oraz@example.org"), dueAt);
  });
});

test("a mail whose key was destroyed is gone, also from a copy of the outbox", async () => {
  await withOutbox(async (outbox) => {
    const server = await openMailServer();
    await outbox.queue("nar@example.org");
    for (const key of outbox.personKeys.list()) outbox.personKeys.destroy(key);
    const sender = outbox.sender(smtp(server.port));
    await sender.round();
    await server.close();
    assert.equal(server.received.length, 0);
    assert.equal((await sender.status()).waiting, 0);
  });
});

test("the demo's folder holds each mail once, as a mail program reads it", async () => {
  await withOutbox(async (outbox) => {
    const folder = join(outbox.folder, "mail");
    const settings = { way: "folder", folder, from: "notices@ledger.example" } as const;
    const mailId = await outbox.queue("nar@example.org");
    await outbox.sender(settings).round();
    assert.deepEqual(readdirSync(folder).toSorted(), ["cur", "new", "tmp"]);
    assert.deepEqual(readdirSync(join(folder, "new")), [mailId]);
    assert.match(readFileSync(join(folder, "new", mailId), "utf8"), /^To: nar@example\.org$/m);
  });
});

test("the desk's login cannot enter where mails and addresses lie", async () => {
  await withOutbox(async ({ database }) => {
    for (const table of ["mail", "follower", "notice", "notice_progress", "feed"]) {
      await assert.rejects(database.desk.unsafe(`select * from sealed.${table}`), /permission denied/);
    }
  });
});
