/**
 * Words of credits in the languages of news. Patterns are built from them once; all are matched whole, in any case.
 * Longest first, so that "written by" wins over "by".
 */

const words = (list: string): string[] => list.trim().split(/\s+/u)
const phrases = (list: string): string[] => list.trim().split(/\s*[|\n]\s*/u)

/** Words that open a byline. */
export const BYLINE_OPENERS: readonly string[] = phrases(`
  written by|story by|words by|text by|report by|reported by|posted by|published by|submitted by|article by
  analysis by|author|authors|by|ein artikel von|ein kommentar von|eine analyse von|ein gastbeitrag von
  aus berlin berichtet|text|von|autor|autorin|autoren|door|geschreven door|auteur|av|skrevet av|tekst
  journalist|af|skrevet af|skriven av|reporter|teksti|kirjoittaja|toimittaja|eftir|höfundur|écrit par
  publié par|propos recueillis par|par|escrito por|redactado por|publicado por|por|autora|redacción|texto
  scritto da|a cura di|di|autore|per|de|scris de|publicat de|napisał|napisała|opracował|opracowała|oprac.
  oprac|autorka|napsal|napsala|piše|pišu|napisao|napisala|írta|szerző|autors|autorius|parengė|nga|shkruan
  yazan|yazar|haber|muhabir|müəllif|oleh|penulis|laporan|wartawan|bởi|tác giả|bài|ni|ni:|na|mwandishi|автор
  авторы|текст|подготовил|подготовила|автори|підготував|підготувала|аўтар|от|пише|аутор|του|της|γράφει
  γράφει ο|γράφει η|συντάκτης|ავტორი|հեղինակ|بقلم|كتب|كتبت|إعداد|نوشته|نویسنده|خبرنگار|گزارش|تحریر|از|מאת|द्वारा|लेखक
  লেখক|প্রতিবেদক|எழுதியவர்|రచయిత|લેખક|ಲೇಖಕ|ಲೇಖಕರು|ലേഖകൻ|ലേഖിക|ਲੇਖਕ|ලේඛක|muallif|egilea|idazlea|deur
  ጸሐፊ|ដោយ|ໂດຍ|бичсэн|isinulat ni|文/|文／|撰文|作者|记者|記者|本报记者|本報記者|編輯|编辑|執筆|文・|文|글|โดย|ผู้เขียน|เรื่องโดย`)

/** Openers that are also everyday words: believed only with a colon or with a name that stands alone after them. */
export const WEAK_OPENERS: ReadonlySet<string> = new Set(
  phrases(`
  text|tekst|texto|de|per|di|na|ni|af|av|от|از|haber|laporan|bài|nga|door|deur|reporter|journalist|текст|文|글|του
  της|por|par|von|teksti|гл|גל|گزارش`),
)

/** Between two names. */
export const NAME_JOINERS: readonly string[] = words(`
  and und et y e i en og och ja és a și si ve və dan và и і й та και dhe ir un with mit avec con com و और এবং
  ו`)

/** Between a name and the house it writes for. */
export const FOR_WORDS: readonly string[] = [
  'for',
  'für',
  'pour',
  'para',
  'per',
  'voor',
  'för',
  'for',
  'dla',
  'pro',
  'для',
  'untuk',
  'için',
  'of',
  'from',
  'at',
]

/** Between a name and a place. */
export const IN_WORDS: readonly string[] = [
  'in',
  'at',
  'à',
  'en',
  'em',
  'a',
  'i',
  'w',
  'v',
  've',
  'в',
  'у',
  'di',
  'from',
  'aus',
  'depuis',
  'desde',
  'da',
  'из',
]

/** A phrase that holds one of these names a desk, a house or a role, never a person. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  words(`
  staff newsroom desk team editor editors editorial editorials agency agencies news online web bureau service
  services wire wires report reports press media times post daily tribune herald gazette journal magazine
  observer examiner chronicle inquirer enquirer sentinel dispatch advertiser
  today network tv radio channel correspondent correspondents contributor contributors writer writers reporter
  reporters admin administrator guest anonymous sponsored partner content board committee foundation institute
  university department ministry company inc ltd llc gmbh group special sources various photo photos
  photographer video our associated compiled blog intern politics sport sports business world opinion breaking
  exclusive updated published the this that new community newsdesk digital redaktion redaktionsteam agenturen
  nachrichten zeitung redakteur redakteurin korrespondent korrespondentin volontär ressort rédaction agences
  correspondant correspondante envoyé redacción agencias corresponsal diario periódico redação agências
  redazione agenzie corrispondente giornale redactie nieuws redaktionen redaksjonen nyheter toimitus redakcja
  redakcji redakce redakcia redakcija redakció redacția haber haberler merkezi ajansı ajans servisi editör tim
  redaksi berita kantor biên tập редакция редакція новости новини агентство корреспондент кореспондент газета
  رویترز وكالات الوكالات وكالة تحرير التحرير هيئة محرر المحرر الجزيرة خبرگزاری डेस्क टीम ब्यूरो ডেস্ক
  প্রতিবেদক প্রতিনিধি নিজস্ব מערכת סוכנויות
  institut anstalt landesanstalt bundesanstalt ministerium bundesministerium verein verband bundesverband stiftung
  behörde universität hochschule verlag gesellschaft universidad fundación asociación ministerio instituto
  université ministère fondation association institution università fondazione associazione ministero istituto
  hospital clinic klinik krankenhaus museum academy akademie college school schule federation coalition alliance
  council consortium collective cooperative society library zentrum centre center programme kitchens labs club
  exhibition ausstellung illustrierte coordenadoria secretaria prefeitura government administration
  ohg gbr plc llp corp corporation pty srl sarl
  universidade fundação associação ministério universiteit stichting vereniging университет министерство институт
  фонд uniwersytet fundacja ministerstwo stowarzyszenie üniversitesi bakanlığı derneği vakfı`),
)

/** Lower-case words that stand inside a name. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  words(`
  de da do dos das di del della delle dei degli van von vom zu zur zum der den het ter ten te la le les du des
  el al as ul ur bin bint ibn ben abu ould y i e af av st d' o' san mac mc til tho ap na ní`),
)

/** Roles printed after a name: dropped from it. */
export const ROLE_PATTERN =
  /\b(?:staff|senior|chief|political|diplomatic|science|health|business|economics?|foreign|world|national|europe|asia|africa|middle east|white house|washington|moscow|beijing|brussels|associate|assistant|deputy|managing|executive|contributing|freelance|multimedia|investigative|data|video|photo|special|digital|legal|crime|education|environment|climate|technology|sports?|news|marketing|content|product|program|garden|master|licensed|certified|registered|principal)?\s*(?:writer|reporter|correspondent|editor|editors|columnist|journalist|producer|bureau chief|contributor|analyst|fellow|photographer|anchor|manager|educator|gardener|horticultur(?:al)?ist|specialist|expert|consultant|strategist|economist|nutritionist|dietitian|therapist|psychologist|veterinarian|astrologer|attorney|engineer|scientist|researcher|lecturer|pressesprecher(?:in)?|geschäftsführer(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|correspondante?|envoyée? spéciale?|journaliste|corresponsal|enviad[oa] especial|periodista|corrispondente|inviat[oa]|giornalista|correspondente|enviad[oa] especial|jornalista|verslaggever|correspondent|redacteur|корреспондент|обозреватель|журналист|кореспондент|muhabiri?|특파원|기자|記者|记者|特派員|論説委員|編集委員)\b/iu
