import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDate } from "#core/clock/civil-date.ts";
import { verifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { type Country, faultsOf, judgePolicyOf, policyText, previewLines, readCountryFile } from "./index.ts";

const example = readFileSync(join(import.meta.dirname, "..", "..", "docs", "example-country.json"), "utf8");
const surroundings = { logOrigin: "ledger.oguzabat.example", today: civilDate(2026, 11, 27) };
const logKey = verifierKey(
  nativeEngine,
  "ledger.oguzabat.example/executive",
  "ed25519",
  nativeSigner(new Uint8Array(32)).publicKey,
).text;
const nobodys = () => false;

type Loose = ReturnType<typeof JSON.parse>;

function read(change: (country: Loose) => void = () => {}): ReturnType<typeof readCountryFile> {
  const country = JSON.parse(example);
  change(country);
  return readCountryFile(utf8Bytes(JSON.stringify(country)));
}

function country(change: (country: Loose) => void = () => {}): Country {
  const result = read(change);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function paths(change: (country: Loose) => void): readonly string[] {
  return faultsOf(country(change), surroundings).map(({ path }) => path);
}

test("the example reads and fits together", () => {
  assert.deepEqual(faultsOf(country(), surroundings), []);
});

test("a law that makes a yes or a no of silence is not announced, since nothing here would carry it out", () => {
  for (const onExpiry of ["deemed-granted", "deemed-refused"]) {
    const result = read((file) => {
      file.rules.kinds["filed-application"].onExpiry = onExpiry;
    });
    assert.ok(!result.ok, onExpiry);
    assert.match(JSON.stringify(result), /rules\.kinds\.filed-application\.onExpiry/);
  }
});

test("every fault of the file is named by its path, all at once", () => {
  const result = read((file) => {
    delete file.timeZone;
    file.logOrigin = "Not a domain";
    file.bodies[0].slug = "9th";
    file.bodies[1].name.ru = "";
    file.bodies[1].posts = [{ slug: "registry", name: file.name }];
    file.bodies[2].number = 0;
    file.bodies[3].workingDays = [1, 1];
    file.bodies[4].verifierKey = "mine";
    file.calendar.holidays = [file.calendar.holidays[1], file.calendar.holidays[0]];
    file.rules.kinds["filed-complaint"].answer.unit = "weeks";
    file.witnesses[0].verifierKey = file.witnesses[1].verifierKey;
    file.people[0].offices[0].role = "king";
    file.comment = "ours";
  });
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problem.map(({ path }) => path).toSorted(),
    [
      "bodies[0].slug",
      "bodies[1].name.ru",
      "bodies[1].posts",
      "bodies[2].number",
      "bodies[3].workingDays",
      "bodies[4].verifierKey",
      "calendar.holidays",
      "comment",
      "logOrigin",
      "people[0].offices[0].role",
      "rules.kinds.filed-complaint.answer.unit",
      "timeZone",
      "witnesses[0]",
    ].toSorted(),
  );
  assert.ok(result.problem.every(({ expected }) => expected.length > 3));
});

test("emergency numbers may be left out or be none; the operator reads what pages will show", () => {
  const shown = (change: (country: Loose) => void) => previewLines(country(change)).join("\n");
  assert.match(
    shown(() => {}),
    /Emergency numbers:\n {2}101 Fire brigade: fire\n[\s\S]*104 Gas service: gas/,
  );
  for (const none of [undefined, []]) {
    const without = shown((file) => {
      file.emergencyNumbers = none;
    });
    assert.match(without, /Emergency numbers: none/);
    assert.doesNotMatch(without, /104/);
  }
  const faulty = read((file) => {
    file.emergencyNumbers[0].number = "one o one";
    file.emergencyNumbers[1].for = ["flood"];
    delete file.emergencyNumbers[2].text.ru;
  });
  assert.deepEqual(!faulty.ok && faulty.problem.map(({ path }) => path), [
    ...["emergencyNumbers[0].number", "emergencyNumbers[1].for[0]", "emergencyNumbers[2].text.ru"],
  ]);
});

test("what is no JSON, or says one thing twice, is no country", () => {
  const twice = example.replace('"weekday": 4,', '"weekday": 4, "week\\u0064ay": 5,');
  const repeated = readCountryFile(utf8Bytes(twice));
  assert.deepEqual(!repeated.ok && repeated.problem.map(({ path }) => path), [
    "bodies[0].reception[0].weekday",
  ]);
  for (const text of ["", "{", "[]", "null"]) {
    assert.equal(readCountryFile(utf8Bytes(text)).ok, false, text.slice(0, 20));
  }
  assert.equal(readCountryFile(Uint8Array.of(0xff)).ok, false);
});

test("pieces that do not fit together are named, all at once", () => {
  assert.deepEqual(
    paths((file) => {
      file.cabinet = 10;
      file.rules.validFrom = "2026-11-28";
      file.bodies[1].slug = file.bodies[0].slug;
      file.bodies[2].parent = 99;
      file.people[1].key = file.people[0].key;
      file.people[2].offices[0].post = "gas-networks";
      file.people[3].offices[0].body = 99;
      file.people[3].offices[0].grantedBy = file.people[3].key;
      file.people[4].offices[0].approvedBy = file.people[4].offices[0].grantedBy;
    }).toSorted(),
    [
      "bodies[1].slug",
      "bodies[2].parent",
      "cabinet",
      // The key that was changed was named by others.
      "people[0].offices[0].grantedBy",
      "people[1].key",
      "people[1].offices[0].grantedBy",
      "people[2].offices[0].approvedBy",
      "people[2].offices[0].post",
      "people[3].offices[0].body",
      "people[3].offices[0].grantedBy",
      "people[4].offices[0].approvedBy",
      "rules.validFrom",
    ],
  );
  const ring = paths((file) => {
    file.bodies[2].parent = 31;
  });
  assert.ok(ring.includes("bodies[2].parent"), "a body below itself");
});

test("the policy names log, witnesses and groups as tlog-policy does, and its faults lead back to the file", () => {
  const log = parsePolicy(policyText(country(), logKey));
  assert.ok(log.ok);
  assert.deepEqual(log.value.groups, [
    { name: "others", threshold: 2, members: country().witnesses.map(({ name }) => name) },
  ]);
  const faultOf = (change: (country: Loose) => void) => {
    const judged = judgePolicyOf(country(change), nobodys, logKey);
    return judged.ok ? null : judged.problem.map(({ path }) => path).join();
  };
  assert.equal(
    faultOf(() => {}),
    null,
  );
  assert.equal(
    faultOf((file) => {
      file.groups[0].of.push("nobody");
    }),
    "groups[0]",
  );
  assert.equal(
    faultOf((file) => {
      file.groups[0].atLeast = 4;
    }),
    "groups[0]",
  );
  assert.equal(
    faultOf((file) => {
      file.witnesses[1] = file.witnesses[0];
    }),
    "witnesses[1]",
  );
  for (const quorum of ["nobody", "none"]) {
    assert.equal(
      faultOf((file) => {
        file.quorum = quorum;
      }),
      "quorum",
    );
  }
});
