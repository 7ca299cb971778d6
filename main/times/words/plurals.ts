import { fold } from "../reading/folded.ts";

/** What a number counts where the word behind it is a plural: "3 Pages", "3 Tore", "5 kandydatów". */
interface Plurals {
  /** How words end that are plurals. Endings that names and single things have as well are not among them. */
  readonly ends: RegExp;
  /** The like, only behind numbers of few. */
  readonly endsOfFew?: RegExp;
  /** Others, and those that only look like it; folded. */
  readonly more?: string;
  readonly never?: string;
  /** What stands between a number and what it counts: "2 new hires". */
  readonly before?: RegExp;
}

const names =
  "james charles agnes jones hughes davies hayes frances miles giles rhodes holmes barnes graves";
const products = "teams windows news sales";

const byLanguage: Readonly<Record<string, Plurals>> = {
  en: {
    ends: /^(?:\p{Ll}{2,}[^ius]|\p{Lu}\p{Ll}{2,}[^aius])s$/u,
    more: "men women children people feet teeth hires cvs kpis okrs faqs",
    never: `${names} ${products}`,
    before:
      /^(?:new|open|big|small|more|other|different|key|main|top|old|young|angry|critical|major|minor|free|local|internal|external|remote|senior|junior|extra|late)$/u,
  },
  de: {
    ends: /^\p{Lu}\p{Ll}+(?:ionen|ungen|heiten|keiten|schaften|[ae]nten|[dr]aten|isten|ien|oren|innen|[^aeious]s)$/u,
    more: [
      "tore fragen themen seiten zeilen stunden wochen monate monaten jahre jahren tage tagen kollegen aufgaben",
      "firmen gruppen klassen tabellen listen karten damen herren frauen flaschen fehler fehlern bewerber bewerbern",
      "gegner bilder bucher kinder manner freunde freunden besucher nutzer anwender spieler schuler zimmer platze",
      "platzen raume raumen projekte projekten dokumente angebote antrage pakete produkte berichte systeme schritte",
      "schritten spiele module gerate blatter stucke grunde punkte ideen spuren teile teilen kandidaten sorten",
      "varianten dateien hauser stimmen versuche treffer minuten",
    ].join(" "),
    never: "teams niels anders peters hendriks windows news",
    before: /^\p{Ll}{2,}(?:e|en)$/u,
  },
  fr: {
    ends: /^\p{Ll}{3,}(?:[^ius]s|[^i]eux|aux)$/u,
    never: products,
  },
  es: { ends: /^\p{Ll}{2,}[^ius]s$/u, never: products },
  pt: { ends: /^\p{Ll}{2,}[^ius]s$/u, never: products },
  it: {
    ends: /^\p{Ll}{3,}[^is]i$/u,
    more: "pagine persone diapositive slide ore settimane domande pratiche righe copie fatture proposte donne cause",
    never: "taxi oggi domani ieri",
  },
  nl: {
    ends: /^\p{Ll}{3,}(?:ingen|heden|teiten|[ae]nten|daten|isten|[ae]ars|[^i]ers|[aiou]['’]s)$/u,
    more: "doelpunten punten vragen klanten jaren dagen weken uren maanden landen kinderen ogen bestanden taken regels",
    never: products,
    before: /^\p{Ll}{3,}e$/u,
  },
  pl: {
    ends: /^\p{Ll}{2,}ów$/u,
    endsOfFew: /^\p{Ll}{3,}[yi]$/u,
    more: "osob stron lat bramek firm godzin minut dni pytan zadan miejsc oczu",
    never: "urodziny imieniny chrzciny targi zakupy warsztaty",
    before: /^\p{Ll}{3,}(?:e|ych|ich)$/u,
  },
  ar: {
    ends: /^(?!ال)\p{L}{3,}(?:ات|ين|ون)$/u,
    more: "عاما شخصا يوما شهرا سنوات ايام اسابيع اشهر عيون ملفات",
    never: "تمرين تامين تلفزيون",
  },
};

const listed = (list = ""): ReadonlySet<string> => new Set(list.split(" "));
const known = new Map(
  Object.entries(byLanguage).map(([language, { more, never, ...plurals }]) => [
    language,
    { ...plurals, more: listed(more), never: listed(never) },
  ]),
);

/** Whether a word is what `count` counts, in this language. */
export function isPlural(word: string, count: number, language: string): boolean {
  const plurals = known.get(language);
  if (!plurals) return false;
  const { text } = fold(word);
  if (plurals.never.has(text)) return false;
  const isFew = count % 10 >= 2 && count % 10 <= 4 && Math.floor(count / 10) !== 1;
  const { ends, endsOfFew } = plurals;
  return plurals.more.has(text) || ends.test(word) || (isFew && endsOfFew?.test(word) === true);
}

/** Whether a word says more of what is counted, and is itself none of it: "new" in "2 new hires". */
export const isBeforeCounted = (word: string, language: string): boolean =>
  known.get(language)?.before?.test(word) === true;
