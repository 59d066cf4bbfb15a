import { describe, expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

test.for([
  ['The harbour bridge was closed to traffic on Tuesday after a ship struck it.', 'en'],
  ['Die Hafenbrücke wurde am Dienstag gesperrt, nachdem ein Schiff sie gerammt hatte.', 'de'],
  ['Le pont du port a été fermé mardi après avoir été heurté par un navire.', 'fr'],
  ['Мост в гавани закрыли во вторник после столкновения с судном.', 'ru'],
  ['港の橋は火曜日、船が衝突したため閉鎖された。', 'ja'],
  ['Daraja la bandari lilifungwa siku ya Jumanne baada ya meli kugonga, polisi walisema katika taarifa yao.', 'sw'],
  ['An rufe gadar tashar a ranar Talata bayan da wani jirgin ruwa ya buge ta, in ji gwamnatin jihar.', 'ha'],
  ['Buundada dekedda ayaa la xiray maalinta Talaadada kadib markii markab uu ku dhacay, ayuu sheegay wasiirka.', 'so'],
  ['Di bridge for di harbour don close because ship jam am, na so police tok, and dem dey wait.', 'pcm'],
  ['Y bont oedd ar gau ddydd Mawrth ar ôl i long ei tharo, ac mae pobl yn aros am y gwaith.', 'cy'],
  ['ស្ពាននៅកំពង់ផែត្រូវបានបិទនៅថ្ងៃអង្គារ', 'km'],
  ['Ferry line opens', 'en'],
  ["Marran rejects 'Port Velmar' jibe", 'en'],
  ['Police probe Delacroix mosque leaflet', 'en'],
  ['Police : enquête à Lunde', 'fr'],
  ['Die Fähre fährt wieder', 'de'],
  ['El puerto reabre tras el choque', 'es'],
  ['Порт снова открыт после аварии', 'ru'],
  ['Порт знову відкрито після аварії', 'uk'],
  ['Мост в порту вновь открыт', 'ru'],
  ['Пристанището е отворено отново след катастрофата', 'bg'],
])('%s', ([text, code]) => expect(detectLanguage(text!)?.code).toBe(code))

describe('close languages are told apart', () => {
  test.for([
    ['Vlada je usvojila prijedlog zakona, a sindikati najavljuju štrajk za srijedu. Tko je kriv, ne zna se.', 'hr'],
    ['Vlada Srbije usvojila je predlog zakona o radu, a sindikati najavljuju štrajk za sredu.', 'sr'],
    ['Vlada Federacije BiH usvojila je prijedlog zakona, a štrajk počinje u Sarajevu sljedeće sedmice.', 'bs'],
    ['Влада је усвојила предлог закона о раду, синдикати најављују штрајк', 'sr'],
    ['Владата го усвои предлог-законот за работни односи, синдикатите најавија штрајк', 'mk'],
    ['Правителството прие законопроекта за труда, синдикатите обявиха стачка', 'bg'],
    ['Урад прыняў новы працоўны кодэкс, прафсаюзы супраць', 'be'],
    ['Harga beras naik, pedagang di pasar mengeluh karena sepi pembeli, kata polisi.', 'id'],
    ['Harga beras naik, peniaga di pasar mengeluh kerana kurang pembeli, kata polis.', 'ms'],
    ['Jembatan pelabuhan isih ditutup sawise tabrakan karo kapal kargo, ujare walikota marang wartawan', 'jv'],
    ['O Goberno galego aproba a nova lei de vivenda coa oposición dos concellos', 'gl'],
    ['O Governo aprova a nova lei da habitação com a oposição das autarquias', 'pt'],
    ['मालवाहक जहाज ठोक्किएपछि बन्दरगाहको पुल बन्द छ, मेयरले भने', 'ne'],
    ['बंदरगाह का पुल मालवाहक जहाज से टकराने के बाद बंद है, महापौर ने कहा', 'hi'],
    ['मालवाहू जहाजाच्या धडकेनंतर बंदराचा पूल बंद आहे, असे महापौरांनी सांगितले', 'mr'],
    ['Үкімет жаңа еңбек заңын қабылдады, кәсіподақтар наразы', 'kk'],
    ['Өкмөт эмгек мыйзамынын жаңы долбоорун кабыл алды', 'ky'],
    ['Засгийн газар хөдөлмөрийн шинэ хуулийг баталжээ', 'mn'],
    ['Хөкүмәт яңа хезмәт кануны кабул итте, профсоюзлар каршы', 'tt'],
    ['Ҳукумат қонуни нави меҳнатро қабул кард, иттифоқҳо мухолифанд', 'tg'],
    ['Hukumat yangi mehnat qonunini qabul qildi, kasaba uyushmalari norozi bo‘ldi', 'uz'],
    ['حکومت د کار نوی قانون تصویب کړ، اتحادیې یې مخالفت کوي', 'ps'],
    ['دولت قانون جدید کار را تصویب کرد، اتحادیه‌ها مخالفت می‌کنند', 'fa'],
    ['حڪومت نئون پورهئي جو قانون منظور ڪيو، يونينن مخالفت ڪئي', 'sd'],
    ['حکومت نے نیا لیبر قانون منظور کر لیا، یونینوں کی مخالفت', 'ur'],
    ['די רעגירונג האט באשטעטיגט א נייעם ארבעט געזעץ, די יוניאנען זענען קעגן', 'yi'],
    ['হালধীয়া জাহাজৰ খুন্দাৰ পাছত বন্দৰৰ দলং বন্ধ হৈ আছে, মেয়ৰে কয়', 'as'],
    ['D’Regierung huet en neit Aarbechtsgesetz gestëmmt, d’Gewerkschafte si géint dat', 'lb'],
    ['Il-gvern approva liġi ġdida tax-xogħol, l-unjins joġġezzjonaw', 'mt'],
    ['ސަރުކާރުން އައު ޤާނޫނެއް ފާސްކޮށްފި', 'dv'],
    ['Regeringen vedtager ny arbejdslov, fagforeninger er imod', 'da'],
    ['Regjeringen vedtar ny arbeidslov, fagforeningene er imot', 'no'],
    ['Vláda schválila nový zákoník práce, odbory jsou proti', 'cs'],
    ['Vláda schválila nový zákonník práce, odbory sú proti', 'sk'],
    ['政府通过新劳动法', 'zh'],
    ['政府、新労働法を可決', 'ja'],
  ])('%s', ([text, code]) => expect(detectLanguage(text!)?.code).toBe(code))
})

const ENGLISH =
  'The harbour bridge was closed to traffic on Tuesday after a cargo ship struck one of its piers, police said.'
const GERMAN =
  'Die Hafenbrücke wurde am Dienstag gesperrt, nachdem ein Frachter einen ihrer Pfeiler gerammt hatte, so die Polizei.'
const RUSSIAN = 'Мост в гавани закрыли во вторник после столкновения с грузовым судном, сообщила полиция города.'

test.for([
  ['nothing', ''],
  ['numbers', '123 456'],
  ['signs', '+++ --- 10:42'],
  ['results', '12,5 % 3.400 17:30 2031-04-01 +49 30 1234567 4:2 (3:1, 1:1)'],
  ['a program', 'function add(a, b) { return a + b } export default add; if (x === null) { throw new Error("no") }'],
  ['a command', 'npm install --save-dev vitest && git commit -m "x" && docker compose up -d'],
  ['markup', '<div class="teaser"><a href="/x">the news of the day</a></div>'],
  ['addresses', 'https://courier.example/news/2031/04/01/index.html?source=x desk@courier.example'],
  ['a key', '2b42df190ce1d8edcff59ce9c5b5f99a473e13b4b39a17f1b90f648cce75d2c6'],
  ['two languages', `${ENGLISH} ${GERMAN}`],
  ['two scripts', `${ENGLISH} ${RUSSIAN}`],
  [
    'a language that is not known',
    'Pons portus clausus manet postquam navis oneraria eum percussit, dixit praefectus urbis',
  ],
  ['one word', 'Live'],
])('unknown: %s', ([, text]) => expect(detectLanguage(text!)).toBeNull())
