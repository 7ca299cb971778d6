interface Wording {
  readonly heading: string;
  readonly join: string;
  readonly id: string;
  readonly passcode: string;
  readonly help: string;
  readonly dial: string;
  readonly find: string;
  readonly conference: string;
  readonly device: string;
  readonly video: string;
  readonly organisers: string;
  readonly options: string;
  readonly pin: string;
  readonly rightToLeft?: boolean;
}

const wordings: Readonly<Record<string, Wording>> = {
  en: {
    heading: "Microsoft Teams",
    join: "Join the meeting now",
    id: "Meeting ID",
    passcode: "Passcode",
    help: "Need help?",
    dial: "Dial in by phone",
    find: "Find a local number",
    conference: "Phone conference ID",
    device: "Join on a video conferencing device",
    video: "Video ID",
    organisers: "For organizers:",
    options: "Meeting options",
    pin: "Reset dial-in PIN",
  },
  de: {
    heading: "Microsoft Teams",
    join: "Jetzt an der Besprechung teilnehmen",
    id: "Besprechungs-ID",
    passcode: "Passcode",
    help: "Benötigen Sie Hilfe?",
    dial: "Einwahl per Telefon",
    find: "Lokale Nummer suchen",
    conference: "Telefonkonferenz-ID",
    device: "Über ein Videokonferenzgerät teilnehmen",
    video: "Video-ID",
    organisers: "Für Organisatoren:",
    options: "Besprechungsoptionen",
    pin: "Einwahl-PIN zurücksetzen",
  },
  fr: {
    heading: "Microsoft Teams",
    join: "Rejoignez la réunion maintenant",
    id: "ID de réunion",
    passcode: "Code secret",
    help: "Besoin d’aide ?",
    dial: "Rejoindre par téléphone",
    find: "Rechercher un numéro local",
    conference: "ID de conférence téléphonique",
    device: "Rejoindre sur un appareil de vidéoconférence",
    video: "ID vidéo",
    organisers: "Pour les organisateurs :",
    options: "Options de réunion",
    pin: "Réinitialiser le code confidentiel",
  },
  es: {
    heading: "Microsoft Teams",
    join: "Unirse a la reunión ahora",
    id: "ID de reunión",
    passcode: "Código de acceso",
    help: "¿Necesita ayuda?",
    dial: "Acceso telefónico",
    find: "Buscar un número local",
    conference: "Identificador de conferencia telefónica",
    device: "Unirse con un dispositivo de videoconferencia",
    video: "Id. de vídeo",
    organisers: "Para organizadores:",
    options: "Opciones de reunión",
    pin: "Restablecer PIN de acceso telefónico",
  },
  ja: {
    heading: "Microsoft Teams",
    join: "今すぐ会議に参加する",
    id: "会議 ID",
    passcode: "パスコード",
    help: "ヘルプが必要ですか?",
    dial: "電話でダイヤルイン",
    find: "市内番号を検索",
    conference: "電話会議 ID",
    device: "ビデオ会議デバイスで参加",
    video: "ビデオ ID",
    organisers: "開催者向け:",
    options: "会議のオプション",
    pin: "ダイヤルイン PIN のリセット",
  },
  ar: {
    heading: "Microsoft Teams",
    join: "انضم إلى الاجتماع الآن",
    id: "معرّف الاجتماع",
    passcode: "رمز المرور",
    help: "هل تحتاج إلى مساعدة؟",
    dial: "الاتصال عبر الهاتف",
    find: "البحث عن رقم محلي",
    conference: "معرّف المؤتمر الهاتفي",
    device: "الانضمام من جهاز مؤتمرات فيديو",
    video: "معرّف الفيديو",
    organisers: "للمنظمين:",
    options: "خيارات الاجتماع",
    pin: "إعادة تعيين رمز PIN",
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

export interface JoinFacts {
  readonly joinWebUrl: string;
  readonly joinMeetingId: string;
  readonly passcode: string;
  readonly conferenceId: string;
  readonly optionsUrl: string;
  /** What the organisation has written under each invitation: its help, its law, its colours. */
  readonly footerBytes: number;
}

const font = "font-family:'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif;";
const small = `${font}font-size:14px; line-height:20px; color:#616161;`;
const link = `${font}font-size:14px; text-decoration:underline; color:#5B5FC7;`;

/** The invitation text as Graph has it: HTML in a data URL, each line styled anew, 6 to 12 KB in all. */
export function joinInformation(language: string, facts: JoinFacts) {
  const words = wordings[language] ?? wordings["en"];
  if (!words) throw new Error("There are no words for any language");
  const html = [
    `<div dir="${words.rightToLeft ? "rtl" : "ltr"}" style="width:100%;">`,
    ...joining(words, facts),
    ...dialling(words, facts),
    ...footer(facts.footerBytes),
    "</div>",
  ].join("\r\n");
  const escaped = encodeURIComponent(html)
    .replaceAll("%20", "+")
    .replaceAll(/%[0-9A-F]{2}/gu, (escape) => escape.toLowerCase());
  return { content: `data:text/html,${escaped}`, contentType: "html" };
}

const anchor = (href: string, text: string, style = link): string =>
  `<a href="${href.replaceAll("&", "&amp;")}" target="_blank" rel="noreferrer noopener" class="me-email-link" style="${style}">${text}</a>`;

const fact = (name: string, value: string): string[] => [
  `  <div style="margin-bottom:6px;">`,
  `    <span style="${small}">${name}: </span>`,
  `    <span style="${small} color:#242424;">${value}</span>`,
  "  </div>",
];

const joining = (words: Wording, { joinWebUrl, joinMeetingId, passcode }: JoinFacts): string[] => [
  `  <div style="white-space:nowrap; ${small}">________________________________________________________________________________</div>`,
  `  <div class="me-email-text" style="margin-bottom:24px; overflow:hidden; white-space:nowrap;"><span style="${font}font-size:24px; font-weight:700; color:#242424;">${words.heading}</span> ${anchor("https://aka.ms/JoinTeamsMeeting?omkt=en-US", words.help)}</div>`,
  `  <div style="margin-bottom:6px;">${anchor(joinWebUrl, words.join, `${font}font-size:20px; font-weight:600; text-decoration:underline; color:#5B5FC7;`)}</div>`,
  ...fact(words.id, joinMeetingId),
  ...fact(words.passcode, passcode),
];

/** Numbers from the range that is kept free for fiction. */
const dialling = (words: Wording, { conferenceId, optionsUrl }: JoinFacts): string[] => [
  `  <div style="margin-bottom:24px; max-width:532px;"><hr style="border:0; background:#D1D1D1; height:1px;"></div>`,
  `  <div><span style="${font}font-size:16px; font-weight:600; color:#242424;">${words.dial}</span></div>`,
  `  <div>${anchor(`tel:+14255550145,,${conferenceId}#`, `+1 425-555-0145,,${conferenceId}#`)}<span style="${small}"> United States, Redmond</span></div>`,
  `  <div>${anchor(`https://dialin.teams.microsoft.com/sample?id=${conferenceId}`, words.find)}</div>`,
  ...fact(words.conference, `${conferenceId}#`),
  `  <div style="margin-bottom:6px;"><span style="${font}font-size:16px; font-weight:600; color:#242424;">${words.device}</span></div>`,
  `  <div style="margin-bottom:6px;">${anchor("sip:teams@vc.contoso.com", "teams@vc.contoso.com")}</div>`,
  ...fact(words.video, `11${conferenceId}`),
  `  <div style="margin-bottom:24px;"><span style="${small}">${words.organisers} </span>${anchor(optionsUrl, words.options)}<span style="color:#D1D1D1;"> | </span>${anchor("https://dialin.teams.microsoft.com/usp/pstnconferencing", words.pin)}</div>`,
];

const sentence =
  "This message and what is said in the meeting are for those who were invited alone.";

const footer = (bytes: number): string[] =>
  Array.from(
    { length: Math.ceil(bytes / (sentence.length + 60)) },
    () => `  <div style="${small.slice(0, 40)}">${sentence}</div>`,
  );
