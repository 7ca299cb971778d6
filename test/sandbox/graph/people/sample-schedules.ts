/** When a colleague works, and what they do on each day, on the clock of their own zone. */
export interface SampleSchedule {
  /** As Graph says it; null for somebody who shows only when they are busy. */
  readonly workingHours: {
    readonly daysOfWeek: readonly string[];
    readonly startTime: string;
    readonly endTime: string;
    readonly timeZone: Readonly<Record<string, unknown>>;
  } | null;
  /** Where they are, by IANA's name. */
  readonly zone: string;
  readonly items: readonly SampleItem[];
}

export interface SampleItem {
  readonly from: string;
  readonly to: string;
  readonly status: "free" | "tentative" | "busy" | "oof" | "workingElsewhere";
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];

const working = (
  timeZone: string | Readonly<Record<string, unknown>>,
  startTime: string,
  endTime: string,
) => ({
  daysOfWeek: weekdays,
  startTime: `${startTime}:00.0000000`,
  endTime: `${endTime}:00.0000000`,
  timeZone: typeof timeZone === "string" ? { name: timeZone } : timeZone,
});

/** London's rules, as an old Outlook leaves them. */
const customised = {
  "@odata.type": "#microsoft.graph.customTimeZone",
  bias: 0,
  name: "Customized Time Zone",
  standardOffset: {
    time: "02:00:00.0000000",
    dayOccurrence: 5,
    dayOfWeek: "sunday",
    month: 10,
    year: 0,
  },
  daylightOffset: {
    daylightBias: -60,
    time: "01:00:00.0000000",
    dayOccurrence: 5,
    dayOfWeek: "sunday",
    month: 3,
    year: 0,
  },
};

/** By address. Whoever is missing has a mailbox that nobody here can look into. */
export const sampleSchedules: Readonly<Record<string, SampleSchedule>> = {
  "alex@contoso.com": {
    workingHours: working("GMT Standard Time", "09:00", "17:30"),
    zone: "Europe/London",
    items: [],
  },
  "adele@contoso.com": {
    workingHours: working("Pacific Standard Time", "08:00", "17:00"),
    zone: "America/Los_Angeles",
    items: [
      { from: "09:00", to: "09:30", status: "tentative" },
      { from: "10:00", to: "11:00", status: "busy" },
      { from: "12:00", to: "12:30", status: "free" },
    ],
  },
  "diego@contoso.com": {
    workingHours: working("Romance Standard Time", "09:00", "18:00"),
    zone: "Europe/Paris",
    items: [
      { from: "10:00", to: "11:30", status: "busy" },
      { from: "16:00", to: "18:00", status: "oof" },
    ],
  },
  "zoe@contoso.com": {
    workingHours: working("Asia/Kolkata", "09:30", "18:30"),
    zone: "Asia/Kolkata",
    items: [{ from: "14:00", to: "15:00", status: "workingElsewhere" }],
  },
  "lukasz@contoso.com": {
    workingHours: working("Central European Standard Time", "08:00", "16:00"),
    zone: "Europe/Warsaw",
    items: [],
  },
  "megan@contoso.com": {
    workingHours: working("Eastern Standard Time", "08:30", "17:00"),
    zone: "America/New_York",
    items: [{ from: "08:30", to: "09:00", status: "busy" }],
  },
  "noah@contoso.com": {
    workingHours: null,
    zone: "Europe/Stockholm",
    items: [{ from: "10:00", to: "12:00", status: "busy" }],
  },
  "sean.o'brien@contoso.com": {
    workingHours: working(customised, "09:00", "17:00"),
    zone: "Europe/London",
    items: [],
  },
};
