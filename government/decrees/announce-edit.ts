import { emptyCalendar } from "#core/clock/calendar.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { ok, type Result } from "#core/result.ts";
import {
  changeCalendar,
  type DecreeTools,
  lockDecrees,
  type ParametersReader,
} from "#government/cases/index.ts";
import type { Grant } from "#platform/authority/grant.ts";
import { type CalendarEdit, type CalendarEditProblem, editedCalendar } from "./calendar-edit.ts";

/**
 * Announces one change of the calendar as it stands when its turn comes, and gives the number of the new version. The
 * change is refused when it cannot be announced today, or when another decree has made it already.
 */
export async function announceEdit(
  grant: Grant<"calendar.change">,
  edit: CalendarEdit,
  tools: Omit<DecreeTools, "issuer"> & { readonly parametersReader: ParametersReader },
): Promise<Result<number, CalendarEditProblem>> {
  await lockDecrees(tools.transaction);
  const { timeZone, calendars } = await tools.parametersReader.read(tools.transaction);
  const today = civilDateAt(tools.now(), timeZone);
  const next = editedCalendar(calendars.at(-1) ?? emptyCalendar, edit, today);
  if (!next.ok) return next;
  const issuer = grant.object.cabinet;
  await changeCalendar(grant, { timeZone, calendar: next.value }, { ...tools, issuer });
  return ok(next.value.version);
}
