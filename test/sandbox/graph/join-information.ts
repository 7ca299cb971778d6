interface Wording {
  readonly heading: string;
  readonly join: string;
  readonly id: string;
  readonly passcode: string;
  readonly rightToLeft?: boolean;
}

const wordings: Readonly<Record<string, Wording>> = {
  en: {
    heading: "Microsoft Teams",
    join: "Join the meeting now",
    id: "Meeting ID",
    passcode: "Passcode",
  },
  de: {
    heading: "Microsoft Teams",
    join: "Jetzt an der Besprechung teilnehmen",
    id: "Besprechungs-ID",
    passcode: "Passcode",
  },
  fr: {
    heading: "Microsoft Teams",
    join: "Rejoignez la réunion maintenant",
    id: "ID de réunion",
    passcode: "Code secret",
  },
  es: {
    heading: "Microsoft Teams",
    join: "Unirse a la reunión ahora",
    id: "ID de reunión",
    passcode: "Código de acceso",
  },
  ja: {
    heading: "Microsoft Teams",
    join: "今すぐ会議に参加する",
    id: "会議 ID",
    passcode: "パスコード",
  },
  ar: {
    heading: "Microsoft Teams",
    join: "انضم إلى الاجتماع الآن",
    id: "معرّف الاجتماع",
    passcode: "رمز المرور",
    rightToLeft: true,
  },
};

/** The first language of an Accept-Language header that there are words for. */
export function pickLanguage(acceptLanguage: string | undefined): string {
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => entry.trim().split(/[-;]/u, 1)[0]?.toLowerCase() ?? "");
  return asked.find((language) => language in wordings) ?? "en";
}

interface JoinFacts {
  readonly joinWebUrl: string;
  readonly joinMeetingId: string;
  readonly passcode: string;
}

/** The invitation text: HTML in a data URL, escaped as Graph does it (plus for a blank, small letters). */
export function joinInformation(language: string, facts: JoinFacts) {
  const words = wordings[language] ?? wordings["en"];
  if (!words) throw new Error("There are no words for any language");
  const html = [
    `<div dir="${words.rightToLeft ? "rtl" : "ltr"}" style="width:100%;">`,
    `  <div><strong>${words.heading}</strong></div>`,
    `  <div><a href="${facts.joinWebUrl.replaceAll("&", "&amp;")}">${words.join}</a></div>`,
    `  <div>${words.id}: ${facts.joinMeetingId}</div>`,
    `  <div>${words.passcode}: ${facts.passcode}</div>`,
    "</div>",
  ].join("\r\n");
  const escaped = encodeURIComponent(html)
    .replaceAll("%20", "+")
    .replaceAll(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase());
  return { content: `data:text/html,${escaped}`, contentType: "html" };
}
