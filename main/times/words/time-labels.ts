import { fold } from "../reading/folded.ts";
import type { Token } from "../reading/tokens.ts";

/** What calendars and mails write before a time, folded and without spaces. */
const labels: ReadonlySet<string> = new Set(
  [
    "when|time|date|dateandtime|date&time|datetime|start|starts|starttime|scheduled|scheduledfor|dtstart",
    "wann|zeit|uhrzeit|datum|termin|beginn|startzeit|datumunduhrzeit|zeitpunkt|anfang",
    "quand|heure|horaire|debut|dateetheure",
    "cuando|fecha|hora|inicio|fechayhora|comienzo",
    "quando|data|ora|inizio|dataeora|orario",
    "horario|dataehora|datahora",
    "wanneer|tijd|tijdstip|begin|datumentijd",
    "kiedy|godzina|czas|poczatek|dataigodzina",
    "متى|الوقت|التاريخ|الموعد|التاريخوالوقت|البدء",
    "日時|時間|時刻|日程|開始|開始日時|开始时间|開始時間|时间|時間|日期|会议时间|會議時間",
  ].flatMap((list) => list.split("|")),
);
/** "Date and time" */
const mostTokens = 6;

/** Without the label in front of a time, "When: tomorrow 10:00", which is none of its words. */
export function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.slice(0, mostTokens + 1).findIndex(({ raw }) => /^[:：]$/u.test(raw));
  if (colon < 1) return tokens;
  const label = tokens.slice(0, colon).map(({ raw }) => fold(raw).text);
  if (!labels.has(label.join("").replaceAll(/\s/gu, ""))) return tokens;
  return tokens.map((token, index) => (index <= colon ? passedOver(token) : token));
}

const passedOver = ({ raw, from, to }: Token): Token => {
  return { shape: "word", meanings: [{ kind: "filler", value: 0 }], raw, from, to };
};
