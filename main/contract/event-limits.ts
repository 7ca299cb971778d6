/** Apart from the schemas, so that forms know them without the validator. */
export const mostInvitees = 100;
export const longestMessage = 4_000;
export const mostTimes = 999;
export const mostReminderMinutes = 28 * 24 * 60;
/** A meeting can last a day. */
export const maxHours = 24;
