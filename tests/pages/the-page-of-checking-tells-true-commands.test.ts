/** What `/check` tells people to type is typed here, as it stands there, and does what the page says. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verifierPageFile } from "#platform/config/log-places.ts";
import { placeVerifierPage } from "#tools/verifier-page.ts";
import { gatherPeople } from "./gathered-people.ts";
import { withOpenPortal } from "./open-portal.ts";
import { Person } from "./person.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** "In this log; witnesses not judged": the page says that a policy has to come from elsewhere. */
const notJudged = 3;
/** The demo's year holds a planted gap in a body's numbers, which an auditor has to report. */
const faultFound = 1;

test("every command on the page of checking works as it stands there", async () => {
  await withOpenPortal(async (open) => {
    const { origin, portal } = open;
    const { configuration } = portal;
    const digest = await placeVerifierPage(configuration);
    const { cases, of } = await gatherPeople(open);
    const receipt = await of.citizen.get(`/tk/case/${cases.longest}/act/1/receipt.json`);
    const page = (await new Person(origin).get("/en/check")).body.toString();
    const codes = [...page.matchAll(/<code translate="no">(.*?)<\/code>/g)].map(([, code = ""]) =>
      code.replaceAll("<wbr>", ""),
    );
    assert.ok(codes.includes(digest), "the page shows the digest of the verifier page");
    assert.equal(
      createHash("sha256")
        .update(readFileSync(verifierPageFile(configuration)))
        .digest("hex"),
      digest,
    );
    const folder = mkdtempSync(join(tmpdir(), "aydyn-check-"));
    try {
      writeFileSync(join(folder, "receipt.json"), receipt.body);
      const run = (command: string) => {
        const [program = "", ...words] = command.replace(configuration.origin, origin).split(" ");
        const file = program === "aydyn" ? join(root, "bin/aydyn") : process.execPath;
        const given =
          program === "aydyn" ? words : words.map((word) => word.replace(/^audit/, join(root, "audit")));
        return ran(file, given, folder);
      };
      const statuses = new Map<string, number | null>();
      for (const command of codes.filter((code) => /^(?:aydyn|node) /.test(code))) {
        const { status, said } = await run(command);
        statuses.set(command.split(" ").slice(0, 3).join(" "), status);
        if (command.startsWith("node ")) assert.match(said, new RegExp(digest), "built anew, the same bytes");
        assert.doesNotMatch(said, /unknown|usage/i, command);
      }
      assert.ok(existsSync(join(folder, "record", "checkpoint")), "the record was copied");
      const [mirror, verify, report, judged] = [...statuses].flatMap(([name, status]) =>
        name.startsWith("aydyn") ? [status] : [],
      );
      assert.equal(mirror, 0, "mirror");
      assert.equal(verify, faultFound, "the planted gap is found without the portal's help");
      assert.equal(report, faultFound, "the report names the gap beside the figures");
      assert.equal(judged, notJudged, "the receipt alone: witnesses not judged");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Runs a program beside this one, which goes on serving. */
function ran(
  file: string,
  words: readonly string[],
  cwd: string,
): Promise<{ readonly status: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = execFile(file, [...words], { cwd, encoding: "utf8" }, (_, out, err) =>
      resolve({ status: child.exitCode, said: `${out}${err}` }),
    );
  });
}
