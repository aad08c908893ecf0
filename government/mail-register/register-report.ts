/** What a clerk reads on the terminal about a register: what was understood, and of every other row why not. No names. */
import { unreachable } from "#core/result.ts";
import type { Translate } from "#platform/language/texts.ts";
import {
  type ColumnsProblem,
  type RegisterColumns,
  type RegisterField,
  registerFields,
} from "./register-columns.ts";
import {
  type RegisterFileProblem,
  type RegisterRow,
  registerMebibytesMax,
  registerRowsMax,
} from "./register-file.ts";
import { registerYearsMax, type UnderstoodRegister } from "./understand-register.ts";

/** Rows whose faults are told one by one; a register with more has a fault of its own. */
const faultyRowsShown = 200;

/** A field's name in the reader's language. */
function fieldName(t: Translate, field: RegisterField): string {
  return t(`register-field-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}

/** Why a file is no register. */
export function fileProblemText(t: Translate, problem: RegisterFileProblem): string {
  return t(`register-problem-${problem}`, { mebibytes: registerMebibytesMax, rows: registerRowsMax });
}

/** Why its columns cannot be told. */
export function columnsProblemText(t: Translate, problem: ColumnsProblem): string {
  switch (problem.kind) {
    case "no-headings": {
      const fields = problem.missing.map((field) => `${fieldName(t, field)} (${field})`).join(", ");
      return t("register-problem-no-headings", { fields });
    }
    case "two-columns": {
      const [first = "", second = ""] = problem.headings;
      return t("register-problem-two-columns", { field: problem.field, first, second });
    }
    case "no-such-heading":
      return t("register-problem-no-such-heading", { heading: problem.heading });
    default:
      return unreachable(problem);
  }
}

/** The preview, line by line. */
export function registerReport(
  t: Translate,
  rows: readonly RegisterRow[],
  columns: RegisterColumns,
  { open, answered, faulty }: UnderstoodRegister,
): readonly string[] {
  const headings = rows.find(({ line }) => line === columns.line)?.cells ?? [];
  const told = registerFields.flatMap((field) => {
    const heading = headings[columns.places.get(field) ?? -1];
    return heading === undefined ? [] : [t("register-column", { field: fieldName(t, field), heading })];
  });
  const unknown = columns.unknown.map((heading) => `"${heading}"`).join(", ");
  return [
    ...told,
    ...(unknown === "" ? [] : [t("register-columns-unknown", { headings: unknown })]),
    "",
    t("register-counted-open", { count: open.length }),
    t("register-counted-answered", { count: answered.length }),
    ...(faulty.length === 0 ? [] : faultLines(t, faulty)),
  ];
}

function faultLines(t: Translate, faulty: UnderstoodRegister["faulty"]): readonly string[] {
  const lines = faulty.slice(0, faultyRowsShown).map(({ line, faults }) => {
    const told = faults.map(({ fault }) => t(`register-fault-${fault}`, { years: registerYearsMax }));
    return `  ${t("register-row-faults", { line: String(line), faults: told.join("; ") })}`;
  });
  const more = faulty.length - lines.length;
  return [
    t("register-counted-faulty", { count: faulty.length }),
    ...lines,
    ...(more === 0 ? [] : [`  ${t("register-more-faults", { count: more })}`]),
  ];
}
