/**
 * lynx, w3m and links: browsers of the nineties, still on every old machine. In each an appeal is filed, its answer read
 * and disputed, by what stands on the screen alone.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { findCaseByNumber, parseCaseNumber } from "#government/cases/index.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import { type OpenPortal, withOpenPortal } from "#tests/pages/open-portal.ts";
import { signIn, writeReply } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { numberPattern } from "./filing-walk.ts";
import { withLinks } from "./links.ts";
import { withLynx } from "./lynx.ts";
import type { TextBrowser } from "./text-browser.ts";
import { withW3m } from "./w3m.ts";

const district = "alagoz-etrap";
const pagesMax = 20;

interface Sitter {
  readonly name: "lynx" | "w3m" | "links2";
  readonly open: (url: string, use: (browser: TextBrowser) => Promise<void>) => Promise<void>;
  /** Who is sealed is led over two pages more. */
  readonly identity: "shown" | "sealed";
}

const sitters: readonly Sitter[] = [
  { name: "lynx", open: withLynx, identity: "sealed" },
  { name: "w3m", open: withW3m, identity: "shown" },
  { name: "links2", open: withLinks, identity: "shown" },
];

test("lynx, w3m and links file an appeal, read the answer and dispute it", {
  skip: skipUnless("tmux", "lynx", "w3m", "links2"),
}, async (context) => {
  await withOpenPortal(async (open) => {
    const t = translator("tk");
    const head = await headOf(open);
    for (const { name, open: openBrowser, identity } of sitters) {
      await context.test(name, async () => {
        await openBrowser(`${open.origin}/tk/appeal`, async (browser) => {
          const number = await file(browser, t, identity);
          await writeReply(head, number);
          await head.fill(`/tk/desk/${number}/answer/check`, {});
          await dispute(browser, t, `${open.origin}/tk/case/${number}`);
          const parsed = parseCaseNumber(number);
          assert.ok(parsed.ok);
          const row = await findCaseByNumber(open.portal.tools.portal, parsed.value);
          assert.deepEqual(
            [row?.phase, row?.filingKind, row?.identityShown],
            ["disputed", "filed-complaint", identity === "shown"],
          );
        });
      });
    }
  });
});

async function headOf({ origin, portal }: OpenPortal): Promise<Person> {
  const head = new Person(origin);
  const seed = demoSeedOf(portal.configuration.keysFolder, () => assert.fail("the demo has its seed"));
  await signIn(head, demoSignIn(seed, `head-${district}`));
  return head;
}

/** Goes through the questions as they come; gives the number that the receipt shows. */
async function file(browser: TextBrowser, t: Translate, identity: Sitter["identity"]): Promise<string> {
  await browser.press(t("appeal-start-button"));
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const screen = await browser.screen();
    const number = screen.includes(t("receipt-heading")) ? numberPattern.exec(screen)?.[0] : undefined;
    if (number !== undefined) return number;
    await answerQuestion(browser, t, identity);
  }
  assert.fail(`no receipt after ${pagesMax} pages:\n${await browser.screen()}`);
}

async function answerQuestion(
  browser: TextBrowser,
  t: Translate,
  identity: Sitter["identity"],
): Promise<void> {
  const screen = await browser.screen();
  const asks = (step: string) => screen.includes(t(`appeal-${step}-title`));
  if (asks("check")) return browser.press(t("appeal-send"));
  if (asks("body") && !screen.includes(t("appeal-body-found"))) {
    await browser.write(t("appeal-body-search-matter"), "gaz");
    await browser.write(t("appeal-body-search-place"), "Alagöz");
    return browser.press(t("appeal-body-search"));
  }
  if (asks("kind")) await browser.choose(t("appeal-kind-kind-option-filed-complaint"));
  if (asks("body")) await browser.choose("Alagöz etrap häkimligi");
  if (asks("about")) await browser.write(t("appeal-about-who"), "Otag 12");
  if (asks("text")) {
    await browser.write(t("appeal-text-subject"), "Gaz ýok");
    await browser.write(t("appeal-text-text"), "Obamyzda üç aý bäri gaz ýok.");
  }
  if (asks("whom")) await browser.choose(t("appeal-whom-whom-option-self"));
  if (asks("identity")) await browser.choose(t(`appeal-identity-identity-option-${identity}`));
  if (asks("warning")) await browser.choose(t("appeal-warning-understood"));
  if (asks("you")) {
    await browser.write(t("appeal-you-name"), "Nar Küýzeçi");
    await browser.write(t("appeal-you-address"), "Çeşme obasy");
  }
  await browser.press(t("appeal-next"));
}

async function dispute(browser: TextBrowser, t: Translate, address: string): Promise<void> {
  await browser.go(address);
  assert.match(await browser.screen(), /Gaz geçiriji bejerildi, gaz berildi\./);
  await browser.press(t("case-next-dispute"));
  await browser.choose(t("case-dispute-reason-option-not-done"));
  await browser.write(t("case-dispute-text"), "Gaz ýene-de ýok.");
  await browser.press(t("case-dispute-send"));
  assert.ok((await browser.screen()).includes(t("case-standing-disputed")));
}
