import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { findColumns, type RegisterField } from "./register-columns.ts";
import { readRegisterFile } from "./register-file.ts";
import { parseRegisterDate, understandRegister } from "./understand-register.ts";

const timeZone = "Asia/Ashgabat";
const moment = { now: startOfCivilDate(civilDate(2026, 11, 27), timeZone) + 36_000_000, timeZone };

async function understood(bytes: Uint8Array, told: ReadonlyMap<string, RegisterField> = new Map()) {
  const rows = await readRegisterFile(bytes);
  assert.ok(rows.ok, JSON.stringify(rows));
  const columns = findColumns(rows.value, told);
  assert.ok(columns.ok, JSON.stringify(columns));
  return { columns: columns.value, ...understandRegister(rows.value, columns.value, moment) };
}

const russian = [
  "Журнал входящей корреспонденции;;;;;;",
  "Вх. №;Дата поступления;От кого;Краткое содержание;Вид обращения;Дата ответа;Виза",
  '"1-14";05.11.2026;Жители улицы Садовой;"Нет воды; просим\nпочинить насос";Жалоба;;А',
  "1-15;06.11.2026 г.;Ткач Н.;О газе;заявление;20.11.2026;",
  "1-16;31.02.2026;Гончар А.;О свете;заявление;;",
  "1-17;07.11.2026;;О дороге;телеграмма;;",
  "1-14;08.11.2026;Пекарь Б.;О хлебе;предложение;-;",
].join("\r\n");

test("a Russian register in the encoding of Windows is understood row by row, with its faults named", async () => {
  const codes = Object.fromEntries(
    Array.from({ length: 128 }, (_, at) => [
      new TextDecoder("windows-1251").decode(Uint8Array.of(at + 128)),
      at + 128,
    ]),
  );
  const windows = Uint8Array.from([...russian].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
  for (const bytes of [
    windows,
    utf8Bytes(russian),
    utf8Bytes(`\uFEFF${russian}`),
    Buffer.from(`\uFEFF${russian}`, "utf16le"),
  ]) {
    const { columns, open, answered, faulty } = await understood(bytes);
    assert.deepEqual([columns.line, columns.unknown], [2, ["Виза"]]);
    assert.deepEqual(open, [
      {
        line: 3,
        number: "1-14",
        receivedOn: civilDate(2026, 11, 5),
        kind: "filed-complaint",
        applicant: "Жители улицы Садовой",
        address: "",
        contact: "",
        subject: "Нет воды; просим\nпочинить насос",
        complainedOf: "",
      },
    ]);
    assert.deepEqual(answered, [5]);
    assert.deepEqual(
      faulty.map(({ line, faults }) => [line, faults.map(({ fault }) => fault)]),
      [
        [6, ["date-not-understood"]],
        [7, ["kind-not-understood", "applicant-missing"]],
        [8, ["number-twice"]],
      ],
    );
  }
});

test("Turkmen and English headings, in any spelling, and columns that the clerk names", async () => {
  for (const head of [
    "Gelen belgisi,Gelen senesi,Kimden,Mazmuny",
    "gelen belgisi,GELEN SENESI,kimden,Gysgaca mazmuny",
    "Incoming number,Received on,From,Summary",
    "Вх.№,Дата,ФИО,Тема",
  ]) {
    const { open } = await understood(utf8Bytes(`${head}\n12,2026-11-05,Nar,Gaz ýok\n`));
    assert.equal(open[0]?.kind, "filed-application", head);
  }
  const told = new Map<string, RegisterField>([["Кто", "applicant"]]);
  const { open } = await understood(utf8Bytes("№ вх.;Номер;Дата;Кто;Тема\nx;7;05.11.26;Нар;Газ\n"), told);
  assert.deepEqual([open[0]?.number, open[0]?.applicant], ["7", "Нар"]);
});

test("a column says whom a complaint is about, under its usual headings; a dash says nobody", async () => {
  for (const heading of ["На кого жалоба", "kimden şikaýat", "Complained of"]) {
    const { open } = await understood(
      utf8Bytes(`Номер;Дата;ФИО;Тема;${heading}\n1;05.11.26;Нар;Газ;С. Демирчи\n2;05.11.26;Нар;Газ;-\n`),
    );
    assert.deepEqual(
      open.map(({ complainedOf }) => complainedOf),
      ["С. Демирчи", ""],
    );
  }
  const long = await understood(
    utf8Bytes(`Номер;Дата;ФИО;Тема;На кого\n1;05.11.26;Нар;Газ;${"я".repeat(201)}\n`),
  );
  assert.deepEqual(long.faulty[0]?.faults, [{ field: "complainedOf", fault: "complained-of-too-long" }]);
});

test("headings that are missing or stand twice are named", async () => {
  const rows = async (text: string) => {
    const read = await readRegisterFile(utf8Bytes(text));
    assert.ok(read.ok);
    return read.value;
  };
  assert.deepEqual(findColumns(await rows("Номер;Тема\n1;Газ\n"), new Map()), {
    ok: false,
    problem: { kind: "no-headings", missing: ["receivedOn", "applicant"] },
  });
  assert.deepEqual(findColumns(await rows("Номер;Вх. №;Дата;ФИО;Тема\n"), new Map()), {
    ok: false,
    problem: { kind: "two-columns", field: "number", headings: ["Номер", "Вх. №"] },
  });
  const told = new Map<string, RegisterField>([["Кто", "applicant"]]);
  assert.deepEqual(findColumns(await rows("Номер;Дата;ФИО;Тема;\n"), told), {
    ok: false,
    problem: { kind: "no-headings", missing: ["applicant"] },
  });
});

test("days as registers write them, and nothing that only looks like one", () => {
  for (const text of [
    "4.12.2026",
    "04.12.26",
    "04/12/2026",
    "2026-12-04",
    "4-12-2026",
    "04.12.2026 г.",
    "04.12.2026ý.",
  ])
    assert.equal(parseRegisterDate(text), civilDate(2026, 12, 4), text);
  for (const text of ["", "32.1.2026", "29.02.2025", "4.12", "12.2026", "45990", "4.13.2026", "4..12.2026"])
    assert.equal(parseRegisterDate(text), null, text);
});

test("what is no register is refused with its reason", async () => {
  const problemOf = async (bytes: Uint8Array) => {
    const read = await readRegisterFile(bytes);
    return read.ok ? "read" : read.problem;
  };
  assert.equal(await problemOf(new Uint8Array(0)), "empty");
  assert.equal(await problemOf(utf8Bytes(" ;;\n\n;")), "empty");
  assert.equal(
    await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)),
    "old-excel",
  );
  assert.equal(await problemOf(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)), "unreadable");
  assert.equal(await problemOf(utf8Bytes('a;b\n"open;1\n')), "unreadable");
  assert.equal(await problemOf(new Uint8Array(20 * 1024 * 1024 + 1).fill(65)), "too-large");
  assert.equal(await problemOf(utf8Bytes("a;b\n".repeat(50_001))), "too-many-rows");
  const swollen = new Uint8Array(60);
  swollen.set([0x50, 0x4b, 3, 4]);
  swollen.set([0x50, 0x4b, 1, 2], 8);
  new DataView(swollen.buffer).setUint32(8 + 24, 500 * 1024 * 1024, true);
  assert.equal(await problemOf(swollen), "swollen-archive");
});

const workbookScript = `
import sys, datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Gelen hatlaryň depderi"])
sheet.append(["Gelen belgisi", "Gelen senesi", "Kimden", "Salgysy", "Gysgaça mazmuny", "Jogap berlen senesi"])
sheet.append([101, datetime.date(2026, 11, 5), "Nar Küýzeçi", "Çeşme obasy", "Gaz ýok", None])
sheet.append(["102/a", "06.11.2026", "Aý Dokmaçy", None, "Suw ýok", datetime.datetime(2026, 11, 20, 0, 0)])
sheet.append([None, None, None, None, None, None])
sheet.append([103, 46000.5, "Gün Çörekçi", None, "Ýol", None])
book.save(sys.argv[1])
`;

test("a workbook that another program wrote: days as days, numbers as texts", {
  skip: skipUnless("openpyxl"),
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-register-"));
  try {
    const file = join(folder, "depder.xlsx");
    execFileSync("/usr/bin/python3", ["-c", workbookScript, file]);
    const { open, answered, faulty } = await understood(readFileSync(file));
    assert.deepEqual(
      open.map(({ line, number, receivedOn, applicant, address, subject }) => [
        line,
        number,
        receivedOn,
        applicant,
        address,
        subject,
      ]),
      [[3, "101", civilDate(2026, 11, 5), "Nar Küýzeçi", "Çeşme obasy", "Gaz ýok"]],
    );
    assert.deepEqual(answered, [4]);
    assert.deepEqual(faulty, [{ line: 6, faults: [{ field: "receivedOn", fault: "date-not-understood" }] }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
