/** Verbs by which newspapers tell who said a thing, in all languages: none is anything else in another. */
export const SAYING: ReadonlySet<string> = new Set(
  (
    'said says say told tells added adds wrote tweeted argued warned insisted stressed noted explained declared announced replied stated ' +
    'sagte sagt sagten erklärte erklärt betonte betont meinte teilte mitteilte warnte fügte schrieb kündigte forderte erläuterte berichtete ' +
    'dit déclaré déclare déclarait affirmé affirme expliqué explique ajouté ajoute estimé estime souligné assuré annoncé lancé lance indiqué confié confie raconte raconté témoigne résume regrette prévient insiste poursuit conclut ' +
    'dijo dice afirmó afirma aseguró declaró explicó señaló añadió agregó indicó sostuvo manifestó advirtió informó anunció comentó lamentó subrayó contó relató recordó insistió ' +
    'detto dice dichiarato afferma affermato spiegato spiega aggiunto sottolineato annunciato commentato racconta raccontato conclude assicura ' +
    'disse diz afirmou declarou explicou acrescentou anunciou destacou informou contou lembrou completou avaliou ' +
    'zei zegt verklaarde meldde aldus vertelde liet benadrukte waarschuwde ' +
    'sade säger sa berättade förklarade uppgav menade siger sagde forklarede udtaler fortalte sier uttalte ' +
    'powiedział powiedziała mówi mówił mówiła stwierdził stwierdziła dodał dodała podkreślił podkreśliła oświadczył oświadczyła ' +
    'řekl řekla uvedl uvedla dodal dodala prohlásil prohlásila ' +
    'сказал сказала говорит заявил заявила сообщил сообщила добавил добавила отметил отметила подчеркнул подчеркнула рассказал рассказала ' +
    'сказав заявив заявила повідомив повідомила додав додала зазначив зазначила наголосив ' +
    'dedi söyledi belirtti açıkladı ekledi ifade vurguladı ' +
    'قال قالت وقال وقالت أضاف أضافت وأضاف وأضافت صرح صرحت وصرح أكد أكدت وأكد وأكدت أوضح أوضحت وأوضح وأوضحت ذكر ذكرت وذكر وذكرت أعلن أعلنت وأعلن وأعلنت أشار أشارت وأشار وأشارت شدد شددت وشدد قائلا قائلة أشاد وأشاد رد ورد ' +
    'אמר אמרה ואמר ואמרה אמרו הוסיף הוסיפה והוסיף והוסיפה מסר מסרה ומסר הודיע הודיעה והודיע ציין ציינה וציין הדגיש הדגישה כתב כתבה וכתב טען טענה הסביר הסבירה הבהיר הבהירה השיב השיבה הודה הודתה סיפר סיפרה דחה דחתה קרא קראה אישר אישרה הזהיר הזהירה העריך העריכה הכריז הכריזה התייחס התייחסה לדברי ' +
    'कहा बताया बोले बोली कहना जोड़ा ' +
    'kata katanya ujar ujarnya tutur jelas tegas ungkap mengatakan menyatakan menegaskan menjelaskan mengungkapkan menambahkan berkata memberitahu ' +
    'alisema anasema amesema aliongeza alieleza alisisitiza walisema ' +
    'nói biết khẳng ' +
    'είπε δήλωσε τόνισε ανέφερε πρόσθεσε υποστήριξε σημείωσε λέει δηλώνει ανακοίνωσε ' +
    'mondta közölte mondja hozzátette kijelentette hangsúlyozta elmondta nyilatkozta írta ' +
    'sanoi sanoo kertoi kertoo totesi toteaa mukaan lisäsi arvioi vahvisti ' +
    'oświadczyła podkreśla mówili tvrdí říká řekli prohlašuje zdůraznil zdůraznila ' +
    'пояснил пояснила уточнил уточнила считает утверждает пояснив пояснила вважає розповів розповіла сказала казав ' +
    'گفت گفته افزود نوشت ' +
    'کہا بتایا کہنا ' +
    'বলেন বলেছেন বললেন জানান জানিয়েছেন ' +
    'கூறினார் தெரிவித்தார் என்றார் கூறினர் கூறியுள்ளார் கூறுகையில்'
  ).split(' '),
)

/** Words in the place of a name beside these verbs. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  'she he er sie elle il él ella lei lui ele ela hij zij ze hon han hun ona он она він вона'.split(' '),
)
