/** Readers of files that people bring: registers on paper, carried appeals, attachments. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Encrypter, generateX25519Identity, identityToRecipient, Stanza } from "age-encryption";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { archiveBytes, archiveEntries } from "#core/record/archive.ts";
import { envelopeBytes, envelopeStanza, parseEnvelope } from "#core/record/carried-envelope.ts";
import { type CarriedAppeal, carriedBytes, parseCarried } from "#core/record/carried-file.ts";
import { readAttachment } from "#government/appeals/attachment-type.ts";
import { readCountryFile } from "#government/founding/index.ts";
import { readEnvelope } from "#government/intake/carried/read-envelope.ts";
import { findColumns, readRegisterFile, understandRegister } from "#government/mail-register/index.ts";
import { activeContentOf } from "#platform/file-check/look-inside.ts";
import { pdf, stream } from "#platform/file-check/test-support/pdf.ts";
import { zip } from "#platform/file-check/test-support/zip.ts";
import { withoutPackageMetadata } from "#platform/file-metadata/package-metadata.ts";
import { readMetadata } from "#platform/file-metadata/read-metadata.ts";
import { docxParts, odtParts } from "#platform/file-metadata/test-support/documents.ts";
import { plainJpeg, plainPng } from "#platform/file-metadata/test-support/pictures.ts";
import type { FuzzTarget } from "./fuzz.ts";

const timeZone = "Asia/Ashgabat";
const moment = { now: startOfCivilDate(civilDate(2026, 11, 27), timeZone), timeZone };
const journal = [
  "Журнал входящей корреспонденции;;;;;;",
  "Вх. №;Дата поступления;От кого;Краткое содержание;Вид обращения;Дата ответа;Виза",
  '"1-14";05.11.2026;Жители улицы;"Нет воды; просим\nпочинить насос";Жалоба;;А',
  "1-15;06.11.2026 г.;Ткач Н.;О газе;заявление;20.11.2026;",
].join("\r\n");

const workbook = (sheet: Uint8Array) =>
  zip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": sheet,
  });
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
/** A register's sheet whose second row has a cell at this place, whatever that is. */
export function workbookWithCellAt(place: string): Uint8Array {
  return workbook(
    utf8Bytes(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell("A1", "Вх. №")}</row><row r="2">${cell(place, "1-14")}</row></sheetData></worksheet>`,
    ),
  );
}

const sheet = utf8Bytes(
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell("A1", "Вх. №")}${cell("B1", "Дата поступления")}</row><row r="2">${cell("A2", "1-14")}<c r="B2"><v>46331</v></c></row></sheetData></worksheet>`,
);

async function readJournal(bytes: Uint8Array): Promise<unknown> {
  const rows = await readRegisterFile(bytes);
  const columns = rows.ok ? findColumns(rows.value, new Map()) : rows;
  return rows.ok && columns.ok ? understandRegister(rows.value, columns.value, moment) : columns;
}

const appeal: CarriedAppeal = {
  ...{ origin: "ledger.example/executive", body: 2, kind: "filed-complaint", language: "tk" },
  ...{ subject: "Gaz", text: "Obada gaz ýok", name: "Nar", address: "Çynar", contact: "", about: "" },
  ...{ identityShown: true, day: "2.11.2026", hour: "9:30", nonce: "0123456789abcdef0123456789abcdef" },
};
const alone = carriedBytes(appeal);
const withFile = carriedBytes(appeal, [{ fileName: "hat.pdf", bytes: utf8Bytes("%PDF-1.4") }]);

/** As the page without a line makes it. */
async function carried(): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
  const envelope = new Stanza([envelopeStanza], envelopeBytes(appeal, alone));
  encrypter.addRecipient({ wrapFileKey: () => [envelope] });
  return await encrypter.encrypt(alone);
}

const documents = [
  ["application/pdf", pdf("/OpenAction 3 0 R", [stream("/Length 5", utf8Bytes("hello"))])],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip(docxParts())],
  ["application/vnd.oasis.opendocument.text", zip(odtParts())],
  ["image/jpeg", plainJpeg],
  ["image/png", plainPng],
] as const;

export const readersOfFiles: readonly FuzzTarget[] = [
  { name: "journal, separated values", samples: [utf8Bytes(journal)], read: readJournal, share: 0.2 },
  { name: "journal, workbook", samples: [workbook(sheet)], read: readRegisterFile, share: 0.05 },
  {
    name: "sheet of a workbook",
    samples: [sheet],
    read: (input) => readRegisterFile(workbook(input)),
    share: 0.05,
  },
  { name: "archive of a carried appeal", samples: [archiveOf()], read: archiveEntries },
  { name: "carried appeal, opened", samples: [alone, withFile], read: parseCarried },
  { name: "what stands outside on it", samples: [envelopeBytes(appeal, alone)], read: parseEnvelope },
  { name: "carried file of age", samples: [await carried()], read: readEnvelope, share: 0.2 },
  {
    name: "attachment",
    // An ODT is known by its first part, which is not packed: the maker of samples packs all.
    samples: documents.flatMap(([type, bytes]) => (type.includes("oasis") ? [] : [bytes])),
    read: (input) => readAttachment("hat.pdf", input),
  },
  ...documents.map(
    ([mediaType, bytes], at): FuzzTarget => ({
      name: `what is in a file, ${at + 1}`,
      samples: [bytes],
      share: 0.2,
      // Both answer with what they found; a file that they cannot read is closed to them, and no error.
      read: (input) => [activeContentOf(mediaType, input), readMetadata(mediaType, input)],
    }),
  ),
  {
    name: "document without its names",
    samples: [zip(docxParts()), zip(odtParts())],
    read: withoutPackageMetadata,
    share: 0.1,
  },
  {
    name: "country's file",
    samples: [readFileSync(join(import.meta.dirname, "..", "..", "docs", "example-country.json"))],
    read: readCountryFile,
    share: 0.02,
  },
];

function archiveOf(): Uint8Array {
  return archiveBytes([{ name: "appeal.json", bytes: alone }]);
}
