/** The largest public pages of a country of 33 bodies, as they come over the line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { bodiesOfDemoCountry } from "#demo/country/demo-bodies.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import { bodiesRoutes } from "#government/bodies/routes.ts";
import { type Answer, shown } from "#platform/http/answer.ts";
import { buildServer } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { languages } from "#platform/language/language.ts";
import { bytesOnTheWire } from "#tests/wire/wire.ts";
import type { AppealFigures, CountryFigures } from "./figures.ts";
import type { OverdueRow } from "./figures-store.ts";
import type { Overturned } from "./overturned.ts";
import { homePage, waitingPage } from "./public-pages.ts";
import { bodyAnswering, bodyFigures, statisticsPage } from "./public-statistics-pages.ts";

const pageBytesMax = 6_144;
const asOf = civilDate(2026, 11, 24);
const bodies = bodiesOfDemoCountry(() => "key");
const tree: BodyTree = {
  all: bodies,
  byNumber: new Map(bodies.map((body) => [body.number, body])),
  bySlug: new Map(bodies.map((body) => [body.slug, body])),
  children: new Map([[null, bodies]]),
  overseers: [],
};

/** Numbers that differ from body to body and from month to month, so that nothing is compressed away. */
function figuresOf(seed: number): AppealFigures {
  const drawn = (at: number, below: number) => (seed * 7919 + at * 104_729) % below;
  const months = Array.from({ length: 12 }, (_, at) => ({
    month: `2026-${String(at + 1).padStart(2, "0")}`,
    inTime: drawn(at, 97),
    late: drawn(at + 12, 23),
    openOverdue: drawn(at + 24, 11),
  }));
  const sum = (of: (month: (typeof months)[number]) => number) =>
    months.reduce((all, month) => all + of(month), 0);
  const counts = {
    inTime: sum((one) => one.inTime),
    late: sum((one) => one.late),
    openOverdue: sum((one) => one.openOverdue),
  };
  const otherwiseInTime = drawn(40, 60);
  const judged = counts.inTime + counts.late + counts.openOverdue + otherwiseInTime;
  return {
    ...{ ...counts, judged, otherwiseInTime, months },
    ...{
      filed: judged,
      receivedByForwarding: 3,
      received: judged + 3,
      forwarded: 4,
      forwardedAgain: 1,
      extended: 5,
    },
    ...{ clarificationsAsked: 6, disputed: 7, answered: 8, refused: 9, explained: 10, terminated: 11 },
    ...{ merged: 0, withdrawn: 0, headlinePermille: Math.floor((1000 * counts.inTime) / judged), open: 12 },
    ...{ oldestOverdueWorkingDays: 200, oldestOverdueCalendarDays: 280, holdingsEnded: judged },
    ...{ daysHeldMedian: drawn(50, 14), daysHeldPercentile90: drawn(51, 40) },
  };
}

const overdue: readonly OverdueRow[] = Array.from({ length: 25 }, (_, at) => ({
  tag: new Uint8Array(16),
  filingKind: at % 2 === 0 ? "filed-complaint" : "filed-application",
  filedDay: civilDate(2026, (at % 9) + 1, ((at * 7) % 27) + 1),
  due: civilDate(2026, (at % 9) + 1, ((at * 5) % 27) + 1),
  charged: bodies[at]?.number ?? 1,
  holder: bodies[(at * 3) % bodies.length]?.number ?? 1,
  disputed: at % 3 === 0,
  workingDays: 250 - at * 3,
  index: 137 * at + 11,
}));
const figures: CountryFigures = {
  asOf,
  from: civilDate(2025, 12, 1),
  all: figuresOf(0),
  bodies: new Map(bodies.map(({ number }) => [number, figuresOf(number)])),
  overdue,
};

const overturned: Overturned = {
  from: civilDate(2025, 10, 1),
  until: civilDate(2026, 9, 30),
  all: 123,
  ofBody: (body) => (body % 3 === 0 ? null : 5 + (body % 17)),
};

async function slotsOf({ t }: Visit, body: Body) {
  const counts = figuresOf(body.number);
  return {
    first: bodyAnswering(t, body, counts, overturned),
    last: bodyFigures(t, { body, tree, figures, counts, overturned, longest: overdue.slice(0, 5) }),
  };
}

test("the largest public pages stay below 6 KiB on the line, headers included, in each language", async () => {
  const server = await buildServer({
    origin: "http://localhost",
    serverKey: new Uint8Array(32),
    now: () => 0,
    randomBytes: (length) => new Uint8Array(length),
    log: null,
    surroundings: async () => ({
      fingerprint: "1234 5678 9012",
      signedIn: null,
      stateName: "Oguzabat",
      isDemo: true,
    }),
  });
  const page = (path: string, content: (visit: Visit) => Parameters<typeof shown>[0]) =>
    server.get(
      path,
      async (visit): Promise<Answer> => shown(content(visit), { caching: { publicSeconds: 5 } }),
    );
  const mirror = "http://localhost/log/executive/";
  page("/", ({ t }) => homePage(t, { figures, overturned }));
  page("/statistics", ({ t }) => statisticsPage(t, { figures, overturned, tree, mirror }));
  page("/waiting", ({ t }) =>
    waitingPage(t, { tree, body: null, asOf, count: 97, rows: overdue, page: 2, pages: 4 }),
  );
  bodiesRoutes(server, { tree: async () => tree, slots: slotsOf });
  const origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
  try {
    for (const language of languages) {
      for (const path of ["/", "/statistics", "/waiting", "/bodies/energetika"]) {
        const { status, bytes } = await bytesOnTheWire({ origin, path: `/${language}${path}` });
        assert.equal(status, 200, path);
        assert.ok(bytes <= pageBytesMax, `${language}${path}: ${bytes} bytes`);
      }
    }
  } finally {
    await server.fastify.close();
  }
});
