import { TestLog } from "./test-log.ts";
import { at, day } from "./test-parameters.ts";

/** Two cases lived through well, one of them answered with a published reply: 11 entries under 4 checkpoints. */
export function goodLog(): TestLog {
  const log = new TestLog();
  log.publish(at("2026-01-01", "09:01"));
  log.act({ kind: "filed-complaint", body: 2, about: "gas", time: at("2026-03-02"), due: day("2026-03-24") });
  log.publish(at("2026-03-02", "09:01"));
  log.act({
    kind: "filed-suggestion",
    body: 3,
    about: "road",
    time: at("2026-03-03"),
    due: day("2026-04-15"),
  });
  log.act({ kind: "assigned", body: 2, about: "gas", time: at("2026-03-03"), due: day("2026-03-24") });
  log.publish(at("2026-03-03", "09:01"));
  log.act({
    kind: "answered",
    body: 2,
    about: "gas",
    time: at("2026-03-20"),
    parts: { public: '{"outcome":"satisfied"}', text: "The pipe is mended." },
    publishes: ["public"],
  });
  log.publish(at("2026-03-20", "09:01"));
  return log;
}

/** Index of the answer in `goodLog`. */
export const answerIndex = 10;

/** The same log up to its second checkpoint, and another past after it: what a lying log would show to somebody else. */
export function forkedLog(acts = 4): TestLog {
  const log = new TestLog();
  log.publish(at("2026-01-01", "09:01"));
  for (let count = 0; count < acts; count += 1) {
    const time = at("2026-03-02");
    log.act({ kind: "filed-complaint", body: 2, about: `other ${count}`, time, due: day("2026-03-24") });
  }
  log.publish(at("2026-03-20", "09:01"));
  return log;
}

/** A log of many entries in several tiles: a complaint and its answer, again and again. */
export function longLog(cases: number): TestLog {
  const log = new TestLog();
  for (let count = 0; count < cases; count += 1) {
    const about = `case ${count}`;
    log.act({ kind: "filed-complaint", body: 2, about, time: at("2026-03-02"), due: day("2026-03-24") });
  }
  log.publish(at("2026-03-02", "09:01"));
  for (let count = 0; count < cases; count += 1) {
    log.act({ kind: "answered", body: 2, about: `case ${count}`, time: at("2026-03-10") });
  }
  log.publish(at("2026-03-10", "09:01"));
  return log;
}
