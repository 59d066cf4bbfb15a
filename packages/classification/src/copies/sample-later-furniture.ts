import type { FurnitureCase } from './sample-furniture.ts'

/** Written after the rules were, and not used in making them. Everything is invented. */
export const LATER_FURNITURE: readonly FurnitureCase[] = [
  {
    ...{ name: 'whom to call, as the police ask every paper', language: 'en' },
    one: `A cyclist of 54 died on Sunday when a horsebox crossed his path on the Merrin road, two miles short of Caldmere.

The woman at the wheel was treated for shock. Both horses were unhurt and grazed on the verge until a farmer led them off.

Residents have asked for a lower limit on the bend since the spring, when a milk float went through the same hedge.`,
    two: `Thieves lifted the lead from the roof of Wexcombe chapel in the night to Monday, and the rain came in upon the organ.

Churchwarden Elspeth Moor found the pipes full. The instrument was built by her great-grandfather, who is buried beneath it.

A scaffolder had left his ladders in the yard, and will not do so again.`,
    shared: `Anyone who saw anything suspicious, or who has footage from a doorbell or a dashboard, is asked to contact Northshire Police on 0555 01 88 and to quote the number of the incident. Information can also be given without a name through the Tell Us line, which is open day and night, or on the form on the website of the force.`,
  },
  {
    ...{ name: 'where to find help', language: 'fi' },
    one: `Tarnjoen koulun rehtori löydettiin tiistaina kuolleena kotoaan. Poliisi ei epäile rikosta, ja oppilaat saivat jäädä kotiin.

Opettajat muistelevat miestä, joka soitti joka aamu huilua aulassa. Kunta järjestää muistohetken kirkossa perjantai-iltana.

Uutta johtajaa haetaan vasta syksyllä.`,
    two: `Unettomuus vaivaa joka kolmatta vuorotyöläistä, selviää tutkimuksesta, johon haastateltiin hoitajia ja bussinkuljettajia.

Pahimmin nukkuvat ne, joiden vuorot vaihtuvat kesken viikon. Tutkija ehdottaa, että listat laadittaisiin kuukaudeksi kerrallaan.

Työnantajien mielestä ajatus on kaunis mutta kallis.`,
    shared: `Jos sinulla on vaikeaa, älä jää yksin. Maakunnan kriisipuhelin vastaa vuorokauden ympäri numerossa 0555 2025, ja keskustelu on maksuton ja luottamuksellinen. Nuorille on oma verkkopalvelu, jossa koulutetut vapaaehtoiset päivystävät iltaisin. Hätätilanteessa soita yleiseen hätänumeroon.`,
  },
  {
    ...{ name: 'forward-looking statements, longer than the notice', language: 'en' },
    one: `Harrow Steel has agreed to sell its wire mill at Penhale to a group of its own managers for 31 million crowns in cash.

The buyers keep all 120 jobs for at least three years. They will rename the mill after the brook that drives its oldest wheel.`,
    two: `Harrow Steel named Ottilie Brandt as finance chief from the first of May. She comes from the railways, whose books she brought into order.

Her predecessor leaves for reasons of health and stays on as an adviser until his replacement has closed a first quarter.`,
    shared: `This release contains forward-looking statements, which can be recognised by words such as expects, intends, plans, believes or similar expressions. They rest on the assumptions of the management at the time of writing and are subject to risks and uncertainties, among them the price of energy, the demand for steel, changes in exchange rates and decisions of authorities, many of which lie beyond the control of the company. Actual results may therefore differ materially from those expressed or implied. The company does not undertake to update any of these statements in the light of new information or later events, except where the law requires it.`,
  },
  {
    ...{ name: 'results of the vote by district', language: 'cs' },
    one: `Starostka Halina Brodská obhájila úřad v prvním kole a večer tančila na náměstí s hasiči.

Její soupeř uznal porážku ještě před půlnocí. V televizi řekl, že lidé dali přednost mostu před tunelem a že se z toho poučí.

Účast byla nejvyšší od založení obce.`,
    two: `Sčítání v jedné škole se protáhlo do rána, protože komise našla o tři lístky víc, než kolik přišlo voličů.

Předseda soudu nechal urnu zapečetit. Podle mluvčího mohlo jít o omyl tiskárny, která dodala složené archy.

Výsledek v kraji to nezmění.`,
    shared: `Výsledky podle obvodů

Tarnov-střed: Brodská 52,1 %, Malec 31,4 %
Tarnov-sever: Brodská 48,7 %, Malec 36,0 %
Dolní Merín: Brodská 44,9 %, Malec 40,2 %
Horní Merín: Malec 47,3 %, Brodská 39,8 %
Velmarov: Brodská 55,5 %, Malec 28,9 %
Kaldmír: Malec 43,1 %, Brodská 42,6 %
Svatá Brida: Brodská 61,0 %, Malec 22,7 %`,
  },
  {
    ...{ name: 'about the company, and whom to ask', language: 'hu' },
    one: `Felmondott a Merényi Vagongyár vezérigazgatója, miután a tulajdonosok leállították a tarnvári csarnok építését.

Székács Ilona kilenc évig irányította a céget. Búcsúlevelében azt írta, hogy nem akar betonoszlopok között öregedni.

Utódját a következő közgyűlés választja meg.`,
    two: `Hálókocsikat rendelt a Merényi Vagongyártól egy északi vasúttársaság, amely húsz év után újraindítja éjszakai járatait.

A fülkékben zuhany és íróasztal is lesz. Az első szerelvényt két tél múlva adják át, a próbautakon a gyár munkásai alszanak majd benne.

A szerződés értékét a felek nem közölték.`,
    shared: `A Merényi Vagongyárról

Az 1903-ban alapított Merényi Vagongyár vasúti személykocsikat, villamosokat és forgóvázakat tervez és gyárt huszonhat ország vasútjai számára. Három telephelyén 3150 munkatársat foglalkoztat, tavalyi árbevétele 118 milliárd korona volt.

Sajtókapcsolat: Vidor Anna, telefon: 0555 340, sajto@merenyi.example`,
  },
  {
    ...{ name: 'ingredients, at the head of the one and the foot of the other', language: 'id' },
    opens: true,
    one: `Rendang nenek saya dimasak semalaman di atas arang. Aduk perlahan dari bawah supaya santan tidak pecah, lalu biarkan bumbu meresap sampai minyaknya keluar.

Daging paha lebih cocok daripada has dalam. Kalau terlalu empuk, potongannya hancur sebelum kuah mengering.

Sajikan dengan nasi hangat dan daun singkong rebus.`,
    two: `Gulai ikan ini lahir di dapur perahu. Juru masaknya hanya punya satu wajan, jadi ikan digoreng sebentar, diangkat, lalu kuahnya dibuat di minyak yang sama.

Masukkan belimbing terakhir agar asamnya segar. Jangan ditutup, karena uapnya membuat kulit ikan lembek.

Keesokan hari rasanya malah lebih enak.`,
    shared: `Bumbu halus

12 siung bawang merah
6 siung bawang putih
8 buah cabai merah keriting
3 cm jahe, kupas
2 cm kunyit bakar
4 butir kemiri sangrai
1 sdt ketumbar
2 batang serai, memarkan
3 lembar daun jeruk`,
  },
  {
    ...{ name: 'what is known so far, in each follow-up of one paper', language: 'uk', isOneSite: true, days: 1 },
    one: `Водолази другу добу обстежують дно водосховища біля Тарнівки. Знайшли два рятувальні жилети й весло, а човна немає.

Дружина капітана чекає на березі разом із сусідами, які варять для рятувальників куліш. Вона певна, що чоловік дістався острова.

Пошуки продовжать із світанком, якщо вщухне вітер.`,
    two: `Слідчі вилучили журнал станції, де напередодні лагодили двигун. Механік пояснив, що замінив лише свічки й ременя не чіпав.

Експертам віддали також каністру з пальним. Висновок обіцяють до кінця тижня.

Прокурор просить свідків, які були на пляжі, принести знімки.`,
    shared: `Що відомо: прогулянковий човен «Чайка» вийшов із Тарнівки в неділю опівдні з чотирма пасажирами й капітаном. Останній раз його бачили рибалки біля старої греблі близько третьої години. Сигналу лиха ніхто не чув, телефони не відповідають. Поліція відкрила провадження за статтею про порушення правил безпеки.`,
  },
  {
    ...{ name: 'a notice under every column', language: 'el' },
    one: `Οι ψαράδες του Μερινού έδεσαν τις βάρκες τους μπροστά στο λιμεναρχείο και ζητούν φθηνότερο πετρέλαιο για τον χειμώνα.

Ο υπουργός τους υποσχέθηκε απάντηση ως την Παρασκευή. Εκείνοι απάντησαν ότι μέχρι τότε θα έχουν φύγει τα κοπάδια.

Στην αγορά οι τιμές ανέβηκαν ήδη κατά ένα πέμπτο.`,
    two: `Ένα αρχαίο πηγάδι βρέθηκε κάτω από το σχολείο της Κορβάνης όταν υποχώρησε το δάπεδο του γυμναστηρίου.

Μέσα υπήρχαν πιθάρια με σπόρους που η αρχαιολόγος θέλει να φυτέψει. Οι μαθητές της έδωσαν όνομα πριν προλάβει να το κάνει το μουσείο.

Τα μαθήματα γίνονται προσωρινά στην εκκλησία.`,
    shared: `Τα κείμενα που δημοσιεύονται εκφράζουν τις απόψεις των συντακτών τους και δεν ταυτίζονται απαραίτητα με τις θέσεις της εφημερίδας. Απαγορεύεται η αναδημοσίευση, ολική ή μερική, χωρίς προηγούμενη γραπτή άδεια του εκδότη. Για παρατηρήσεις και διορθώσεις μπορείτε να απευθύνεστε στη διεύθυνση της σύνταξης.`,
  },
  {
    ...{ name: 'about the company, without a heading', language: 'ja' },
    one: `タルン製作所は火曜日、ハロー町のエンジン工場を来年春に閉鎖し、旋盤をベルマーへ移すと従業員に伝えた。

およそ三百四十人が働いている。労働組合は取引先から話を聞いたとして、木曜の夜に食堂で集会を開く。

町長は、昨年秋に屋根の修理費を貸したばかりだと述べ、機械を運び出す前に返すよう求めた。`,
    two: `長距離の運転手のための新しい運転台が今週、コルベンの見本市で披露された。寝台は壁に折りたためる。

一か月試した運転手は静かさをほめ、はしごの急さに文句を言った。納入は九月に始まる。

競争相手も同じ会場で水素の貨物車を見せたが、扉は開けさせなかった。`,
    shared: `タルン製作所は一九二一年に創業した輸送機器メーカーで、本社をコルベンに置き、トラックやバス、発動機を四十二の国と地域に販売している。九つの拠点に一万八千四百人の社員を抱え、昨年度の売上高は七千二百億円だった。`,
  },
  {
    ...{ name: 'how the column is made, under each of them', language: 'fr', isOneSite: true, days: 7 },
    one: `Une huître fermée ne dit rien de sa fraîcheur, et c'est pourquoi l'écailler du port frappe deux coquilles l'une contre l'autre avant de vendre.

Le son doit être plein. Creux, il trahit une bête qui a perdu son eau, et que l'on servira gratinée plutôt que nue.

Il apprend le geste aux enfants le mercredi.`,
    two: `Le lin fleurit une matinée, puis perd ses pétales, si bien que les promeneurs de l'après-midi ne voient jamais le bleu dont on leur parle.

Marceline Aubert se lève à cinq heures pour le photographier. Elle en a tiré un livre que les imprimeurs refusent, faute de papier assez blanc.

Ses voisins la croient sorcière.`,
    shared: `Chaque samedi, notre chroniqueuse part à la rencontre d'un métier, d'un lieu ou d'une saison de la côte. Vous connaissez quelqu'un dont il faudrait raconter le travail ? Écrivez à la rédaction, en précisant un numéro de téléphone. Les lettres les plus belles sont publiées à la fin de l'été dans un cahier qui est remis aux abonnés.`,
  },
  {
    ...{ name: 'medals in one paragraph', language: 'en' },
    one: `Rower Ida Castellane won the first gold of the games for Velmar by the length of a hand, and lay in her boat until a judge asked whether she was well.

She had trained on a gravel pit. The town wants to give it her name, though its owner would rather fill it in and build a car park.

Her sister races on Thursday in the double.`,
    two: `Two judges were sent home from the games on Tuesday after a diver complained that one had slept and the other had played patience.

Neither denied it. The federation will show the final again to a new panel, which may move the bronze from Merrin to Lisarte.

Organisers blamed a lunch that had lasted until four.`,
    shared: `Medals (gold, silver, bronze): Corvane 11 8 9; Merrin 9 10 4; Velmar 7 7 12; Lisarte 6 9 8; Ostrander 6 3 5; Aldermoor 5 5 5; Harrow 4 6 2; Brida 4 1 7; Penhale 3 3 3; Queensbridge 2 5 6; Thornley 2 2 1; Wexcombe 1 0 4; Marlow 0 2 2; Northgate 0 1 3.`,
  },
  {
    ...{ name: 'how to give, below two reports on one flood', language: 'en' },
    one: `The Tarn broke through its dyke at Caldmere before dawn on Friday, and by noon only the roofs of the lower town stood out of the water.

Boats from the rowing club took off some 600 people. Fire chief Arno Belling said that nobody was missing, and that he hardly dared believe it.

The waterworks has been switched off. Schools stay closed until Wednesday at the least.`,
    two: `Caldmere woke to the sound of bells on Friday, when the dyke gave way and the Tarn poured into streets that had been dry for ninety years.

Baker Rosa Quill carried flour to the loft until the stairs floated off. A rowing eight came past her window, and the cox asked for rolls.

Premier Jonas Wace promised money without forms. Insurers, he said, would hear from him.`,
    shared: `How to help: The Caldmere Relief Fund takes gifts of money at any branch of the Tarn Savings Bank, on account 4410 882, and through its website. Blankets, tins and dry shoes can be left at the fire stations of Merrin and Wexcombe between eight and eight. The fund asks people not to send clothes, and not to drive to the valley.`,
  },
  {
    ...{ name: 'programme notes with times', language: 'ko' },
    one: `배우 한서린이 십이 년 만에 무대로 돌아온다. 그는 지난 화요일 연습실에서 대본을 처음 읽으며 눈물을 보였다고 연출가가 전했다.

작품은 등대를 지키는 두 자매의 겨울을 그린다. 동생 역은 공개 오디션으로 뽑힌 신인이 맡는다.

표는 한 시간 만에 모두 팔렸다.`,
    two: `시립극장 지붕에서 물이 새어 객석 삼분의 일을 쓸 수 없게 되었다. 극장은 비옷을 나누어 주고 공연을 이어 갔다.

시의회는 보수 예산을 두 번 미루었다. 관장은 다음 회의에 양동이를 들고 가겠다고 말했다.

공사는 여름 휴관 기간에 시작된다.`,
    shared: `이번 주 공연

3월 4일 19:30 등대의 겨울 대극장
3월 5일 15:00 등대의 겨울 대극장
3월 5일 20:00 강가의 노래 소극장
3월 6일 19:30 밤의 우체부 소극장
3월 7일 14:00 어린이 인형극 별관
3월 8일 19:30 현악 사중주 음악당`,
  },
  {
    ...{ name: 'what the law says, below two reports', language: 'hi' },
    one: `मेरिन जिले के एक स्कूल में मंगलवार को दीवार गिरने से सात बच्चे घायल हो गए। प्रधानाचार्य ने बताया कि दरार की शिकायत दो महीने पहले की गई थी।

अभिभावकों ने फाटक पर धरना दिया और ठेकेदार की गिरफ्तारी की मांग की।

कलेक्टर ने जांच के लिए तीन इंजीनियर भेजे हैं।`,
    two: `कोरवन शहर में किराए के मकानों का पंजीकरण अब मोबाइल से हो सकेगा। नगर निगम ने सोमवार को नई सेवा शुरू की।

पहले दिन चार हजार लोगों ने आवेदन किया और सर्वर दो बार बंद हुआ। अधिकारी कहते हैं कि क्षमता बढ़ाई जा रही है।

दलालों ने इसका विरोध किया है।`,
    shared: `इस समाचार में दी गई जानकारी विभिन्न स्रोतों से ली गई है और प्रकाशन के समय उपलब्ध तथ्यों पर आधारित है। किसी भी त्रुटि के लिए संस्था उत्तरदायी नहीं होगी। पाठकों से अनुरोध है कि कोई निर्णय लेने से पहले संबंधित विभाग से पुष्टि अवश्य कर लें और अपनी प्रतिक्रिया हमें लिखित रूप में भेजें।`,
  },
]
