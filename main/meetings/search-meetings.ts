import type { Meeting } from "../contract/meeting.ts";

/** By subject, organiser or meeting ID, whose groups of digits may be typed with or without their gaps. */
export function searchMeetings(
  meetings: readonly Meeting[],
  query: string,
  locale: string,
): readonly Meeting[] {
  const wanted = query.trim().toLocaleLowerCase(locale);
  if (wanted === "") return meetings;
  const digits = wanted.replaceAll(/[\s-]/gu, "");
  const isNumber = /^\d+$/u.test(digits);
  return meetings.filter(
    ({ subject, organiserUsername, meetingId }) =>
      subject.toLocaleLowerCase(locale).includes(wanted) ||
      organiserUsername.toLocaleLowerCase(locale).includes(wanted) ||
      (isNumber && (meetingId?.replaceAll(/\D/gu, "").includes(digits) ?? false)),
  );
}
