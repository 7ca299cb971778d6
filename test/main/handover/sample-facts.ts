import type { InvitationFacts, Wording } from "../../../main/handover/invitation-facts.ts";
import { createWords } from "../../../main/base/words.ts";

/** The meeting of the screens: everything known, dial-in too. */
export const sampleFacts = (changes: Partial<InvitationFacts> = {}): InvitationFacts => ({
  subject: "Design sync with Fabrikam",
  startAt: Date.parse("2026-11-24T13:30:00Z"),
  endAt: Date.parse("2026-11-24T14:15:00Z"),
  timeZone: "Europe/Berlin",
  joinUrl: "https://teams.microsoft.com/meet/248719335402?p=Xk4Ru9",
  meetingId: "248719335402",
  passcode: "Xk4Ru9",
  dialIn: {
    number: "+49 69 5550 0110",
    country: "Germany",
    city: "Frankfurt",
    conferenceId: "902118447",
    moreNumbersUrl: "https://dialin.teams.microsoft.com/1?id=902118447",
  },
  organiser: "megan@contoso.com",
  joinInformationHtml: null,
  ...changes,
});

export const bareFacts = (changes: Partial<InvitationFacts> = {}): InvitationFacts =>
  sampleFacts({ meetingId: null, passcode: null, dialIn: null, ...changes });

export const english: Wording = { locale: "en-GB", words: await createWords("en") };
export const german: Wording = { locale: "de-DE", words: await createWords("de") };

export const hostileSubjects = [
  "<script>document.title='owned'</script>",
  '"><img src=x onerror="document.title=\'owned\'">',
  "Quarterly\r\nATTENDEE:mailto:eve@example.com\r\nBEGIN:VALARM",
  "line\u2028separator\u2029paragraph\u0085next\u000bvertical\u0000nul",
  "invoice\u202egpj.exe\u202c and \u2066isolated\u2069",
  "[click](https://evil.example) **bold** `code` \\",
  "{{url}} $t(error.offline.title) {subject} {passcode} [x]",
  "\ud800 alone \udfff",
  "a,b;c\\n:d",
  "&amp; &lt;b&gt; &#60;i>",
  "</div></strong><a href='javascript:alert(1)'>x",
  "\ue000\ue001 private",
  "x".repeat(2_000),
  "会議 اجتماع פגישה 👩‍👩‍👧",
];
