/** An official's queue with very many cases in the body: how long its pages take. */
import { randomBytes } from "node:crypto";
import { civilDateAt, yearMonthDayOf } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import { demoTimeZone } from "#demo/country/calendar.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { type Bench, type Measured, percentile, type Stage } from "../bench.ts";
import type { BenchCountry } from "../country/bench-country.ts";
import { Connection } from "../load/connection.ts";
import { getRequest } from "../load/load.ts";
import { insertManyCases } from "./many-cases-store.ts";

const sizes = {
  full: { appeals: 60, cases: 100_000, visits: 400, warmUp: 60 },
  tiny: { appeals: 12, cases: 200, visits: 20, warmUp: 0 },
} as const;
const district = "alagoz-etrap";
const districtNumber = 31;
/** What somebody at a desk looks at: each list, narrowed ones, and page after page of the long one. */
const views = [
  ...["", "?show=mine", "?show=unassigned", "?show=overdue", "?show=near", "?show=waiting", "?show=closed"],
  ...["?kind=filed-complaint", "?show=overdue&kind=filed-request"],
];
const pagesInARow = 6;

export const deskBench: Bench = {
  name: "desk",
  needsCountry: true,
  metrics: ["p95_ms"],
  async run(stage) {
    const { appeals } = sizes[stage.scale];
    return await stage.withCountry({ appeals }, (country) => measure(stage, country));
  },
};

async function measure(stage: Stage, country: BenchCountry): Promise<readonly Measured[]> {
  const { cases, visits, warmUp } = sizes[stage.scale];
  const [port] = country.portals;
  assert(port !== undefined, "there is a portal");
  stage.report(`filling the queue with ${cases} cases`);
  const now = Date.now();
  const today = civilDateAt(now, demoTimeZone);
  await insertManyCases(country.database.owner, {
    ...{ body: districtNumber, posts: ["gas-supply", "utilities"], count: cases, today, now, randomBytes },
    year: yearMonthDayOf(today).year,
  });
  const seed = demoSeedOf(country.configuration.keysFolder, () => {
    throw new Error("the demo has its seed");
  });
  const person = new Person(`http://127.0.0.1:${port}`);
  await signIn(person, demoSignIn(seed, `head-${district}`));
  const desk = new DeskVisits(await Connection.open(port), person.cookie);
  stage.report("turning the pages of the queue");
  for (let visit = 0; visit < warmUp; visit += 1) await desk.next();
  const times: number[] = [];
  for (let visit = 0; visit < visits; visit += 1) times.push(await desk.next());
  desk.close();
  return [
    { metric: "p50_ms", at: cases, value: percentile(times, 0.5), unit: "ms" },
    {
      metric: "p95_ms",
      at: cases,
      value: percentile(times, 0.95),
      unit: "ms",
      against: "goal: at most 50 ms",
    },
    { metric: "longest_ms", at: cases, value: Math.max(...times), unit: "ms" },
  ];
}

/** One official's browser: a list, some pages further in it, then the next list. */
class DeskVisits {
  readonly #connection: Connection;
  readonly #cookie: string;
  #view = 0;
  #turned = 0;
  #next: string | null = null;

  constructor(connection: Connection, cookie: string) {
    this.#connection = connection;
    this.#cookie = cookie;
  }

  /** Opens the next page; gives the milliseconds until it was whole. */
  async next(): Promise<number> {
    const path = this.#next ?? `/tk/desk${views[this.#view % views.length]}`;
    // Uncompressed, so that the link to the next page can be read off it; a browser's bytes cost the server as much.
    const request = getRequest(path, { Cookie: this.#cookie, "Accept-Encoding": "identity" });
    const begun = performance.now();
    const answer = await this.#connection.send(request);
    const took = performance.now() - begun;
    assert(answer.status === 200, `${path}: ${answer.status}`);
    const after = /href="(\/tk\/desk\?[^"]*after=[^"]+)"/.exec(answer.body.toString("utf8"))?.[1];
    this.#turned += 1;
    if (after !== undefined && this.#turned < pagesInARow) this.#next = after.replaceAll("&amp;", "&");
    else {
      this.#next = null;
      this.#turned = 0;
      this.#view += 1;
    }
    return took;
  }

  close(): void {
    this.#connection.close();
  }
}
