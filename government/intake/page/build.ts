/**
 * Builds the offline page: one HTML file that works from a disk, without a network. Same sources, same bodies and the
 * same key give the same bytes, so its SHA-256 can be compared.
 */
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { buildPage, withPageData } from "#engines/one-file/build-page.ts";
import { carriedForm } from "../intake-forms.ts";
import { offlineMain, offlineStyle } from "./offline-pages.ts";

/** What the whole page may weigh: it is copied from phone to phone. */
export const offlinePageBytesMax = 200 * 1024;

/** The page without a country: the same everywhere. */
export async function buildOfflinePage(): Promise<string> {
  const { html } = await buildPage({
    script: "government/intake/page/browser/main.ts",
    browsers: "windows-7",
    licences: ["age", "noble"],
    style: offlineStyle,
    main: offlineMain,
    hasData: true,
  });
  return html;
}

/** The page of a country as its record states it; `null` while no key of intake is named there. */
export function offlinePage(
  built: string,
  parameters: Parameters,
  takesAppeals: (body: number) => boolean,
): string | null {
  const { origin, intakeRecipient: recipient, bodies } = parameters;
  if (recipient === undefined) return null;
  const { subject, text, name, address, contact } = carriedForm.fields;
  const data = {
    origin,
    recipient,
    bodies: bodies
      .filter(({ number }) => takesAppeals(number))
      .map(({ number, name: names }) => ({ number, name: { tk: names.tk, ru: names.ru, en: names.en } })),
    limits: {
      subject: subject.charactersMax,
      text: text.charactersMax,
      name: name.charactersMax,
      address: address.charactersMax,
      contact: contact.charactersMax,
    },
  };
  return withPageData(built, canonicalJson(data));
}
