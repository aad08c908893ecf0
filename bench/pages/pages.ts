/** Pages: how many a second against a bare server that sends the same bytes, and what they weigh on the line. */

import { assert } from "#core/result.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { agreeToPublic, releaseToPublic, sentPictures } from "#tests/pages/published-sample.ts";
import { sendAppeal, writeAppeal } from "#tests/pages/written-appeal.ts";
import { type Bench, byTurns, type Measured, type Stage } from "../bench.ts";
import type { BenchCountry } from "../country/bench-country.ts";
import { getRequest, type Load, openLoad } from "../load/load.ts";
import { measureBytes } from "./bytes.ts";
import { answerOf, startPeer } from "./peer.ts";

const sizes = {
  full: { appeals: 150, rounds: 5, seconds: 2, clients: 32 },
  tiny: { appeals: 12, rounds: 1, seconds: 0.2, clients: 4 },
} as const;
const peerName = "a bare node:http server that sends the same bytes";
const district = "alagoz-etrap";

interface MeasuredPage {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
}

export const pagesBench: Bench = {
  name: "pages",
  needsCountry: true,
  metrics: ["public_cached_ratio", "first_visit_bytes_max", "later_bytes_max", "appeal_total_bytes"],
  async run(stage) {
    const { appeals } = sizes[stage.scale];
    const speeds = await stage.withCountry({ appeals }, (country) => measureSpeeds(stage, country));
    return [...speeds, ...(await measureBytes(stage.scale, stage.report))];
  },
};

async function measureSpeeds(stage: Stage, country: BenchCountry): Promise<readonly Measured[]> {
  const [port] = country.portals;
  assert(port !== undefined, "there is a portal");
  stage.report("publishing an appeal");
  const { published, deskCookie } = await publishAppeal(country, `http://127.0.0.1:${port}`);
  const pages: readonly MeasuredPage[] = [
    { name: "home", path: "/tk/" },
    { name: "public_appeal", path: `/tk/appeals/${published}` },
    { name: "desk", path: "/tk/desk", cookie: deskCookie },
  ];
  const load = openLoad();
  const figures: Measured[] = [];
  const ratios: number[] = [];
  try {
    for (const page of pages) {
      stage.report(`${page.name} page and bare server by turns`);
      const measured = await measurePage(stage, load, port, page);
      if (page.cookie === undefined) ratios.push(measured.ratio);
      figures.push(
        { metric: `${page.name}_per_s`, value: measured.ours, unit: "pages/s", against: peerName },
        { metric: `${page.name}_bare_per_s`, value: measured.peer, unit: "pages/s" },
        { metric: `${page.name}_ratio`, value: measured.ratio, unit: "ratio", against: peerName },
      );
    }
  } finally {
    await load.close();
  }
  const against = `${peerName}; the slower of home page and public appeal; goal: at least 0.6`;
  return [{ metric: "public_cached_ratio", value: Math.min(...ratios), unit: "ratio", against }, ...figures];
}

async function measurePage(stage: Stage, load: Load, port: number, { path, cookie }: MeasuredPage) {
  const { rounds, seconds, clients } = sizes[stage.scale];
  const peer = await startPeer([await answerOf(port, path, cookie)]);
  const requests = [getRequest(path, cookie === undefined ? {} : { Cookie: cookie })];
  const perSecond = async (at: number): Promise<number> => {
    const outcome = await load.run({ port: at, clients, seconds, requests, status: 200, kept: null });
    return outcome.answers / outcome.seconds;
  };
  try {
    // Both are warm before the first round.
    for (const at of [port, peer.port]) await perSecond(at);
    return await byTurns(
      rounds,
      () => perSecond(port),
      () => perSecond(peer.port),
    );
  } finally {
    await peer.close();
  }
}

/** A citizen files and agrees, a head releases: through the forms, as people do. */
async function publishAppeal(country: BenchCountry, origin: string) {
  const seed = demoSeedOf(country.configuration.keysFolder, () => {
    throw new Error("the demo has its seed");
  });
  const [citizen, head] = [new Person(origin), new Person(origin)];
  await signIn(citizen, demoSignIn(seed, "citizen"));
  await signIn(head, demoSignIn(seed, `head-${district}`));
  await writeAppeal(citizen, { identity: "shown", proof: "at-once", pictures: sentPictures });
  const number = await sendAppeal(citizen);
  await agreeToPublic(citizen, number);
  return { published: await releaseToPublic(head, number), deskCookie: head.cookie };
}
