import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import { endOf, minutesBetween, shifted, startOf, type WallTime } from "../ui/wall-time.ts";
import type { FormDraft } from "./draft.ts";

type Occurrence = ScheduleDraft["startOccurrence"];
type ChangeSchedule = (part: Partial<ScheduleDraft>, others?: Partial<FormDraft>) => void;

/** The ways to change when a meeting is to be. */
export function useTimeChanges(draft: ScheduleDraft, changeSchedule: ChangeSchedule) {
  /** By hand: the words no longer say what the fields say. */
  const changeTimes = (part: Partial<ScheduleDraft>) => changeSchedule(part, { phrase: "" });

  /** The end goes along, so that the meeting stays as long as it was. */
  function changeStart({ date, time }: WallTime, startOccurrence: Occurrence): void {
    const moved = shifted(endOf(draft), minutesBetween(startOf(draft), { date, time }) || 0);
    changeTimes({
      startDate: date,
      startTime: time,
      startOccurrence,
      endDate: moved.date,
      endTime: moved.time,
      endOccurrence: null,
    });
  }

  const changeEnd = ({ date, time }: WallTime, endOccurrence: Occurrence) =>
    changeTimes({ endDate: date, endTime: time, endOccurrence });

  const setMinutes = (length: number) => changeEnd(shifted(startOf(draft), length), null);

  /** The times stay as they are on the clock, of another place now. */
  const changeZone = (timeZone: string | null) =>
    changeSchedule(
      { timeZone, startOccurrence: null, endOccurrence: null },
      { phrase: "", zone: timeZone },
    );

  return { changeTimes, changeStart, changeEnd, setMinutes, changeZone };
}
