/** Reason, numbers. */
const numbers = [
  ["account-disabled", [50057]],
  ["account-locked", [50053]],
  ["account-not-in-organisation", [16000, 16001, 50020, 50034, 50128, 51004, 90072]],
  ["admin-approval-needed", [90008, 90093, 90094, 90095]],
  ["app-not-assigned", [50105]],
  ["app-or-organisation-not-found", [50059, 70001, 700016, 7000112, 90002]],
  ["approval-needed", [65001]],
  ["blocked-by-policy", [50005, 500021, 53003, 53004, 530032, 530035]],
  ["busy", [50033, 50196, 90006, 90012, 90024, 90033, 90055, 90090]],
  ["clock-wrong", [80013]],
  ["code-exchange-failed", [501481, 54005]],
  ["code-expired", [70019]],
  ["code-not-allowed", [70018]],
  ["declined", [65004]],
  ["device-not-managed", [50097, 50129, 50131, 50155, 53000, 53001, 53002]],
  ["password-expired", [50055, 50144]],
  ["password-wrong", [50056, 50126]],
  ["permissions-missing", [650056, 650057, 65005, 70011]],
  ["platform-wrong", [700084, 9002326, 9002327]],
  ["public-client-off", [7000215, 7000218]],
  ["redirect-missing", [50011, 500112, 500113, 900971]],
  ["registration-wrong", [70002, 70003, 70004, 90014, 900144]],
  ["service-not-enabled", [500011, 500014, 650052]],
  ["session-ended", [50058, 50089, 50133, 50173, 70000, 70008, 700082, 70043]],
  ["single-tenant", [50194]],
  ["verification-needed", [50074, 50076, 50078, 50158, 500121]],
  ["verification-not-set-up", [50072, 50079]],
] as const;
/** Number, reason. */
export const everyNumber = numbers.flatMap(([reason, list]) =>
  list.map((number) => [number, reason] as const),
);
