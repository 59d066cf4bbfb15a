import { findAgencies } from './find-agency.ts'

export type PhotoCredit = { caption: string | null; credit: string }

const CAPTION_CHARS_MAX = 700

/** Libraries and stock houses that credit pictures and never texts. */
const PHOTO_HOUSES =
  /\b(?:Getty(?: Images)?|EPA(?:-EFE|-Yonhap)?|Shutterstock|Alamy|iStock(?:photo)?|Unsplash|Pixabay|Pexels|Flickr|Wikimedia|Picture[- ]Alliance|imago(?: images)?|Zuma(?: Press)?|Magnum|Corbis|AFP-JIJI|ABACA|SIPA|MAXPPP|NurPhoto|Rex Features|Depositphotos|Adobe Stock|Polaris|Redux|Bildbyrån|Scanpix|Lehtikuva|East News|Anadolu Images)\b/iu

const PHOTO_WORDS =
  'photos?|photograph(?:er|s|y)?|photo by|photo credit|image|images|picture|pictures|pic|pix|illustration|graphic|file photo|file|archive|screengrab|screenshot|courtesy(?: of)?|handout|via|foto|fotos|fotografie|fotograf|bild|bilder|grafik|archivbild|archivfoto|symbolbild|symbolfoto|photo d.archives|crédits?(?: photo)?|imagen?|imágenes|fotografía|crédito|imagem|immagine|credit|credits|kuva|kép|zdjęcie|fot\\.?|zdj\\.?|fotó|poza|снимка|фото|фотография|ілюстрація|иллюстрация|изображение|φωτογραφία|φωτο|fotoğraf|görsel|foto\\/|gambar|ảnh|hình|ภาพ|صورة|الصورة|تصوير|عکس|צילום|תמונה|फोटो|तस्वीर|চিত্র|ছবি|写真|撮影|图|圖|图片|圖片|摄影|사진|이미지'

const leading = new RegExp(
  `^(?:${PHOTO_WORDS})(?:\\s*[:：©|/／=]|\\s+(?:by|via|von|par|por|di)\\s)\\s*(?<credit>\\S.{1,120})$`,
  'iu',
)
const trailing = /^(?<caption>.{3,}?)\s*(?<brackets>(?:[([（［][^()[\]（）［］]{2,120}[)\]）］]\s*){1,3})[.。]?$/u
const trailingWord = new RegExp(
  `^(?<caption>.{8,}?[.!?…。”"»)]?)\\s*(?:\\||©|(?:\\b|(?<=[.。”"»)\\s]))(?:${PHOTO_WORDS})\\s*(?::|：|©|/|\\bby\\b|\\bvon\\b))\\s*(?<credit>[^|©]{2,120})$`,
  'iu',
)
/** "… this Monday. EFE/Jane Roe": an agency and its photographer behind the sentence. */
const SIGNED =
  /^(?<caption>.{8,}?[.!?…。”"»)])\s*(?<credit>[\p{L}.]{2,20}\s?\/\s?\p{Lu}[\p{L}\p{M}.'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,3})[.]?$/u
const photoWord = new RegExp(`(?<![\\p{L}])(?:${PHOTO_WORDS})(?![\\p{L}])`, 'iu')

/**
 * Reads a caption line and its credit: "Border guards (Press Office via AP) (AP)", "Photo: Jane Roe/Reuters",
 * "© Getty Images". What it credits is a picture, never the text beside it.
 *
 * @returns null where the line credits no picture. `credit` is as printed, without brackets; of several brackets the first.
 */
export function parsePhotoCredit(line: string): PhotoCredit | null {
  const text = line.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  if (text === '' || text.length > CAPTION_CHARS_MAX) return null
  const opened = leading.exec(text)?.groups?.credit
  if (opened !== undefined && isCredit(opened)) return { caption: null, credit: tidy(opened) }
  if (/^©\s*\S.{1,80}$/u.test(text) && !/\b(?:19|20)\d\d\b|rights|copyright/iu.test(text))
    return { caption: null, credit: tidy(text.slice(1)) }
  const bracketed = trailing.exec(text)?.groups
  if (bracketed?.brackets !== undefined) {
    const credits = [...bracketed.brackets.matchAll(/[([（［]([^()[\]（）［］]{2,120})[)\]）］]/gu)].map((match) =>
      match[1]!.trim(),
    )
    if (credits.every(isSource)) return { caption: bracketed.caption!.trim(), credit: tidy(credits[0]!) }
  }
  const signed = SIGNED.exec(text)?.groups
  if (signed?.credit !== undefined && isSlashed(signed.credit))
    return { caption: signed.caption!.trim(), credit: tidy(signed.credit) }
  const marked = trailingWord.exec(text)?.groups
  if (
    marked?.credit !== undefined &&
    isCredit(marked.credit) &&
    (!/\|\s*$/u.test(text.slice(0, text.lastIndexOf(marked.credit))) || isSource(marked.credit))
  )
    return { caption: marked.caption!.trim(), credit: tidy(marked.credit) }
  const bare = /^[^/|]{2,60}(?:[/|][^/|]{2,60}){1,3}$/u.test(text) ? text.split(/\s*[/|]\s*/u) : []
  if (bare.length > 1 && bare.length <= 4 && bare.slice(1).some((part) => PHOTO_HOUSES.test(part)))
    return { caption: null, credit: tidy(text) }
  if (PHOTO_HOUSES.test(text) && text.length <= 60 && !/[.!?。]$/u.test(text))
    return { caption: null, credit: tidy(text) }
  return null
}

/** A bracket that names where a picture comes from. */
function isSource(label: string): boolean {
  if (label.length > 120 || /[.!?。]\s+\p{L}/u.test(label)) return false
  return (
    findAgencies(label).length > 0 ||
    PHOTO_HOUSES.test(label) ||
    photoWord.test(label) ||
    /\b(?:via|\/)\s*\p{Lu}{2,}/u.test(label) ||
    isSlashed(label)
  )
}

function isSlashed(label: string): boolean {
  const parts = label.split('/')
  return parts.length > 1 && parts.some((part) => findAgencies(part.trim()).length > 0)
}

function isCredit(label: string): boolean {
  return label.length <= 120 && label.split(' ').length <= 14 && !/[.!?。]\s+\p{Lu}/u.test(label)
}

function tidy(credit: string): string {
  return credit.replace(/^[\s:©/]+|[\s.;]+$/gu, '')
}
