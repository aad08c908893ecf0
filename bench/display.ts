/** The progress display: which bench of how many, what it is doing, and for how long. A line on a screen, lines in a file. */

const redrawEveryMs = 1_000;
const columnsDefault = 100;

export class BenchDisplay {
  readonly #stream: NodeJS.WriteStream;
  readonly #of: number;
  readonly #begunAt = performance.now();
  #bench = "";
  #number = 0;
  #what = "";
  #timer: NodeJS.Timeout | null = null;

  constructor(stream: NodeJS.WriteStream, of: number) {
    this.#stream = stream;
    this.#of = of;
    if (stream.isTTY) {
      this.#timer = setInterval(() => this.#draw(), redrawEveryMs);
      this.#timer.unref();
    }
  }

  begin(bench: string): void {
    this.#number += 1;
    this.#bench = bench;
    this.report("beginning");
  }

  report(what: string): void {
    this.#what = what;
    if (this.#stream.isTTY) this.#draw();
    else this.#stream.write(`${this.#line()}\n`);
  }

  /** Takes the line away, for figures to be printed. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.clear();
  }

  #draw(): void {
    const columns = this.#stream.columns ?? columnsDefault;
    this.#stream.write(`\r\u001b[K${this.#line().slice(0, columns - 1)}`);
  }

  #line(): string {
    const done = `${"#".repeat(this.#number - 1)}>${".".repeat(this.#of - this.#number)}`;
    const seconds = Math.round((performance.now() - this.#begunAt) / 1_000);
    return `[${done}] ${this.#number} of ${this.#of}  ${this.#bench}: ${this.#what}  (${seconds} s)`;
  }
}
