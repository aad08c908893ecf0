import type { ThrottleRule } from "#platform/session/throttle-store.ts";

/** Every limit of this slice, with its unit. */

/** A request that is not confirmed is forgotten after this. Longer than a delayed mail of a sealed case needs. */
export const confirmationLifetimeMs = 3 * 24 * 3_600_000;
/** Addresses of one case, unconfirmed ones included. */
export const followersMax = 5;
/** Addresses of one signature under somebody else's appeal, unconfirmed ones included. */
export const signerAddressesMax = 2;
/** Addresses of feeds of one case. */
export const feedsMax = 5;
/** A mail of a sealed or nameless case goes at a random moment of this span (record.md section 1). */
export const sealedDelayMinMs = 1 * 3_600_000;
export const sealedDelayMaxMs = 6 * 3_600_000;
/** Acts that are looked at in one transaction. */
export const actsPerStepMax = 256;
/** Followers that are forgotten in one transaction. */
export const forgottenPerStepMax = 256;

const dayMs = 24 * 3_600_000;

/** Mails that ask for a confirmation can be a nuisance to whoever did not ask for them. */
export const requestsFromNetwork: ThrottleRule = {
  name: "notices.network",
  attemptsMax: 20,
  windowMs: 3_600_000,
};
export const requestsOfSignature: ThrottleRule = {
  name: "notices.signature",
  attemptsMax: 4,
  windowMs: dayMs,
};
export const requestsOfCase: ThrottleRule = { name: "notices.case", attemptsMax: 8, windowMs: dayMs };
export const mailsToAddress: ThrottleRule = { name: "notices.address", attemptsMax: 3, windowMs: dayMs };

/** When a mail may go: at once, or for a sealed case after one to six hours, uniformly at random. */
export function noticeSendAt(
  now: number,
  isSealed: boolean,
  randomBytes: (length: number) => Uint8Array,
): number {
  if (!isSealed) return now;
  const random = randomBytes(6).reduce((value, byte) => value * 256 + byte, 0);
  const span = sealedDelayMaxMs - sealedDelayMinMs;
  return now + sealedDelayMinMs + Math.floor((random / 2 ** 48) * (span + 1));
}
