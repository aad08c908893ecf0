/** An outside register in the small country: its cabinet keeps it, and a company takes no part. */
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { browserAt, type SentFile, type TestBrowser } from "#government/appeals/test-support/browser.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import { type Body, parseBodySlug, registerBodyIn } from "#government/bodies/index.ts";
import { registerOutsideRoutes } from "#government/outside/routes.ts";
import { ask } from "#platform/authority/grant.ts";
import { bodyKeyOf, cabinet } from "#tests/country/small-country.ts";

export { browserAt, type TestBrowser };
export const company = 9 as BodyNumber;
export const companyName = "Gazgeçiriji kompaniýasy";
const keeper = { name: "Garaşsyz hasap", contact: "Çynar, Bag köçesi 4" };

/** Runs with a portal that keeps an outside register. */
export async function withOutsidePortal(run: (portal: TestPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerOutsideRoutes(portal.server, portal.tools, { keeper });
    const grant = ask({ kind: "installer-of-an-empty-record" }, "body.register", {
      kind: "country",
      cabinet,
    });
    assert(grant.ok, "an installer registers bodies");
    const { country } = portal;
    const tools = {
      log: country.log,
      now: () => country.clock.now,
      randomBytes: country.randomBytes,
      personKeys: country.personKeys,
    };
    await country.database.portal.begin(async (transaction) => {
      const registered = await registerBodyIn(transaction, grant.value, companyBody(), tools);
      assert(registered.ok, `the company is registered: ${JSON.stringify(registered)}`);
    });
    await portal.sequence();
    await run(portal);
  });
}

function companyBody(): Body {
  const slug = parseBodySlug("gas-company");
  assert(slug !== null, "a slug");
  const words = (text: string) => ({ tk: text, ru: text, en: text });
  return {
    number: company,
    slug,
    name: { tk: companyName, ru: "Газопроводная компания", en: "Gas Pipe Company" },
    parent: cabinet,
    register: company,
    workingDays: [1, 2, 3, 4, 5],
    verifierKey: bodyKeyOf("body-9").verifierKey.text,
    takesPart: false,
    about: {
      branch: "executive",
      competences: [],
      places: [],
      address: words("Çynar, Gaz köçesi 1"),
      posts: [{ slug: "head", name: words("Director") }],
      reception: [],
    },
  };
}

/** What a person sends: a letter of 5 October 2026, with its posting receipt. */
export const letter = {
  body: "gas-company",
  way: "posted",
  proof: "posting-receipt",
  sentOn: "5.10.2026",
  tracking: "RR123456789OG",
  subject: "Gyzylarbat köçesinde gaz ýok",
  text: "Üç aý bäri gaz ýok.",
  name: "Nar Küýzeçi",
  consent: "yes",
} as const;

/** A photo of the posting receipt: the smallest PNG there is. */
export const scan: SentFile = {
  field: "scan",
  fileName: "kwitansiya.png",
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
    "base64",
  ),
};

export interface Entered {
  readonly number: string;
  readonly secret: string;
}

/** Opens the case with number and secret, as days later on another computer. */
export async function comeBack(browser: TestBrowser, { number, secret }: Entered): Promise<void> {
  const opened = await browser.post("/en/case", { number, code: secret });
  assert(opened.url.endsWith(`/case/${number}`), `the secret opens the case: ${opened.url}`);
}

/** Enters a letter by the form, as somebody in a café does. */
export async function enterLetter(
  browser: TestBrowser,
  fields: Readonly<Record<string, string>> = letter,
  file: SentFile | null = scan,
): Promise<Entered> {
  const form = await browser.open("/en/outside/record");
  const receipt = await browser.send(form, "/en/outside/record", fields, file ?? undefined);
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(receipt.body)?.[0];
  assert(number !== undefined, `the receipt shows a number: ${receipt.status} ${receipt.url}`);
  const secretPage = await browser.send(receipt, "/en/appeal/receipt/secret", {});
  const secret = />((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</.exec(secretPage.body)?.[1];
  assert(secret !== undefined, "the page of the secret shows it");
  return { number, secret };
}
