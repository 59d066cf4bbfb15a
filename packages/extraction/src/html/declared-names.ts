/**
 * What templates and systems say where nobody is named: "No Author", a variable that nothing was put into, a
 * notice of copyright, the name of a feed ("RSS" is an agency in datelines alone).
 */
export const FILLER =
  /^\W*(?:no (?:author|name|byline)|(?:author )?unknown|unknown author|none|null|undefined|n\/a|not set|w(?:ord)?p(?:ress)? ?admin|publisher|webmaster|rss|zvg|(?:about|über) (?:the author|den autor|die autorin)|zur person|news|nachrichten|not[ií]cias|actualités|notizie|nyheter|nieuws)\W*$|^\W*(?:©|\(c\)\s|copyright\s)|^[a-z]\w{2,}(?:\.[a-z]\w{2,}){2,}$|\{\{|%\w+%/i

/** Declared to be a person, and nothing in the words speaks against it: pen names, single names, scripts without case. */
export const isPlainName = (name: string) =>
  name.length <= 60 &&
  !/[\d<>{}|/\\]|https?:|^\p{Lu}{1,3}$/u.test(name) &&
  name.split(/\s+/).length <= 5 &&
  !NOT_PEOPLE.test(name) &&
  !THING.test(name)

/** "Children's Ward", "Der Falke". */
const THING = /['’]s\s|^(?:Der|Die|Das|Los|Las)\s\S+$/u

export const NOT_PEOPLE =
  /(?<!\p{L})(?:team|staff|editors?|editorial|admin(?:istrator)?|redaktion|redacci[oó]n|r[ée]daction|redazione|redação|redactie|newsroom|newsdesk|desk|agency|agencies|group|inc|llc|ltd|gmbh|media|magazine|news|press|marketing|author|guest|anonym(?:ous|e)?|an[oó]nimo|sponsored|presented|provided|expert|hospital|collective|kitchens|travel|contributors?|correspondent|writer|reporter|officer|founder|director|ceo|share|tweet|click|here|subscribe|read|more|written|updated|published|posts?|articles?|category|home|blog|twitter|facebook|instagram|linkedin|whatsapp|youtube|link|size|nachrichten|autor(?:in)?|auteur|alle|beiträge|artikel|registrieren|mehr|weitere|commons|follow|sign|login|menu|search|comments?|tags?|topics?|minutes|university|institute|foundation|company|services?|clinic|store|shop)(?!\p{L})/iu
