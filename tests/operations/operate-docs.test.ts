/** What the operator's handbook hands out: alarms, systemd's units, a configuration of nginx; each judged by its own program. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { diskFreeBytesNoticed } from "#engines/operations/disk-check.ts";
import { thresholds } from "#platform/operations/thresholds.ts";
import { skipUnless } from "#tools/foreign-programs.ts";

const checkout = join(import.meta.dirname, "..", "..");
const folder = join(checkout, "docs", "operate");
const handbook = readFileSync(join(checkout, "docs", "operate.md"), "utf8");
const alerts = readFileSync(join(folder, "alerts.yml"), "utf8");
/** systemd's own words for it go from 0 (nothing is open) to 10. */
const exposureMax = 1.5;

function runs(command: string, ...parameters: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: "utf8", cwd: folder });
  if (error !== undefined) throw error;
  assert.equal(status, 0, `${command} ${parameters.join(" ")}\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

interface Alert {
  readonly name: string;
  readonly expression: string;
}

function allAlerts(): readonly Alert[] {
  return alerts
    .split(/^ +- alert: /m)
    .slice(1)
    .map((text) => ({
      name: /^\w+/.exec(text)?.[0] ?? "",
      expression: /expr:(?: >-)?([\s\S]*?)\n +(?:for|labels):/.exec(text)?.[1] ?? "",
    }));
}

test("Prometheus reads the alarms and the example; each comes when it should, and a healthy hour brings none", {
  skip: skipUnless("promtool"),
}, () => {
  assert.match(runs("promtool", "check", "rules", "alerts.yml"), /SUCCESS: \d+ rules/);
  runs("promtool", "check", "config", "prometheus.yml");
  runs("promtool", "test", "rules", "alerts.test.yml");
  const tested = readFileSync(join(folder, "alerts.test.yml"), "utf8");
  assert.ok(tested.includes(`value: ${allAlerts().length} }`), "the test waits for every alarm");
});

test("each alarm has its section in the handbook, and each section its alarm", () => {
  const sections = [...handbook.matchAll(/^### (Aydyn\w+)$/gm)].map(([, name]) => name);
  assert.deepEqual(
    sections.toSorted(),
    allAlerts()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test("alarms ask for figures that are told, and begin where the checks and the page do", () => {
  const sources = ["engines/operations", "platform/operations"].flatMap((path) =>
    readdirSync(join(checkout, path)).map((name) => join(checkout, path, name)),
  );
  const told = [...sources, join(checkout, "witness", "operations.ts")]
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  for (const { name, expression } of allAlerts()) {
    const figures = expression.match(/\b(?:aydyn|process)_[a-z_]+/g) ?? [];
    for (const figure of figures)
      assert.match(told, new RegExp(`\\b${figure}(?:"|:)`), `${name} asks for ${figure}`);
  }
  const limitOf = (name: string) => {
    const { expression = "" } = allAlerts().find((alert) => alert.name === name) ?? {};
    return Number(/[<>] ([\d.]+)/.exec(expression)?.[1]);
  };
  assert.deepEqual(
    {
      waitingActSeconds: limitOf("AydynLogStandsStill"),
      checkpointAgeSeconds: limitOf("AydynCheckpointOld"),
      dueMailSeconds: limitOf("AydynMailWaits"),
      waitingFileSeconds: limitOf("AydynFilesWait"),
      databaseAnswerSeconds: limitOf("AydynDatabaseSlow"),
      failedRequestShare: limitOf("AydynRequestsFail"),
    },
    thresholds,
  );
  assert.equal(limitOf("AydynDiskNearlyFull"), diskFreeBytesNoticed);
  assert.equal(limitOf("AydynWatchedLogSilent"), thresholds.checkpointAgeSeconds);
});

test("systemd understands the units, and leaves each program little that it could do", {
  skip: skipUnless("systemd-analyze"),
}, () => {
  const into = mkdtempSync(join(tmpdir(), "aydyn-units-"));
  try {
    const units = readdirSync(join(folder, "systemd"));
    for (const unit of units) {
      const text = readFileSync(join(folder, "systemd", unit), "utf8");
      // Where the programs are: systemd looks whether they can be run.
      writeFileSync(join(into, unit), text.replaceAll("/opt/aydyn", checkout));
    }
    const paths = units.map((unit) => join(into, unit));
    assert.equal(runs("systemd-analyze", "verify", ...paths), "", "not even a warning");
    for (const path of paths.filter((each) => each.endsWith(".service"))) {
      const judged = runs("systemd-analyze", "security", "--offline=true", "--no-pager", path);
      const level = Number(/exposure level for \S+: ([\d.]+)/.exec(judged)?.[1]);
      assert.ok(level <= exposureMax, judged);
    }
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
});

test("the handbook names what is there: files, variables, commands", () => {
  for (const [, path = ""] of handbook.matchAll(/`((?:docs|bin|platform|witness|tests)\/[\w./-]+)`/g))
    assert.ok(existsSync(join(checkout, path)), path);
  const known = readFileSync(join(checkout, "platform", "config", "config.ts"), "utf8");
  for (const variable of handbook.match(/\bAYDYN_[A-Z_]+\b/g) ?? [])
    assert.ok(known.includes(variable), `${variable} is no setting`);
});
