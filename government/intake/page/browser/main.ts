import "./old-browsers.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { randomBytes } from "@noble/hashes/utils.js";
import { Encrypter, Stanza } from "age-encryption";
import { toHex } from "#core/bytes.ts";
import { envelopeBytes, envelopeStanza } from "#core/record/carried-envelope.ts";
import {
  type CarriedAppeal,
  type CarriedFile,
  carriedBytes,
  carriedKinds,
} from "#core/record/carried-file.ts";
import { drawWithdrawal, withdrawalChanceBytes } from "#core/record/carried-withdrawal.ts";
import { offlineStub, stubNumberText, stubText } from "#core/record/stub.ts";
import type { PageDocument, PageFile } from "#engines/one-file/browser/page-dom.ts";
import { element, speakInLanguages } from "#engines/one-file/browser/page-frame.ts";
import { type PageLanguage, pageLanguages, type Words } from "#engines/one-file/browser/page-languages.ts";
import type { PageWindow } from "./offline-dom.ts";
import { fixedTexts, kindTexts, languageTexts, problemTexts } from "./offline-texts.ts";

/** Wires the page: an appeal in, an encrypted file and a stub out. Everything happens here, in this window. */
declare const document: PageDocument;
declare const window: PageWindow;

/** What was put into the page when it was built. */
interface PageData {
  readonly origin: string;
  /** Recipients in the form of age. */
  readonly keys: readonly string[];
  /** `key`: which of the keys is the body's. */
  readonly bodies: readonly { readonly number: number; readonly name: Words; readonly key: number }[];
  /** Characters of each field: those of the form on the web. */
  readonly limits: Readonly<Record<string, number>>;
  /** Of the files that may come with it, as on the web: how many, and of each the bytes and the end of its name. */
  readonly files: {
    readonly count: number;
    readonly bytes: number;
    readonly endings: readonly string[];
  };
}

const typedFields = ["subject", "text", "about", "name", "address", "contact"] as const;
const optionalFields: ReadonlySet<string> = new Set(["contact", "about"]);
const nonceBytes = 16;
/** Characters of a file's name: its end, where its kind stands. */
const fileNameCharactersMax = 80;
const digestGroup = /.{8}/g;

const data: PageData = JSON.parse(element("data").textContent);
let language: PageLanguage = "tk";

/** What is not fixed in the page, in the reader's language. */
function speak(chosen: PageLanguage): void {
  language = chosen;
  offer(
    "kind",
    carriedKinds.map((kind) => [kind, kindTexts[kind]?.[chosen] ?? kind]),
  );
  offer(
    "body",
    data.bodies.map(({ number, name }) => [String(number), name[chosen]]),
  );
  offer(
    "language",
    pageLanguages.map((each) => [each, languageTexts[each]]),
  );
  // Whoever reads the page in a language wants the answer in it, until they choose another.
  element("language").value = chosen;
  showKey();
}

/** Fills a list to choose from, keeping what was chosen. */
function offer(id: string, options: readonly (readonly [string, string])[]): void {
  const list = element(id);
  const chosen = list.value;
  const empty = document.createElement("option");
  empty.value = "";
  list.replaceChildren(
    empty,
    ...options.map(([value, words]) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = words;
      return option;
    }),
  );
  list.value = chosen;
}

/** Characters as the form on the web counts them: Unicode code points, composed, without space around. */
function typed(id: string): string {
  return element(id).value.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** Says at each field what is wrong with it; gives the first such field. */
function findProblems(): string | null {
  let first: string | null = null;
  const tell = (id: string, words: string) => {
    element(`${id}-problem`).textContent = words;
    if (words === "") element(id).removeAttribute("aria-invalid");
    else element(id).setAttribute("aria-invalid", "true");
    if (words !== "") first ??= id;
  };
  for (const id of ["kind", "body", "language", "identity"]) {
    tell(id, element(id).value === "" ? problemTexts.missing[language] : "");
  }
  for (const id of typedFields) {
    const text = typed(id);
    const limit = data.limits[id] ?? 0;
    const isMissing = text === "" && !optionalFields.has(id);
    const isTooLong = Array.from(text).length > limit;
    tell(
      id,
      isMissing
        ? problemTexts.missing[language]
        : isTooLong
          ? `${problemTexts["too-long"][language]}: ${limit}`
          : "",
    );
  }
  tell("files", fileProblem());
  return first;
}

function chosenFiles(): readonly PageFile[] {
  return Array.from(element("files").files ?? []);
}

/** What is wrong with the files; "" for nothing. What they are in truth, the office judges. */
function fileProblem(): string {
  const { count, bytes, endings } = data.files;
  const files = chosenFiles();
  if (files.length > count) return `${problemTexts["too-many-files"][language]}: ${count}`;
  const wrong = (problem: Words, { name }: PageFile) => `${problem[language]}: ${name}`;
  for (const file of files) {
    if (file.size === 0 || file.size > bytes) return wrong(problemTexts["file-too-large"], file);
    const isTaken = endings.some((ending) => file.name.toLowerCase().endsWith(ending));
    if (!isTaken) return wrong(problemTexts["file-kind"], file);
  }
  return "";
}

/** The files as they are carried. A name is cut where no reader would take it. */
async function filesTyped(): Promise<readonly CarriedFile[]> {
  return await Promise.all(
    chosenFiles().map(async (file) => ({
      fileName: Array.from(file.name.normalize("NFC")).slice(-fileNameCharactersMax).join(""),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

function appealTyped(): CarriedAppeal {
  const kind = carriedKinds.find((each) => each === element("kind").value) ?? carriedKinds[0];
  const answer = pageLanguages.find((each) => each === element("language").value) ?? language;
  return {
    origin: data.origin,
    body: Number(element("body").value),
    kind,
    language: answer,
    subject: typed("subject"),
    text: typed("text"),
    name: typed("name"),
    address: typed("address"),
    contact: typed("contact"),
    about: typed("about"),
    identityShown: element("identity").value === "shown",
    day: typed("day"),
    hour: typed("hour"),
    nonce: toHex(randomBytes(nonceBytes)),
  };
}

/** The key of the body that is chosen; "" while none is. */
function keyOfBody(): string {
  const chosen = element("body").value;
  const body = data.bodies.find(({ number }) => String(number) === chosen);
  return body === undefined ? "" : (data.keys[body.key] ?? "");
}

function showKey(): void {
  element("key").textContent = keyOfBody() || "–";
}

async function make(): Promise<void> {
  const wrong = findProblems();
  if (wrong !== null) {
    element(wrong).focus();
    return;
  }
  const withdrawal = drawWithdrawal(randomBytes(withdrawalChanceBytes));
  const appeal = { ...appealTyped(), withdrawal: withdrawal.commitment };
  const files = await filesTyped();
  const written = carriedBytes(appeal, files);
  const encrypter = new Encrypter();
  encrypter.addRecipient(keyOfBody());
  // Passed over by whoever decrypts; an office without the key registers the file by it.
  const envelope = new Stanza([envelopeStanza], envelopeBytes(appeal, written));
  encrypter.addRecipient({ wrapFileKey: () => [envelope] });
  const encrypted = await encrypter.encrypt(written);
  const stub = offlineStub(appeal.body, written);
  const link = element("save");
  link.href = window.URL.createObjectURL(new window.Blob([encrypted], { type: "application/octet-stream" }));
  link.download = `aydyn-${stubNumberText(stub)}.age`;
  element("stub-text").textContent = stubText(stub);
  element("withdrawal-code").textContent = withdrawal.code;
  element("digest-text").textContent = (toHex(sha256(written)).match(digestGroup) ?? []).join(" ");
  showPaper(appeal, files);
  element("done").hidden = false;
  element("done").focus();
}

/** The text for whoever prefers paper: the same words, with the stub. */
function showPaper(appeal: CarriedAppeal, files: readonly CarriedFile[]): void {
  const body = data.bodies.find(({ number }) => number === appeal.body)?.name[language] ?? "";
  const kind = kindTexts[appeal.kind]?.[language] ?? "";
  const received = `${appeal.day} ${appeal.hour}`.trim();
  const who = [appeal.name, appeal.address, appeal.contact].filter((each) => each !== "").join("\n");
  const names = files.map(({ fileName }) => fileName).join("\n");
  element("paper").textContent = [body, kind, received, who, appeal.subject, appeal.text, appeal.about, names]
    .filter((each) => each !== "")
    .join("\n\n");
}

element("body").addEventListener("change", showKey);
element("print").addEventListener("click", () => window.print());
element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  // A file and a stub of words that were changed since must not be taken for those of today's.
  element("done").hidden = true;
  make().catch((error: unknown) => {
    element("failure").textContent = `${problemTexts.failed[language]}: ${String(error)}`;
  });
});
speakInLanguages(fixedTexts, speak);
