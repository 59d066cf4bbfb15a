/**
 * Words that mark the leftovers of news pages, in the languages most used on news sites. Each list is evidence about a short
 * line, never a verdict by itself: the block scorer weighs it against the line's place and length.
 */

/** A line about other articles: "Read more", "Lesen Sie auch". */
const RELATED =
  /^[^\p{L}\p{N}]{0,3}(?:(?:read (?:more|also|next|on|full|the (?:full|rest))|also read|see also|more (?:on|from|about|in|stories|news|to read)|related|recommended|don't miss|must read|you (?:may|might) (?:also )?like|most (?:read|popular|viewed)|trending|up next|watch(?: now| also| more)?(?=:|$)|watch (?:now|also|more)|listen(?: now)?(?=:|$)|listen now|in pictures|top stories|latest(?: news| stories)?|editor'?s'? picks?|click here|continue reading|keep reading|story continues|recommended stories|lesen sie|lesen sie auch|mehr zum thema|mehr (?:aus|zu|lesen|dazu)|auch interessant|das könnte sie|weiterlesen|weitere (?:artikel|themen|nachrichten)|zum thema|meistgelesen|lire aussi|vous aimerez|à lire|lire la suite|sur le même (?:sujet|thème)|voir aussi|a lire|lee también|lea también|leer más|te puede (?:interesar|gustar)|puede que te|más (?:noticias|información)|ver (?:más|también)|noticias relacionadas|lo más (?:leído|visto)|leggi anche|leggi (?:tutto|di più)|potrebbe interessarti|ti potrebbe|articoli correlati|você pode gostar|leia (?:também|mais)|veja (?:também|mais)|saiba mais|mais lidas|lees (?:ook|meer|verder)|meer over|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|przeczytaj(?: też| także| również)?|číst dále|čtěte|mohlo by vás|olvasd el|kapcsolódó|citește (?:și|mai)|vezi și|διαβάστε|δείτε επίσης|читайте|читать|смотрите|также по теме|по теме|материалы по теме|читайте також|дивіться|прочетете|[iİ]lgili haber(?:ler)?|devamını oku|bunlar da|اقرأ|إقرأ|شاهد|مواضيع ذات|بیشتر بخوانید|(?:مطالب|اخبار|خبرهای) مرتبط|مزید پڑھیں|קרא(?:ו)? עוד|כתבות נוספות|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|আরও পড়ুন|மேலும் படிக்க|இதையும் படி(?:யுங்கள்|க்க)|baca juga|simak juga|baca selengkapnya|xem thêm|đọc thêm|tin liên quan)(?![\p{L}\p{M}\p{N}])|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|関連記事|あわせて読みたい|続きを読む|相关阅读|相关新闻|延伸阅读|相關新聞|更多|관련기사|이시각)/iu

/** Asking the reader for something: newsletter, app, login, donation, follow us. */
const PROMPT =
  /(?:\b(?:newsletters?|subscribe|subscrib(?:er|ing)|sign[ -]?up|sign in|log ?in|register|follow us|download (?:the|our) app|our app|whatsapp(?:-| )?(?:channel|kanal|group|grupo)?|telegram|push notifications?|donate|support (?:us|our)|become a (?:member|patron)|in your inbox|e-?mail address|privacy policy|terms (?:of (?:use|service)|and conditions)|recaptcha|cookies?|adblock|anmelden|abonnieren|abonnement|abo|registrieren|datenschutz|einwilligung|abonnez|s'abonner|inscri(?:vez|ption)|connectez|suscr[ií]b\p{L}*|regístrate|síguenos|iscriviti|abbonati|seguici|assine|inscreva|cadastre|siga|abonneer|aanmelden|nieuwsbrief|prenumerera|nyhetsbrev|tilaa|zapisz się|odběr|feliratkozás|abonează|abone ol|bülten|langganan)|(?<![\p{L}\p{M}\p{N}])(?:подпис\p{L}*|рассылк\p{L}*|підпис\p{L}*|đăng ký))(?![\p{L}\p{M}\p{N}])/iu

/** Buttons and labels of the page itself. */
const CONTROL =
  /^[^\p{L}\p{N}]{0,3}(?:(?:share(?: this| on| article| via)?|shares?|tweet|facebook|twitter|whatsapp|linkedin|e-?mail|print|copy link|link copied|save|bookmark|comments?|leave a (?:comment|reply)|view comments|\d+ comments?|add (?:a )?comment|post a comment|reply|close|menu|search|skip to|back to top|next|previous|prev|home|advertisement|advert|ad|ads|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|annons|annonse|mainos|reklama|реклама|إعلان|sponsored|loading|play|pause|mute|enlarge|image \d|teilen|drucken|kommentare?|partager|imprimer|commentaires?|compartir|imprimir|comentarios?|condividi|commenti|compartilh\p{L}+|delen|reageer|dela|del|jaa|udostępnij|поделиться|комментарии|комментировать|paylaş|yorum|credit|getty images?|photo(?:graph)?(?: by)?(?=:)|foto(?=:)|tags?|topics?|schlagwörter|themen|étiquettes|etiquetas|categor(?:y|ies|ía|ías|ie|ias)|filed under|labels(?=:)|теги)(?![\p{L}\p{M}\p{N}])|広告|广告|광고|分享|シェア|공유)/iu

const LEGAL =
  /©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|все права|may not be (?:published|reproduced|broadcast|rewritten|republished)|toute reproduction|wszelkie prawa|版权所有|無断転載|무단\s?전재/iu

/** A line that names who wrote or when: near the head it is byline, elsewhere a teaser's. */
const BYLINE =
  /^[^\p{L}\p{N}]{0,3}(?:by|written by|von|par|por|de|di|door|av|af|autor(?:e|in)?:?|автор:?|text:?|texte:?|foto:?|reporting by|editing by|posted(?: by| on)?|published|updated|last (?:updated|modified)|first published|veröffentlicht|aktualisiert|stand:?|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|опубликовано|обновлено|更新|発表|작성|입력|수정)(?=\s|:|$)/iu

const DATE =
  /\b(?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]|\b\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:19|20)?\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?(?:19|20)\d{2}\b|(?<![\p{L}\p{M}\p{N}])\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}\b|\b\d{1,2}[:.h]\d{2}\b|\b\d+\s(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|stunden|tagen|heures?|jours?|horas?|días?)\s(?:ago|read)|\bvor \d+ |\bhace \d+ |\bil y a \d+ /iu

/** Who the writer is: a bio at the foot. */
const BIO =
  /(?:\b(?:is (?:a|an|the) (?:\p{L}+[ -]){0,5}(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|author|professor|fellow|freelancer|producer)|has (?:written|worked|been) (?:for|with|at)|follow (?:him|her|them|me) on|contact (?:him|her|them|the author)|can be reached at|contributed to this (?:report|story|article)|reporting by|editing by|about the author|ist redakteur|schreibt (?:für|über)|arbeitet (?:als|bei)|est journaliste|es periodista)|(?<![\p{L}\p{M}\p{N}])(?:è (?:un|una) giornalista|é jornalista))(?![\p{L}\p{M}\p{N}])/iu

export const PHRASES = {
  related: RELATED,
  prompt: PROMPT,
  control: CONTROL,
  legal: LEGAL,
  byline: BYLINE,
  date: DATE,
  bio: BIO,
} as const

export type PhraseKind = keyof typeof PHRASES

/** Leftovers stand at the head of a line; longer text is not searched, so that no line costs more than this. */
const SEARCH_CHARS_MAX = 400

export function hasPhrase(kind: PhraseKind, text: string): boolean {
  const head = text.length > SEARCH_CHARS_MAX ? text.slice(0, SEARCH_CHARS_MAX) : text
  // Every form of a date holds a digit; most lines hold none, and this is the dearest of the patterns.
  return (kind !== 'date' || /\d/.test(head)) && PHRASES[kind].test(head)
}
