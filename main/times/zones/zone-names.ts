import { fold } from "../reading/folded.ts";

/** Names that people use for clocks of different places, so we do not choose one. */
export const ambiguousNames: ReadonlySet<string> = new Set(
  "ist cst ast amt ect nst sst acst acdt".split(" "),
);

/** Small letters, without accents. The clock of the place is meant, whatever half of the year is named. */
const typedNames: Readonly<Record<string, string>> = {
  UTC: "utc|z|zulu|gmt|غرينتش|جرينتش|世界标准时间|世界標準時間|協定世界時|格林尼治时间|coordinated universal time|universal time",
  "America/Los_Angeles":
    "太平洋时间|太平洋時間|太平洋標準時|太平洋标准时间|西海岸時間|pt|pst|pdt|pacific|pacific time|seattle|redmond|san francisco|san diego|san jose|las vegas|portland|silicon valley",
  "America/Denver": "mt|mst|mdt|mountain|mountain time|salt lake city",
  "America/Chicago":
    "ct|cdt|central|central time|dallas|houston|austin|minneapolis|new orleans|st louis|nashville",
  "America/New_York":
    "美东时间|美東時間|东部时间|東部時間|東部標準時|纽约时间|紐約時間|ニューヨーク時間|نيويورك|nowojorskiego|new yorkse|et|est|edt|eastern|eastern time|nyc|new york city|nueva york|nova york|nova iorque|boston|washington|washington dc|atlanta|miami|philadelphia|orlando|pittsburgh",
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
    "伦敦时间|倫敦時間|ロンドン時間|伦敦|倫敦|ロンドン|ダブリン|都柏林|英国时间|英国時間|لندن|londense|londynskiego|bst|uk|london uk|londres|londra|londen|londyn|londynu|edinburgh|manchester|birmingham|glasgow|cardiff",
  "Europe/Dublin": "irish time",
  "Europe/Lisbon": "portugal|wet|west|lisboa|lissabon|lisbonne|porto",
  "Europe/Berlin":
    "柏林时间|柏林時間|ベルリン時間|ベルリン|柏林|欧洲中部时间|歐洲中部時間|中央ヨーロッパ時間|برلين|berlijnse|berlinskiego|cet|cest|mez|mesz|central european time|munich|munchen|muenchen|berlino|berlijn|berlina|hamburg|frankfurt|cologne|koln|koeln|stuttgart|dusseldorf|duesseldorf|leipzig|berliner",
  "Europe/Vienna": "wien|vienne|viena|graz|salzburg|wiener",
  "Europe/Zurich": "geneva|genf|geneve|ginebra|genebra|basel|bern|berne|zuericher|zurcher",
  "Europe/Paris":
    "巴黎时间|巴黎時間|パリ時間|パリ|巴黎|باريس|parijse|paryskiego|parigi|parijs|paryza|lyon|marseille|toulouse|lille|nantes|bordeaux|nice|strasbourg|pariser",
  "Europe/Madrid": "barcelona|valencia|sevilla|seville|bilbao",
  "Europe/Rome": "rom|roma|milan|milano|mailand|turin|torino|naples|napoli|florence",
  "Europe/Brussels": "brussel|bruxelles|bruselas|bruxelas|antwerp",
  "Europe/Amsterdam":
    "amsterdamse|阿姆斯特丹|アムステルダム|rotterdam|the hague|den haag|utrecht|eindhoven",
  "Europe/Copenhagen": "kopenhagen|kobenhavn|copenhague",
  "Europe/Stockholm": "gothenburg|goteborg|malmo",
  "Europe/Warsaw":
    "warszawskiego|polskiego|poland|polen|warschau|varsovie|varsovia|warszawa|krakow|krakau|wroclaw|gdansk",
  "Europe/Prague": "prag|praga|praha|brno",
  "Europe/Athens": "athen|atenas|athenes|eet|eest",
  "Europe/Bucharest": "bukarest|bucarest|bucuresti|cluj",
  "Europe/Moscow": "msk|moskau|moscou|moscu|moskva|st petersburg",
  "Europe/Istanbul": "ankara|turkey|trt",
  "Europe/Kyiv": "kiev|kiew",
  "Africa/Johannesburg": "sast|cape town|kapstadt|pretoria|durban",
  "Africa/Lagos": "west central africa|wat|abuja",
  "Africa/Nairobi": "eat",
  "Africa/Cairo": "القاهرة|القاهره|مصر|egypt|agypten|kairo|el cairo|le caire",
  "Asia/Dubai": "دبي|ابوظبي|ابو ظبي|الامارات|gst|abu dhabi",
  "Asia/Jerusalem": "tel aviv|haifa|israel|idt",
  "Asia/Karachi": "pkt|islamabad|lahore",
  "Asia/Kolkata":
    "インド時間|印度时间|印度時間|india|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|pune|calcutta|india standard time",
  "Asia/Singapore":
    "新加坡时间|新加坡時間|シンガポール時間|新加坡|シンガポール|singapore|sgt|singapur|singapour|singapura",
  "Asia/Hong_Kong": "香港时间|香港時間|hkt|hongkong",
  "Asia/Shanghai":
    "北京时间|北京時間|中国时间|中國時間|中国標準時間|中国标准时间|北京|上海|beijing|peking|pekin|pequim|shenzhen|guangzhou|hangzhou|china",
  "Asia/Tokyo":
    "日本時間|日本时间|日本標準時|東京時間|东京时间|東京|东京|大阪|طوكيو|jst|tokio|toquio|osaka|kyoto|yokohama|japan",
  "Asia/Seoul": "韓国時間|韩国时间|首尔时间|ソウル|首尔|kst|korea|busan",
  "Asia/Ho_Chi_Minh": "saigon|hanoi|ict",
  "Asia/Kathmandu": "npt",
  "Asia/Manila": "pht",
  "Asia/Kuala_Lumpur": "myt",
  "Asia/Jakarta": "wib",
  "America/Santiago": "clt|clst",
  "Asia/Tehran": "irst",
  "Asia/Riyadh": "الرياض|مكة|مكه|مكة المكرمة|مكه المكرمه|السعودية|جدة",
  "Asia/Kuwait": "الكويت",
  "Asia/Qatar": "الدوحة|قطر",
  "Asia/Beirut": "بيروت",
  "Asia/Baghdad": "بغداد",
  "Africa/Casablanca": "الدار البيضاء|المغرب",
  "Asia/Taipei": "台北时间|台北時間|台灣時間|台湾时间|台湾時間|台北",
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
  Object.entries(typedNames).flatMap(([id, names]) =>
    names.split("|").map((name) => [fold(name).text, id] as const),
  ),
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
