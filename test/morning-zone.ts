/** One inhabited zone for every two hours or less around the world. */
const zones = [
  "Pacific/Auckland",
  "Australia/Sydney",
  "Asia/Tokyo",
  "Asia/Bangkok",
  "Asia/Karachi",
  "Asia/Dubai",
  "Africa/Nairobi",
  "Europe/Berlin",
  "Atlantic/Reykjavik",
  "America/Noronha",
  "America/Sao_Paulo",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "Pacific/Honolulu",
  "Pacific/Pago_Pago",
];

const hourIn = (timeZone: string, now: number): number =>
  Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(now),
  );

/** A zone where it is early in the day, so that "20:00" is always still to come. */
export function morningZone(now = Date.now()): string {
  const isMorning = (zone: string) => hourIn(zone, now) >= 5 && hourIn(zone, now) <= 9;
  return zones.find(isMorning) ?? "Europe/Berlin";
}
