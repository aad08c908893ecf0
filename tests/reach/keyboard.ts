/** Somebody without a mouse: Tab, Space, Enter, arrows and letters, and eyes that look where the focus is. */

import type { Page } from "playwright-core";
import { assert } from "#core/result.ts";

/** More than any page has. */
const stopsMax = 250;
/** Options of one question. */
const optionsMax = 60;
/** What can be seen of an outline, in CSS pixels. */
const outlineMin = 2;

export interface Keyboard {
  /** Goes to something and presses Enter, which leads to another page. */
  press(selector: string): Promise<void>;
  /** Goes to a mark and presses Space. */
  mark(selector: string): Promise<void>;
  /** Goes to a question and with the arrows to one of its options: marks or a list. */
  choose(name: string, value: string): Promise<void>;
  /** Goes to a field and writes. */
  write(selector: string, text: string): Promise<void>;
  /** At how many stops the focus has been looked at. */
  stops(): number;
}

/** What stands in the focus, as an eye sees it. */
interface Focus {
  readonly matches: boolean;
  readonly isNowhere: boolean;
  readonly isSeen: boolean;
  readonly what: string;
}

/** A keyboard before a page. */
export function keyboardOf(page: Page): Keyboard {
  let looked = 0;
  const goTo = async (selector: string): Promise<void> => {
    for (let stops = 0; stops < stopsMax; stops += 1) {
      const focus = await focusOf(page, selector);
      if (!focus.isNowhere) {
        looked += 1;
        assert(focus.isSeen, `the focus can be seen at ${page.url()}: ${focus.what}`);
      }
      if (focus.matches) return;
      await page.keyboard.press("Tab");
    }
    assert(false, `Tab leads to ${selector} at ${page.url()}`);
  };
  return {
    stops: () => looked,
    press: async (selector) => {
      await goTo(selector);
      await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    },
    mark: async (selector) => {
      await goTo(selector);
      await page.keyboard.press("Space");
      assert(await page.locator(selector).isChecked(), `Space marks ${selector}`);
    },
    choose: async (name, value) => {
      const list = `select[name="${name}"]`;
      const isList = (await page.locator(list).count()) > 0;
      // Of marks that belong together Tab stops at one.
      await goTo(isList ? list : `input[type="radio"][name="${name}"]`);
      const wanted = `input[name="${name}"][value="${value}"]`;
      if (!isList && !(await page.locator(wanted).isChecked())) await page.keyboard.press("Space");
      const isThere = async () =>
        isList ? (await page.locator(list).inputValue()) === value : await page.locator(wanted).isChecked();
      for (let options = 0; options < optionsMax && !(await isThere()); options += 1) {
        await page.keyboard.press("ArrowDown");
      }
      assert(await isThere(), `arrows lead to ${value} of ${name}`);
    },
    write: async (selector, text) => {
      await goTo(selector);
      await page.keyboard.type(text);
    },
  };
}

/** Asked from outside: the page itself can run nothing. */
async function focusOf(page: Page, selector: string): Promise<Focus> {
  const seen: unknown = await page.evaluate(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    // A link that goes on in the next line begins at the end of this one.
    const first = at.getClientRects()[0] ?? box;
    const above = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
    return {
      matches: at.matches(${JSON.stringify(selector)}),
      isNowhere: at === document.body || at === document.documentElement,
      isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= ${outlineMin} &&
        box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth &&
        above !== null && (at.contains(above) || above.contains(at)),
      what: at.outerHTML.slice(0, 120) + " " + style.outline + " " + JSON.stringify(box),
    };
  })()`);
  assert(isFocus(seen), "the focus was looked at");
  return seen;
}

function isFocus(value: unknown): value is Focus {
  return typeof value === "object" && value !== null && "matches" in value && "isSeen" in value;
}
