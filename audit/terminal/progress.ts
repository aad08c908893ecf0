import type { Terminal } from "./terminal.ts";

/** Shows how far a long piece of work is: a bar on a screen, a line every few seconds in a log file. */
export interface Progress {
  /** `done` of `total` pieces; shown at most a few times a second. */
  at(done: number, total: number): void;
  /** Clears the bar. */
  end(): void;
}

const redrawMsMin = 100;
const lineMsMin = 5_000;
const barWidth = 30;

/** Progress of one piece of work, named in a few words such as "Reading entries". */
export function progressOn(terminal: Terminal, what: string, now: () => number): Progress {
  const pauseMs = terminal.interactive ? redrawMsMin : lineMsMin;
  let shownAt = now();
  let drawn = false;
  return {
    at(done, total) {
      const at = now();
      if (at - shownAt < pauseMs) return;
      shownAt = at;
      if (terminal.interactive) {
        terminal.redraw(progressBar(what, done, total).slice(0, terminal.columns - 1));
        drawn = true;
      } else {
        terminal.note(`${what}: ${grouped(done)} of ${grouped(total)} (${percentage(done, total)} %)`);
      }
    },
    end() {
      if (drawn) terminal.redraw("");
      drawn = false;
    },
  };
}

/** For work that nobody watches. */
export const silentProgress: Progress = { at: () => undefined, end: () => undefined };

function progressBar(what: string, done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.floor((Math.min(done, total) / total) * barWidth);
  const bar = "#".repeat(filled) + ".".repeat(barWidth - filled);
  return `${what} [${bar}] ${percentage(done, total)} %  ${grouped(done)} of ${grouped(total)}`;
}

function percentage(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((Math.min(done, total) / total) * 100);
}

/** A whole number with its digits in groups of three: 1234567 -> "1 234 567". */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(?:\d{3})+$)/g, " ");
}
