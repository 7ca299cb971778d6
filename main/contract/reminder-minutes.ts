/** How long before a meeting a person can be told of it. */
export const reminderMinutes = [1, 2, 5, 10, 15] as const;
export type ReminderMinutes = (typeof reminderMinutes)[number];
