/** A worker's round in a process of its own, to be killed: `node send-once.ts DATABASE_URL KEYS_FOLDER PORT`. */
import { randomBytes } from "node:crypto";
import { openDatabase } from "#platform/database/database.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { openMailWay } from "../mail-way.ts";
import { openMailSender } from "../send-mails.ts";

const [url = "", keysFolder = "", port = ""] = process.argv.slice(2);
const database = openDatabase(url, { role: "worker" });
const way = openMailWay({
  way: "smtp",
  host: "127.0.0.1",
  port: Number(port),
  encryption: "none",
  login: null,
  from: "notices@ledger.example",
});
const sender = openMailSender({
  sql: database.sql,
  personKeys: openPersonKeys(keysFolder, { randomBytes: (n) => randomBytes(n), durability: "fsync" }),
  way,
  now: Date.now,
  report: () => {},
});
await sender.round();
await database.close();
