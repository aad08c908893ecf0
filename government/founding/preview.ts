/** What an operator reads before a record begins: everything that will be entered, in words. English. */
import { civilDateText } from "#core/clock/civil-date.ts";
import { bodyTree, depthOf } from "#government/bodies/index.ts";
import { bodiesOf } from "./country-bodies.ts";
import type { Country } from "./country-file.ts";

/** Lines for the terminal. Names of people stand in them: they are for whoever founds the country alone. */
export function previewLines(country: Country): readonly string[] {
  return [
    `Country: ${country.name.en} (${country.name.tk}, ${country.name.ru})`,
    `Log:     ${country.logOrigin}/executive. This name is for ever.`,
    `Time:    ${country.timeZone}`,
    "",
    ...bodyLines(country),
    "",
    ...ruleLines(country),
    "",
    ...emergencyLines(country),
    "",
    ...witnessLines(country),
    "",
    ...peopleLines(country),
  ];
}

function bodyLines(country: Country): readonly string[] {
  const tree = bodyTree(bodiesOf(country, () => ""));
  return [
    `Bodies (${tree.all.length}):`,
    ...tree.all.map((body) => {
      const where = body.register === body.number ? "" : `, its acts in the register of ${body.register}`;
      const head = body.number === country.cabinet ? ", its head may change bodies, calendar and rules" : "";
      return `${"  ".repeat(depthOf(tree, body.number) + 1)}${body.number} ${body.name.en} (${body.slug}${where}${head})`;
    }),
  ];
}

function ruleLines({ calendar, rules }: Country): readonly string[] {
  const { holidays, workingDays, daysOff } = calendar;
  const answer = rules.kinds["filed-application"].answer;
  return [
    `Calendar, version ${calendar.version}: ${holidays.length} holidays, ${daysOff.length} other days off, ${workingDays.length} days worked instead`,
    `Rules, version ${rules.version}, in force from ${civilDateText(rules.validFrom)}: ${rules.law}`,
    `  an application is answered within ${answer.length} ${answer.unit.replace("-", " ")}`,
    rules.confirmedByLawyer
      ? "  confirmed by a lawyer of the country"
      : "  NOT confirmed by a lawyer: every page that explains a day will say so",
  ];
}

function emergencyLines({ emergencyNumbers = [] }: Country): readonly string[] {
  return emergencyNumbers.length === 0
    ? ["Emergency numbers: none. Pages say that nobody reads at once, and name no number."]
    : [
        "Emergency numbers:",
        ...emergencyNumbers.map(
          ({ number, text, for: dangers }) => `  ${number} ${text.en}: ${dangers.join(", ")}`,
        ),
      ];
}

function witnessLines({ witnesses, groups = [], quorum }: Country): readonly string[] {
  return [
    "Witnesses:",
    ...witnesses.map(
      ({ name, url, operator }) =>
        `  ${name}, run by ${operator.en}, ${url ?? "comes and fetches by itself"}`,
    ),
    ...groups.map(({ name, atLeast, of }) => `  group ${name}: at least ${atLeast} of ${of.join(", ")}`),
    `  nothing is published without: ${quorum}`,
  ];
}

function peopleLines({ people, bodies }: Country): readonly string[] {
  const nameOf = (key: string) => people.find((person) => person.key === key)?.name ?? key;
  return [
    "First officials:",
    ...people.flatMap(({ name, offices }) =>
      offices.map(({ body, role, post, grantedBy, approvedBy }) => {
        const at = bodies.find(({ number }) => number === body)?.name.en ?? String(body);
        return `  ${name}: ${role} (${post}) at ${at}, granted by ${nameOf(grantedBy)}, approved by ${nameOf(approvedBy)}`;
      }),
    ),
  ];
}
