/** Whether the pieces of a country fit together: what no reader of one field can see. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Fault } from "#core/strict-json.ts";
import { bodyTree } from "#government/bodies/index.ts";
import { bodiesOf } from "./country-bodies.ts";
import type { Country } from "./country-file.ts";

export interface Surroundings {
  /** First part of the logs' names as this installation is configured. */
  readonly logOrigin: string;
  readonly today: CivilDate;
}

/** Every fault between the pieces, by path; none when the country can be founded. The witness policy is judged apart. */
export function faultsOf(country: Country, surroundings: Surroundings): readonly Fault[] {
  return [...faultsOfWhole(country, surroundings), ...faultsOfBodies(country), ...faultsOfPeople(country)];
}

function faultsOfWhole(country: Country, { logOrigin, today }: Surroundings): readonly Fault[] {
  const faults: Fault[] = [];
  const cabinet = country.bodies.find(({ number }) => number === country.cabinet);
  if (cabinet === undefined || cabinet.parent !== null) {
    faults.push({ path: "cabinet", expected: "the number of a body of this file that has no parent" });
  }
  if (country.logOrigin !== logOrigin) {
    faults.push({
      path: "logOrigin",
      expected: `${logOrigin}, as this installation is configured: set AYDYN_LOG_ORIGIN=${country.logOrigin} or correct the file`,
    });
  }
  if (country.rules.validFrom > today) {
    faults.push({ path: "rules.validFrom", expected: "a day that has come: the first rules hold at once" });
  }
  return faults;
}

function faultsOfBodies(country: Country): readonly Fault[] {
  const faults: Fault[] = [];
  const numbers = new Set<BodyNumber>();
  const slugs = new Set<string>();
  const known = new Set(country.bodies.map(({ number }) => number));
  const placed = bodyTree(bodiesOf(country, () => "")).byNumber;
  for (const [at, { number, slug, parent }] of country.bodies.entries()) {
    const path = `bodies[${at}]`;
    if (numbers.has(number)) faults.push({ path: `${path}.number`, expected: "a number of its own" });
    if (slugs.has(slug)) faults.push({ path: `${path}.slug`, expected: "a slug of its own" });
    numbers.add(number);
    slugs.add(slug);
    if (parent !== null && !known.has(parent)) {
      faults.push({ path: `${path}.parent`, expected: "the number of a body of this file, or null" });
    } else if (!placed.has(number) && !faults.some((fault) => fault.path.endsWith(".parent"))) {
      faults.push({ path: `${path}.parent`, expected: "a body that is not itself below this one" });
    }
  }
  return faults;
}

/** Two people give a third an office (the database demands it): so the first ones name each other. */
function faultsOfPeople(country: Country): readonly Fault[] {
  const { people } = country;
  const keys = new Set(people.map(({ key }) => key));
  return people.flatMap((person, at) => {
    const path = `people[${at}]`;
    const isRepeated = people.findIndex(({ key }) => key === person.key) !== at;
    return [
      ...(isRepeated ? [{ path: `${path}.key`, expected: "a key of its own" }] : []),
      ...person.offices.flatMap((office, place) =>
        faultsOfOffice(country, { person, office, path: `${path}.offices[${place}]`, keys }),
      ),
    ];
  });
}

interface OfficeInFile {
  readonly person: Country["people"][number];
  readonly office: Country["people"][number]["offices"][number];
  readonly path: string;
  readonly keys: ReadonlySet<string>;
}

function faultsOfOffice(country: Country, { person, office, path, keys }: OfficeInFile): readonly Fault[] {
  const faults: Fault[] = [];
  const body = country.bodies.find(({ number }) => number === office.body);
  if (body === undefined) {
    faults.push({ path: `${path}.body`, expected: "the number of a body of this file" });
  } else if (!body.posts.some((post) => post.slug === office.post)) {
    const posts = body.posts.map((post) => post.slug).join(", ");
    faults.push({ path: `${path}.post`, expected: `a post of that body: ${posts}` });
  }
  for (const by of ["grantedBy", "approvedBy"] as const) {
    if (!keys.has(office[by]) || office[by] === person.key) {
      faults.push({ path: `${path}.${by}`, expected: "the key of another person of this file" });
    }
  }
  if (office.grantedBy === office.approvedBy) {
    faults.push({ path: `${path}.approvedBy`, expected: "somebody else than who grants it" });
  }
  return faults;
}
