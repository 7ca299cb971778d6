/** What makes a name of the weekday behind it, folded: "Black Friday", "Wielki Piątek". */
const before = [
  "black good cyber casual ash palm easter whit holy maundy shrove fat super taco manic giving",
  "schwarzer schwarze",
  "goede witte stille zwarte",
  "wielki wielka wielkiego czarny czarnego tłusty tlusty lany palmowa",
];

/** And of the weekday before it, past a "de": "vendredi saint", "lunes de Pascua". */
const behind = [
  "saint gras paques pentecote cendres rameaux noir",
  "santo santa negro negra pascua ramos ceniza resurreccion carnaval",
  "grasso angelo pasqua palme ceneri nero",
  "cinzas pascoa gorda",
  "palmowa popielcowa wielkanocna wielkanocny",
  "العظيمة البيضاء السوداء الحزينة",
];

const listed = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(" ")));

export const makesName: ReadonlySet<string> = listed(before);
export const isMadeName: ReadonlySet<string> = listed(behind);
