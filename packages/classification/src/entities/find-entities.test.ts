import { describe, expect, test } from 'vitest'
import { findEntities } from './find-entities.ts'

const TEXT = `Foreign Minister Sergei Orlov met Tamsin Odell in Anselm on March 3, the Ministry of Trade said.

Orlov brought 1,250 letters. "We have waited for this day," Odell said. Following the talks, NATO welcomed the news.`

test.for([
  { kind: 'person', name: 'Sergei Orlov', count: 2 },
  { kind: 'person', name: 'Tamsin Odell', count: 2 },
  { kind: 'place', name: 'Anselm', count: 1 },
  { kind: 'organisation', name: 'NATO', count: 1 },
  { kind: 'number', key: '1250' },
  { kind: 'date', key: '03-03' },
  { kind: 'quotation', speaker: 'Tamsin Odell' },
])('finds $kind $name', (entity) => {
  expect(findEntities(TEXT)).toContainEqual(expect.objectContaining(entity))
})

test('takes no sentence opener for a name', () => {
  expect(findEntities(TEXT).map(({ name }) => name)).not.toContain('Following')
})

describe('numbers and dates', () => {
  test.for<[string, string, string[]]>([
    ['en', 'It cost $2.4m, or 4.5 per cent of 1,250,000.', ['$2400000', '4.5%', '1250000']],
    ['en', 'They won 3-1 in 2031, and 2000 fans came.', ['3-1', '2000', '2031']],
    ['en', 'Twenty-seven states met on 12 June 2030 and 2030-07-01.', ['27', '2030-06-12', '2030-07-01']],
    ['de', 'Rund 82.000 Menschen zahlten 3,2 Millionen Euro, elf am 9. März.', ['82000', '3200000', '11', '03-09']],
    ['fr', '1 200 agents, 3,5 % et 12 millions le 1er mai 2031', ['1200', '3.5%', '12000000', '2031-05-01']],
    ['es', 'Once vecinos y 2.300 hectáreas el 3 de agosto de 2031', ['2300', '11', '2031-08-03']],
    ['pl', '2 mln zł i 450 osób 15 lipca', ['2000000', '450', '07-15']],
    ['ru', '900 миллионов рублей и 2000 человек 9 мая', ['900000000', '2000', '05-09']],
    ['ar', '٣٥٠ مليون دولار يوم 12 مارس', ['350000000', '03-12']],
    ['zh', '火箭将42颗卫星送入轨道，总重5860公斤，耗资3.5亿元，定于12月19日', ['42', '5860', '350000000', '12-19']],
    ['ja', '2031年1月15日、マグニチュード6.4の地震で23人が死亡、4万人が避難', ['6.4', '23', '40000', '2031-01-15']],
    ['ko', '경찰은 12월 19일 1,730명이 다쳤다고 밝혔다', ['1730', '12-19']],
    ['th', 'เรือ42ลำจมลง', ['42']],
    ['ja', '被害額は3億4000万円、1万2000人、3万、5000', ['340000000', '12000', '30000', '5000']],
    ['ko', '피해액 3억 4000만 원, 3만 5명', ['340000000', '30000', '5']],
    ['zh', '以2-1击败，2029年', ['2-1', '2029']],
    ['he', 'ב-14 במרץ 2031 עלו 2.5 מיליון', ['2500000', '2031-03-14']],
    ['hi', '25 करोड़ रुपये, 5 लाख, 62 प्रतिशत, 15 अगस्त 2031', ['250000000', '500000', '62%', '2031-08-15']],
    ['fi', '5. maaliskuuta 2031 oli 2,5 miljoonaa', ['2500000', '2031-03-05']],
    ['tr', 'Toplam 1,5 milyar lira, 19 Mayıs', ['1500000000', '05-19']],
    ['tr', 'Hisseler yüzde 4,5 düştü', ['4.5%']],
    ['sw', 'shilingi bilioni 45 na asilimia 40', ['45000000000', '40%']],
    ['th', 'วันที่ 12 มีนาคม 2574 ใช้ 3,500 ล้านบาท', ['3500000000', '2031-03-12']],
    ['ms', 'bernilai RM45 juta', ['45000000']],
    // "once" and "due" are numbers elsewhere.
    ['en', 'Once it was due.', []],
    ['en', 'On February 40 nothing happens.', ['40']],
  ])('%s: %s', ([language, text, keys]) => {
    const found = findEntities(text, language).filter(({ kind }) => kind === 'number' || kind === 'date')
    expect(found.map(({ key }) => key)).toEqual(keys)
  })
})

describe('people and bodies', () => {
  test.for<[string, string, string, string]>([
    ['en', 'The mayor of Lindmouth opened it.', 'place', 'Lindmouth'],
    ['en', 'Analyst Ruben Achterberg of Orchard & Sons bought it.', 'organisation', 'Orchard & Sons'],
    ['en', 'They sailed to San Pedro near Lake Ansell.', 'place', 'Lake Ansell'],
    ['de', 'Die Ministerin Silke Brandt sprach mit der Presse.', 'person', 'Silke Brandt'],
    ['de', 'Die Vorsitzende Ursula von der Aue trat zurück.', 'person', 'Ursula von der Aue'],
    ['de', 'Die Firma Nordlager GmbH schloss das Werk.', 'organisation', 'Nordlager GmbH'],
    ['fr', 'Selon Mme Maubert, rien ne change.', 'person', 'Maubert'],
    ['es', 'El alcalde Ramón Quiroga pidió ayuda.', 'person', 'Ramón Quiroga'],
    ['ru', 'Мэр Сергей Орлов открыл мост.', 'person', 'Сергей Орлов'],
    ['cs', 'Podle Petra Malíka se Petr Malík vrátil.', 'person', 'Petr Malík'],
    ['fi', 'Liikenneministeri Antti Rautio avasi sillan Oulussa.', 'place', 'Oulussa'],
    ['hu', 'Szabó Gergely a városban járt.', 'person', 'Szabó Gergely'],
    ['tr', "Kemal Yıldıran dün Ankara'da konuştu.", 'place', 'Ankara'],
    ['el', 'Ο υπουργός Μεταφορών Στέλιος Παπαδάκης ήρθε.', 'person', 'Στέλιος Παπαδάκης'],
    ['id', 'Menteri Perhubungan Budi Hartanto hadir.', 'person', 'Budi Hartanto'],
    ['sw', 'Wizara ya Uchukuzi ilisema hayo.', 'organisation', 'Wizara ya Uchukuzi'],
    ['vi', 'Theo Bộ Quốc phòng, bão đã tan.', 'organisation', 'Bộ Quốc phòng'],
    ['uk', 'Директор компанії «Орбіта Плюс» прийшов.', 'organisation', 'Орбіта Плюс'],
    ['fa', 'شهردار شیراز، مریم صادقی، آمد.', 'person', 'مریم صادقی'],
    ['th', 'นายสมชาย วงศ์ทองกล่าวว่าดี', 'person', 'สมชาย วงศ์ทอง'],
  ])('%s: %s', ([language, text, kind, name]) => {
    expect(findEntities(text, language)).toContainEqual(expect.objectContaining({ kind, name }))
  })

  test('German nouns are no names', () => {
    const text = 'Die Ursache des Brandes ist in Teilen unklar. Rund um die Halle lagen Trümmer, und das Wasser stieg.'
    expect(findEntities(text, 'de')).toEqual([])
  })

  test('a woman and a man of one family name are two', () => {
    const text = 'Petr Malík a Jana Malíková přišli. Malíková mluvila s panem Malíkem.'
    const people = findEntities(text, 'cs').map(({ kind, name, count }) => `${kind} ${name} ${count}`)
    expect(people).toEqual(['person Jana Malíková 2', 'person Petr Malík 2'])
  })

  test('a place and the body named after it are two', () => {
    const text = 'The Bank of Caldmere lent it. Reporters in Caldmere saw Caldmere change.'
    const names = findEntities(text, 'en').map(({ kind, name }) => `${kind} ${name}`)
    expect(names).toContain('place Caldmere')
    expect(names).toContain('organisation Bank of Caldmere')
  })
})

describe('speakers', () => {
  test.for<[string, string, string | null]>([
    ['en', 'Mayor Ines Okafor spoke. “We saw nothing like it,” she added.', 'Ines Okafor'],
    ['en', 'Ines Okafor met Marta Velo. “We saw nothing like it,” she added.', null],
    ['en', 'Ines Okafor told reporters: “We saw nothing like it.” Marta Velo said no.', 'Ines Okafor'],
    ['en', 'The sign read “We saw nothing like it” for years.', null],
    ['de', '„Das ist ein Sieg für alle“, sagte Annegret Solbach am Abend.', 'Annegret Solbach'],
    ['fr', '« Nous ne céderons pas », a déclaré Claire Maubert.', 'Claire Maubert'],
    ['sv', '”Jag är så tacksam”, sade Ingrid Hallström.', 'Ingrid Hallström'],
    ['ar', 'وقال الحداد: «هذا يوم كبير لبلدنا».', 'الحداد'],
  ])('%s: %s', ([language, text, speaker]) => {
    const quotation = findEntities(text, language).find(({ kind }) => kind === 'quotation')
    expect(quotation?.speaker).toBe(speaker)
  })
})

test.for<[string, string, string[]]>([
  [
    'ja',
    '宇宙機関のホリス・ブラント所長が述べた。元首相の安倍太郎氏も出席した。ブラント所長は午後に帰国した。',
    ['ホリス・ブラント', '安倍太郎'],
  ],
  ['ja', '両氏は会見した。ニューヨーク・タイムズが報じた。日本代表選手が帰国した。', []],
  [
    'ja',
    'レアル・マドリード監督とグーグル・ジャパン社長が会った。ボスニア・ヘルツェゴビナ首相は気温摂氏35度の中。',
    [],
  ],
  ['ja', '鈴木・山田両氏は会見した。', []],
  ['ko', '김민수 씨가 박지성 감독과 만났다. 박 감독은 이수진씨와 말했다.', ['김민수', '박지성', '이수진']],
  ['ko', '서울시 시장이 왔다. 조선소 사장 인사가 있었다. 이번주 대표단을 보낸다. 강원도 지사는 없다.', []],
  ['ko', '오전에 대통령이 왔다. 정부는 장관 후보를 냈다. 정 장관은 이라크 총리와 만났다. 이 총리는 갔다.', []],
  ['ko', '유가족 대표와 장애인 의원, 한국계 선수, 조지아 대통령, 전문가 위원장이 만났다. 한 선수는 갔다.', []],
])('people whom a title marks, in %s: %s', ([language, text, people]) => {
  const found = findEntities(text, language).filter(({ kind }) => kind === 'person')
  expect(found.map(({ name }) => name).sort()).toEqual(people)
})

test.for<[string, string, string[]]>([
  ['ar', 'قال مسؤول إن رئيس وفد مسؤول سيصل. وقالت صحيفة إن رئيس تحرير صحيفة استقال.', []],
  ['ar', 'أعلن الوزير محمد أمس اجتماعا في مدينة كبيرة، وبدأ الرئيس زيارة رسمية إلى الشمال.', []],
  ['ar', 'يحتاج بنك الدم إلى متبرعين، والوضع المالي مالي بحت.', []],
  ['ar', 'وصل وزير الخارجية سامي الحداد إلى بيروت. وقال الحداد إن لبنان مستعد.', ['سامي الحداد', 'بيروت', 'لبنان']],
  ['he', 'ראש העיר אמר כי גיל הפרישה יעלה. אור גדול, טל בוקר ושיר ערש. התושבים הודו למארגנים.', []],
  ['he', 'מנכ"לית החברה ויו"ר הוועד נפגשו לדון בדו"ח.', []],
  ['he', 'דובר צה"ל מסר כי השר גיל אבנרי הגיע לחיפה.', ['צה"ל', 'גיל אבנרי', 'חיפה']],
  ['hi', 'स्थानीय पुलिस ने कहा कि सरकारी बैंक बंद हैं। इसी दौरान पुलिस वहाँ से चली गई। माली बाग में गया।', []],
  ['hi', 'दिल्ली पुलिस ने बताया कि मंत्री अनिल मिश्रा जापान में हैं।', ['दिल्ली पुलिस', 'अनिल मिश्रा', 'जापान']],
  ['zh', '教授高度评价说，部长会议指出，市长于周一说，主席团成员表示，贺信中说，周三表示。', []],
  ['zh', '提高医院水平，行业协会支持，在大城市里，该公司认为不妥。', []],
  ['zh', '市长李明说，英国主席雅思娜·佩拉夫到了北京。佩拉夫很高兴。', ['雅思娜·佩拉夫', '北京', '李明', '英国']],
  ['ja', '北浜市長と大阪府知事、両国首相が会談した。フランスと日本の選手。', ['フランス', '日本']],
  ['ko', '프랑스에서 온 대표와 이라크산 원유, 조지아주 이야기.', ['이라크', '프랑스']],
])('names without capitals, in %s: %s', ([language, text, names]) => {
  const found = findEntities(text, language).filter(({ kind }) => /^(?:person|organisation|place|other)$/.test(kind))
  expect(found.map(({ name }) => name).sort()).toEqual([...names].sort())
})

test.for<[string, string, string[]]>([
  [
    'he',
    'מנכ"לית צה"ל אמרה: "נעשה הכול כדי לנצח" ו"הכול בסדר גמור עכשיו".',
    ['נעשה הכול כדי לנצח', 'הכול בסדר גמור עכשיו'],
  ],
  ['ja', '市長は「全力で支援」と述べ、「一帯一路」構想と『白い家』を読んだ。', ['全力で支援']],
  ['zh', '他说：“我同意。” “一带一路”倡议。', ['我同意。']],
  ['ko', '그는 “이미 끝났다”고 말했고 ‘한류 열풍’ “새마을 운동”을 언급했다.', ['이미 끝났다']],
])('short quotations, in %s: %s', ([language, text, said]) => {
  const found = findEntities(text, language).filter(({ kind }) => kind === 'quotation')
  expect(found.map(({ name }) => name)).toEqual(said)
})

test.for([
  ['1 2 '.repeat(20_000)],
  ['A & '.repeat(20_000)],
  ['“ ”'.repeat(20_000)],
  ['1.'.repeat(30_000)],
  ['said '.repeat(20_000)],
  ['アー・'.repeat(20_000)],
  ['김가나 '.repeat(20_000)],
  ['김가나 의원 김 의원 '.repeat(5_000)],
  ['漢'.repeat(60_000)],
  ['长官李明 '.repeat(10_000)],
  ['市长李明说。'.repeat(10_000)],
  ['阿·'.repeat(30_000)],
  ['محمد علي '.repeat(6_000)],
  ['וזיר "א'.repeat(9_000)],
  ['मंत्री विजय सिन्हा ने '.repeat(3_000)],
])('hostile text of %s… ends', ([text]) => {
  for (const language of ['de', 'ja', 'ko', 'ar', 'he', 'hi', 'zh'])
    expect(findEntities(text!, language)).toBeInstanceOf(Array)
})

test.for([
  ['th', 'นายกขค จฉช '.repeat(6_000)],
  ['th', 'กระทรวง'.repeat(8_000)],
  ['fa', 'محمد علي '.repeat(6_000)],
  ['ta', 'அருண் முருகன் '.repeat(4_000)],
  ['id', 'Menteri Budi Hartanto Ab '.repeat(2_400)],
  ['vi', 'Bộ '.repeat(20_000)],
  ['ru', 'компании «А'.repeat(5_000)],
  ['cs', 'Ac '.repeat(20_000)],
  ['fi', `A${'a'.repeat(50_000)}`],
])('hostile text in %s ends', ([language, text]) => {
  expect(findEntities(text!, language!)).toBeInstanceOf(Array)
})

test.for([
  ['el', 'Η σύσκεψη έγινε την Τρίτη και το Πάσχα θα γίνει άλλη, από τον Ιανουάριο.'],
  ['id', 'Rapat digelar pada hari Senin dan dilanjutkan pada Agustus.'],
  ['sw', 'Mkutano ulifanyika siku ya Jumatatu na mwingine mwezi Septemba.'],
  ['tr', 'Toplantı 12 Mayıs Pazartesi günü yapıldı.'],
])('days and months are no names, in %s', ([language, text]) => {
  expect(
    findEntities(text!, language!).filter(({ kind }) => /^(?:person|organisation|place|other)$/.test(kind)),
  ).toEqual([])
})
