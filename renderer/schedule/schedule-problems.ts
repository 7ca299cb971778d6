import type { EventProblems, ScheduleProblems } from "../../main/contract/errors.ts";

/** The fields with a problem, in the order they stand in the form, by their ids. */
function fieldsOf(problems: ScheduleProblems): readonly string[] {
  const { subject, start, end, coOrganizers, presenters, event } = problems;
  return [
    ...(subject ? ["subject"] : []),
    ...(start ? ["start-time"] : []),
    ...(end ? ["end-time"] : []),
    ...(event ? eventFieldsOf(event) : []),
    ...(coOrganizers ? ["coOrganizers"] : []),
    ...(presenters ? ["presenters"] : []),
  ];
}

function eventFieldsOf({ invitees, recurrence, reminder }: EventProblems): readonly string[] {
  return [
    ...(invitees.length > 0 ? ["invite"] : []),
    ...(recurrence ? [recurrenceField[recurrence]] : []),
    ...(reminder ? ["reminder"] : []),
  ];
}

const recurrenceField = {
  "until-missing": "until",
  "until-before-start": "until",
  "count-out-of-range": "times",
} as const;

export const countOf = (problems: ScheduleProblems): number => fieldsOf(problems).length;

export function focusFirst(problems: ScheduleProblems): void {
  const [id] = fieldsOf(problems);
  if (id !== undefined) document.querySelector<HTMLElement>(`#${id}`)?.focus();
}
