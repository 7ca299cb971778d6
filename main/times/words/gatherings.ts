/**
 * What people call a meeting, folded, in the languages that put spaces between words. Numbers after such a word are
 * hours, while numbers after "pages" are not. No verbs ("call 2-3 customers"), and nothing that is itself numbered.
 */
const words = [
  "meeting lunch breakfast brunch dinner coffee standup sync workshop appointment catchup huddle kickoff webinar party",
  "termin besprechung mittagessen fruhstuck abendessen kaffee treffen sitzung jour telko",
  "reunion dejeuner diner cafe atelier rdv vous",
  "comida almuerzo cena desayuno cita taller",
  "riunione pranzo colazione appuntamento incontro",
  "reuniao almoco jantar encontro",
  "vergadering overleg afspraak borrel ontbijt",
  "spotkanie obiad sniadanie kolacja zebranie",
  "اجتماع غداء عشاء فطور",
];

export const gatherings: ReadonlySet<string> = new Set(words.flatMap((list) => list.split(" ")));
