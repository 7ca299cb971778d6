export interface LabelledMeeting {
  readonly meetingId: string | null;
  readonly passcode: string | null;
}

/** Microsoft's own labels, folded: small letters without accents. */
const idLabels = [
  "meeting[ -]?id",
  "besprechungs[ -]?id",
  "id\\.? (?:de )?(?:la )?reunion",
  "numero de (?:la )?reunion",
  "id\\.? da reuniao",
  "id\\.? riunione",
  "vergaderings?[ -]?id",
];
const passcodeLabels = [
  "passcode",
  "pass code",
  "password",
  "kennung",
  "kenncode",
  "kennwort",
  "code secret",
  "mot de passe",
  "code d.acces",
  "codigo de acces?so",
  "contrasena",
  "senha",
  "palavra-passe",
  "wachtwoord",
];

/** 9 to 15 digits, however grouped, but never over the end of a line. */
const digits = "\\d(?:[ \\t.\\-]{0,2}\\d){8,14}";
const labelledId = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${idLabels.join("|")})[^\\p{L}\\p{N}+]{0,8}(${digits})(?!\\d)`,
  "iu",
);
/** Without a colon only what has a digit is one: "Passcode is needed" has none. */
const labelledPasscode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${passcodeLabels.join("|")})(?:` +
    "[^\\p{L}\\p{N}:\\n]{0,4}:[^\\p{L}\\p{N}\\n]{0,6}([a-z0-9]{3,32})|" +
    "[^\\p{L}\\p{N}:\\n]{1,4}((?=[a-z]{0,31}\\d)[a-z0-9]{3,32})" +
    ")(?![\\p{L}\\p{N}])",
  "iu",
);
const bareId = new RegExp(`^#?(${digits})#?(?:[\\s,;/]{1,4}([a-z0-9]{3,32}))?$`, "iu");

/** The ID and the passcode of an invitation, by their labels. `text` is plain. */
export function readLabelledMeeting(text: string): LabelledMeeting {
  const folded = fold(text);
  const meetingId = labelledId.exec(folded)?.[1] ?? null;
  const passcode = labelledPasscode.exec(folded);
  return { meetingId: onlyDigits(meetingId), passcode: passcode?.[1] ?? passcode?.[2] ?? null };
}

/** An ID without a label is one only where nothing stands beside it but a passcode: else it may be a telephone. */
export function readBareMeeting(text: string): LabelledMeeting {
  const folded = fold(text);
  const labelled = labelledPasscode.exec(folded);
  const rest = folded.replace(labelledPasscode, "").replace(/[\s,;]{1,8}$/u, "");
  const bare = bareId.exec(rest.trim());
  const passcode = labelled?.[1] ?? labelled?.[2] ?? bare?.[2] ?? null;
  return { meetingId: onlyDigits(bare?.[1] ?? null), passcode };
}

const onlyDigits = (text: string | null): string | null => text?.replaceAll(/\D/gu, "") ?? null;

/**
 * Compatible forms, no accents, one sort of hyphen: so one label fits however it was typed. Letter case
 * stays, passcodes have it.
 */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .replaceAll(/\p{Pd}/gu, "-");
