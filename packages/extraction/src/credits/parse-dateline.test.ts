import { expect, test } from 'vitest'
import type { Agency } from './find-agency.ts'
import { findFootCredit } from './find-foot-credit.ts'
import { parseByline } from './parse-byline.ts'
import { parseDateline } from './parse-dateline.ts'

test.for<[string, string | null, string | null, string | null, string]>([
  ['WASHINGTON — Presidents met', 'WASHINGTON', null, null, 'Presidents met'],
  ['BRUSSELS (Reuters) -NATO has', 'BRUSSELS', 'Reuters', null, 'NATO has'],
  ['Washington [US], January 2 (ANI): The', 'Washington [US]', 'ANI', 'January 2', 'The'],
  ['JERUSALEM, Israel (AP) — The', 'JERUSALEM, Israel', 'AP', null, 'The'],
  ['The Hague (AP) — Judges', 'The Hague', 'AP', null, 'Judges'],
  ['KYIV, Ukraine — The', 'KYIV, Ukraine', null, null, 'The'],
  ['KIEV, Jan. 2 (Xinhua) -- The', 'KIEV', 'Xinhua', 'Jan. 2', 'The'],
  ['NEW DELHI: The minister', 'NEW DELHI', null, null, 'The minister'],
  ['(AP) — The', null, 'AP', null, 'The'],
  ['March 4 (Reuters) - Futures', null, 'Reuters', 'March 4', 'Futures'],
  ['GRAND JUNCTION — The', 'GRAND JUNCTION', null, null, 'The'],
  ['PORT ELLERY — The', 'PORT ELLERY', null, null, 'The'],
  ['HAVERTON, Jan. 4: The', 'HAVERTON', null, 'Jan. 4', 'The'],
  ['PARIS, 3 janv 2022 (AFP) - Le', 'PARIS', 'AFP', '3 janv 2022', 'Le'],
  ['Berlin/München (dpa) - Der', 'Berlin/München', 'dpa', null, 'Der'],
  ['Madrid, 2 ene (EFE).- El', 'Madrid', 'EFE', '2 ene', 'El'],
  ['LONDRES.- El primer', 'LONDRES', null, null, 'El primer'],
  ['(ANSA) - ROMA, 02 GEN - Il', 'ROMA', 'ANSA', '02 GEN', 'Il'],
  ['Lisboa, 02 jan 2022 (Lusa) – O', 'Lisboa', 'Lusa', '02 jan 2022', 'O'],
  ['Warszawa (PAP) - Rząd', 'Warszawa', 'PAP', null, 'Rząd'],
  ['МОСКВА, 30 декабря. /ТАСС/. Президент', 'МОСКВА', 'TASS', '30 декабря', 'Президент'],
  ['МОСКВА, 30 дек - РИА Новости. Президент', 'МОСКВА', 'RIA', '30 дек', 'Президент'],
  ['Москва. 30 декабря. INTERFAX.RU - Президент', 'Москва', 'Interfax', '30 декабря', 'Президент'],
  ['ANKARA (AA) - Cumhurbaşkanı', 'ANKARA', 'Anadolu', null, 'Cumhurbaşkanı'],
  ['Jakarta (ANTARA) - Presiden', 'Jakarta', 'ANTARA', null, 'Presiden'],
  ['واشنطن (أ ف ب) - قال', 'واشنطن', 'AFP', null, 'قال'],
  ['नई दिल्ली, 2 जनवरी (भाषा) प्रधानमंत्री', 'नई दिल्ली', 'PTI', '2 जनवरी', 'प्रधानमंत्री'],
  ['新华社北京1月2日电（记者张三）国家', '北京', 'Xinhua', '1月2日', '国家'],
  ['【北京共同】中国', '北京', 'Kyodo', null, '中国'],
  ['(서울=연합뉴스) 김철수 기자 = 대통령', '서울', 'Yonhap', null, '대통령'],
  ['मुंबई, पांच मार्च (भाषा) नगर', 'मुंबई', 'PTI', 'पांच मार्च', 'नगर'],
  ['بوشهر - ایرنا - شهردار', 'بوشهر', 'IRNA', null, 'شهردار'],
  ['تهران- ایسنا- شهردار', 'تهران', 'ISNA', null, 'شهردار'],
  ['Elif KAYA/KIYIKENT, (DHA) - Kent', 'KIYIKENT', 'DHA', null, 'Kent'],
  ['Surabaya - Pemerintah kota dan pemerintah', 'Surabaya', null, null, 'Pemerintah kota dan pemerintah'],
  ['Bremen – Die Stadt', 'Bremen', null, null, 'Die Stadt'],
  ['Singapore - The port', 'Singapore', null, null, 'The port'],
  ['〔記者林小華／台北報導〕台北市', '台北', null, null, '台北市'],
  ['(記者張三台北22日電)市府', '台北', null, '22日', '市府'],
  ['（中央社記者林小華新竹縣3月2日電）縣府', '新竹縣', 'CNA', '3月2日', '縣府'],
  ['（中央社記者林小華青湖3日電）鄉公所', '青湖', 'CNA', '3日', '鄉公所'],
  [
    'சென்னை: மாநகராட்சி கூட்டம் திங்கள்கிழமை நடந்தது, அதில் புதிய பூங்கா ஒன்றுக்கு நிதி ஒதுக்கப்பட்டது.',
    'சென்னை',
    null,
    null,
    'மாநகராட்சி கூட்டம் திங்கள்கிழமை நடந்தது, அதில் புதிய பூங்கா ஒன்றுக்கு நிதி ஒதுக்கப்பட்டது.',
  ],
  ['【ロンドン＝高橋直樹】英国の', 'ロンドン', null, null, '英国の'],
])('%s', ([text, place, agency, date, rest]) => {
  const found = parseDateline(text)
  expect([found?.place, found?.agency?.id ?? null, found?.date]).toEqual([place, agency, date])
  expect(text.slice(found?.length)).toBe(rest)
})

test.for<[string, string[]]>([
  ['(서울=연합뉴스) 김철수 기자 = 대통령', ['김철수']],
  ['(서울=연합뉴스) 김철수 이영희 기자 = 대통령', ['김철수', '이영희']],
  ['新华社北京1月2日电（记者张三、李小四）国家', ['张三', '李小四']],
  ['新华社北京1月2日电 （记者张三报道）国家', ['张三']],
  ['中新网北京1月2日电(中新财经记者 张三)国家', ['张三']],
  ['新华社北京1月2日电（国际观察）国家', []],
  ['新华社北京1月2日电（体育）国家', []],
  ['〔記者林小華／台北報導〕台北市', ['林小華']],
  ['【ロンドン＝高橋直樹】英国の', ['高橋直樹']],
  ['【ロンドン＝共同】英国の', []],
  ['(記者張三台北22日電)市府', ['張三']],
  ['（中央社記者林小華、王明新竹縣3月2日電）縣府', ['林小華', '王明']],
  ['（中央社記者張三華盛頓2日專電）白宮', ['張三']],
  ['（中央社記者林小華青湖3日電）鄉公所', []],
  ['Elif KAYA/KIYIKENT, (DHA) - Kent', ['Elif KAYA']],
  ['МОСКВА, 30 дек - РИА Новости, Анна Белова. Президент', ['Анна Белова']],
  ['МОСКВА, 30 дек - РИА Новости. Анна Белова сказала', []],
  ['Berlin/München (dpa) - Der', []],
])('people in %s', ([text, authors]) => expect(parseDateline(text)?.authors).toEqual(authors))

test.for<[string, string | null]>([
  ['Jane Roe (with Reuters)', 'Reuters'],
  ['Jane Roe (AFP)', 'AFP'],
  ['Foto: Max Muster (dpa)', null],
  ['Archive Photo (AFP)', null],
  ['Barclays shares rose (Reuters)', null],
  ['Symbolbild (dpa)', null],
])('the foot %s credits %s', ([line, agency]) => expect(findFootCredit(line)?.agency?.id ?? null).toBe(agency))

test.for<[string, string | null, string | null]>([
  ['[한국일보 홍길동 기자]', '홍길동', null],
  ['사진 홍길동 기자', null, null],
  ['그래픽 홍길동 기자', null, null],
  ['전직 신문 기자', null, null],
  ['Jane Roe (avec AFP)', 'Jane Roe', 'AFP'],
  ['Anna Roe (Met Office)', 'Anna Roe', 'Met Office'],
])('the line %s credits %s of %s', ([line, name, affiliation]) => {
  const found = parseByline(line)?.authors[0]
  expect([found?.name ?? null, found?.affiliation ?? null]).toEqual([name, affiliation])
})

test('a joint credit names all its agencies', () => {
  const agencies = ({ id, joint = [] }: Agency) => [id, ...joint.map((other) => other.id)]
  expect(agencies(parseDateline('PARIS (AFP/Reuters) - Le')!.agency!)).toEqual(['AFP', 'Reuters'])
  expect(agencies(parseByline('Jane Roe with AP and Reuters')!.agency!)).toEqual(['AP', 'Reuters'])
  expect(agencies(parseByline('Von dpa/AFP')!.agency!)).toEqual(['dpa', 'AFP'])
  expect(agencies(findFootCredit('(dpa, AFP, AFP)')!.agency!)).toEqual(['dpa', 'AFP'])
  expect(agencies(findFootCredit('(Reuters)')!.agency!)).toEqual(['Reuters'])
})

test.for([
  'Germany - France ends in a draw',
  'Bremen - Mainz endet torlos',
  'Turkey – Take a look at the map and take your time',
  'Berlin - Union gewinnt und steigt auf',
  '(記者張三青湖22日電)市府',
  '(記者會將於3日電視轉播)市府',
  'சென்னை: ஒரு வரலாறு',
  'குறிப்பு: மாநகராட்சி கூட்டம் திங்கள்கிழமை நடந்தது, அதில் புதிய பூங்கா ஒன்றுக்கு நிதி ஒதுக்கப்பட்டது.',
  'Rain - The farmers had waited for it',
  '【写真＝代表撮影】橋を',
  '【写真＝山田太郎】橋を',
  '【文＝山田太郎】橋を',
  '【写真＝時事】橋を',
  '(사진=연합뉴스) 홍길동 기자 = 대통령',
  'Jordan – The star of the Bulls – has bought a house',
  'NATO — the alliance — met',
  'NASA: The agency said',
  'BREAKING: The minister resigns',
  'Police said (AP) - no',
  'He said the US — and its allies',
  'By the river - a tale',
  'Вакцина Sputnik прошла испытания',
  'The Treaty (1997) - still in force',
])('none in: %s', (text) => expect(parseDateline(text)).toBeNull())

test.for([
  'CLAIM: The sea wall fell',
  'DEAR TOM: My husband',
  'TLDR: We wait',
  'MIGRATION — The council',
  'LE POINT SUR LES TRAVAUX - Le conseil',
])('%s opens with no place', (text) => expect(parseDateline(text)).toBeNull())

test.for<[string, string | null]>([
  ['OLDHAVEN: Two boats sank on Monday. A hospital in Oldhaven took in the crews.', 'OLDHAVEN'],
  ['PORT-ELLERY, Coast: Two boats sank near Port-Ellery.', 'PORT-ELLERY, Coast'],
  ['VILLA ESTACIÓN — El alcalde dijo que en Villa Estación no hay agua.', 'VILLA ESTACIÓN'],
  ['CLAIM: The wall fell. There is no proof in Claim 4, and the claim is old.', null],
  ['OLDHAVEN: Two boats sank, says the mayor of Oldhaven.', null],
])('a place that no list has is believed if the text says "in" it: %s', ([text, place]) =>
  expect(parseDateline(text)?.place ?? null).toBe(place),
)
