import { sha256Hex } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { classify } from '../classify.ts'
import { createGrouper } from '../stories/grouper.ts'

type Report = {
  /** Reports with the same name tell one event; "quake2" is another of the kind of "quake". */
  readonly event: string
  readonly lang: string
  readonly day: string
  readonly title: string
  readonly text: string
}

/** Everything in them is invented. */
const REPORTS: readonly Report[] = [
  {
    event: 'flood',
    lang: 'en',
    day: '2031-10-06',
    title: 'Flood in Montbrac kills three as river Serrane bursts its banks',
    text: `Three people died and more than 2,500 residents were evacuated after the river Serrane burst its banks in Montbrac overnight, the prefecture said.\n\nRegional president Laurent Vasseur, who visited the town with nurse Odile Perrin, promised 5.5 million euros in aid. The water rose 4 metres within an hour, the weather service said on October 6.`,
  },
  {
    event: 'flood',
    lang: 'fr',
    day: '2031-10-06',
    title: 'Montbrac : la crue de la Serrane fait trois morts',
    text: `La crue de la Serrane a fait trois morts à Montbrac, selon la préfecture. Plus de 2 500 habitants ont été évacués dans la nuit. Le président de la région, Laurent Vasseur, s'est rendu sur place.\n\n« L'eau est montée en une heure », raconte Odile Perrin, infirmière. Le Conseil régional débloquera 5,5 millions d'euros, a annoncé M. Vasseur le 6 octobre.`,
  },
  {
    event: 'bridge',
    lang: 'ru',
    day: '2031-05-09',
    title: 'В Заречье открыли мост через реку Тальму',
    text: `В городе Заречье в понедельник открыли новый мост через реку Тальму. Мэр Сергей Орлов сообщил, что строительство обошлось в 900 миллионов рублей.\n\n«Этого дня ждали двадцать лет», сказал Орлов. В церемонии участвовали 2340 человек. Министр транспорта Анна Белова приедет 9 мая. Длина моста — 1416 метров.`,
  },
  {
    event: 'bridge',
    lang: 'en',
    day: '2031-05-09',
    title: 'New Talma bridge opens in Zarechye',
    text: `The town of Zarechye on Monday opened a new bridge over the river Talma that is 1,416 metres long and cost 900 million roubles, mayor Sergei Orlov said.\n\nSome 2,340 people attended the ceremony. "We have waited for this day for twenty years," Orlov said. Transport minister Anna Belova is expected on May 9.`,
  },
  {
    event: 'school',
    lang: 'uk',
    day: '2031-09-01',
    title: 'У місті Озерне відкрили школу на 850 учнів',
    text: `У місті Озерне відкрили нову школу. Мер Тарас Гнатюк повідомив, що в ній навчатимуться 850 дітей. Будівництво коштувало 120 мільйонів гривень.\n\n«Ми чекали на цей день три роки», сказала директорка Оксана Левченко. Міністр освіти Андрій Бойчук приїде 1 вересня.`,
  },
  {
    event: 'school',
    lang: 'de',
    day: '2031-09-01',
    title: 'Neue Schule für 850 Kinder in Oserne eröffnet',
    text: `In der Stadt Oserne ist eine neue Schule eröffnet worden. Bürgermeister Taras Hnatjuk teilte mit, dass dort 850 Kinder lernen werden. Der Bau kostete 120 Millionen Hrywnja.\n\nDie Direktorin Oksana Lewtschenko sagte: „Wir haben drei Jahre auf diesen Tag gewartet.“ Bildungsminister Andrij Bojtschuk wird am 1. September erwartet.`,
  },
  {
    event: 'ferry',
    lang: 'el',
    day: '2031-07-02',
    title: 'Ναυάγιο του φέριμποτ «Αρτεμίς Κάστρο» στη Σκαρπέλα: 14 νεκροί',
    text: `Το φέριμποτ «Αρτεμίς Κάστρο» βυθίστηκε ανοιχτά της Σκαρπέλας με 212 επιβάτες. Ο υπουργός Ναυτιλίας Δημήτρης Βαλσάμης δήλωσε ότι 14 άνθρωποι έχασαν τη ζωή τους.\n\nΟ καπετάνιος Νίκος Μαρινάτος συνελήφθη στις 2 Ιουλίου. Η ταχύτητα του πλοίου ήταν 27 κόμβοι.`,
  },
  {
    event: 'ferry',
    lang: 'es',
    day: '2031-07-02',
    title: 'Se hunde el transbordador Artemis Kastro frente a Skarpela: 14 muertos',
    text: `El transbordador Artemis Kastro se hundió frente a Skarpela con 212 pasajeros a bordo. El ministro de Marina, Dimitris Valsamis, dijo que murieron 14 personas.\n\nEl capitán Nikos Marinatos fue detenido el 2 de julio. La nave iba a 27 nudos.`,
  },
  {
    event: 'airport',
    lang: 'ar',
    day: '2031-03-12',
    title: 'وزير النقل سامي الحداد يفتتح مطار الزهران بكلفة 350 مليون دولار',
    text: `افتتح وزير النقل سامي الحداد مطار الزهران الجديد يوم 12 مارس بحضور 1850 ضيفا.\n\nوقال الحداد إن الكلفة بلغت 350 مليون دولار، وإن المدير فريدريك ستاينمان سيدير المطار. ويبلغ طول المدرج 3640 مترا.`,
  },
  {
    event: 'airport',
    lang: 'en',
    day: '2031-03-12',
    title: 'Transport minister Sami al-Haddad opens Zahran airport',
    text: `Transport minister Sami al-Haddad opened the new Zahran airport on March 12 before 1,850 guests.\n\nThe airport cost $350 million, Haddad said; Frederik Steinmann will be its director. The runway is 3,640 metres long.`,
  },
  {
    event: 'mine',
    lang: 'he',
    day: '2031-04-20',
    title: 'קריסת מכרה בקורנובה: 37 כורים לכודים',
    text: `37 כורים לכודים במכרה בקורנובה לאחר קריסה. ראש העיר פטר וולקובסקי אמר כי 118 מחלצים פועלים במקום.\n\nמנהלת החברה קרינה שטרנברג הודיעה ב-20 באפריל כי המכרה בעומק 840 מטר ייסגר.`,
  },
  {
    event: 'mine',
    lang: 'en',
    day: '2031-04-20',
    title: 'Mine collapse traps 37 workers in Kornova',
    text: `Thirty-seven miners, 37 in all, are trapped in a mine in Kornova after a collapse. Mayor Petr Volkovsky said 118 rescuers were at work.\n\nKarina Sternberg, head of the company, announced on April 20 that the mine, 840 metres deep, will be closed.`,
  },
  {
    event: 'quake',
    lang: 'ja',
    day: '2031-01-15',
    title: 'カスティルノでM6.4の地震、死者23人',
    text: `カスティルノ市で15日、マグニチュード6.4の地震があり、23人が死亡した。市長のマルコ・フェランディーニ氏によると、4120人が避難している。\n\n救助隊を率いるジュリア・ベネデット氏は「時間との戦いだ」と語った。被害は680棟に及ぶ。`,
  },
  {
    event: 'quake',
    lang: 'it',
    day: '2031-01-15',
    title: 'Terremoto di magnitudo 6,4 a Castilno: 23 morti',
    text: `Una scossa di magnitudo 6,4 ha colpito Castilno il 15 gennaio: 23 i morti. Secondo il sindaco Marco Ferrandini gli sfollati sono 4.120.\n\n«È una corsa contro il tempo», dice Giulia Benedetto, che guida i soccorsi. Danneggiati 680 edifici.`,
  },
  {
    event: 'merger',
    lang: 'hi',
    day: '2031-06-11',
    title: 'ओर्लैंडो स्टील खरीदेगी वर्धा पावर को 7450 करोड़ में',
    text: `ओर्लैंडो स्टील ने कहा है कि वह वर्धा पावर को 7450 करोड़ रुपये में खरीदेगी। कंपनी में 48200 कर्मचारी हैं।\n\nचेयरमैन विक्रम सिंघानिया ने 11 जून को मुंबई में इसकी घोषणा की। निदेशक मार्टिन केलरमैन इस्तीफा देंगे।`,
  },
  {
    event: 'merger',
    lang: 'en',
    day: '2031-06-11',
    title: 'Orlando Steel to buy Vardha Power for 7,450 crore',
    text: `Orlando Steel said it would buy Vardha Power for 7,450 crore rupees, creating a company with 48,200 employees.\n\nChairman Vikram Singhania announced the deal in Mumbai on June 11. Director Martin Kellermann will resign.`,
  },
  {
    event: 'vote',
    lang: 'pt',
    day: '2031-11-09',
    title: 'Renata Figueira vence eleição em Castelvero com 57,2%',
    text: `Renata Figueira é a nova prefeita de Castelvero. Obteve 57,2% dos votos contra Dario Lombardi, candidato do Partido Popular, no domingo.\n\n“Começa uma nova época”, disse Figueira a 2.350 apoiadores. O governador Enrico Salvi telefonou-lhe de Milano.`,
  },
  {
    event: 'vote',
    lang: 'sv',
    day: '2031-11-09',
    title: 'Renata Figueira ny borgmästare i Castelvero',
    text: `Renata Figueira blir ny borgmästare i Castelvero. Hon fick 57,2 procent av rösterna mot Dario Lombardi från Folkpartiet i söndags.\n\n”En ny tid börjar”, sade Figueira inför 2 350 anhängare. Guvernören Enrico Salvi ringde henne från Milano.`,
  },
  {
    event: 'tanker',
    lang: 'fa',
    day: '2031-08-18',
    title: 'نفتکش «مارینا استار» در نزدیکی بندر کالدمیر آتش گرفت',
    text: `نفتکش «مارینا استار» با 84500 تن نفت در نزدیکی بندر کالدمیر آتش گرفت. ناخدا ویکتور هالبرگ و 26 ملوان نجات یافتند.\n\nرئیس بندر، تامسین اودل، گفت آتش پس از 9 ساعت مهار شد.`,
  },
  {
    event: 'tanker',
    lang: 'en',
    day: '2031-08-18',
    title: 'Tanker Marina Star catches fire off Caldmere',
    text: `The tanker Marina Star, with 84,500 tonnes of oil on board, caught fire off the port of Caldmere. Captain Viktor Hallberg and 26 sailors were saved.\n\nHarbour master Tamsin Odell said the fire was under control after 9 hours.`,
  },
  {
    event: 'trial',
    lang: 'ko',
    day: '2031-02-26',
    title: '법원, 라일 하그리브에 징역 12년 선고',
    text: `포트 안셀 법원은 26일 라일 하그리브에게 징역 12년을 선고했다. 판사 미리암 카스텔란은 그가 연금 기금에서 310450달러를 훔쳤다고 말했다.\n\n검사 데브 아난드는 피해자가 1730명이라고 밝혔다.`,
  },
  {
    event: 'trial',
    lang: 'en',
    day: '2031-02-26',
    title: 'Lyle Hargreave jailed for 12 years',
    text: `A court in Port Ansell sentenced Lyle Hargreave to 12 years in prison on February 26. Judge Miriam Castellane said he had taken $310,450 from a pension fund.\n\nProsecutor Dev Anand said there were 1,730 victims.`,
  },
  {
    event: 'launch',
    lang: 'zh',
    day: '2031-12-03',
    title: '“奥丁7号”火箭发射成功 搭载42颗卫星',
    text: `“奥丁7号”（Odin 7）火箭3日在塔尔维克航天中心发射成功，将42颗卫星送入轨道，总重5860公斤。\n\n项目负责人英格丽德·哈尔斯特伦（Ingrid Hallström）表示，下一次发射定于12月19日。`,
  },
  {
    event: 'launch',
    lang: 'en',
    day: '2031-12-03',
    title: 'Odin 7 rocket puts 42 satellites into orbit',
    text: `An Odin 7 rocket lifted off from Talvik on Wednesday and put 42 satellites with a mass of 5,860 kilograms into orbit.\n\nIngrid Hallström, who leads the programme, said the next launch was planned for December 19.`,
  },
  // other events of the same kind, in other places, same days
  {
    event: 'school2',
    lang: 'ru',
    day: '2031-09-01',
    title: 'В городе Луговое открыли школу на 620 учеников',
    text: `В городе Луговое открыли новую школу. Мэр Павел Кравцов сообщил, что в ней будут учиться 620 детей. Строительство обошлось в 95 миллионов рублей.\n\n«Мы ждали пять лет», сказала директор Елена Зимина.`,
  },
  {
    event: 'quake2',
    lang: 'es',
    day: '2031-01-15',
    title: 'Terremoto de magnitud 5,1 en Aldeaseca deja 2 heridos',
    text: `Un terremoto de magnitud 5,1 sacudió Aldeaseca el 15 de enero y dejó 2 heridos. El alcalde Ramón Quiroga dijo que 310 vecinos durmieron en la calle.\n\nLa bióloga Lucía Ferrándiz coordina la ayuda.`,
  },
  {
    event: 'tanker2',
    lang: 'ar',
    day: '2031-08-18',
    title: 'حريق في ناقلة النفط «نجمة البحر» قرب ميناء لوريان',
    text: `اندلع حريق في ناقلة النفط «نجمة البحر» قرب ميناء لوريان وعلى متنها 52300 طن من النفط. وقال القبطان جورج ماكسيم إن 19 بحارا أصيبوا.`,
  },
  {
    event: 'trial2',
    lang: 'ja',
    day: '2031-02-26',
    title: 'ロバート・ケンプ被告に懲役8年の判決',
    text: `ノースゲート地裁は26日、ロバート・ケンプ被告に懲役8年の判決を言い渡した。裁判官のスーザン・ドレイク氏は、被害額が92000ドルに上ると述べた。`,
  },
  {
    event: 'takeover',
    lang: 'en',
    day: '2031-04-11',
    title: 'Sundvik buys Traunbahn for 730 million crowns',
    text: `The train operator Sundvik is buying its rival Traunbahn for 730 million crowns, both companies said on Friday.\n\nTraunbahn's head Ruprand Riedmoser will leave in autumn. Hundreds of jobs will go at the works in Oberlauch, most of them in maintenance. The union spoke of a bloodletting. The competition authority will decide by August.`,
  },
  {
    event: 'takeover',
    lang: 'de',
    day: '2031-04-11',
    title: 'Sundvik übernimmt Traunbahn – Riedmoser geht im Herbst',
    text: `Nach 40 Jahren verliert Traunau seine eigene Bahn: Sundvik aus Hellmark übernimmt Traunbahn für 730 Millionen Kronen. Das gaben beide Unternehmen am Freitag bekannt.\n\nIm Werk Oberlauch sollen rund 450 Stellen wegfallen, die meisten in der Wartung. Vorstandschef Ruprand Riedmoser geht im Herbst. Die Gewerkschaft sprach von einem Aderlass.`,
  },
  {
    event: 'takeover2',
    lang: 'de',
    day: '2031-04-12',
    title: 'Hellwerft übernimmt Konkurrenten Marbo',
    text: `Die Werft Hellwerft übernimmt ihren Konkurrenten Marbo für 210 Millionen Kronen. Das gaben beide Unternehmen am Samstag bekannt.\n\nIm Werk Tiefensund sollen rund 120 Stellen wegfallen, die meisten in der Verwaltung. Vorstandschefin Ines Kallweit bleibt. Die Gewerkschaft sprach von einem Kahlschlag und kündigte für Montag eine Versammlung an. Das Kartellamt will bis August entscheiden.`,
  },
]

/** @returns for each report the event and language of all that are in its story. */
function group(reports: readonly Report[]): string[][] {
  const grouper = createGrouper()
  const ids = reports.map(({ title }) => `article-${sha256Hex(title).slice(0, 32)}`)
  for (const [at, { title, text, lang, day }] of reports.entries()) {
    const { language, entities, topics } = classify({ title, text })
    const document = {
      ...{
        articleId: ids[at]!,
        position: at + 1,
        title,
        standfirst: null,
        text,
        publishedAt: day,
        seenAt: `${day}T12:00:00Z`,
      },
      ...{ host: `${lang}.example`, publisher: null, agency: null, language: language?.code ?? null, entities },
      topics: topics.map(({ qcode }) => qcode),
    }
    grouper.observe(document, `cause-${at}`)
  }
  const stories = new Map<string, string[]>()
  for (const [at, { event, lang }] of reports.entries()) {
    const story = grouper.storyOf(ids[at]!)!
    stories.set(story, [...(stories.get(story) ?? []), `${event} ${lang}`])
  }
  return [...stories.values()].map((members) => members.sort())
}

const together = [...new Set(REPORTS.map(({ event }) => event))].map((event) =>
  REPORTS.filter((report) => report.event === event)
    .map(({ lang }) => `${event} ${lang}`)
    .sort(),
)

describe('reports in different languages meet by names and numbers, in any script, and in no other way', () => {
  test.for([
    { name: 'as they came', reports: REPORTS },
    { name: 'the other way round', reports: REPORTS.toReversed() },
    { name: 'by language', reports: REPORTS.toSorted((a, b) => (a.lang < b.lang ? -1 : 1)) },
  ])('$name', ({ reports }) => {
    expect(group(reports).sort()).toEqual([...together].sort())
  })

  test('days later it is another matter', () => {
    const [one, other] = REPORTS as readonly [Report, Report]
    expect(group([one, { ...other, day: '2031-10-20' }])).toHaveLength(2)
  })
})
