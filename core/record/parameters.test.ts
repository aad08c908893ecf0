import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8Bytes } from "../bytes.ts";
import { type CalendarVersion, emptyCalendar } from "../clock/calendar.ts";
import { civilDate } from "../clock/civil-date.ts";
import { defaultRules } from "../clock/rules.ts";
import { verifierKey } from "../log/note.ts";
import { portableEngine, portableSigner } from "../log/portable-engine.ts";
import { canonicalJson } from "./canonical-json.ts";
import { commit } from "./commitment.ts";
import { dialled, type EmergencyNumber } from "./emergency-numbers.ts";
import { intakeRecipientOf } from "./intake-recipient.ts";
import type { ActKind } from "./kinds.ts";
import {
  type BodyRegistered,
  type KeyChanged,
  type ParameterPart,
  parameterPartBytes,
  parseParameterPart,
} from "./parameter-acts.ts";
import {
  bodyKeysFrom,
  type PublicAct,
  parametersFrom,
  parametersText,
  parseParametersFile,
} from "./parameters.ts";
import { payloadText } from "./payload.ts";

const origin = "ledger.oguzabat.example/executive";
const keyOf = (name: string, byte: number, algorithm: "ed25519" | "cosignature-v1") =>
  verifierKey(portableEngine, name, algorithm, portableSigner(new Uint8Array(32).fill(byte)).publicKey).text;
const name = { tk: "Gaz ministrligi", ru: "Министерство газа", en: "Ministry of Gas" };

const cabinet: BodyRegistered = {
  number: 1,
  slug: "kabinet",
  name,
  parent: null,
  register: 1,
  workingDays: [1, 2, 3, 4, 5],
  verifierKey: keyOf("kabinet.example", 1, "ed25519"),
};
const ministry: BodyRegistered = {
  ...cabinet,
  number: 17,
  slug: "gaz",
  parent: 1,
  verifierKey: keyOf("gaz.example", 2, "ed25519"),
};
const village: BodyRegistered = { ...ministry, number: 170, slug: "gaz-oba", parent: 17, register: 17 };
const witness: KeyChanged & { holder: "witness" } = {
  holder: "witness",
  name: "ngo.example",
  verifierKey: keyOf("ngo.example", 3, "cosignature-v1"),
  url: "https://ngo.example/witness",
  operator: name,
};
const calendar: CalendarVersion = {
  ...emptyCalendar,
  version: 1,
  announced: 1_763_000_000_000,
  holidays: [{ date: civilDate(2026, 12, 12), name }],
};
const rules = { ...defaultRules, version: 1 };
const recipientOf = (letter: string) => `age1${letter.repeat(58)}`;

function actOf(index: number, parameter: ParameterPart, kind: ActKind = parameter.kind): PublicAct {
  return actOfBytes(index, kind, parameterPartBytes(parameter));
}
function actOfBytes(index: number, kind: ActKind, bytes: Uint8Array): PublicAct {
  const nonce = new Uint8Array(32).fill(index % 256);
  const payload = payloadText({
    v: 1,
    kind,
    case: "",
    body: 1,
    actor: "system",
    at: 1_763_000_000_000,
    parts: [{ name: "public", commitment: commit(nonce, bytes) }],
  });
  return { index, opening: { payload, nonce, parts: [{ name: "public", nonce, bytes }] } };
}

const acts: readonly PublicAct[] = [
  actOf(0, { kind: "calendar-changed", part: { timeZone: "Asia/Ashgabat", calendar } }),
  actOf(1, { kind: "rules-changed", part: { rules } }),
  actOf(2, { kind: "body-registered", part: cabinet }),
  actOf(3, { kind: "body-registered", part: ministry }),
  actOf(4, { kind: "body-registered", part: village }),
  actOf(9, { kind: "key-changed", part: witness }),
];

function parametersOf(list: readonly PublicAct[]) {
  const parameters = parametersFrom(origin, list);
  assert.ok(parameters.ok, parameters.ok ? "" : JSON.stringify(parameters.problem));
  return parameters.value;
}
function problemOf(list: readonly PublicAct[]) {
  const parameters = parametersFrom(origin, list);
  return parameters.ok ? null : parameters.problem;
}

test("public acts fold into the parameters", () => {
  const { holder: _, ...named } = witness;
  assert.deepEqual(parametersOf(acts), {
    origin,
    timeZone: "Asia/Ashgabat",
    bodies: [
      { ...cabinet, fromIndex: 2 },
      { ...ministry, fromIndex: 3 },
      { ...village, fromIndex: 4 },
    ],
    calendars: [calendar],
    rules: [rules],
    witnesses: [named],
    emergencyNumbers: [],
  });
});

const anyDanger = {
  ...{ number: "+993 112", text: { tk: "Kömek", ru: "Помощь", en: "Help" } },
  for: ["gas", "fire", "violence", "health"],
} as const;

test("whom to call in danger is what the country said last, nobody included", () => {
  const said = (index: number, emergencyNumbers: readonly EmergencyNumber[]) =>
    actOf(index, { kind: "country-changed", part: { emergencyNumbers } });
  assert.deepEqual(parametersOf([...acts, said(20, [anyDanger])]).emergencyNumbers, [anyDanger]);
  assert.deepEqual(parametersOf([...acts, said(20, [anyDanger]), said(21, [])]).emergencyNumbers, []);
  assert.equal(dialled(anyDanger), "+993112");
  const text = JSON.stringify(anyDanger);
  for (const [from, to] of [
    ["+993 112", "112; ext=1"],
    ["+993 112", "++112"],
    ["+993 112", ""],
    ['"gas"', '"fire"'],
    ['"gas"', '"flood"'],
    ['["gas","fire","violence","health"]', "[]"],
    ['"Help"', '""'],
    ['"number"', '"phone"'],
  ] as const) {
    assert.ok(text.includes(from));
    const wrong = utf8Bytes(canonicalJson({ v: 1, emergencyNumbers: [JSON.parse(text.replace(from, to))] }));
    assert.equal(parseParameterPart("country-changed", wrong).ok, false, to);
  }
});

test("every kind of public part survives its bytes", () => {
  const parts: ParameterPart[] = [
    { kind: "body-registered", part: village },
    { kind: "key-changed", part: witness },
    { kind: "key-changed", part: { ...witness, verifierKey: null, url: null } },
    { kind: "key-changed", part: { holder: "body", body: 17, verifierKey: ministry.verifierKey } },
    { kind: "key-changed", part: { holder: "intake", recipient: recipientOf("q") } },
    { kind: "key-changed", part: { holder: "intake", recipient: recipientOf("q"), body: 17 } },
    { kind: "calendar-changed", part: { timeZone: "Asia/Ashgabat", calendar } },
    { kind: "rules-changed", part: { rules } },
    { kind: "country-changed", part: { emergencyNumbers: [anyDanger] } },
  ];
  for (const part of parts) {
    assert.deepEqual(parseParameterPart(part.kind, parameterPartBytes(part)), { ok: true, value: part });
  }
});

test("what oversees every body is marked by its act; an act without the mark reads as it always did", () => {
  const prosecutor = { ...ministry, oversight: "prosecutor" } as const;
  const marked = parametersOf([...acts, actOf(20, { kind: "body-registered", part: prosecutor })]);
  assert.equal(marked.bodies.find(({ number }) => number === ministry.number)?.oversight, "prosecutor");
  assert.equal(
    parametersOf(acts).bodies.find(({ number }) => number === ministry.number)?.oversight,
    undefined,
  );
  const plain = Buffer.from(parameterPartBytes({ kind: "body-registered", part: ministry })).toString();
  assert.doesNotMatch(plain, /oversight/, "the bytes of every older act are what they were");
  const written = Buffer.from(parameterPartBytes({ kind: "body-registered", part: prosecutor })).toString();
  const strange = utf8Bytes(written.replace('"prosecutor"', '"treasurer"'));
  assert.equal(parseParameterPart("body-registered", strange).ok, false);
});

test("parameters.json carries the acts and gives the same reading back", () => {
  const file = parseParametersFile(parametersText({ origin, acts }));
  assert.ok(file.ok);
  assert.deepEqual(parametersOf(file.value.acts), parametersOf(acts));
  for (const wrong of [
    "",
    "{}",
    '{"acts":[],"origin":"a","v":2}',
    '{"acts":[{"index":0}],"origin":"a","v":1}',
    '{"acts":[],"v":1}',
  ]) {
    assert.deepEqual(parseParametersFile(wrong), { ok: false, problem: "malformed-parameters-file" });
  }
});

test("a later act replaces a body's entry or key, and the older key stays known", () => {
  const newKey = keyOf("gaz.example", 5, "ed25519");
  const later = [
    ...acts,
    actOf(20, { kind: "key-changed", part: { holder: "body", body: 17, verifierKey: newKey } }),
    actOf(21, {
      kind: "body-registered",
      part: { ...ministry, workingDays: [1, 2, 3, 4, 5, 6], verifierKey: newKey },
    }),
  ];
  const body = parametersOf(later).bodies.find((one) => one.number === 17);
  assert.deepEqual(body, { ...ministry, workingDays: [1, 2, 3, 4, 5, 6], verifierKey: newKey, fromIndex: 3 });
  const keys = bodyKeysFrom(later);
  assert.ok(keys.ok);
  assert.deepEqual(
    keys.value.filter((key) => key.body === 17),
    [
      { body: 17, verifierKey: ministry.verifierKey, fromIndex: 3 },
      { body: 17, verifierKey: newKey, fromIndex: 20 },
      { body: 17, verifierKey: newKey, fromIndex: 21 },
    ],
  );
});

test("a body's key of intake is its own, else that of the nearest body above, else the country's", () => {
  const named = (index: number, letter: string, body?: number) =>
    actOf(index, {
      kind: "key-changed",
      part: { holder: "intake", recipient: recipientOf(letter), ...(body === undefined ? {} : { body }) },
    });
  const keysAfter = (...more: readonly PublicAct[]) => {
    const parameters = parametersOf([...acts, ...more]);
    return [1, 17, 170].map((body) => intakeRecipientOf(parameters, body)?.at(-1) ?? null);
  };
  assert.deepEqual(keysAfter(), [null, null, null], "none is named");
  const [country, ministrys, villages] = [named(20, "q", undefined), named(21, "p", 17), named(22, "z", 170)];
  assert.deepEqual(keysAfter(country), ["q", "q", "q"]);
  assert.deepEqual(keysAfter(ministrys), [null, "p", "p"], "nobody reads what is meant for another body");
  assert.deepEqual(keysAfter(country, ministrys, villages), ["q", "p", "z"]);
  const again = actOf(23, { kind: "body-registered", part: { ...ministry, workingDays: [1, 2, 3, 4] } });
  assert.deepEqual(keysAfter(country, ministrys, again), ["q", "p", "p"], "a new entry keeps the key");
  assert.deepEqual(keysAfter(country, ministrys, named(24, "y", 17)), ["q", "y", "y"]);
  assert.deepEqual(problemOf([...acts, named(30, "q", 99)]), { reason: "unknown-body", index: 30 });
  const ring = actOf(31, { kind: "body-registered", part: { ...ministry, parent: 170 } });
  assert.deepEqual(keysAfter(country, ring), ["q", "q", "q"], "a ring of bodies is walked once");
});

test("a witness that is no longer named leaves the parameters", () => {
  const gone = actOf(30, { kind: "key-changed", part: { ...witness, verifierKey: null } });
  assert.deepEqual(parametersOf([...acts, gone]).witnesses, []);
  assert.deepEqual(problemOf([...acts, gone, { ...gone, index: 31 }]), {
    reason: "unknown-witness",
    index: 31,
  });
});

test("each contradiction is named with the act at fault", () => {
  const body = (index: number, change: Partial<BodyRegistered>) =>
    actOf(index, { kind: "body-registered", part: { ...ministry, ...change } });
  const next = (index: number, act: PublicAct) => problemOf([...acts, { ...act, index }]);
  assert.deepEqual(problemOf([...acts, ...acts.slice(-1)]), { reason: "indexes-not-ascending", index: 9 });
  assert.deepEqual(next(10, body(10, { number: 18, slug: "nebit", parent: 99 })), {
    reason: "unknown-parent",
    index: 10,
  });
  assert.deepEqual(next(10, body(10, { number: 18, slug: "nebit", register: 99 })), {
    reason: "unknown-register",
    index: 10,
  });
  assert.deepEqual(next(10, body(10, { number: 18 })), { reason: "slug-taken", index: 10 });
  const strange = actOf(10, {
    kind: "key-changed",
    part: { holder: "body", body: 99, verifierKey: ministry.verifierKey },
  });
  assert.deepEqual(next(10, strange), { reason: "unknown-body", index: 10 });
  const zone = actOf(10, {
    kind: "calendar-changed",
    part: { timeZone: "Europe/Moscow", calendar: { ...calendar, version: 2 } },
  });
  assert.deepEqual(next(10, zone), { reason: "time-zone-changed", index: 10 });
  assert.deepEqual(
    next(10, actOf(10, { kind: "calendar-changed", part: { timeZone: "Asia/Ashgabat", calendar } })),
    { reason: "version-not-ascending", index: 10 },
  );
  assert.deepEqual(problemOf(acts.slice(1)), { reason: "no-calendar", index: null });
  assert.deepEqual(problemOf(acts.filter((act) => act.index !== 1)), { reason: "no-rules", index: null });
});

test("an act that does not open, or is of another kind, is named", () => {
  const good = actOf(10, { kind: "rules-changed", part: { rules: { ...rules, version: 2 } } });
  const withOpening = (change: Partial<PublicAct["opening"]>) =>
    problemOf([...acts, { index: 10, opening: { ...good.opening, ...change } }]);
  assert.equal(withOpening({}), null);
  assert.deepEqual(withOpening({ parts: [] }), { reason: "part-does-not-open", index: 10 });
  const forged = good.opening.parts.map((part) => ({
    ...part,
    bytes: parameterPartBytes({ kind: "rules-changed", part: { rules: { ...rules, version: 3 } } }),
  }));
  assert.deepEqual(withOpening({ parts: forged }), { reason: "part-does-not-open", index: 10 });
  assert.deepEqual(withOpening({ payload: "{}" }), { reason: "malformed-payload", index: 10 });
  assert.deepEqual(problemOf([...acts, actOf(10, { kind: "rules-changed", part: { rules } }, "answered")]), {
    reason: "not-a-parameter",
    index: 10,
  });
  assert.deepEqual(problemOf([...acts, actOfBytes(10, "rules-changed", utf8Bytes("{}"))]), {
    reason: "malformed-public-part",
    index: 10,
  });
});

test("malformed public parts are refused", () => {
  const text = Buffer.from(parameterPartBytes({ kind: "body-registered", part: ministry })).toString();
  const changes: readonly (readonly [string, string])[] = [
    ['"v":1', '"v":2'],
    ['"v":1', '"v":1,"z":1'],
    ['"number":17', '"number":0'],
    ['"number":17', '"number":1'],
    ['"parent":1', '"parent":"1"'],
    ['"slug":"gaz"', '"slug":"Gaz"'],
    ['"slug":"gaz"', '"slug":"../gaz"'],
    ["[1,2,3,4,5]", "[]"],
    ["[1,2,3,4,5]", "[1,1]"],
    ["[1,2,3,4,5]", "[5,4]"],
    ["[1,2,3,4,5]", "[8]"],
    ['"en":"Ministry of Gas"', '"en":""'],
    [ministry.verifierKey, "gaz.example+00000000+AA=="],
    [ministry.verifierKey, keyOf("gaz.example", 2, "cosignature-v1")],
    ["{", " {"],
  ];
  for (const [part, replacement] of changes) {
    assert.ok(text.includes(part), part);
    const parsed = parseParameterPart("body-registered", utf8Bytes(text.replace(part, replacement)));
    assert.deepEqual(parsed, { ok: false, problem: "malformed-public-part" }, replacement);
  }
  assert.throws(() =>
    parameterPartBytes({ kind: "key-changed", part: { ...witness, url: "file:///etc/passwd" } }),
  );
  assert.throws(() =>
    parameterPartBytes({ kind: "key-changed", part: { ...witness, name: "other.example" } }),
  );
  assert.throws(() =>
    parameterPartBytes({ kind: "calendar-changed", part: { timeZone: "Nowhere/City", calendar } }),
  );
});
