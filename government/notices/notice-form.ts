import { defineForm } from "#platform/form/form.ts";
import { mailAddressBytesMax } from "#platform/mail/mail-address.ts";

/** The one thing that is asked: where the mails should go. */
export const noticeAddressForm = defineForm("notice-address", {
  address: { kind: "text", required: true, charactersMax: mailAddressBytesMax, inputMode: "email" },
});

/** For whoever has signed somebody else's appeal: which signature, and where the mails should go. */
export const signerNoticeForm = defineForm("notice-signer", {
  number: { kind: "text", required: true, charactersMax: 30, inputMode: "numeric", width: "half" },
  signatureCode: { kind: "text", required: true, charactersMax: 30, width: "half" },
  address: { kind: "text", required: true, charactersMax: mailAddressBytesMax, inputMode: "email" },
});

/** Names of hidden fields: which address, which feed. */
export const followerField = "follower";
export const feedField = "feed";
