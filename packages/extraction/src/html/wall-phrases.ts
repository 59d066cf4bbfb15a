/**
 * What pages that stand in an article's place say to their visitor, in the languages most used on news sites. Each pattern is
 * a witness, never a verdict by itself: reports quote such lines, too (`page-verdict.ts` weighs them).
 */

/** Said by services that keep programs out. */
export const BOT_WORDS =
  /just a moment\.\.\.|checking (?:your browser|if the site connection)|verif(?:y|ies|ying) (?:that )?you(?:'re| are) (?:a |not a )?(?:human|bot|robot)|are you a robot|not a robot|unusual (?:traffic|activity)|enable javascript and cookies|complete the security check|security verification|attention required! \| cloudflare|access to this page has been denied|pardon our interruption|request unsuccessful\. incapsula|captcha-delivery|ddos protection by|bot detection|human verification|automatisierte (?:zugriffe|anfragen)|kein roboter|ungewöhnliche[nr]? (?:datenverkehr|aktivität)|trafic inhabituel|pas un robot|tráfico inusual|eres (?:un robot|una persona)|no eres un robot|traffico insolito|non sei un robot|tráfego incomum|você não é um robô|ongebruikelijk verkeer|geen robot|nie jeste[śs] robotem|вы не робот|подозрительн\p{L}+ активность|robot olmadığınızı|ロボットではない|不审访问|安全验证|人机验证|로봇이 아닙니다|لست روبوت/iu

/** A headline that is nothing else. */
export const BOT_TITLE =
  /^[^\p{L}\p{N}]*(?:just a moment|attention required!?|access (?:to this page has been )?denied|pardon our interruption|are you (?:a robot|human)|security (?:check|verification)|human verification|bot verification|robot check|zugriff verweigert|sicherheits(?:überprüfung|abfrage)|sind sie ein (?:roboter|mensch)|comprobación de seguridad|eres un robot|vérification de sécurité|accès refusé|verifica di sicurezza|verificação de segurança|проверка безопасности|вы не робот|güvenlik kontrolü|セキュリティ(?:チェック|確認)|安全验证|人机验证|보안 확인)[^\p{L}\p{N}]*$/iu

/** Classes and ids of the tests that such services set. */
export const BOT_CLASS =
  /(?:g-recaptcha|h-captcha|cf-turnstile|cf-challenge|challenge-form|px-captcha|geetest|datadome)/i

/** A headline that is nothing but the report of an error. */
export const ERROR_TITLE =
  /^[^\p{L}\p{N}]*(?:(?:oh no|oops|ups|oups|hoppla|sorry)\b[\s!.…,:–-]*)?(?:(?:http )?(?:(?:error|fehler|erreur|ошибка|помилка|грешка|σφάλμα|错误|錯誤|エラー|خطأ|خطای)[\s:№#–—-]*)?(?:40[0-9]|410|50[0-4])\b(?:[^\p{L}\p{N}]*(?:error|not found|page not found|gone|forbidden|seite nicht gefunden|bad gateway|service unavailable|ошибка|страница не найдена|помилка|сторінку не знайдено|页面不存在|ページが見つかりません))?|(?:(?:this|the|that|your) )?(?:page|article|story)(?: you requested)? (?:is |was |has been )?(?:not found|not available|unavailable|removed|gone|could ?n['o’]t be found|cannot be found|does(?: not|n['’]t) exist)|not found|nothing found|seite (?:wurde )?nicht gefunden|(?:die |diese )?(?:angeforderte |gesuchte )?seite (?:existiert nicht(?: mehr)?|konnte nicht gefunden werden|ist nicht (?:mehr )?verfügbar)|(?:cette )?page (?:introuvable|non trouvée|n['’]existe (?:pas|plus)|inexistante)|(?:esta )?página no (?:encontrada|existe)|no se ha encontrado la página|pagina non trovata|(?:esta )?página não (?:encontrada|existe)|pagina niet gevonden|sidan (?:hittades|kunde) inte(?: hittas)?|siden (?:blev ikke fundet|finnes ikke)|sivua ei löy\p{L}+|nie znaleziono(?: strony)?|strona nie (?:istnieje|została znaleziona)|stránka nenalezena|az oldal nem található|pagina nu (?:a fost găsită|există)|страница не (?:найдена|существует)|страницу не найдено|сторінку не знайдено|sayfa bulunamadı|halaman tidak ditemukan|không tìm thấy trang|ไม่พบหน้า\S*|(?:お探しの)?(?:ページ|記事)(?:が|は)(?:見つかりません(?:でした)?|存在しません)|(?:页面|頁面|网页)(?:不存在|未找到|找不到)|(?:요청하신 )?(?:페이지를|기사를) 찾을 수 없습니다|الصفحة غير موجودة|لم يتم العثور على الصفحة|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|הדף לא נמצא|पृष्ठ नहीं मिला|পাতা(?:টি)? পাওয়া যায়নি|access denied|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error|oops)[^\p{L}\p{N}]*$/iu

/** Inside the few lines of an error page. */
export const ERROR_WORDS =
  /(?:\b(?:page|article|story) (?:you(?:'re| are)? (?:looking for|requested)|cannot be found|could not be found|no longer (?:exists|available)|doesn'?t exist)|nicht gefunden|n['’]existe p(?:as|lus)|a été (?:déplacé|supprimé)|no existe|não (?:existe|foi encontrad)|non esiste|не существует|не найден|찾을 수 없습니다|見つかりません|不存在)/iu

/** Said to the visitor who has not agreed to be followed yet. */
export const CONSENT_WORDS =
  /(?<![\p{L}\p{N}])(?:we (?:and our (?:\d+ )?partners|value your privacy)|us and our partners|before you continue|manage (?:your )?(?:cookies|consent|privacy)|privacy (?:settings|dashboard|cent(?:er|re))|accept all|reject all|zustimm\p{L}+|einwillig\p{L}+|alle akzeptieren|(?:unsere|und) \d+ partner|mit werbung (?:lesen|weiter)|accepter et continuer|tout accepter|consentement|(?:våra|vores|våre) (?:\d+ )?partner|nos (?:\d+ )?partenaires|aceptar (?:todo|y continuar)|nuestros (?:\d+ )?socios|accetta (?:tutti|e continua)|nostri (?:\d+ )?partner|aceitar (?:tudo|todos)|nossos (?:\d+ )?parceiros|toestemming|akkoord|onze (?:\d+ )?partners|accepter alle|godta alle|godkänn alla|hyväksy kaikki|zgadzam się|nasi partnerzy|souhlasím|elfogadom|принять все|наших партнеров|tümünü kabul|terima semua)|すべて(?:同意|許可)|全部接受|모두 동의/iu

/** The button that agrees. */
export const CONSENT_BUTTON =
  /^[^\p{L}\p{N}]*(?:i (?:agree|accept)|agree(?: and (?:continue|proceed|close))?|accept(?: all| and (?:continue|close)| cookies)?|got it|alle[ns]? (?:akzeptieren|zustimmen)|akzeptieren|zustimmen(?: und weiter)?|einverstanden|tout accepter|accepter(?: et (?:continuer|fermer))?|j['’]accepte|aceptar(?: todo| y continuar)?|acepto|accetta(?: tutti| e continua)?|acconsento|aceitar(?: tudo| todos)?|concordo|akkoord|alles accepteren|accepter alle|godta alle|godkänn alla|hyväksy kaikki|zgadzam się|souhlasím|elfogadom|accept(?:ă| toate)|принять(?: все)?|согласен|tümünü kabul et|terima semua|đồng ý|ยอมรับ\S*|(?:すべて)?同意(?:する)?|全部接受|同意|모두 동의|موافق|أوافق|קבל הכל)[^\p{L}\p{N}]*$/iu

/** Where a text breaks off for those who have not paid. */
export const PAYWALL_WORDS =
  /(?:subscribe|log in|sign in|register)(?: now)? to (?:continue|keep|read|unlock)|already a subscriber|(?:exclusive|only) (?:for|to) subscribers|subscriber[s']* (?:only|exclusive)|unlock this (?:article|story)|(?:jetzt )?weiterlesen mit|(?:haben|besitzen) sie (?:bereits|schon) ein (?:\S+-?)?abo|exklusiv für abonnent|nur für abonnent|(?:réservée?|reservé)s? aux abonnés|il vous reste \d+ ?% de cet article|déjà abonné|contenido exclusivo para suscriptores|suscríbete para (?:seguir|continuar)|ya eres suscriptor|contenuto riservato agli abbonati|(?:sei già|già) abbonato|(?:conteúdo )?exclusivo para assinantes|já é assinante|lees (?:verder|dit artikel) met|al abonnee|läs vidare (?:med|genom)|redan prenumerant|kun for abonnenter|allerede abonnent|vain tilaajille|dla (?:prenumeratorów|subskrybentów)|pro předplatitele|előfizetőknek|exclusiv pentru abonați|только для подписчиков|лише для передплатників|abonelere özel|khusus pelanggan|有料会員(?:限定|の方)|会員限定|残り\s?\d+\s?文字|付费(?:内容|会员)|會員專屬|구독자 전용|유료 회원/iu

/** A headline of pages whose pictures are all there is. */
export const GALLERY_TITLE =
  /in pictures|in photos|photo gallery|picture gallery|bildergalerie|bilderstrecke|fotostrecke|en images|en photos|diaporama|galería|en imágenes|fotogalería|le foto |fotogallery|galeria|em fotos|bildspel|kuvagalleria|fotogalerie|галерея|фоторепортаж|fotoğraf galerisi|写真特集|フォトギャラリー|组图|图集|圖輯|화보|صور|तस्वीरें/iu
