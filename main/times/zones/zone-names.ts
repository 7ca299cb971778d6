/** Names that people use for clocks of different places, so we do not choose one. */
export const ambiguousNames: ReadonlySet<string> = new Set(
  "ist cst ast amt ect nst sst acst acdt".split(" "),
);

/** Small letters, without accents. The clock of the place is meant, whatever half of the year is named. */
const typedNames: Readonly<Record<string, string>> = {
  UTC: "utc|z|zulu|gmt|coordinated universal time|universal time",
  "America/Los_Angeles":
    "pt|pst|pdt|pacific|pacific time|seattle|redmond|san francisco|san diego|san jose|las vegas|portland|silicon valley",
  "America/Denver": "mt|mst|mdt|mountain|mountain time|salt lake city",
  "America/Chicago":
    "ct|cdt|central|central time|dallas|houston|austin|minneapolis|new orleans|st louis|nashville",
  "America/New_York":
    "et|est|edt|eastern|eastern time|nyc|new york city|nueva york|nova york|nova iorque|boston|washington|washington dc|atlanta|miami|philadelphia|orlando|pittsburgh",
  "America/Phoenix": "arizona",
  "America/Halifax": "atlantic time|adt|halifax",
  "America/St_Johns": "newfoundland|neufundland|ndt",
  "America/Guatemala": "central america|mittelamerika|zentralamerika",
  "America/Anchorage": "akt|akst|akdt|alaska",
  "Pacific/Honolulu": "hst|hawaii",
  "America/Toronto": "montreal|ottawa|quebec",
  "America/Edmonton": "calgary",
  "America/Sao_Paulo": "brt|brasilia|rio|rio de janeiro|belo horizonte",
  "America/Argentina/Buenos_Aires": "city of buenos aires|argentina|argentinien",
  "America/Mexico_City": "mexico|ciudad de mexico|cdmx|cidade do mexico|guadalajara",
  "Europe/London":
    "bst|uk|london uk|londres|londra|londen|londyn|londynu|edinburgh|manchester|birmingham|glasgow|cardiff",
  "Europe/Dublin": "irish time",
  "Europe/Lisbon": "portugal|wet|west|lisboa|lissabon|lisbonne|porto",
  "Europe/Berlin":
    "cet|cest|mez|mesz|central european time|munich|munchen|muenchen|berlino|berlijn|berlina|hamburg|frankfurt|cologne|koln|koeln|stuttgart|dusseldorf|duesseldorf|leipzig|berliner",
  "Europe/Vienna": "wien|vienne|viena|graz|salzburg|wiener",
  "Europe/Zurich": "geneva|genf|geneve|ginebra|genebra|basel|bern|berne|zuericher|zurcher",
  "Europe/Paris":
    "parigi|parijs|paryza|lyon|marseille|toulouse|lille|nantes|bordeaux|nice|strasbourg|pariser",
  "Europe/Madrid": "barcelona|valencia|sevilla|seville|bilbao",
  "Europe/Rome": "rom|roma|milan|milano|mailand|turin|torino|naples|napoli|florence",
  "Europe/Brussels": "brussel|bruxelles|bruselas|bruxelas|antwerp",
  "Europe/Amsterdam": "rotterdam|the hague|den haag|utrecht|eindhoven",
  "Europe/Copenhagen": "kopenhagen|kobenhavn|copenhague",
  "Europe/Stockholm": "gothenburg|goteborg|malmo",
  "Europe/Warsaw": "poland|polen|warschau|varsovie|varsovia|warszawa|krakow|krakau|wroclaw|gdansk",
  "Europe/Prague": "prag|praga|praha|brno",
  "Europe/Athens": "athen|atenas|athenes|eet|eest",
  "Europe/Bucharest": "bukarest|bucarest|bucuresti|cluj",
  "Europe/Moscow": "msk|moskau|moscou|moscu|moskva|st petersburg",
  "Europe/Istanbul": "ankara|turkey|trt",
  "Europe/Kyiv": "kiev|kiew",
  "Africa/Johannesburg": "sast|cape town|kapstadt|pretoria|durban",
  "Africa/Lagos": "west central africa|wat|abuja",
  "Africa/Nairobi": "eat",
  "Africa/Cairo": "egypt|agypten|kairo|el cairo|le caire",
  "Asia/Dubai": "gst|abu dhabi",
  "Asia/Jerusalem": "tel aviv|haifa|israel|idt",
  "Asia/Karachi": "pkt|islamabad|lahore",
  "Asia/Kolkata":
    "india|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|pune|calcutta|india standard time",
  "Asia/Singapore": "singapore|sgt|singapur|singapour|singapura",
  "Asia/Hong_Kong": "hkt|hongkong",
  "Asia/Shanghai": "beijing|peking|pekin|pequim|shenzhen|guangzhou|hangzhou|china",
  "Asia/Tokyo": "jst|tokio|toquio|osaka|kyoto|yokohama|japan",
  "Asia/Seoul": "kst|korea|busan",
  "Asia/Ho_Chi_Minh": "saigon|hanoi|ict",
  "Asia/Kathmandu": "npt",
  "Asia/Manila": "pht",
  "Asia/Kuala_Lumpur": "myt",
  "Asia/Jakarta": "wib",
  "America/Santiago": "clt|clst",
  "Asia/Tehran": "irst",
  "Australia/Sydney": "aet|aest|aedt|canberra",
  "Australia/Perth": "awst",
  "Pacific/Auckland": "nz|new zealand|neuseeland|nzt|nzst|nzdt|wellington|christchurch",
};

/** What a half of the year is called, and its offset in minutes: asked in the other half, both may be meant. */
export const namedOffsets: Readonly<Record<string, number>> = {
  pst: -480,
  pdt: -420,
  mst: -420,
  mdt: -360,
  cdt: -300,
  est: -300,
  edt: -240,
  adt: -180,
  akst: -540,
  akdt: -480,
  bst: 60,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** In capitals no word but a zone, so that one may stand in a subject. */
export const clearAbbreviations: ReadonlySet<string> = new Set(
  (
    "UTC GMT PST PDT MST MDT CDT EST EDT AKST AKDT HST CET CEST MEZ MESZ EET EEST BST MSK TRT " +
    "JST KST SGT HKT PKT SAST BRT AEST AEDT AWST NZST NZDT"
  ).split(" "),
);

export const typedZones: ReadonlyMap<string, string> = new Map(
  Object.entries(typedNames).flatMap(([id, names]) => names.split("|").map((name) => [name, id])),
);

/** Whole zones for the offsets that Etc/GMT cannot say; none of them changes its clocks. */
export const zonesByOffset: Readonly<Record<number, string>> = {
  [-570]: "Pacific/Marquesas",
  270: "Asia/Kabul",
  330: "Asia/Kolkata",
  345: "Asia/Kathmandu",
  390: "Asia/Yangon",
  525: "Australia/Eucla",
  570: "Australia/Darwin",
};
