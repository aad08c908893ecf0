/** The pictures of a filing: which there are, and what of those that the author chose stands in public. */
import { createHash } from "node:crypto";
import {
  type PublishedPicture,
  pictureTypes,
  type RedactionReason,
  type ShownPicture,
} from "#core/acts/published-appeal.ts";
import type { CaseView, FileCheck } from "#government/cases/index.ts";
import { withoutPictureMetadata } from "#platform/file-metadata/picture-metadata.ts";
import { readPart } from "#platform/record/part-store.ts";
import { fileNameOf } from "../citizen/case-act-pages.ts";
import type { AgreedText } from "./publication.ts";
import type { Queryable } from "./publication-store.ts";

/** A picture as its author and the desk see it. */
export interface FiledPicture {
  /** Name of its part in the act of the filing. */
  readonly part: string;
  readonly fileName: string;
  readonly byteLength: number;
  readonly check: FileCheck;
  /** Whether whoever looks at it here may fetch it: what waits to be looked at goes to its author alone. */
  readonly mayFetch: boolean;
}

/** A picture that the head keeps from everyone, and why. */
export interface HeldPicture {
  readonly part: string;
  readonly reason: RedactionReason;
}

/** The pictures of the filing that the viewer of the case may see, in their order. */
export function filedPictures({ acts }: Pick<CaseView, "acts">): readonly FiledPicture[] {
  const [filing] = acts;
  if (filing === undefined) return [];
  return filing.attachments.flatMap(({ name, mediaType, ...file }) =>
    pictureType(mediaType) === undefined
      ? []
      : [{ ...file, part: name, fileName: fileNameOf(filing, name) ?? name }],
  );
}

function pictureType(mediaType: string): ShownPicture["mediaType"] | undefined {
  return pictureTypes.find((each) => each === mediaType);
}

/** What stands in public of the pictures that were agreed to; one that was erased meanwhile is none any more. */
export async function publishedPictures(
  sql: Queryable,
  { acts, row }: Pick<CaseView, "acts" | "row">,
  { pictures }: AgreedText,
  held: readonly HeldPicture[],
): Promise<readonly PublishedPicture[]> {
  const published: PublishedPicture[] = [];
  for (const part of pictures) {
    const picture = await readPicture(sql, { acts, row }, part);
    if (picture === null) continue;
    const reason = held.find((each) => each.part === part)?.reason;
    published.push(reason === undefined ? picture.shown : { held: reason });
  }
  return published;
}

/** The bytes of a picture that was released; `null` when they are gone, or are not those that the record names. */
export async function releasedPicture(
  sql: Queryable,
  view: Pick<CaseView, "acts" | "row">,
  released: ShownPicture,
): Promise<Uint8Array | null> {
  const file = view.acts[0]?.attachments.find(({ name }) => name === released.part);
  if (file?.mayFetch !== true) return null;
  const picture = await readPicture(sql, view, released.part);
  return picture?.shown.sha256 === released.sha256 ? picture.bytes : null;
}

/**
 * A picture of the filing as everyone gets it. Pictures are cleaned of place and device before they are kept; should one have
 * come another way, it is cleaned here, and its digest is that of what is shown.
 */
async function readPicture(
  sql: Queryable,
  { acts, row }: Pick<CaseView, "acts" | "row">,
  name: string,
): Promise<{ readonly shown: ShownPicture; readonly bytes: Uint8Array } | null> {
  const actId = acts[0]?.actId;
  const part = actId === undefined ? null : await readPart(sql, { subject: row.tag, actId, name });
  const mediaType = pictureType(part?.mediaType ?? "");
  if (part === null || mediaType === undefined) return null;
  const bytes = withoutPictureMetadata(mediaType, part.bytes);
  if (bytes === null) return null;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { shown: { part: name, mediaType, byteLength: bytes.length, sha256 }, bytes };
}
