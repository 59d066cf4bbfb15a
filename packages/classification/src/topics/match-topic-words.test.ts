import { expect, test } from 'vitest'
import { classify } from '../classify.ts'

/** [language, first digits of the top level or '' for none, title, text]: written before the lists of words were. */
const ARTICLES: readonly (readonly [string, string, string, string])[] = [
  [
    'de',
    '15',
    'FC Kaltenfurt gewinnt das Finale im Elfmeterschießen',
    'Der Torhüter hielt zwei Elfmeter, und der Stürmer traf in der letzten Minute. Trainer und Fans feierten im Stadion.',
  ],
  [
    'de',
    '11',
    'Bundestag stimmt über Wahlrecht ab',
    'Die Abgeordneten der Regierung und der Opposition stritten am Donnerstag im Parlament über das neue Wahlrecht. Der Kanzler warb um Stimmen.',
  ],
  [
    'de',
    '04',
    'Zentralbank senkt Leitzins',
    'Die Zentralbank hat den Leitzins gesenkt, um die Konjunktur zu stützen. Aktien stiegen, die Inflation lag zuletzt bei zwei Prozent.',
  ],
  [
    'es',
    '03',
    'Un terremoto deja decenas de heridos',
    'El seísmo de magnitud seis derrumbó edificios y los equipos de rescate buscan supervivientes entre los escombros.',
  ],
  [
    'es',
    '15',
    'El equipo local gana la liga',
    'El delantero marcó dos goles y el portero paró un penalti. La afición celebró el título en el estadio.',
  ],
  [
    'es',
    '02',
    'Detenido por fraude un exalcalde',
    'La policía detuvo al exalcalde, acusado de fraude y soborno. El juez ordenó prisión y el fiscal pide diez años.',
  ],
  [
    'fr',
    '11',
    'Le gouvernement perd la majorité',
    'Les députés ont voté la motion de censure et le Premier ministre a remis sa démission au président. Des élections auront lieu.',
  ],
  [
    'fr',
    '07',
    'Une épidémie de rougeole inquiète les médecins',
    'Les hôpitaux signalent des dizaines de cas. Les médecins appellent les parents à faire vacciner leurs enfants.',
  ],
  [
    'fr',
    '01',
    'Le festival de cinéma ouvre ses portes',
    'Des réalisateurs et des acteurs du monde entier présentent leurs films. Le jury remettra la palme samedi.',
  ],
  [
    'it',
    '16',
    'Bombardamenti sulla città, decine di morti',
    'L’esercito ha bombardato la città e le truppe avanzano. I soldati e i civili fuggono dalla guerra.',
  ],
  [
    'it',
    '05',
    'Scuole, mancano gli insegnanti',
    'Le scuole riaprono senza insegnanti: studenti e genitori protestano e il ministero promette concorsi.',
  ],
  [
    'pt',
    '06',
    'Desmatamento na floresta aumenta',
    'O desmatamento e as queimadas destruíram a floresta. Ambientalistas pedem proteção das espécies e do clima.',
  ],
  [
    'pt',
    '13',
    'Cientistas lançam novo satélite',
    'O foguete levou o satélite ao espaço. Cientistas vão estudar o planeta com novos telescópios.',
  ],
  [
    'nl',
    '09',
    'Vakbond kondigt staking aan',
    'De werknemers leggen het werk neer voor hogere lonen. De vakbond en de werkgevers praten morgen weer over de cao.',
  ],
  [
    'nl',
    '03',
    'Dijk doorgebroken na storm',
    'Het water stroomde de straten in. De brandweer evacueerde honderden bewoners na de overstroming.',
  ],
  [
    'pl',
    '11',
    'Sejm przyjął budżet',
    'Posłowie rządu i opozycji głosowali w parlamencie nad budżetem. Premier zapowiedział wybory.',
  ],
  [
    'pl',
    '15',
    'Reprezentacja wygrała mecz',
    'Bramkarz obronił karnego, a napastnik strzelił gola w ostatniej minucie meczu.',
  ],
  [
    'ru',
    '16',
    'Войска обстреляли город',
    'Армия обстреляла город ракетами, солдаты наступают. Переговоры о перемирии сорваны.',
  ],
  [
    'ru',
    '04',
    'Центральный банк повысил ставку',
    'Банк повысил ставку, чтобы замедлить инфляцию. Акции упали, рубль укрепился.',
  ],
  [
    'ar',
    '03',
    'زلزال يضرب المدينة',
    'ضرب زلزال قوي المدينة وأدى إلى انهيار مبان ومقتل عشرات الأشخاص وتبحث فرق الإنقاذ عن ناجين.',
  ],
  [
    'ar',
    '15',
    'الفريق يفوز بالبطولة',
    'فاز الفريق بالمباراة النهائية بعد هدف في الدقيقة الأخيرة واحتفل الجمهور في الملعب.',
  ],
  ['tr', '03', 'Depremde onlarca yaralı', 'Deprem binaları yıktı, kurtarma ekipleri enkaz altında kalanları arıyor.'],
  [
    'sv',
    '07',
    'Fler vaccineras mot influensa',
    'Läkare och sjukhus ser fler patienter med influensa. Myndigheten uppmanar äldre att vaccinera sig.',
  ],
  [
    'uk',
    '11',
    'Парламент ухвалив закон',
    'Депутати проголосували за закон, а президент його підписав. Опозиція вимагає виборів.',
  ],
  ['zh', '04', '央行下调利率', '中央银行宣布下调利率以支持经济增长，股市上涨，通货膨胀率降至百分之二。'],
  ['ja', '03', '地震で建物が倒壊', '強い地震で建物が倒壊し、救助隊が生存者を捜索している。'],
  [
    'de',
    '',
    'Apple und Google',
    'Apple und Google melden: Software Update, Cloud, Tablet, Browser, Server und Streaming für Millionen Computer im Internet.',
  ],
  ['fr', '', 'Sport', 'Football, tennis, rugby, basket : le programme du week-end.'],
  ['es', '', 'Nota', 'Banco Central, Wall Street, dólar, euro: mercado global y Brexit.'],
  ['en', '', 'Untitled', 'Alpha beta gamma delta epsilon.'],
]

const verdicts = ARTICLES.map(([language, digits, title, text]) => {
  const { topics } = classify({ title, text })
  return { language, digits, title, found: topics[0]?.qcode.slice('medtop:'.length).slice(0, 2) ?? '', topics }
})

test('articles in other languages are about what they are about, or nothing', () => {
  const wrong = verdicts.filter(({ digits, found }) => digits !== '' && found !== '' && found !== digits)
  expect(wrong).toEqual([])
})

test('most of them are about something', () => {
  const named = verdicts.filter(({ digits, found }) => digits !== '' && found === digits)
  expect(named.length).toBeGreaterThanOrEqual(17)
})

test('the words that decided it stand in the text, whatever their endings', () => {
  const [topic] = classify({
    title: 'Gewerkschaften rufen zum Warnstreik auf',
    text: 'Die Beschäftigten fordern höhere Löhne, die Arbeitgeber lehnten ab. Die Gewerkschaft droht mit weiteren Streiks.',
  }).topics
  expect(topic).toMatchObject({ qcode: 'medtop:09000000' })
  expect(topic!.terms).toEqual(expect.arrayContaining(['Warnstreik', 'Beschäftigten', 'Arbeitgeber']))
})
