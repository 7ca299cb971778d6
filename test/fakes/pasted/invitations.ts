import labels from "../../../main/join/invitation-labels.json" with { type: "json" };
import type { Random } from "../../torture/random.ts";
import { foldings } from "./foldings.ts";
import { wrapped } from "./wrapped.ts";

/** What was written, and what it must be read as. */
export interface Invitation {
  readonly text: string;
  /** Null where there is nothing of Teams to open. */
  readonly meeting: {
    readonly meetingId: string;
    /** Null where the text has no link that can be read. */
    readonly url: string | null;
    readonly passcode: string;
  } | null;
  /** How it was made, for whoever looks into a failure. */
  readonly made: string;
}

const anyOf = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error("There is nothing to choose from.");
  return value;
};

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
const word = (random: Random, length: number): string =>
  Array.from({ length }, () => letters.charAt(random.below(letters.length))).join("");

const grouped = (id: string, space: string): string =>
  id.replaceAll(/(\d{3})(?=\d)/gu, `$1${space}`);

/** As different as people's sentences are, in scripts that need no space after a link. */
const around: readonly (readonly [before: string, after: string])[] = [
  ["", ""],
  ["Join: ", ""],
  ["<", ">"],
  ["(", ")."],
  ["[Join](", ")"],
  ["「", "」"],
  ["„", "“"],
  ["« ", " »"],
  ["请点击", "加入会议。"],
  ["", "に参加してください"],
  ["", "เข้าร่วมการประชุม"],
  ["👉 ", " 🎉"],
  ["| Link | ", "|"],
  ["**", "**"],
  ["Teams: ", ", see you!"],
  ["انضم: ", "، شكرا"],
];

const telephone = [
  "",
  "\n+49 69 5550 0110,,902118447#\nPhone conference ID: 902 118 447#",
  "\nNeed help? https://aka.ms/JoinTeamsMeeting?omkt=en-US",
  "\nhttps://contoso.com/privacy",
  "\nTenant key: teams@contoso.com\nVideo ID: 118 771 827 8",
];

const colons = [": ", " : ", ":\u00a0", "：", "\u202f: "];
const spaces = [" ", "\u00a0", "", "-", "\u202f"];

/** An invitation to a Teams meeting in some language, on some way to its reader. */
export function someInvitation(random: Random): Invitation {
  const language = anyOf(random, labels);
  const meetingId = String(2 + random.below(3)) + digits(random, 10 + random.below(5));
  const passcode = word(random, anyOf(random, [6, 8]));
  const isLong = random.chance(0.4);
  const proof = word(random, random.chance(0.7) ? 18 : 8);
  const url = isLong
    ? `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${word(random, 48)}%40thread.v2/0?context=%7b%22Tid%22%3a%22${word(random, 36)}%22%2c%22Oid%22%3a%22${word(random, 36)}%22%7d`
    : `https://teams.microsoft.com/meet/${meetingId}?p=${proof}`;
  const hasLink = random.chance(0.75);
  const hasLabels = !hasLink || random.chance(0.7);
  const link = wrapped(url, random);
  const [before, after] = anyOf(random, around);
  const colon = anyOf(random, colons);
  const told = [
    anyOf(random, ["Microsoft Teams", "Review", "Hallo,", ""]),
    ...(hasLink ? [`${before}${link.text}${after}`] : ["Join the meeting now"]),
    ...(hasLabels
      ? [
          anyOf(random, language.meetingId) + colon + grouped(meetingId, anyOf(random, spaces)),
          anyOf(random, language.passcode) + colon + passcode,
        ]
      : []),
  ];
  const folding = anyOf(random, foldings);
  return {
    text: folding.fold(`${told.join("\n")}${anyOf(random, telephone)}`, link.text),
    meeting: { meetingId, url: hasLink ? url : null, passcode },
    made: `${language.language}, ${hasLink ? link.made : "no link"}, ${folding.name}`,
  };
}

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => String(random.below(10))).join("");

const others = [
  ["Zoom", "https://us02web.zoom.us/j/{id}?pwd=abc"],
  ["Webex", "https://contoso.webex.com/contoso/j.php?MTID=m{id}"],
  ["GoToMeeting", "https://meet.goto.com/{id}"],
  ["RingCentral", "https://v.ringcentral.com/join/{id}"],
  ["BlueJeans", "https://bluejeans.com/{id}"],
  ["腾讯会议", "https://meeting.tencent.com/dm/{id}"],
  ["飞书", "https://vc.feishu.cn/j/{id}"],
  ["Zoho Meeting", "https://meeting.zoho.eu/meeting/{id}"],
] as const;

/** An invitation to another product's meeting, in the words that Teams uses too. */
export function otherInvitation(random: Random): Invitation {
  const language = anyOf(random, labels);
  const [name, place] = anyOf(random, others);
  const id = digits(random, 9 + random.below(3));
  const link = wrapped(place.replace("{id}", id), random);
  const colon = anyOf(random, colons);
  const lines = [
    anyOf(random, ["", "Join the meeting", name]),
    anyOf(random, around).join(link.text),
    `${anyOf(random, language.meetingId)}${colon}${grouped(id, anyOf(random, spaces))}`,
    `${anyOf(random, language.passcode)}${colon}${word(random, 6)}`,
  ];
  const folding = anyOf(random, foldings);
  return {
    text: folding.fold(lines.join("\n"), link.text),
    meeting: null,
    made: `${name}, ${language.language}, ${link.made}, ${folding.name}`,
  };
}
