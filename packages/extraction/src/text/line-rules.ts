/**
 * Lines of a scraped page that belong to the page and not to the article, by the words they are made of, in the languages
 * of news. A rule judges one line alone; where a line stands is judged elsewhere.
 *
 * Every pattern is anchored or short, and lines are cut at LINE_CHARS_MAX before they meet one.
 */
export type LineRule = {
  rule: string
  pattern: RegExp
  /** Longer lines are not judged by this rule. */
  charsMax: number
  /** Nothing after such a line belongs to the article: "Leave a Reply". */
  endsArticle?: true
}

export const LINE_CHARS_MAX = 1_000

const words = (list: string): string =>
  list
    .trim()
    .split(/\s*\n\s*/u)
    .join('|')

const NEWSLETTER = words(`
  register (?:now |here )?for (?:free|unlimited).{0,60}|subscribe (?:to|for|now|today|here)\\b|sign up (?:for|to|now|here|today)|sign-?up\\b|join (?:our|the) (?:newsletter|mailing|whatsapp|telegram|channel|\\d)|newsletters?\\b|enter (?:a valid|your) e?-?mail|your e?-?mail(?: address)?$|e-?mail address\\b
  thank(?: you|s) for (?:subscribing|signing)|never miss (?:a|an|our)|(?:emailed|delivered|sent|straight|right) to (?:you|your)|in your (?:inbox|mailbox)|stay (?:connected|informed|up to date|ahead|tuned)|get (?:the )?(?:top|latest|best|our|breaking|daily|more)\\b.{0,60}(?:stor|news|headline|updates|inbox|alert)|(?:daily|weekly|morning) (?:briefing|newsletter|digest)|support (?:our|us|independent|quality) .{0,40}(?:journalism|work|newsroom|reporting)|become a (?:member|supporter|patron|subscriber)\\b|(?:make a|your) (?:donation|contribution)\\b|donate (?:now|today|here)|you (?:have|'ve) (?:been )?(?:successfully )?subscribed|already (?:a subscriber|subscribed|have an account)|manage (?:your )?(?:newsletter|subscription|preferences)|(?:was this|forwarded) (?:this )?(?:e-?mail|newsletter)\\b|view (?:this|the) (?:e-?mail|newsletter|message)\\b|(?:e-?mail|newsletter) im browser|voir (?:cet e-?mail|la version en ligne)|unsubscribe|by (?:signing up|subscribing|clicking|providing|submitting|entering)\\b.{0,60}(?:agree|accept|consent|terms)|please (?:check|enter|confirm) your
  (?:jetzt |hier )?(?:newsletter|abonnieren|anmelden)\\b|melden sie sich|unterstützen sie (?:uns|unsere[nr]?)\\b|ihre e-?mail|täglich(?:e|er)? newsletter|(?:jetzt |hier )?kostenlos (?:anmelden|abonnieren|registrieren)|verpassen sie keine
  abonnez-vous|inscrivez-vous|soutenez(?:-nous| notre| le journalisme)|faites un don\\b|s'abonner|recevez (?:toute|notre|les|chaque|l')|votre (?:adresse )?e-?mail|je m'inscris|votre inscription|restez informé
  suscr[ií]b(?:ete|ase|irse|ir)\\b|reg[ií]strate|recib[ae] (?:las|nuestro|en tu|cada)|recíbelo|tu (?:correo|email|e-mail)|únete a|apoya (?:nuestro|el|a) .{0,30}periodismo|apúntate|bolet[ií]n
  assine\\b|inscreva-se|receba (?:as|nossa|no seu|nosso|notícias)|cadastre|seu e-?mail|participe d[ao] canal|entre no canal|siga o canal
  iscriviti|abbonati|ricevi (?:le|la|ogni)|la tua e-?mail|inserisci la tua|resta aggiornato
  schrijf je in|meld je aan|ontvang (?:de|het|onze|elke)|je e-?mailadres|nieuwsbrief\\b|prenumerera|anmäl dig|nyhetsbrev\\b|din e-?post|tilmeld dig|meld deg på|tilaa\\b|liity\\b|uutiskirje
  zapisz się|subskrybuj|twój (?:adres )?e-?mail|odebírejte|přihlaste se k|váš e-?mail|prihláste sa|iratkozz? fel|hírlevél|abonează-te|înscrie-te|aboneaza-te|prijavite se|pretplatite se|абонирай|абонирайте се
  подпи(?:шитесь|сывайтесь|саться|ска|шись)\\b|подписаться\\b|ваш e-?mail|рассылк|підпи(?:шіться|сатися|суйтесь|шись)|читайте нас (?:в|на)|мы в telegram|наш (?:telegram|телеграм)
  abone ol|bültenimize|e-?posta adresi|haberdar ol|اشترك|النشرة البريدية|بريدك الإلكتروني|البريد الإلكتروني|تابعنا|تابعونا|عضو شوید|خبرنامه|ایمیل خود|به کانال|ما را در|הירשמו|הרשמה|הצטרפו|האימייל שלך
  सब्सक्राइब|न्यूज़लेटर|हमारे (?:व्हाट्सएप|व्हाट्सऐप|टेलीग्राम)|ईमेल|সাবস্ক্রাইব|ইমেইল|আমাদের ফলো|berlangganan|daftar(?:kan)? (?:newsletter|email|sekarang)|gabung|ikuti (?:kami|whatsapp)|đăng ký (?:nhận|ngay)|theo dõi|สมัครรับ|ติดตามเรา|กดติดตาม|订阅|訂閱|扫码关注|关注我们|追蹤我們|加入.{0,8}(?:line|telegram|会员|會員)|メールマガジン|メルマガ|会員登録|登録する|뉴스레터|구독`)

const COMMENTS = words(`
  leave (?:a|your) (?:reply|comment)|post (?:a|your) comment|(?:add|write|view|show|read|see|hide|load|join)(?: all| more| the| a| your)* (?:comments?|conversation|discussion)|your e?-?mail (?:address )?will not be published|required fields are marked|comments?(?: \\(?\\d{1,5}\\)?)?:?$|\\d{1,5} comments?$|(?:be the first|log ?in|sign in|you must be logged in|please log ?in) to (?:leave|post|add|write|join|comment|reply|react)\\b.*|no comments(?: yet)?|comments are closed|what do you think\\?|join the conversation|save my name, e-?mail|notify me of|cancel reply|reply$|submit(?: comment)?$
  kommentar(?:e|ieren)?(?: \\(?\\d{1,5}\\)?)?:?$|schreiben sie einen kommentar|kommentar (?:verfassen|schreiben|hinterlassen)|diskutieren sie mit|ihre e-?mail-adresse wird nicht
  commentaires?(?: \\(?\\d{1,5}\\)?)?:?$|laisse[rz] un commentaire|réagir|votre adresse (?:e-?mail|de messagerie) ne sera pas|soyez le premier
  comentarios?(?: \\(?\\d{1,5}\\)?)?:?$|dej[ae](?: tu| un| una)? (?:comentario|respuesta)|tu dirección de correo|comenta(?:r)?$|deixe (?:seu|um|uma) (?:comentário|resposta)|comentários?(?: \\(?\\d{1,5}\\)?)?:?$|o seu endereço de e-?mail
  comment[io](?: \\(?\\d{1,5}\\)?)?:?$|lascia un commento|il tuo indirizzo email|reacties?(?: \\(?\\d{1,5}\\)?)?:?$|geef een reactie|reageer|lämna en kommentar|legg igjen|skriv en kommentar|jätä kommentti|kommentit|dodaj komentarz|komentarze(?: \\(?\\d{1,5}\\)?)?:?$|napsat komentář|diskuse|hozzászólás|lasă un (?:comentariu|răspuns)|komentari(?: \\(?\\d{1,5}\\)?)?:?$|ostavite komentar
  комментарии(?: \\(?\\d{1,5}\\)?)?:?$|оставить комментарий|добавить комментарий|ваш e-?mail не будет|обсудить|коментарі(?: \\(?\\d{1,5}\\)?)?:?$|залишити коментар|коментари(?: \\(?\\d{1,5}\\)?)?:?$|σχόλια|αφήστε ένα σχόλιο
  yorum(?:lar| yap| yaz)?(?: \\(?\\d{1,5}\\)?)?:?$|bir yanıt yazın|التعليقات|اترك (?:تعليق|رد)|أضف تعليق|لن يتم نشر عنوان بريدك|نظرات(?: کاربران)?|دیدگاه|ارسال نظر|תגובות|הוסף תגובה|टिप्पणी|कमेंट|মন্তব্য|komentar(?: \\(?\\d{1,5}\\)?)?:?$|tinggalkan (?:balasan|komentar)|bình luận|để lại bình luận|แสดงความคิดเห็น|ความคิดเห็น|评论|發表評論|发表评论|留言|コメント|댓글`)

const SHARE = words(`
  share(?: this| on| via| article| story| now)?(?: (?:article|story|on|post|with friends|facebook|twitter|x))*:?$|(?:share|tweet|post|pin|email|print|copy link|link copied|save|bookmark|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|viber|messenger|pocket|flipboard|threads|bluesky)(?:[\\s|·,/]+(?:share|tweet|post|pin|email|e-mail|print|copy link|save|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|viber|messenger|pocket|flipboard|threads|bluesky|more))*$|follow (?:us|him|her|me)\\b.{0,60}|like us on.{0,30}|\\d{1,6} (?:shares?|views?|likes?|reads?|retweets?)$|text size|font size|listen to (?:this )?article|(?:click|tap) to (?:share|unmute|play)|copy (?:the )?link|send (?:this )?(?:to|by)\\b.{0,30}
  (?:artikel )?teilen$|auf (?:facebook|twitter|x) teilen|drucken$|merken$|vorlesen|partager(?: .{0,30})?$|imprimer$|compart(?:ir|e|ilhar|ilhe)(?: .{0,30})?$|guardar$|imprimir$|síguenos.{0,40}|condividi(?: .{0,30})?$|stampa$|seguici.{0,40}|siga(?:-nos)?\\b.{0,40}|deel(?: .{0,20})?$|dela(?: artikeln)?$|del(?: artikel)?$|jaa(?: artikkeli)?$|udostępnij.{0,20}|sdílet$|zdieľať$|megosztás$|distribuie$|podeli$|podijeli$|поделиться.{0,20}$|поділитися.{0,20}$|сподели$|κοινοποίηση|paylaş.{0,20}$|شارك(?: .{0,20})?$|مشاركة$|اشتراک.?گذاری|שתפו|שתף|शेयर (?:करें|कीजिए)|শেয়ার|bagikan.{0,20}$|chia sẻ$|แชร์|分享(?:到|至)?.{0,10}$|シェアする?$|공유(?:하기)?$|인쇄$|글자크기`)

const APP = words(`
  download (?:our|the) .{0,30}app.{0,40}|(?:get|install) (?:our|the) .{0,20}app\\b.{0,40}|our app\\b.{0,30}|available on (?:the )?(?:app store|google play).{0,30}|google play$|app store$|open in app|read (?:more )?(?:in|on) (?:the|our) app|download$|scan (?:the|this) qr.{0,40}
  (?:jetzt )?(?:die |unsere )?.{0,20}app (?:herunterladen|laden|installieren).{0,20}|télécharge[rz] (?:l'|notre )?app.{0,40}|descarg(?:a|ue) (?:la|nuestra) app.{0,30}|baixe o (?:app|aplicativo).{0,30}|scarica l'app.{0,30}|скача(?:йте|ть) приложение.{0,30}|uygulamamızı.{0,30}|حمل(?:وا)? التطبيق.{0,30}|تحميل التطبيق|unduh aplikasi.{0,30}|下载(?:客户端|app).{0,20}|アプリ(?:を|で).{0,20}`)

const AD = words(`
  advertis(?:e)?ments?(?: ?[-–—:·|] ?.{0,40})?$|ads?(?: by .{0,20})?$|sponsored(?: content| by .{0,40})?$|promoted(?: content)?$|paid (?:post|content)$|(?:article|story) continues? (?:below|after).{0,40}|continue reading below.{0,30}|scroll (?:down )?to continue.{0,40}|skip (?:ad|advertisement).{0,20}|remove ads|loading(?: ad|\\.\\.\\.|…)?$|report (?:this )?ad|- ?advertisement ?-
  anzeige$|werbung$|publicité$|la suite après (?:la|cette) publicité|publicidad$|continúa (?:leyendo|después).{0,40}|publicidade$|continua (?:após|depois) .{0,30}publicidade|pubblicità$|continua a leggere.{0,30}|advertentie$|annons$|annonse$|annonce$|mainos$|reklama$|reklam$|hirdetés$|publicitate$|oglas$|реклама$|διαφήμιση$|إعلان(?:ات)?$|تبلیغات?$|פרסומת$|विज्ञापन$|বিজ্ঞাপন$|iklan$|advertisement$|scroll (?:ke bawah )?untuk .{0,20}|quảng cáo$|โฆษณา$|广告$|廣告$|広告$|광고$`)

const NAVIGATION = words(`
  you are here:?(?: .{0,80})?$|skip to (?:main )?(?:content|navigation).{0,20}|(?:back|return) to (?:top|home|homepage|news|.{0,20} page)|home$|menu$|search$|main menu|toggle (?:navigation|menu)|(?:log|sign) ?in(?: ?[|/] ?(?:register|sign ?up))?$|log ?out$|my account|contact us$|about us$|privacy(?: policy)?$|terms (?:of (?:use|service)|and conditions|& conditions)$|cookie (?:policy|settings|preferences)|site ?map$|advertise(?: with us)?$|next(?: article| post| story)?:?$|previous(?: article| post| story)?:?$|prev$|newer post|older post|close$|show more$|load more$|view (?:all|more|gallery|slideshow|image|in gallery)$|expand$|edition:?$|latest(?: news)?$|e-?paper$|live tv$|watch live$|videos?$|photos?$|(?:image|photo|slide) \\d{1,3}(?: (?:of|/) \\d{1,3})?$|\\d{1,3} ?(?:/|of) ?\\d{1,3}$|print(?: edition)?$|opens in (?:a )?new (?:window|tab)
  startseite$|zurück(?: zur .{0,20})?$|suche$|anmelden$|impressum$|datenschutz.{0,20}$|sie sind hier:?.{0,60}|zum inhalt springen|accueil$|vous êtes ici.{0,60}|rechercher$|se connecter$|mentions légales$|inicio$|usted está aquí.{0,60}|está[s]? aquí.{0,40}|buscar$|iniciar sesión$|aviso legal$|início$|você está (?:em|aqui).{0,60}|entrar$|sei qui:?.{0,60}|cerca$|accedi$|zoeken$|inloggen$|hem$|sök$|logga in$|etusivu$|haku$|strona główna$|szukaj$|zaloguj.{0,10}$|domů$|hledat$|главная$|поиск$|войти$|вы здесь.{0,40}|головна$|пошук$|увійти$|anasayfa$|ana sayfa$|giriş yap$|ara$|الرئيسية$|الصفحة الرئيسية$|بحث$|تسجيل الدخول$|خانه$|صفحه اصلی$|جستجو$|ראשי$|חיפוש$|होम$|मुख्य पृष्ठ$|প্রচ্ছদ$|হোম$|beranda$|cari$|trang chủ$|tìm kiếm$|หน้าแรก$|ค้นหา$|首页$|首頁$|搜索$|登录$|登入$|ホーム$|トップページ$|検索$|홈$|로그인$|검색$|메뉴$`)

const COPYRIGHT = words(`
  (?:copyright|©|\\(c\\)|&copy;)\\s.{0,160}|.{0,120}all rights reserved.{0,160}|.{0,60}may not be (?:published|reproduced|redistributed|broadcast|rewritten|republished).{0,160}|reproduction (?:is )?(?:prohibited|forbidden).{0,60}|powered by .{0,40}
  .{0,80}alle rechte vorbehalten.{0,80}|.{0,80}tous droits réservés.{0,80}|.{0,60}reproduction interdite.{0,60}|.{0,80}todos los derechos reservados.{0,80}|.{0,80}todos os direitos reservados.{0,80}|.{0,80}(?:tutti i diritti riservati|riproduzione riservata).{0,80}|.{0,80}все права защищены.{0,80}|.{0,60}wszelkie prawa zastrzeżone.{0,60}|.{0,60}tüm hakları saklıdır.{0,60}|.{0,60}جميع الحقوق محفوظة.{0,60}|.{0,40}版权所有.{0,60}|.{0,40}未经.{0,20}(?:转载|授权).{0,40}|.{0,40}無断転載.{0,40}|.{0,40}무단\\s?전재.{0,60}|.{0,60}hak cipta.{0,60}`)

const COOKIE = words(`
  .{0,80}(?:we|this (?:web)?site|our (?:partners|site)) uses? cookies.{0,300}|(?=.{0,400}\\b(?:consent|devices?|partners|privacy|browsing|personal data)\\b)(?:we|our)\\b[^"“”]{0,160}\\bcookies[^"“”]{0,320}|accept (?:all )?cookies.{0,20}|(?:accept|reject|decline) all$|manage (?:cookies|preferences|consent).{0,20}|cookie (?:notice|consent|banner).{0,40}|.{0,80}diese (?:web)?seite (?:verwendet|nutzt) cookies.{0,200}|.{0,60}nous utilisons des cookies.{0,200}|.{0,60}utilizamos cookies.{0,200}|.{0,60}utilizziamo (?:i )?cookie.{0,200}|.{0,60}(?:мы используем|использует) (?:файлы )?cookie.{0,200}|.{0,60}çerez(?:ler)? kullan.{0,200}`)

const VOTES = words(`
  .{0,80}\\b(?:vote now|cast your vote|take (?:part in )?our poll|stimmen sie (?:jetzt )?ab|votez (?:maintenant|ici))\\b.{0,40}|\\d{1,7} (?:users?|people|readers?|persons?|members?) (?:have|has) (?:voted|rated|liked|reacted).{0,20}|(?:rate|vote|rating|votes?|poll)(?: this .{0,20})?:?(?: \\d.{0,20})?$|(?:average|your) rating:?.{0,30}|[★☆]{2,}.{0,20}|was this (?:article|story|page|content) (?:helpful|useful|interesting).{0,20}|how useful was this post.{0,30}|click on a star to rate.{0,20}|no votes so far.{0,40}|\\d{1,5} (?:votos?|stimmen|votes?|голос(?:ов|а)?|oy|suara)$|\\d{1,7} .{0,20}(?:haben abgestimmt|ont voté|han votado|votaram|hanno votato|проголосовали)`)

const SUBSCRIBER = words(`
  (?:this|the) (?:article|story|content) is (?:for|only|available|exclusively|reserved).{0,20}(?:subscribers?|members?|premium).{0,60}|(?:to )?(?:continue|keep) reading\\b.{0,60}(?:subscribe|subscription|sign|log ?in|register|account|trial).{0,80}|(?:subscribe|log ?in|register) (?:now )?to (?:read|continue|unlock|access).{0,80}|unlock (?:this|the full) (?:article|story).{0,60}|you(?:'ve| have) (?:reached|read|\\d).{0,40}(?:free|limit).{0,40}|subscribers? only.{0,20}
  (?:weiterlesen|lesen sie weiter) mit .{0,40}|dieser (?:artikel|beitrag|inhalt) ist .{0,40}abonnent.{0,40}|(?:cet article|la suite) est réservée? aux abonnés.{0,40}|il vous reste .{0,40} à lire.{0,60}|(?:este|contenido) .{0,30}(?:para|exclusivo).{0,20}suscriptores.{0,30}|conteúdo exclusivo para assinantes.{0,30}|.{0,30}(?:riservato|contenuto per) (?:agli )?abbonati.{0,30}|(?:эта|полная) .{0,30}доступн.{0,20}подписчик.{0,30}|この記事は.{0,10}会員.{0,20}|残り\\s?\\d{1,6}文字.{0,20}|続きを読むには.{0,30}`)

const READING_TIME = words(`
  (?:reading time:? ?)?(?:about |approx\\.? )?\\d{1,3}(?: ?[-–] ?\\d{1,3})?[- ]?min(?:ute)?s?(?:\\.|-)?(?: ?read(?:ing)?(?: time)?)?|lesezeit:?.{0,20}|(?:temps de lecture|lecture):? ?.{0,20}|tiempo de lectura:?.{0,20}|tempo di lettura:?.{0,20}|tempo de leitura:?.{0,20}|leestijd:?.{0,20}|lästid:?.{0,20}|время (?:на )?чтени[ея]:?.{0,20}|okuma süresi:?.{0,20}|阅读时间.{0,10}`)

const TAGS = words(`
  (?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|labels?|more on|in this (?:story|article)|schlagw(?:orte|örter)|themen|stichwörter|mots[- ]clés|étiquettes|sujets|etiquetas|temas|palabras clave|tópicos|assuntos|parole chiave|argomenti|onderwerpen|ämnen|emner|avainsanat|tagi|tematy|štítky|témata|címkék|etichete|oznake|теги|темы|ключевые слова|мітки|теми|тагове|ετικέτες|etiketler|الوسوم|الكلمات المفتاحية|كلمات دالة|برچسب.?ها|تגיות|תגיות|टैग्स?|ট্যাগ|topik|từ khóa|chủ đề|แท็ก|标签|標籤|关键词|タグ|キーワード|태그)\\s*[:：].{1,200}`)

const anchored = (source: string): RegExp => new RegExp(`^[\\s,.•·|>*»–—-]{0,6}(?:${source})[\\s!.:»>…)-]{0,6}$`, 'iu')
const opening = (source: string): RegExp => new RegExp(`^[\\s,.•·|>*»–—-]{0,6}(?:${source})`, 'iu')

const DISCLAIMER = words(`
  disclaimer\\s*[:：].*|(?:this|the) (?:story|article|report|post|content)(?: has (?:not )?been| is| was| first)? (?:auto-?generated|automatically|published|generated|originally|edited|translated|sourced|syndicated|first)\\b.{0,200}|(?:with the exception of|except for) (?:the|this) headline.{0,200}|our standards\\s*:.{0,80}|reuse this content.{0,20}|the views expressed.{0,200}|(?:published|first published)(?: in| on| by) .{0,80}
  haftungsausschluss.*|dieser (?:artikel|beitrag|text) (?:wurde|erschien).{0,200}|cet article (?:a été|est).{0,200}|este (?:artículo|artigo|contenido) (?:ha sido|fue|foi).{0,200}|questo articolo è stato.{0,200}|【?责任编辑\\s*[:：].{1,20}|【?責任編輯\\s*[:：].{1,20}|\\(?编辑\\s*[:：].{1,20}|編輯\\s*[:：／/].{1,20}`)

export const LINE_RULES: readonly LineRule[] = [
  { rule: 'disclaimer', pattern: anchored(DISCLAIMER), charsMax: 300 },
  {
    rule: 'image-mark',
    pattern: /^(?:!\[[^\]]{0,300}\]\(\S{1,500}\)|\[(?:img|image)\b[^\]]{0,200}\])$/iu,
    charsMax: 850,
  },
  { rule: 'stray-mark', pattern: /^[^\p{L}\p{N}]{0,20}$/u, charsMax: 20 },
  { rule: 'subscriber-wall', pattern: opening(SUBSCRIBER), charsMax: 250 },
  { rule: 'cookie-notice', pattern: anchored(COOKIE), charsMax: 500 },
  { rule: 'comment-form', pattern: opening(COMMENTS), charsMax: 110, endsArticle: true },
  { rule: 'newsletter', pattern: opening(NEWSLETTER), charsMax: 180 },
  { rule: 'app-promo', pattern: anchored(APP), charsMax: 120 },
  { rule: 'share-bar', pattern: anchored(SHARE), charsMax: 120 },
  { rule: 'advertisement', pattern: anchored(AD), charsMax: 100 },
  { rule: 'vote-widget', pattern: anchored(VOTES), charsMax: 100 },
  { rule: 'reading-time', pattern: anchored(READING_TIME), charsMax: 50 },
  { rule: 'tags', pattern: anchored(TAGS), charsMax: 250 },
  { rule: 'copyright', pattern: anchored(COPYRIGHT), charsMax: 300 },
  { rule: 'navigation', pattern: anchored(NAVIGATION), charsMax: 110 },
]

const RELATED_LABEL = words(`
  related(?: (?:article|story|stories|articles|news|content|coverage|reading|topics|posts?|links?|video))?|also read|read also|read more|read next|read this|(?:you )?must read|see also|see more|more (?:on|from|about|in) (?:this|the|our) (?:story|topic|section|site)|more (?:stories|news|articles|coverage|to read|from [\\p{L}\\s]{2,30})|recommended(?: for you| stories| reading| articles)?|(?:you )?(?:may|might) (?:also )?(?:like|be interested in)|you may have missed|don['’]t miss|most (?:read|popular|viewed|shared)|trending(?: now| stories)?|top stories|popular(?: stories| posts)?|latest (?:news|stories|articles|headlines)|editors?['’]?s? (?:picks?|choice)|up next|watch(?: now| also)?|in (?:other|case you missed it)|in pictures|further reading|explore more|other news|suggested(?: articles)?|from our partners|promoted stories|around the web|elsewhere
  mehr zum thema|zum thema|lesen sie (?:auch|dazu|hier|mehr)(?: .{0,20})?|auch interessant|das könnte sie (?:auch )?interessieren|verwandte (?:artikel|themen)|weitere (?:artikel|nachrichten|themen|meldungen)|meistgelesen|siehe auch|mehr (?:dazu|aus .{2,20}|lesen)
  (?:à )?lire (?:aussi|également|la suite)|(?:à )?voir aussi|sur le même (?:sujet|thème)|articles (?:liés|similaires|recommandés)|à ne pas manquer|les plus lus|plus d['’]articles|dans la même rubrique
  le[eé](?:r)? (?:también|más|además)|lea (?:también|más|además)|te puede interesar|también te puede interesar|(?:noticias|artículos|notas) relacionad[oa]s|m[aá]s (?:noticias|información|sobre .{2,30}|leídas)|lo m[aá]s (?:leído|visto)|no te pierdas|ver (?:también|más)|contenido relacionado
  lei?a (?:também|mais|ainda)|veja (?:também|mais)|saiba mais|not[ií]cias relacionadas|mais (?:lidas|notícias|sobre .{2,30})|matérias relacionadas|você pode gostar|confira também
  leggi (?:anche|tutto|di più)|potrebbe interessarti(?: anche)?|ti potrebbe interessare|articoli correlati|vedi anche|notizie correlate|i più letti
  lees (?:ook|meer|verder)|meer (?:over|nieuws).{0,30}|gerelateerd(?:e artikelen)?|läs (?:också|även|mer)|relaterat|mer om .{2,30}|les (?:også|mer)|relaterte? (?:saker|artikler)|læs (?:også|mere)|lue (?:myös|lisää)|aiheesta lisää
  czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|polecamy|powiązane|čtěte (?:také|též|dále)|související(?: články)?|mohlo by vás zajímat|čítajte (?:aj|tiež)|súvisiace|kapcsolódó(?: cikkek)?|olvasta már|ez is érdekelheti|citește (?:și|mai|ș)|citeste si|vezi și|articole similare|pročitajte (?:i|još|više)|povezane vesti|povezani članci|прочетете (?:още|също)|вижте (?:още|също)|още по темата|διαβάστε (?:επίσης|ακόμα|ακόμη)|δείτε (?:επίσης|ακόμα)|σχετικά άρθρα
  читайте (?:также|ещё|еще|по теме)|читать (?:также|ещё|еще|далее)|смотрите также|по теме|материалы по теме|другие новости|похожие (?:новости|материалы)|самое читаемое|популярное|читайте також|дивіться також|за темою|схожі новини
  ilgili (?:haberler?|içerik|konular)|bunlar da ilginizi çekebilir|ayrıca bakınız|çok okunanlar|diğer haberler|اقرأ (?:أيض[اً]{1,2}|المزيد)|إقرأ (?:أيض[اً]{1,2}|المزيد)|(?:مواضيع|أخبار|مقالات) ذات صلة|شاهد (?:أيض[اً]{1,2}|المزيد)|قد يهمك|الأكثر قراءة|(?:بیشتر|همچنین) بخوانید|مطالب مرتبط|اخبار مرتبط|بیشتر در این باره|קרא(?:ו)? (?:עוד|גם)|כתבות נוספות|עוד בנושא|כתבות קשורות
  (?:यह|ये) भी पढ़ें|और पढ़ें|संबंधित (?:खबरें|ख़बरें|समाचार)|इसे भी पढ़ें|आरो? ?भी पढ़ें|আরও পড়ুন|আরো পড়ুন|সম্পর্কিত খবর|மேலும் படிக்க|ఇది కూడా చదవండి|हे ही वाचा|baca juga|baca selengkapnya|berita terkait|artikel terkait|lihat juga|simak juga|xem thêm|đọc thêm|tin liên quan|bài viết liên quan|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านข่าว(?:อื่น|เพิ่มเติม)
  关联阅读|相关(?:阅读|新闻|报道|文章|链接)|延伸阅读|相關(?:閱讀|新聞|報導|文章)|延伸閱讀|推荐阅读|推薦閱讀|更多(?:新闻|報導|新聞|报道)|看更多|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ(?:記事)?|この記事もおすすめ|관련(?:기사| ?뉴스)|주요 ?뉴스|많이 본 (?:기사|뉴스)|추천 ?기사|이 ?시각`)

/** A heading over other articles, alone on its line: "Related", "Lesen Sie auch". */
export const RELATED_HEADING = new RegExp(`^[\\s•·|>*»▶►–—-]{0,6}(?:${RELATED_LABEL})\\s*[:：»>…]{0,2}$`, 'iu')

/** A line that names one other article after such a word: "ALSO READ: …". */
export const RELATED_LINE = new RegExp(
  `^[\\s(\\[【•·|>*»▶►–—-]{0,6}(?<label>(?:${RELATED_LABEL})\\s*[:：|»>】\\]–—-]{1,2})\\s*(?<title>\\S.{3,250})$`,
  'iu',
)

/** A link back to the whole page, where a feed or an aggregator has cut the text. */
export const CUT_OFF =
  /\[?(?:\+\s?\d{2,6}\s(?:chars|characters|more)|…|\.\.\.)\]?\s*(?:(?:continue|read)(?: reading| more| the full (?:story|article))?|read more|weiterlesen|lire la suite|leer más|leggi tutto|читать далее)?\s*(?:»|→|>)?\]?$/iu
