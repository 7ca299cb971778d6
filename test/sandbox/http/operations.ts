/** Every request the sample organisation can tell apart; faults and the request log use these names. */
export const operations = {
  authorize: "identity",
  signInPage: "identity",
  chooseAccount: "identity",
  finishSignIn: "identity",
  redeemCode: "identity",
  refreshTokens: "identity",
  requestDeviceCode: "identity",
  pollDeviceCode: "identity",
  /** Where a person types the code that a device shows. */
  deviceCodePage: "identity",
  /** Where an administrator approves the app for everybody. */
  approvalPage: "identity",
  approve: "identity",
  signOut: "identity",
  readKeys: "identity",
  readConfiguration: "identity",
  getMe: "graph",
  createOrGet: "graph",
  createMeeting: "graph",
  findMeetings: "graph",
  getMeeting: "graph",
  updateMeeting: "graph",
  deleteMeeting: "graph",
  getCalendar: "graph",
  listCalendarView: "graph",
  listEvents: "graph",
  createEvent: "graph",
  getEvent: "graph",
  updateEvent: "graph",
  deleteEvent: "graph",
  cancelEvent: "graph",
  listPeople: "graph",
  getSchedule: "graph",
  unknown: "graph",
  /** A page on another host, where a redirect that should not be followed leads. */
  elsewhere: "elsewhere",
} as const;

export type Operation = keyof typeof operations;
export type Part = (typeof operations)[Operation];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the literal names it returns
export const operationNames = Object.keys(operations) as Operation[];
