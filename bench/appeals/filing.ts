import { postRequest } from "../load/load.ts";
import { marks } from "../load/round.ts";

const district = "alagoz-etrap";
/** A case's number in an answer. */
export const numberPattern = "\\d{2}-\\d{4}-\\d{4}-\\d";
export const filedStatus = 201;

/** One appeal as a program files it: a complaint with its author's name, some lines long. */
export function filingRequest(): string {
  const filing = {
    kind: "filed-complaint",
    body: district,
    language: "tk",
    subject: "Gaz ýok",
    text: "Obamyzda üç aý bäri gaz ýok. Haçan beriljek? ".repeat(8),
    identity: { name: "Nusga Nusgaýewa", address: "Çeşme obasy, 4", contact: "" },
    identityShown: true,
  };
  const headers = {
    "Content-Type": "application/json",
    "Idempotency-Key": marks.uuid,
    "X-Forwarded-For": marks.network,
  };
  return postRequest("/api/v1/appeals", headers, JSON.stringify(filing));
}
