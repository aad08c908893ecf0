/** Questions on a terminal. A password is not shown while it is typed. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Questions } from "#government/identity/index.ts";
import type { Translate } from "#platform/language/texts.ts";

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Asks by lines, so that answers may also come from a file or a pipe. */
export function terminalQuestions(t: Translate, { input, output }: Streams): Questions & { close(): void } {
  let hidden = false;
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: output.isTTY === true });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (question: string, secret: boolean): Promise<string> => {
    output.write(`${question} `);
    hidden = secret;
    const { value, done } = await answers.next();
    hidden = false;
    if (secret) output.write("\n");
    return done === true ? "" : value;
  };
  return {
    number: () => ask(t("register-ask-number"), false),
    password: () => ask(t("register-ask-password"), true),
    code: (position) => ask(t("register-ask-code", { position: String(position) }), true),
    close: () => lines.close(),
  };
}
