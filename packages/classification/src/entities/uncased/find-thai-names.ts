import { countryNames } from '@dateline/domain'
import type { UncasedName } from './uncased-name.ts'

const either = (words: string): string => words.trim().split(/\s+/u).join('|')

/** Words before a person's name; the longer ones first. Those that go on as another word ("นายก", "นางแบบ") are none. */
const TITLE =
  'นางสาว|น\\.ส\\.|นายแพทย์|นพ\\.|พญ\\.|ผศ\\.ดร\\.|รศ\\.ดร\\.|ศ\\.ดร\\.|ดร\\.|(?:พล|พ|ร)\\.(?:ต|ท|อ)\\.(?:ต\\.|ท\\.|อ\\.)?|(?:จ|ส|ด)\\.ส?\\.?[ตทอ]\\.|' +
  'นาย(?!ก|ทุน|จ้าง|หน้า|แพทย์|อำเภอ|พล|ทหาร|ตำรวจ|ช่าง|ท่า|แบบ|ประกัน|ทะเบียน)|(?<!ขุน|สี)นาง(?!สาว|แบบ|เอก|งาม|พยาบาล|ฟ้า|ร้าย|รำ|เงือก|นวล|กวัก)'
/** Where a family name ends that goes on without a space. */
const BEHIND = either(
  'กล่าว เปิดเผย ระบุ บอกว่า ยืนยัน แถลง ได้ และ ว่า ใน ที่ เป็น จะ ซึ่ง อายุ พร้อม อดีต รัฐมนตรี ผู้ โดย เมื่อ จาก เข้า เดินทาง ลงพื้นที่ ให้ หรือ ถูก ไม่ ร่วม เผย',
)
const LETTERS = '[\\p{Script=Thai}--[๐-๙ๆฯ]]'
/** A given name with one of these in it has gone on as a sentence. */
const GIVEN = `(?:(?!กล่าว|ระบุ|เปิดเผย|ยืนยัน|บอกว่า|แถลง|เผยว่า|ชี้แจง)${LETTERS}){2,16}`
const FULL_NAME = new RegExp(
  `(?:${TITLE}) ?(?<name>(?<given>${GIVEN}) (?<family>${LETTERS}{2,22}?))(?=[^\\p{Script=Thai}]|$|${BEHIND})`,
  'gv',
)

const BODIES = new RegExp(
  [
    `กระทรวง(?:${either('การคลัง การต่างประเทศ กลาโหม มหาดไทย สาธารณสุข ศึกษาธิการ พาณิชย์ ยุติธรรม แรงงาน อุตสาหกรรม เกษตรและสหกรณ์ พลังงาน คมนาคม วัฒนธรรม ดิจิทัล การท่องเที่ยวและกีฬา')})`,
    `ศาล(?:${either('อาญา ฎีกา รัฐธรรมนูญ ปกครอง แพ่ง อุทธรณ์ จังหวัด')})(?!${LETTERS})`,
    'ศาล(?:อาญา|ฎีกา|รัฐธรรมนูญ|ปกครอง)',
    either(
      'สำนักงานตำรวจแห่งชาติ สหประชาชาติ องค์การอนามัยโลก สหภาพยุโรป ธนาคารโลก ธนาคารแห่งประเทศไทย กรมอุตุนิยมวิทยา กรมชลประทาน กรมสรรพากร กกต\\. ป\\.ป\\.ช\\. สภาผู้แทนราษฎร วุฒิสภา กองทัพบก กองทัพเรือ กองทัพอากาศ สภากาชาดไทย อาเซียน นาโต',
    ),
    `พรรค(?:${either('เพื่อไทย ก้าวไกล ประชาชน ภูมิใจไทย พลังประชารัฐ ประชาธิปัตย์ รวมไทยสร้างชาติ ชาติไทยพัฒนา กล้าธรรม อนาคตใหม่')})`,
    `(?:ธนาคาร|มหาวิทยาลัย|โรงพยาบาล)(?!แห่ง|ของ|ที่|ใน|และ|กลาง|รัฐ|เอกชน|พาณิชย์|หลาย|อื่น|ใหญ่|ชั้น|เป็น|ได้|จะ)${LETTERS}{2,18}(?= |$|\\n)`,
    `บริษัท ${LETTERS}{2,24}(?: ${LETTERS}{2,16})? จำกัด(?: \\(มหาชน\\))?`,
  ].join('|'),
  'gv',
)

const PROVINCES = either(
  'กรุงเทพมหานคร กรุงเทพฯ กรุงเทพ กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส บึงกาฬ บุรีรัมย์ ปทุมธานี ' +
    'ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา อยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยะลา ยโสธร ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน ศรีสะเกษ สกลนคร สงขลา สมุทรปราการ สมุทรสงคราม ' +
    'สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี พัทยา หาดใหญ่ โตเกียว ปักกิ่ง มอสโก ลอนดอน ปารีส เบอร์ลิน วอชิงตัน นิวยอร์ก ยุโรป',
)
/** Shorter ones are parts of other words. */
const COUNTRY_CHARS_MIN = 5
const NAMES_MAX = 100
/** The text is read once more for each. */
const PEOPLE_MAX = 40

let places: RegExp | null = null

function placesPattern(): RegExp {
  if (places !== null) return places
  const countries = countryNames('th').toSorted((a, b) => b.length - a.length)
  const long = countries.filter(({ length }) => length >= COUNTRY_CHARS_MIN)
  places = new RegExp(`ประเทศ(?<country>${countries.join('|')})|${PROVINCES}|${long.join('|')}`, 'gu')
  return places
}

/**
 * Names in Thai, which has neither capitals nor spaces between words: people behind a title with given and family name, and later by
 * title and given name; bodies of known kinds; provinces, and countries by CLDR.
 */
export function findThaiNames(text: string): UncasedName[] {
  const found: UncasedName[] = []
  const isFree = (start: number, end: number) =>
    found.every((one) => end <= one.start || start >= one.start + one.name.length)
  const add = (name: string, kind: UncasedName['kind'], start: number, of?: string) => {
    if (found.length < NAMES_MAX && isFree(start, start + name.length))
      found.push({ name, kind, start, ...(of !== undefined && { of }) })
  }
  const people = new Map<string, string>()
  for (const { 0: all, index, groups } of text.matchAll(FULL_NAME)) {
    const { name, given } = groups as { name: string; given: string }
    add(name, 'person', index + all.lastIndexOf(name))
    people.set(given, people.has(given) && people.get(given) !== name ? '' : name)
    if (people.size >= PEOPLE_MAX) break
  }
  for (const { 0: name, index } of text.matchAll(BODIES)) add(name, 'organisation', index)
  for (const [given, name] of people) {
    if (name === '') continue
    for (const { 0: all, index } of text.matchAll(new RegExp(`(?:${TITLE}) ?${given}`, 'gv')))
      add(given, 'person', index + all.lastIndexOf(given), name)
  }
  for (const { 0: all, index, groups } of text.matchAll(placesPattern())) {
    const name = groups?.country ?? all
    add(name, 'place', index + all.lastIndexOf(name))
  }
  return found
}
