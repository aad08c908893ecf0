/**
 * Builds the offline page: one HTML file that works from a disk, without a network. Same sources, same bodies and the
 * same key give the same bytes, so its SHA-256 can be compared.
 */
import { canonicalJson } from "#core/record/canonical-json.ts";
import { intakeRecipientOf } from "#core/record/intake-recipient.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { buildPage, withPageData } from "#engines/one-file/build-page.ts";
import { acceptedFiles, attachmentBytesMax, attachmentsMax } from "#government/appeals/index.ts";
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

/**
 * The page of a country as its record states it; `null` while it could write to no body. Each body stands in it with the
 * recipient that the record names for it. A body that would write to the country's key is left out where that is not kept
 * here: nobody could open it. A key of a body's own that is not kept here is kept by the body (`register-unread.ts`).
 */
export function offlinePage(
  built: string,
  parameters: Parameters,
  to: { readonly addressees: readonly number[]; readonly opened: ReadonlySet<string> },
): string | null {
  const { subject, text, name, address, contact, about } = carriedForm.fields;
  const addressees = parameters.bodies.flatMap(({ number, name: names }) => {
    const recipient = to.addressees.includes(number) ? intakeRecipientOf(parameters, number) : null;
    if (recipient === null) return [];
    if (recipient === parameters.intakeRecipient && !to.opened.has(recipient)) return [];
    return [{ number, name: { tk: names.tk, ru: names.ru, en: names.en }, recipient }];
  });
  if (addressees.length === 0) return null;
  // Most bodies share a key, which is as long as a name.
  const keys = [...new Set(addressees.map(({ recipient }) => recipient))];
  const data = {
    origin: parameters.origin,
    keys,
    bodies: addressees.map(({ recipient, ...body }) => ({ ...body, key: keys.indexOf(recipient) })),
    limits: {
      subject: subject.charactersMax,
      text: text.charactersMax,
      name: name.charactersMax,
      address: address.charactersMax,
      contact: contact.charactersMax,
      about: about.charactersMax,
    },
    files: { count: attachmentsMax, bytes: attachmentBytesMax, endings: acceptedFiles.split(",") },
  };
  return withPageData(built, canonicalJson(data));
}
