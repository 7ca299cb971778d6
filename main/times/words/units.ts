/**
 * What numbers count that are no hours, folded: behind "at 5" such a word says that it was no time. Plurals with an
 * s are told by their end.
 */
const words = [
  // "4 eyes review", "6 pack"
  "eyes pack ball augen yeux ojos olhos occhi ogen oczu",
  "% ‰ € $ £ ¥ ° percent pct bps km kg mb gb tb mph euro eur usd chf people persons points degrees k",
  "prozent prozentpunkte prozentpunkten grad stuck personen leute leuten kunden standorte standorten orte orten",
  "punkte punkten teilnehmer teilnehmern mitarbeiter mitarbeitern gaste gasten lander landern kilometer kilometern",
  "meter metern kilo dollar franken stellen seiten",
  "pourcent pourcents",
  "percento persone sedi gradi punti clienti franchi metri chilometri luoghi",
  "procent procenten personen mensen locaties klanten punten graden stuks",
  "procenta osob osoby punktow punkty stopni klientow lokalizacji sztuk zlotych zl",
  "بالمئه بالمائه بالمية نقاط نقطه اشخاص شخص يورو دولار درجات درجه مواقع عملاء",
];

export const units: ReadonlySet<string> = new Set(words.flatMap((list) => list.split(" ")));
