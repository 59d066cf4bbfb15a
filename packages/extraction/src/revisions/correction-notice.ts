/**
 * How newsrooms own up to an error, in the languages of news. Nouns are also everyday words ("Corrections officers said"), so
 * they must stand as a label; the sentences speak for themselves.
 */
const LABELS = `
  corrections?(?: (?:and|&) clarifications?)?|clarifications?|corrected|erratum|errata|refiled?
  korrektur(?:hinweis)?|berichtigung|richtigstellung|klarstellung|rectificati(?:f|on)|correctif|précision|mise au point
  correcci[oó]n|rectificaci[oó]n|fe de (?:erratas|errores)|aclaraci[oó]n|correção|retificação|esclarecimento
  rettifica|correzione|errata corrige|precisazione|correctie|rectificatie|rättelse|förtydligande|rettelse|korrektion|presisering
  oikaisu|korjaus|tarkennus|leiðrétting|sprostowanie|korekta|oprava|upřesnění|spresnenie|helyesbítés|helyreigazítás|pontosítás
  erată|rectificare|corectare|corecție|ispravak|ispravka|popravek|исправка|поправка|корекция|διόρθωση|επανόρθωση|διευκρίνιση
  исправление|уточнение|опровержение|виправлення|уточнення|спростування|düzeltme|tekzip|düzəliş
  تصحيح|تصويب|استدراك|توضيح|اصلاحیه|تصحیح|توضیح|תיקון(?: טעות)?|הבהרה|सुधार|संशोधन|भूल ?सुधार|সংশোধনী|সংশোধন|திருத்தம்
  แก้ไข(?:ข่าว|ข้อมูล|เพิ่มเติม)?|đính chính|cải chính|koreksi|ralat|pembetulan|更正|勘误|勘誤|订正|澄清|訂正|お?詫びと訂正|おわびと訂正|정정(?: ?보도)?|바로잡습니다
`
const NOTES = `
  editor['’]?s['’]? (?:note|correction)|anm(?:erkung|\\.) d(?:er|\\.) red(?:aktion|\\.)|note de la rédaction|ndlr|nota de la redacción|n\\. de la r
  nota da redação|nota della redazione|ndr|noot van de redactie|от редакции|від редакції|note
`
const SENTENCES = `
  corrects\\b|a correction (?:was|has been) (?:made|added)
  this (?:\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2} )?(?:article|story|post|version|piece|report|page|column|headline|copy)(?: of [^.:]{0,30})? (?:corrects|(?:was|has been) (?:\\p{L}+ly )?(?:corrected|amended|revised|updated to (?:correct|clarify)))
  (?:in )?an? (?:earlier|previous|prior|original) (?:version|edition) of (?:this|the)|(?:due to|because of) an? (?:editing|production|reporting) error
  (?:in|bei) einer (?:früheren|ersten|vorherigen|älteren) (?:version|fassung)|dieser (?:artikel|text|beitrag) wurde (?:korrigiert|berichtigt)
  (?:dans )?une (?:première |précédente )?version (?:antérieure|précédente|initiale)|cet article a été (?:corrigé|rectifié)
  (?:en )?una versión (?:anterior|previa)|este (?:artículo|texto) (?:ha sido|fue) (?:corregido|rectificado)|uma versão anterior|(?:este|esta) (?:texto|reportagem|matéria|artigo) foi (?:corrigid|retificad)[oa]
  (?:in )?una (?:precedente versione|versione precedente)|in een eerdere versie|i en tidigare version|i en tidligere ver(?:sion|sjon)|w poprzedniej wersji|v předchozí verzi|o versiune anterioară
  в (?:предыдущей|ранней|первоначальной|первой) версии|у (?:попередній|першій) версії|نسخة سابقة من هذا|この記事は.{0,20}訂正|本文(?:早前|此前)版本
`
const any = (list: string) =>
  list
    .trim()
    .split(/\s*\n\s*/u)
    .join('|')

const HEAD = '^[\\s(\\[【（〔*•·–—-]{0,6}'
/** What may stand between a label and its colon: a date, or whose notice it is. "Oprava mostu:" mends a bridge. */
const LABEL_END =
  '(?:\\s?[(（\\[][^:：)\\]]{0,40}|[^:：.!?()\\[\\]]{0,30}\\d[^:：.!?()\\[\\]]{0,20}|[^:：.!?()\\[\\]]{0,30}(?:editor|red[ae]|ред[ак]|version|versión|versão|stor(?:y|ies)|article|artikel|headline|report)[^:：.!?()\\[\\]]{0,15})?'
/** After a label: its date or its author, then what divides it from the words. "CORRECTED-Ferry runs aground" is a headline. */
const LABEL = new RegExp(
  `${HEAD}(?:${any(LABELS)})(?![\\p{L}\\p{M}])(?! (?:officer|official|department|facilit|cent|staff|commission))(?:${LABEL_END}\\s?[:：)\\]】]|\\s?[.–—]|\\s-|-(?!\\s))`,
  'iu',
)
const NOTE = new RegExp(`${HEAD}(?:${any(NOTES)})(?![\\p{L}\\p{M}])[^:：]{0,30}[:：)]`, 'iu')
const SENTENCE = new RegExp(`${HEAD}(?:${any(SENTENCES)})`, 'iu')
/** A note of the editors is one only if it speaks of a change. */
const CHANGE =
  /correct|amend|clarif|(?:earlier|previous) version|misstat|misspel|in error|erroneous|korrig|berichtig|früher|corrig|erron|rectif|errat|correg|rettif|gecorrig|испр|уточн|виправ/iu

const CHARS_MIN = 30
/** A sentence of ideographs is short. */
const IDEOGRAPHS_MIN = 10
const SEARCHED_CHARS = 400

/** Whether a line is a notice of correction or clarification. */
export function startsAsCorrection(text: string): boolean {
  const charsMin = /[\p{scx=Han}\p{scx=Hang}]/u.test(text) ? IDEOGRAPHS_MIN : CHARS_MIN
  if (text.length <= charsMin) return false
  const head = text.slice(0, SEARCHED_CHARS)
  return LABEL.test(head) || SENTENCE.test(head) || (NOTE.test(head) && CHANGE.test(head))
}
