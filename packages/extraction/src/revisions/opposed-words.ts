/**
 * Words that cannot be put for one another without telling another story: groups of classes, each class the beginnings of words
 * that say the same in the languages of news. From one class to another of its group a fact has changed; within a class the
 * wording has. Matched at the start of a word, where words are divided by spaces; anywhere in a word of ideographs. Directions are
 * short, and begin ordinary words of other languages ("several", "surge", "named"): in Latin script those of less than five letters
 * match whole.
 */
const GROUPS: readonly (readonly string[])[] = [
  [
    'kill dead die fatal slain getötet tot tote starb gestorben tué mort décéd matado muert muri fallec asesinad mort morreu morto ucci decedut gedood dood omgekomen dödad döda dræbt drept kuol surma zabi zgin zabit mrtv meghalt ucis decedat погиб убит умер загин вбит öldü öldürül ölen قتل مقتل مات נהרג מת मारे मृत মারা নিহত tewas meninggal chết thiệt 死 亡 殺 杀 사망 숨진 เสียชีวิต ตาย',
    'injur hurt wound verletz verwund bless herid ferid ferit gewond skad såre loukkaant rann zranen megsérült răni ранен постражд поранен yaral جرح أصيب إصابة נפצע פצוע घायल আহত luka cedera bị thương 伤 傷 负伤 けが 負傷 부상 다친 บาดเจ็บ',
    'miss vermisst dispar desaparec dispers vermist saknad savnet kadonn zagini pohřeš eltűnt dispăr пропал зник kayıp مفقود נעדר लापता নিখোঁজ hilang mất tích 失踪 失蹤 行方不明 실종 สูญหาย',
    'rescu surviv unhurt unharmed unscathed gerett überleb unverletzt rescap indemne rescat ileso resgat ileso salvat illes gered ongedeerd räddad reddet pelast uratowan zachráněn megment salvat спас выжи врятован kurtar نجا أنقذ חולץ ניצל बचाए উদ্ধার selamat cứu sống 获救 獲救 救出 구조 생존 รอดชีวิต ปลอดภัย',
  ],
  [
    'acquit innocent clear exonerat freigesprochen unschuld acquitté innocent relaxé absuel absolv inocent assolt innocent vrijgesproken onschuldig frikänd frikendt frikjent vapaut uniewinni niewinn osvobo felment achitat nevinovat оправда невинов виправда beraat masum برأ بريء זוכה חף बरी निर्दोष খালাস bebas dibebaskan trắng án 无罪 無罪 무죄 ยกฟ้อง บริสุทธิ์',
    'convict guilt sentenc jail imprison verurteilt schuldig condamn coupable conden culpable condenad culpad condann colpevol veroordeeld schuldig dömd fälld dømt dømd tuomit skaza winn odsouzen vinn elítélt bűnös condamnat vinovat осужд винов пригов засудж hüküm suçlu mahkum أدان إدانة مذنب הורשע אשם दोषी দোষী dihukum bersalah kết án có tội 有罪 判刑 定罪 유죄 ผิด จำคุก',
    'charg accus indict suspect angeklagt beschuldigt verdächtig inculp accus mis en examen acusad imputad investigad acusad indiciad accusat indagat aangeklaagd beschuldigd åtala misstänk sigtet tiltalt siktet syyt epäil oskarż podejrz obviněn vádol acuzat inculpat обвин подозрев подозр звинувач suçlan şüpheli اتهم متهم מואשם חשוד आरोपी অভিযুক্ত didakwa tersangka bị cáo nghi phạm 被告 嫌疑 起訴 起诉 容疑 기소 혐의 ข้อหา ต้องสงสัย',
    'arrest detain custod festgenommen verhaftet arrêt interpell deten arrest preso detid arrestat fermat gearresteerd aangehouden gripen häktad anholdt arrestert pidät aresztowan zatrzyman zatčen letartóztat arestat reținut арест задерж затрим tutuklan gözalt اعتقل توقيف נעצר गिरफ्तार গ্রেপ্তার ditangkap ditahan bắt giữ 被捕 逮捕 拘留 체포 구속 จับกุม',
    'releas freed freigelassen libér relâch liberad puest solto libertad liberat rilasciat vrijgelaten släppt løsladt løslatt zwolnion propuštěn szabadon eliberat освобожд отпущ звільн serbest أفرج שוחרר रिहा মুক্তি lepas thả 获释 釈放 석방 ปล่อยตัว',
  ],
  [
    'north nord norden nordlig nördlich norte noord noorden norr norra pohjoi północ severu severn észak север північ kuzey شمال צפון उत्तर উত্তর utara bắc 北 북',
    'south süd süden südlich sud sur sul zuid zuiden söder södra syd sydlig sør sørlig etelä połudn jih jihu jižní dél déli юг півд güney جنوب דרום दक्षिण দক্ষিণ selatan nam 南 남',
    'east eastern ost osten östlich est este leste oost oosten öst öster östra øst østlig itä itäis wschod východ kelet восток схід doğu شرق מזרח पूर्व পূর্ব timur đông 东 東 동',
    'west western westen westlich ouest oeste ovest väst väster västra vest vestlig länsi zachod západ nyugat vest запад захід batı غرب מערב पश्चिम পশ্চিম barat tây 西 서',
  ],
  [
    'rise rose risen increas grew grow up climb soar gestieg steig erhöh zunahm augment hausse subi aument crec subiu cresc aument salit crescit gesteg toename stijg ökade steg øget økte nous kasv wzros vzrost nőtt emelked crescut crescut рост выро увелич зрос збільш arttı yüksel ارتفع زاد עלה गया बढ़ বেড়ে naik meningkat tăng 升 增 涨 漲 上昇 増 상승 증가 เพิ่ม ขึ้น',
    'fall fell fallen decreas drop declin down sank shrink gesunk sink fiel gefallen abnahm baiss diminu recul baj disminu cay caiu reduz cal diminu sces gedaald daal afname minska sjönk faldt falt lask vähen spad zmniejsz klesl pokles csökken scăzut пад сниз уменьш впа зменш düştü azal انخفض تراجع ירד घट কমে turun menurun giảm 降 减 減 跌 下落 하락 감소 ลด',
  ],
  [
    'win won victor gewonnen sieg gagn vainc gan vencid vence venceu ganh vint vitt gewonnen won vann vunn vandt voitt wygra vyhrá győz nyert câștigat выигр побед вигра перемог kazan فاز فوز ניצח जीत জিতে menang thắng 胜 勝 赢 贏 승리 ชนะ',
    'lose lost defeat verlor niederlage perdu défait perdi perd derrot pers sconf verloren verlies förlor tapte tabte häv przegra prohrá vesztett pierdut проигр пораж програ поразк kaybet yenil خسر هزيم הפסיד हार হার kalah thua 败 敗 输 輸 패배 แพ้',
  ],
  [
    'approv accept adopt pass agreed gebilligt angenommen zugestimmt approuv accept adopt aprob acept aprov aceit approvat accettat goedgekeurd aangenomen godkänd godkendt vedtatt hyväks zatwierdz schvál elfogad aprobat acceptat одобр принял утверд схвал onayla kabul وافق أقر אישר मंजूर অনুমোদ disetujui phê duyệt 批准 通过 通過 承認 可決 승인 통과 อนุมัติ',
    'reject refus den veto abgelehnt rejet refus rechaz rejeit recus respint afgewezen verworpen avslag avvis forkast hylk odrzuc zamít elutas respins отклон отверг відхил reddet رفض דחה खारिज প্রত্যাখ্যান ditolak bác bỏ 否决 否決 拒绝 却下 거부 부결 ปฏิเสธ',
  ],
]

const STEM_CHARS_MIN = 3
const DIRECTION_STEM_CHARS_MIN = 5
const DIRECTIONS = GROUPS.findIndex(([north]) => north!.startsWith('north '))

/** Function words of one language that stand in a list for another: "die", "est" and "sur" are in half of all sentences. */
const EVERYDAY: ReadonlySet<string> = new Set(['die', 'est', 'este', 'sur', 'sul', 'nam', 'den', 'miss', 'tot'])
/** Other words that begin as one of the lists does. */
const OTHER_WORDS =
  /^(?:total|deadlin|missi[ol]|mortgag|mortar|freedom|siege|person|perspe|persist|persu|win(?:d|ter|e)|wonder|vinter|pass(?:eng|ag|por|word|eio|ion)|den[nstk])/u

const STEMS = GROUPS.map((classes) =>
  classes.map((stems) =>
    [...new Set(stems.split(/\s+/u))].filter((stem) => isOpenScript(stem) || stem.length >= STEM_CHARS_MIN),
  ),
)

/** Whether one side says what the other side excludes. @param before, after words in lower case. */
export function areOpposed(before: readonly string[], after: readonly string[]): boolean {
  // A word put for another, as "este" for "oeste", is no function word; among others it mostly is.
  const isPair = before.length === 1 && after.length === 1 && !(isEveryday(before[0]!) && isEveryday(after[0]!))
  const [then, now] = [before, after].map((words) => (isPair ? words : words.filter((word) => !isEveryday(word)))) as [
    string[],
    string[],
  ]
  return STEMS.some((classes, group) => {
    const [one, other] = [classesIn(then, classes, group), classesIn(now, classes, group)]
    return one !== '' && other !== '' && one !== other
  })
}

/** Of the dead and of judgements only these classes exclude others: "the suspect" and "the detained man" are one person. */
const DEAD = '0'
const JUDGED: readonly string[] = ['0', '1']

/** Whether one word says what the other excludes, and neither can be another name for the same thing or person. */
export function areContrary(before: readonly string[], after: readonly string[]): boolean {
  const [then, now] = [before[0], after[0]]
  if (then === undefined || now === undefined || before.length > 1 || after.length > 1) return false
  return (
    areOpposed(before, after) &&
    STEMS.some((classes, group) => {
      const [one, other] = [classesIn(before, classes, group), classesIn(after, classes, group)]
      if (one === '' || other === '' || one === other) return false
      if (group === 0) return one === DEAD || other === DEAD
      return group !== 1 || (JUDGED.includes(one) && JUDGED.includes(other))
    })
  )
}

const isEveryday = (word: string) => EVERYDAY.has(word)

const classesIn = (words: readonly string[], classes: readonly (readonly string[])[], group: number): string =>
  classes
    .flatMap((stems, index) => (words.some((word) => stems.some((stem) => begins(word, stem, group))) ? [index] : []))
    .join()

function begins(word: string, stem: string, group: number): boolean {
  if (isOpenScript(stem)) return word.includes(stem)
  if (!word.startsWith(stem) || OTHER_WORDS.test(word)) return false
  if (group !== DIRECTIONS || stem.length >= DIRECTION_STEM_CHARS_MIN || !/^\p{scx=Latin}/u.test(stem)) return true
  return word.length === stem.length || word[stem.length] === '-'
}

/** Scripts whose words run together. */
function isOpenScript(text: string): boolean {
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}\p{scx=Thai}]/u.test(text)
}
