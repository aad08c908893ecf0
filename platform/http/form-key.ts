/**
 * The key that makes a form one act however often it is sent. The server draws it when it shows the form, and knows it
 * again: a key that a client made up, or that has outlived the stored outcomes, is refused, so that a form found open
 * after two days cannot file a second time.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { concatBytes } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { formKeyLifetimeMs } from "./limits.ts";

/** 32 characters of base64url: 4 bytes minute, 12 random, 8 tag. */
export type FormKey = string & { readonly __brand: "FormKey" };

export type FormKeyProblem = "not-drawn-here" | "expired";

const minuteMs = 60_000;
const randomLength = 12;
const tagLength = 8;
const keyPattern = /^[A-Za-z0-9_-]{32}$/;

export interface FormKeys {
  /** A new key, for a form that is about to be shown. */
  draw(): FormKey;
  /** The key out of a posted form. */
  read(text: string | undefined): Result<FormKey, FormKeyProblem>;
}

function minuteBytes(instant: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, Math.floor(instant / minuteMs));
  return bytes;
}

/** Draws and knows again the keys of forms. `serverKey` is 32 secret bytes; the tag is HMAC-SHA-256, cut to 64 bits. */
export function formKeys(options: {
  readonly serverKey: Uint8Array;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
}): FormKeys {
  const tag = (body: Uint8Array) =>
    createHmac("sha256", options.serverKey).update("form-key\n").update(body).digest().subarray(0, tagLength);
  return {
    draw() {
      const body = concatBytes(minuteBytes(options.now()), options.randomBytes(randomLength));
      return Buffer.from(concatBytes(body, tag(body))).toString("base64url") as FormKey;
    },
    read(text) {
      if (text === undefined || !keyPattern.test(text)) return refused("not-drawn-here");
      const bytes = Buffer.from(text, "base64url");
      const body = bytes.subarray(0, 4 + randomLength);
      if (!timingSafeEqual(bytes.subarray(4 + randomLength), tag(body))) return refused("not-drawn-here");
      const drawnAt = body.readUInt32BE(0) * minuteMs;
      // The minute is rounded down, and kept outcomes outlive the key by a minute.
      return options.now() - drawnAt > formKeyLifetimeMs ? refused("expired") : ok(text as FormKey);
    },
  };
}
