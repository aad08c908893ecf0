/** nginx by the handbook's example: the record as the portal itself serves it, byte by byte and with the same headers. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import Fastify from "fastify";
import { apiFilingBytesMax } from "#government/appeals/api/api-schemas.ts";
import { freePort } from "#platform/database/embedded-postgres.ts";
import { multipartBytesMax } from "#platform/http/limits.ts";
import { registerPublishedFolder } from "#platform/http/published-folder.ts";
import { skipUnless } from "#tools/foreign-programs.ts";

const nginx = "/usr/sbin/nginx";
const bytesPerMebi = 1024 ** 2;
const example = join(import.meta.dirname, "..", "..", "docs", "operate", "nginx.conf");
const name = "portal.gov.example";
const published: Readonly<Record<string, string>> = {
  "executive/checkpoint": "origin\n12\n",
  "executive/checkpoints/12": "origin\n12\n",
  "executive/tile/0/x001/234.p/7": "\u0001\u0002",
  "executive/tile/entries/000": "\u0001",
  "executive/payloads/000/1.json": "{}",
  "executive/parameters.json": '{"v":1}',
  "executive/files.txt": "checkpoint\n",
  "executive/.checkpoint.unfinished": "torn",
};
const compared = [
  "content-type",
  "cache-control",
  "access-control-allow-origin",
  "cross-origin-resource-policy",
];

interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function served(port: number, path: string): Promise<Served> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path,
      servername: name,
      rejectUnauthorized: false,
      agent: false,
    };
    request({ ...options, headers: { host: name } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("latin1");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .once("error", reject)
      .end();
  });
}

/** The example within a whole configuration, its places moved to where this test may write. */
function configurationIn(folder: string, ports: { http: number; https: number; portal: number }): string {
  const moved = readFileSync(example, "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${ports.http};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${ports.https} ssl;`)
    .replace("127.0.0.1:8080", `127.0.0.1:${ports.portal}`)
    .replaceAll("/etc/ssl/aydyn/", `${folder}/`)
    .replaceAll("/var/log/nginx/", `${folder}/`)
    .replaceAll("/srv/aydyn/log/", `${folder}/log/`);
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(" ");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `daemon off; pid ${folder}/pid; error_log ${folder}/errors; ${user} worker_processes 1;
events { worker_connections 64; }
http { ${scratch}
${moved}}
`;
}

test("nginx lets through what the portal takes", () => {
  const most = Number(/client_max_body_size (\d+)m;/.exec(readFileSync(example, "utf8"))?.[1]) * bytesPerMebi;
  assert.ok(most > multipartBytesMax && most > apiFilingBytesMax, String(most));
});

test("the record behind nginx is the record behind the portal, and its log says nothing of who asks", {
  skip: skipUnless("nginx", "openssl"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-nginx-"));
  const portal = Fastify();
  await using release = new AsyncDisposableStack();
  release.defer(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(published)) {
    mkdirSync(dirname(join(folder, "log", path)), { recursive: true });
    writeFileSync(join(folder, "log", path), text);
  }
  await registerPublishedFolder(portal, { prefix: "/log/", folder: join(folder, "log") });
  portal.get("/tk/case/:number", async (asked) => `page for ${asked.headers["x-forwarded-for"]}`);
  const origin = await portal.listen({ port: 0, host: "127.0.0.1" });
  release.defer(() => portal.close());
  const certificate = ["-keyout", join(folder, "portal.key"), "-out", join(folder, "portal.pem")];
  const drawn = [
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-days",
    "1",
  ];
  spawnSync("openssl", [...drawn, "-subj", `/CN=${name}`, ...certificate]);
  const [http, https] = [await freePort(), await freePort()];
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configurationIn(folder, { http, https, portal: Number(new URL(origin).port) }));
  const judged = spawnSync(nginx, ["-t", "-c", file], { encoding: "utf8" });
  assert.equal(judged.status, 0, judged.stderr);
  assert.doesNotMatch(judged.stderr, /warn/);

  const running = spawn(nginx, ["-c", file], { stdio: "ignore" });
  release.defer(async () => {
    running.kill("SIGQUIT");
    await once(running, "exit");
  });
  for (let tries = 0; tries < 100 && (await served(https, "/log/").catch(() => null)) === null; tries += 1)
    await pause(50);
  for (const path of Object.keys(published)) {
    const [ours, theirs] = [await fetch(`${origin}/log/${path}`), await served(https, `/log/${path}`)];
    const isHidden = path.includes("/.");
    assert.equal(theirs.status, isHidden ? 404 : 200, path);
    if (isHidden) continue;
    assert.equal(theirs.body, published[path], path);
    for (const header of compared)
      assert.equal(theirs.headers[header], ours.headers.get(header), `${path}: ${header}`);
  }
  for (const path of ["/log/", "/log/executive/", "/log/../nginx.conf", "/log/executive/none"])
    assert.ok((await served(https, path)).status >= 400, path);
  assert.equal((await served(https, "/tk/case/17-2026?code=s3cret")).body, "page for 127.0.0.1");
  const log = readFileSync(join(folder, "aydyn.log"), "utf8");
  assert.match(log, /GET \/log\/executive\/checkpoint 200/);
  assert.doesNotMatch(log, /127\.0\.0\.1|s3cret|17-2026/);
});
