/** Readers of what people type and what browsers and programs send: forms, cookies, addresses, numbers, codes, words. */

import { parseAppealDetails } from "#core/acts/appeal.ts";
import { parsePublishedAppeal, publishedAppealBytes } from "#core/acts/published-appeal.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDate, parseCivilDate } from "#core/clock/civil-date.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { parseBodyNumber } from "#core/record/leaf.ts";
import { appealTextForm } from "#government/appeals/appeal-forms.ts";
import { drawDraftCode, parseDraftCode } from "#government/appeals/filing/draft.ts";
import { parseClosedQuarter } from "#government/appeals/public/stated-quarter.ts";
import { searchQuestion } from "#government/appeals/published/search-words.ts";
import { parseBodySlug } from "#government/bodies/body.ts";
import {
  caseSecretFrom,
  coSigningCodeFrom,
  drawCaseNumber,
  parseCaseNumber,
  parseCaseSecret,
  parseCoSigningCode,
  parseStatusCode,
  parseWithdrawalCode,
  statusCodeFrom,
  withdrawalCodeFrom,
} from "#government/cases/case-number.ts";
import {
  accountNumberText,
  drawAccountNumber,
  parseAccountNumber,
} from "#government/identity/account-number.ts";
import { drawSignInCode, parseSignInCode, signInCodeText } from "#government/identity/sign-in-code.ts";
import { parseRegisterDate } from "#government/mail-register/understand-register.ts";
import { drawLinkToken, parseLinkToken } from "#government/notices/link-token.ts";
import type { FormBody } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { parseUrlencoded } from "#platform/http/form-bodies.ts";
import { formKeys } from "#platform/http/form-key.ts";
import { parseMailAddress } from "#platform/mail/mail-address.ts";
import { parseSessionToken } from "#platform/session/session.ts";
import { readSessionCookie, sessionCookieName } from "#platform/session/session-cookie.ts";
import { answerLine, parseAnswerLine, parseRequestLine, requestLine } from "#platform/signer/signing-wire.ts";
import { type FuzzTarget, ofText } from "./fuzz.ts";

const drawn = (length: number): Uint8Array => new Uint8Array(length).fill(37);
const key = new Uint8Array(32).fill(3);
const today = civilDate(2026, 11, 27);
const keys = formKeys({ serverKey: key, now: () => 0, randomBytes: drawn });
const cookie = `theme=dark; ${sessionCookieName(true)}=${"A".repeat(43)}; other="x; y"`;

/** A posted form has a limit of fields, which it says by an error that the server makes a page of. */
const isOfBody = (error: unknown): boolean => error instanceof Error && error.name === "BodyError";

const form = (read: (body: FormBody) => unknown) => (text: string) => read(parseUrlencoded(text));
const posted = "subject=Gaz+%C3%BDok&text=Obada+%C3%BC%C3%A7+a%C3%BD&__proto__=y&form-key=abc";

const codes: readonly FuzzTarget[] = [
  ofText("number of a case", [drawCaseNumber(2026, drawn)], parseCaseNumber),
  ofText("status code", [statusCodeFrom(key)], parseStatusCode),
  ofText("secret of a case", [caseSecretFrom(key)], parseCaseSecret),
  ofText("withdrawal code", [withdrawalCodeFrom(key)], parseWithdrawalCode),
  ofText("code for signing", [coSigningCodeFrom(key)], parseCoSigningCode),
  ofText("code of a draft", [drawDraftCode(drawn)], parseDraftCode),
  ofText("number of an account", [accountNumberText(drawAccountNumber(drawn))], parseAccountNumber),
  ofText("code of a sheet", [signInCodeText(drawSignInCode(drawn))], parseSignInCode),
  ofText("link in a mail", [drawLinkToken(drawn)], parseLinkToken),
];

export const readersOfWhatIsTyped: readonly FuzzTarget[] = [
  ...codes,
  ofText(
    "urlencoded form",
    [posted],
    form(() => true),
    { refusesBy: isOfBody },
  ),
  ofText(
    "form of an appeal",
    [posted],
    form((body) => parseForm(appealTextForm, body)),
    {
      refusesBy: isOfBody,
    },
  ),
  ofText(
    "question to the list",
    ["q=gaz&matter=roads&place=etrap&page=2"],
    form(() => true),
    {
      refusesBy: isOfBody,
    },
  ),
  ofText("words to search", ["Obada üç aý bäri gaz ýok: суд, gaz!"], searchQuestion),
  ofText("cookie", [cookie], (text) => {
    const value = readSessionCookie(text, true);
    return value === null ? null : parseSessionToken(value);
  }),
  ofText("key of a form", [keys.draw()], (text) => keys.read(text)),
  ofText("mail address", ["nar.kuyzechi+gaz@mail.oguzabat.example", "a@b.example"], parseMailAddress),
  ofText("day as typed", ["2.11.2026", "2026-11-02", " 05.11.2026 "], readDay),
  ofText("date", ["2026-11-02"], parseCivilDate),
  ofText("quarter", ["2026-q3"], (text) => parseClosedQuarter(text, today)),
  ofText("word of a body", ["ministry-of-springs"], parseBodySlug),
  ofText("date in a journal", ["05.11.2026 г.", "5/11/2026"], parseRegisterDate),
  ofText("details of an act", ['{"reason":"does-not-answer"}'], (text) =>
    parseAppealDetails("disputed", jsonOf(text)),
  ),
  {
    name: "published appeal",
    samples: [
      publishedAppealBytes({
        ...{ id: "0123456789", kind: "filed-complaint", language: "tk", matter: "roads", place: "etrap" },
        ...{ subject: ["Gaz"], text: ["Obada ", { cut: "author-wishes" }, " gaz ýok"], reply: null },
        pictures: [
          { part: "attachment-1", mediaType: "image/png", byteLength: 128, sha256: "0f".repeat(32) },
          { held: "names-a-person" },
        ],
      }),
    ],
    read: parsePublishedAppeal,
  },
  {
    name: "request to the signer",
    samples: [
      utf8Bytes(requestLine({ what: "queued", body: body(2), commitment: key, time: 1, due: 2 }).trim()),
    ],
    read: parseRequestLine,
  },
  {
    name: "answer of the signer",
    samples: [
      utf8Bytes(
        Buffer.from(answerLine({ ok: true, value: { bodyKey: "k", signature: new Uint8Array(64) } }))
          .toString()
          .trim(),
      ),
    ],
    read: parseAnswerLine,
  },
];

function jsonOf(text: string): unknown {
  const json = parseJson(text);
  return json.ok ? json.value : undefined;
}

function body(number: number) {
  const parsed = parseBodyNumber(number);
  if (parsed === null) throw new Error("a number of a body");
  return parsed;
}
