/** What stands below the name of a menu's item, or why it cannot be chosen, is spoken after its name. */
export const itemHint = (hint: string) => ({
  subText: { children: hint, "aria-hidden": true },
  "aria-description": hint,
});
