import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { describeConfigurationProblems, readConfiguration } from "./config.ts";

test("without any variable the defaults hold", () => {
  const read = readConfiguration({});
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    dataFolder: resolve("data"),
    keysFolder: resolve("data/keys"),
    signingKeysFolder: resolve("data/signing-keys"),
    signerSocket: resolve("data/signer/socket"),
    logFolder: resolve("data/log"),
    databaseUrl: null,
    host: "127.0.0.1",
    port: 8080,
    operationsHost: "127.0.0.1",
    operationsPort: 8084,
    workerPort: 8081,
    witnessPorts: [8082, 8083],
    origin: "http://localhost:8080",
    logOrigin: "oguzabat.example",
    mode: "demo",
    demoAppeals: 1_500,
    trustedProxies: [],
    clamavSocket: null,
    mail: { way: "folder", folder: resolve("data/mail"), from: "notices@oguzabat.example" },
    keeper: null,
  });
});

test("the other ports follow AYDYN_PORT, and an empty variable counts as not set", () => {
  const read = readConfiguration({ AYDYN_PORT: "9000", AYDYN_WORKER_PORT: "", DATABASE_URL: "" });
  assert.ok(read.ok);
  assert.equal(read.value.workerPort, 9001);
  assert.equal(read.value.operationsPort, 9004);
  assert.deepEqual(read.value.witnessPorts, [9002, 9003]);
  assert.equal(read.value.origin, "http://localhost:9000");
  assert.equal(read.value.databaseUrl, null);
});

test("every variable is taken", () => {
  const read = readConfiguration({
    AYDYN_DATA: "/srv/aydyn",
    AYDYN_TRUSTED_PROXIES: "10.0.0.1,10.1.0.0/16,::1",
    DATABASE_URL: "postgres://owner:pass%2Fword@db.example:5433/aydyn?sslmode=require",
    AYDYN_HOST: "::1",
    AYDYN_PORT: "80",
    AYDYN_WORKER_PORT: "1080",
    AYDYN_OPERATIONS_HOST: "10.0.0.5",
    AYDYN_OPERATIONS_PORT: "1081",
    AYDYN_WITNESS_PORTS: "7001, 7002",
    AYDYN_ORIGIN: "https://portal.example",
    AYDYN_LOG_ORIGIN: "log.example",
    AYDYN_MODE: "production",
  });
  assert.ok(read.ok);
  assert.equal(read.value.keysFolder, "/srv/aydyn/keys");
  assert.equal(read.value.host, "::1");
  assert.equal(read.value.operationsHost, "10.0.0.5");
  assert.equal(read.value.operationsPort, 1081);
  assert.deepEqual(read.value.witnessPorts, [7001, 7002]);
  assert.equal(read.value.mode, "production");
  assert.deepEqual(read.value.trustedProxies, ["10.0.0.1", "10.1.0.0/16", "::1"]);
});

test("all problems are told at once, each with its variable, and no password with them", () => {
  const read = readConfiguration({
    DATABASE_URL: "mysql://user:secret@db/aydyn",
    AYDYN_PORT: "080",
    AYDYN_WORKER_PORT: "65536",
    AYDYN_OPERATIONS_HOST: "a b",
    AYDYN_OPERATIONS_PORT: "0",
    AYDYN_WITNESS_PORTS: "7001",
    AYDYN_ORIGIN: "https://portal.example/",
    AYDYN_LOG_ORIGIN: "Log Example",
    AYDYN_HOST: "a b",
    AYDYN_MODE: "test",
    AYDYN_DEMO_APPEALS: "11",
    AYDYN_TRUSTED_PROXIES: "a proxy",
  });
  assert.ok(!read.ok);
  const text = describeConfigurationProblems(read.problem);
  for (const variable of [
    "DATABASE_URL",
    "AYDYN_PORT",
    "AYDYN_WORKER_PORT",
    "AYDYN_OPERATIONS_HOST",
    "AYDYN_OPERATIONS_PORT",
    "AYDYN_WITNESS_PORTS",
    "AYDYN_ORIGIN",
    "AYDYN_LOG_ORIGIN",
    "AYDYN_HOST",
    "AYDYN_MODE",
    "AYDYN_DEMO_APPEALS",
    "AYDYN_TRUSTED_PROXIES",
  ]) {
    assert.match(text, new RegExp(`^${variable}=`, "m"));
  }
  assert.equal(read.problem.length, 12);
  assert.doesNotMatch(text, /secret/);
});

for (const port of ["0", "-1", "1e3", " 80", "80 ", "0x50", "65536", "8080.0", "٨٠"]) {
  test(`"${port}" is no port`, () => assert.equal(readConfiguration({ AYDYN_PORT: port }).ok, false));
}

for (const ports of ["1", "1,2,3", "1,1", "1;2", ",", "a,b"]) {
  test(`"${ports}" are no two witness ports`, () =>
    assert.equal(readConfiguration({ AYDYN_WITNESS_PORTS: ports }).ok, false));
}

const server = { AYDYN_SMTP_HOST: "mail.example.org", AYDYN_SMTP_FROM: "notices@example.org" };

test("mails go to the server that is named, encrypted unless it is this computer", () => {
  const read = readConfiguration({ ...server, AYDYN_SMTP_USER: "aydyn", AYDYN_SMTP_PASSWORD: "very secret" });
  assert.ok(read.ok);
  assert.deepEqual(read.value.mail, {
    ...{
      way: "smtp",
      host: "mail.example.org",
      port: 587,
      encryption: "starttls",
      from: "notices@example.org",
    },
    login: { user: "aydyn", password: "very secret" },
  });
  const local = readConfiguration({ ...server, AYDYN_SMTP_HOST: "127.0.0.1", AYDYN_SMTP_TLS: "none" });
  assert.ok(local.ok && local.value.mail?.way === "smtp" && local.value.mail.encryption === "none");
});

test("a production installation without a mail server sends none, and says so by null", () => {
  const read = readConfiguration({ AYDYN_MODE: "production" });
  assert.ok(read.ok);
  assert.equal(read.value.mail, null);
});

for (const [variable, wrong] of [
  ["AYDYN_SMTP_HOST", { AYDYN_SMTP_HOST: "mail server" }],
  ["AYDYN_SMTP_PORT", { AYDYN_SMTP_PORT: "0" }],
  ["AYDYN_SMTP_FROM", { AYDYN_SMTP_FROM: "" }],
  ["AYDYN_SMTP_FROM", { AYDYN_SMTP_FROM: "notices@example.org\r\nBcc: all@example.org" }],
  ["AYDYN_SMTP_TLS", { AYDYN_SMTP_TLS: "none" }],
  ["AYDYN_SMTP_TLS", { AYDYN_SMTP_TLS: "maybe" }],
  ["AYDYN_SMTP_USER", { AYDYN_SMTP_PASSWORD: "very secret" }],
] as const) {
  test(`${JSON.stringify(wrong)} is a problem of ${variable} that tells no password`, () => {
    const read = readConfiguration({ ...server, ...wrong });
    assert.ok(!read.ok);
    assert.deepEqual(
      read.problem.map((each) => each.variable),
      [variable],
    );
    assert.doesNotMatch(describeConfigurationProblems(read.problem), /very secret/);
  });
}
test("an outside register names its keeper, or does not start", () => {
  const outside = {
    AYDYN_REGISTER: "outside",
    AYDYN_KEEPER_NAME: "Garaşsyz hasap",
    AYDYN_KEEPER_CONTACT: "Çynar, Bag köçesi 4",
  };
  const read = readConfiguration(outside);
  assert.deepEqual(read.ok && read.value.keeper, { name: "Garaşsyz hasap", contact: "Çynar, Bag köçesi 4" });
  const nameless = readConfiguration({ ...outside, AYDYN_KEEPER_NAME: "" });
  assert.ok(!nameless.ok);
  assert.match(describeConfigurationProblems(nameless.problem), /AYDYN_KEEPER_NAME/);
  assert.ok(!readConfiguration({ AYDYN_REGISTER: "private" }).ok);
});
