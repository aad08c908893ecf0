/** What was typed after `aydyn intake-key`. */
import { parseArgs } from "node:util";
import { type Language, languages } from "#platform/language/language.ts";

export const intakeKeyUsage = `aydyn intake-key list
aydyn intake-key change (--body NAME | --country) [--recipient age1…]
aydyn intake-key print RECIPIENT FILE.pdf
aydyn intake-key restore FILE

The keys to which the page for writing without a line encrypts what is meant for a body. Runs where the portal runs, with
its settings (AYDYN_DATA, DATABASE_URL). Says everything in Turkmen unless --language ru or en is given.

  list      which key each body has by the record, and whether it is kept here
  change    draws a new key, keeps it beside the older ones and names it in public. With --recipient it names a key that
            the body keeps elsewhere: files for it are registered here unread. The head of the body, or of one above it,
            signs in; for --country the head of the cabinet
  print     writes a backup on paper of a key that is kept here: print it, put it into a safe, delete the file
  restore   keeps a key again that stands in a file ("-": what is piped in), as a sheet or a QR code gives it

Exit codes: 0 done; 1 not accepted; 2 the command was not understood.`;

export type IntakeKeyRequest = { readonly language: Language } & (
  | { readonly verb: "list" }
  | {
      readonly verb: "change";
      /** The body's word in addresses; `null` for the country's key. */
      readonly body: string | null;
      /** A key that is kept elsewhere; `null`: one is drawn. */
      readonly recipient: string | null;
    }
  | { readonly verb: "print"; readonly recipient: string; readonly file: string }
  | { readonly verb: "restore"; readonly file: string }
);

/** Reads the words; `null` when they are no such command. */
export function readIntakeKeyWords(words: readonly string[]): IntakeKeyRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        body: { type: "string" },
        country: { type: "boolean", default: false },
        recipient: { type: "string" },
        language: { type: "string", default: "tk" },
      },
    });
    const language = languages.find((each) => each === values.language);
    if (language === undefined) return null;
    const [verb, one, two, ...more] = positionals;
    if (more.length > 0) return null;
    if (verb === "list" && one === undefined) return { verb, language };
    if (verb === "print" && one !== undefined && two !== undefined)
      return { verb, language, recipient: one, file: two };
    if (verb === "restore" && one !== undefined && two === undefined) return { verb, language, file: one };
    const isForOne = values.country !== (values.body !== undefined);
    return verb === "change" && one === undefined && isForOne
      ? { verb, language, body: values.body ?? null, recipient: values.recipient ?? null }
      : null;
  } catch {
    // parseArgs throws for options that it does not know; the usage says which there are.
    return null;
  }
}
