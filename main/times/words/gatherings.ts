/**
 * What people call a meeting, folded, in the languages that put spaces between words. Numbers next to such a word are
 * hours, while numbers after "pages" are not. No verbs ("call 2-3 customers"), and nothing that is itself numbered.
 */
const words = [
  "meeting lunch breakfast brunch dinner coffee standup sync workshop appointment catchup huddle kickoff webinar party",
  "drinks 1:1",
  "termin besprechung mittagessen fruhstuck abendessen kaffee treffen sitzung jour telko abstimmung rucksprache",
  "gesprach telefonat",
  "reunion dejeuner diner cafe atelier rdv vous",
  "comida almuerzo cena desayuno cita taller",
  "riunione pranzo colazione appuntamento incontro",
  "reuniao almoco jantar encontro",
  "vergadering overleg afspraak borrel ontbijt",
  "spotkanie obiad sniadanie kolacja zebranie",
  "اجتماع غداء عشاء فطور",
];

/** These count what stands behind them ("review 15-20 slides"), but behind hours they are meetings as well. */
const behindHours = [
  "review call planning retro retrospective demo interview training briefing check stand catch kick follow",
  "planung schulung vorstellung prasentation anruf",
];

const listed = (lists: readonly string[]) => lists.flatMap((list) => list.split(" "));

export const gatherings: ReadonlySet<string> = new Set(listed(words));
export const gatheringsBehindHours: ReadonlySet<string> = new Set(
  listed([...words, ...behindHours]),
);
