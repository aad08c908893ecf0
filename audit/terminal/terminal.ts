/** What a command may do to the screen. Tests pass one that remembers. */
export interface Terminal {
  /** One line of the answer (standard output). */
  say(line: string): void;
  /** One line about the work itself: progress, problems (standard error). */
  note(line: string): void;
  /** Replaces the progress line on a screen that can; never called when `interactive` is false. */
  redraw(line: string): void;
  /** Whether standard error is a screen on which a line can be redrawn. */
  readonly interactive: boolean;
  readonly columns: number;
}

const columnsDefault = 100;

/** The terminal of this process. */
export function processTerminal(streams: {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}): Terminal {
  const interactive = streams.stderr.isTTY === true;
  return {
    say: (line) => void streams.stdout.write(`${line}\n`),
    note: (line) => void streams.stderr.write(`${interactive ? "\r\u001b[K" : ""}${line}\n`),
    redraw: (line) => void streams.stderr.write(`\r\u001b[K${line}`),
    interactive,
    columns: streams.stderr.columns ?? columnsDefault,
  };
}

/**
 * A text from outside, made harmless for a screen: control characters, which could move the cursor or recolour a
 * verdict, and marks that turn the direction of writing are shown as "?".
 */
export function printable(text: string, lengthMax = 2_000): string {
  const harmless = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === "\n" ? "\n" : "?",
  );
  return harmless.length > lengthMax ? `${harmless.slice(0, lengthMax)}…` : harmless;
}
