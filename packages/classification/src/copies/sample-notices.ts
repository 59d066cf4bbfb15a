import type { FurnitureCase } from './sample-furniture.ts'

/** Notices, background that a site repeats, ingredients and frames. Everything is invented. */
export const NOTICES: readonly FurnitureCase[] = [
  {
    ...{ name: 'a disclaimer', language: 'en' },
    one: `Gold may have further to climb, argues a fund manager who bought his first bar at nineteen and has not sold an ounce since.

His case rests on central banks, which have been filling their vaults for six years, and on miners, who find less with every shaft they sink.

What could spoil it is a run of good news, of which he sees no sign at all.`,
    two: `Should savers fix their rate for ten years or for two? A reader from Caldmere has been offered both, and cannot sleep.

Our reckoning shows that the shorter term wins if rates fall by a point before next winter, and loses by a hair otherwise.

Ask your lender what it costs to leave early, for in that clause hides the whole difference.`,
    shared: `Disclaimer: The content of this article is provided for information purposes only and does not constitute investment advice or an offer to buy or sell any security. Past performance is not a reliable indicator of future results. Readers should seek independent professional advice before they make any financial decision, and the publisher accepts no liability for losses.`,
  },
  {
    ...{ name: 'a disclaimer', language: 'nl' },
    one: `Wie pijn in de knie heeft, moet vooral blijven lopen. Dat zegt fysiotherapeut Noor van Aalst, die al twintig jaar schaatsers behandelt.

Rust roest, luidt haar stelling. Wie een maand op de bank ligt, verliest spieren die hij daarna in een half jaar moet terugwinnen.

Wel raadt ze aan om trappen en hakken te mijden zolang het gewricht warm is.`,
    two: `Havermout, bessen en noten: met zo'n ontbijt komt u de ochtend door zonder honger. Diëtist Bram Oosting legt uit hoe dat komt.

Vezels vertragen de opname van suiker. Daardoor schommelt het bloed minder en blijft de trek in koek tot de middag weg.

Wie geen melk verdraagt, neemt drank van haver of soja, mits er kalk aan is toegevoegd.`,
    shared: `De informatie in dit artikel is uitsluitend bedoeld als algemene voorlichting en vervangt niet het advies van een arts of andere deskundige. Raadpleeg bij klachten altijd uw huisarts. De redactie is niet aansprakelijk voor schade die voortvloeit uit het gebruik van deze informatie.`,
  },
  {
    ...{ name: 'how to donate, in each follow-up of one paper', language: 'fr', isOneSite: true, days: 1 },
    one: `La rivière est montée de quatre mètres en une nuit à Saint-Aubry. Les pompiers ont sorti vingt-huit personnes de leurs maisons par les fenêtres.

Le pont de pierre a tenu, la passerelle non. Une institutrice raconte avoir porté ses chaussures et son chat jusqu'au clocher.

La préfecture a ouvert le gymnase et deux écoles.`,
    two: `Après l'eau, la boue. Les habitants de Saint-Aubry ont passé leur samedi à racler les planchers, aidés par des étudiants venus en train.

L'assureur de la commune estime les dégâts à douze millions. Le boulanger a rallumé son four pour tout le monde.

Dimanche, le ministre viendra voir le pont dont les piles sont fendues.`,
    shared: `Comment aider les sinistrés

La Maison solidaire reçoit les dons au 12, rue des Tanneurs, tous les jours de 9 heures à 18 heures. Vous pouvez aussi verser une somme sur le compte ouvert par la mairie, au nom des sinistrés de la vallée, ou envoyer un chèque à l'ordre de l'entraide. Les vêtements ne sont plus acceptés, faute de place.`,
  },
  {
    ...{ name: 'what is known so far, in each follow-up of one paper', language: 'en', isOneSite: true, days: 1 },
    one: `Divers searched the harbour of Penhale for a second day on Wednesday without finding the two brothers whose boat was seen adrift at dawn.

Their sister waited on the quay with a flask of tea. She said that both could swim, and that neither would have left the other.

The coastguard will widen its search to the islands if the wind allows.`,
    two: `Police have spoken to the skipper of a trawler that left Penhale an hour before the missing brothers, and have taken paint from its hull.

He was not under arrest, a spokesman said, and had come to the station of his own accord with his log book under his arm.

A laboratory in Corvane will say by Friday whether the blue matches.`,
    shared: `What we know so far

Adam and Luke Trewin, 31 and 28, left Penhale shortly after four on Tuesday morning to lift their pots off the Hag Rocks. Their boat, the Merry Annet, was found six miles out with its engine running and nobody aboard. The life jackets hung on their hooks, and no call for help was heard on any channel.`,
  },
  {
    ...{ name: 'what happened before, in each follow-up of one paper', language: 'sv', isOneSite: true, days: 2 },
    one: `Åklagaren begär att den tidigare bankchefen häktas på sannolika skäl misstänkt för grovt svindleri. Förhandlingen hålls på fredag i Tarnköping.

Försvararen kallar beslutet förhastat. Hans klient har lämnat ifrån sig passet och infunnit sig till varje förhör.

Rättssalen rymmer bara fyrtio åhörare, och redan på onsdagen stod människor i kö.`,
    two: `Småspararna i Tarnköping får vänta på sina pengar. Konkursförvaltaren räknar med att utdelningen dröjer till nästa höst.

Hon har hittat tre konton i utlandet men vet ännu inte vad som finns på dem. Två av bankerna svarar inte på brev.

En pensionerad snickare berättar att han förlorat allt han sparat till båten.`,
    shared: `Detta har hänt: Sparbanken Ekeby ställde in betalningarna i mars sedan revisorn upptäckt att säkerheter för nära två miljarder kronor saknades. Ledningen avsattes samma kväll, och staten tog över inlåningen för att lugna kunderna. Ekobrottsmyndigheten har sedan dess gjort husrannsakan på sex adresser.`,
  },
  {
    ...{ name: 'what is known so far, at the head of each follow-up', language: 'de', isOneSite: true, days: 1 },
    opens: true,
    one: `Am Mittwoch kamen die ersten Gutachter in den Tunnel. Sie nahmen Proben vom Beton und fotografierten jede Fuge, während draußen die Angehörigen warteten.

Ein Sprecher der Bahn wollte sich zur Ursache nicht äußern. Man werde nichts sagen, was man später zurücknehmen müsse.

Der Verkehrsminister sagte eine Reise ab und traf am Abend in Auental ein.`,
    two: `Nach der Trauerfeier am Freitag fuhr der erste Zug wieder durch das Tal, im Schritttempo und ohne Fahrgäste. Viele Menschen standen am Bahndamm und nahmen den Hut ab.

Der Landtag setzt einen Ausschuss ein. Die Opposition verlangt Einsicht in die Wartungsbücher der letzten zehn Jahre.

Bis die zweite Röhre frei ist, pendeln Busse zwischen Halden und Steinau.`,
    shared: `Was bisher bekannt ist: Am Montagmorgen löste sich im Auentunnel ein Stück der Decke und traf den Regionalexpress nach Halden. Vier Menschen starben, neunzehn wurden verletzt. Die Strecke war erst im Vorjahr saniert worden, die Abnahme hatte keine Mängel ergeben. Die Staatsanwaltschaft ermittelt gegen unbekannt.`,
  },
  {
    ...{ name: 'a legal notice', language: 'it' },
    one: `Il sindaco di Montelago ha firmato l'ordinanza che chiude il lungolago alle automobili nei fine settimana di giugno.

I ristoratori protestano, i ciclisti festeggiano. Un parcheggio da trecento posti aprirà dietro la stazione, con una navetta ogni dieci minuti.

A settembre si voterà per renderla definitiva.`,
    two: `Una frana ha isolato da ieri sera due frazioni sopra Borgo Tarnese. Nessuno è rimasto ferito, ma la strada non riaprirà prima di un mese.

I vigili del fuoco portano il pane con l'elicottero. Il geologo della provincia chiede di spostare le famiglie della casa più alta.

La scuola farà lezione nella sala della banda.`,
    shared: `Riproduzione riservata. Tutti i contenuti di questa pagina, testi e immagini, sono protetti dalla legge sul diritto d'autore e non possono essere copiati, diffusi o utilizzati, nemmeno in parte, senza l'autorizzazione scritta dell'editore. Per le richieste rivolgersi all'ufficio diritti indicando il titolo e la data dell'articolo.`,
  },
  {
    ...{ name: 'a notice on reports from courts', language: 'en' },
    one: `A locksmith from Merrin was accused on Monday of having opened eleven safes that nobody had asked him to open.

Prosecutor Lena Achterberg told the court that he had kept a drawing of each. His wife, who sat in the second row, shook her head at every one.

The hearing goes on next week with the owner of a jeweller's shop.`,
    two: `The driver of a school coach stood before magistrates in Wexcombe on Tuesday, charged with having read messages at the wheel.

No child was hurt when the coach came to rest against a hedge. The headmaster praised an eleven-year-old who had pulled the brake.

She has been invited to the depot, where she may sound a horn.`,
    shared: `Editor's note: Everyone charged with an offence is presumed innocent until a court has found otherwise. We name defendants only where a judge has allowed it or the public interest demands it, and we report how proceedings end as prominently as how they began. Anyone who believes that a report is unfair can write to our readers' editor.`,
  },
  {
    ...{ name: 'ingredients', language: 'en' },
    one: `Plum tart as my aunt made it wants fruit that is almost too ripe, and a hot oven from the first minute.

Stone the plums, set them skin down in rings, and scatter sugar over them only when they come out. Sugared before, they drown the crust.

Serve it lukewarm with a spoon of sour cream, and keep the last slice for breakfast.`,
    two: `A cheese pie needs patience. Whisk the filling until your arm complains, then let it stand for as long as it takes to set the table.

Bake it on the lowest shelf. When the middle trembles but does not run, open the door a hand's breadth and leave it there.

It cuts best the next day, if there is a next day for it.`,
    shared: `For the pastry

250 g plain flour
125 g cold butter, cut into small cubes
60 g icing sugar
1 pinch of salt
1 large egg, beaten
2 tbsp ice-cold water
1 tsp grated lemon zest
1 tbsp milk for brushing
a little flour for the work surface
butter for greasing the tin`,
  },
  {
    ...{ name: 'ingredients', language: 'tr' },
    one: `Annemin ıspanaklı böreği misafir gelecek günün sabahı hazırlanırdı. Ispanağı ince doğrayın, suyunu iyice sıkın ve soğanla kısa süre çevirin.

Hamuru bezelere ayırıp dinlendirmeden açmayın. Tepsiye sererken katların arasında hava kalsın ki kabarsın.

Fırından çıkınca üzerine temiz bir bez örtün.`,
    two: `Kıymalı pide için fırının çok sıcak olması gerekir. Taşınız yoksa ters çevrilmiş bir tepsi de iş görür.

İçi çiğ koyun, domatesin suyu hamuru yumuşatır. Kenarlarını kıvırırken parmağınızı yağlayın, yoksa yapışır.

Üzerine taze maydanoz serpin ve ayranla hemen sofraya getirin.`,
    shared: `Hamur için malzemeler

500 gr un
1 paket kuru maya
1 su bardağı ılık süt
yarım çay bardağı zeytinyağı
1 tatlı kaşığı tuz
1 tatlı kaşığı toz şeker
1 yumurta sarısı
2 yemek kaşığı yoğurt
üzeri için çörek otu ve susam`,
  },
  {
    ...{ name: 'the frame of a horoscope', language: 'en', isOneSite: true, days: 1 },
    opens: true,
    one: `A letter that you had given up will come before noon. Answer it at once, even if your answer is short.

Somebody at work envies your patience and will try it. Let them. By evening you laugh about it over soup.

Money that was lent returns in small coins, and with it a friend whom you had counted among the lost.`,
    two: `Your shoes pinch, and so does a promise. Take off the one and keep the other, and the afternoon will be kind.

Avoid long staircases. On the third floor somebody waits with a question that you cannot answer without your glasses.

Towards night the wind turns and brings music from a house where you were happy once.`,
    shared: `Your stars for today, read by Madame Orsolya

The column is written for all who were born under the sign of the Ram, from 21 March to 20 April, and follows the old tables of the observatory at Tarn. If you know the hour of your birth, read the sign of your ascendant as well. Those born on the first or the last day of a sign may find themselves in the neighbouring column.`,
  },
  {
    ...{ name: 'the frame of a lottery', language: 'es', isOneSite: true, days: 1 },
    opens: true,
    one: `La combinación ganadora del sorteo del jueves es 4, 11, 23, 29, 37 y 48, con el complementario 15 y el reintegro 2.

Un boleto sellado en una panadería de Merrín se lleva 1.240.000 euros, y otros treinta y seis cobrarán 2.310 cada uno.`,
    two: `La combinación ganadora del sorteo del viernes es 7, 9, 18, 31, 42 y 45, con el complementario 22 y el reintegro 8.

Nadie acertó los seis números, de modo que el bote crece hasta 3.500.000 euros. Hay cincuenta y un premios de 1.680.`,
    shared: `La Lotería de la Ribera se celebra todos los días laborables a las nueve de la noche en el salón de la Casa de la Moneda. Para ganar el primer premio hay que acertar los seis números. Los boletos premiados pueden cobrarse en cualquier administración durante tres meses desde la fecha del sorteo, y los premios mayores en las oficinas del banco.`,
  },
  {
    ...{ name: 'how to donate, as the charities ask every paper', language: 'ar' },
    one: `انهار جسر وادي الطرن فجر الثلاثاء بعد ثلاثة أيام من المطر، وجرفت المياه ست سيارات كانت تعبره في تلك اللحظة.

قال رئيس البلدية إن فرق الإنقاذ أخرجت أربعة عشر شخصا أحياء، بينهم طفلة كانت تتشبث بغصن شجرة.

وأغلقت المدارس أبوابها حتى نهاية الأسبوع، وفتحت المساجد قاعاتها للعائلات.`,
    two: `اشتكى مزارعو السهل من أن السيول أتلفت محصول الزيتون قبل أسبوعين من موعد القطاف.

وأوضح نقيبهم أن الخسائر تفوق ما أصابهم في الجفاف الأخير، وأن كثيرا منهم استدانوا لشراء البذور والسماد.

ووعدت الوزارة بإرسال لجنة لتقدير الأضرار ودفع تعويضات قبل الشتاء.`,
    shared: `كيف يمكنك المساعدة

تستقبل جمعية اليد البيضاء التبرعات العينية في مقرها بشارع الميناء كل يوم من التاسعة صباحا حتى السادسة مساء، ويمكن تحويل المبالغ المالية إلى الحساب المفتوح باسم صندوق المتضررين لدى مصرف الأمانة. وترجو الجمعية عدم إرسال الملابس المستعملة لأن مخازنها امتلأت.`,
  },
  {
    ...{ name: 'what the company does, at the foot and without a heading', language: 'pt' },
    one: `A cervejeira Alvorada vai fechar a fábrica de Lisarte em março e transferir o engarrafamento para o interior, informou a direção na terça-feira.

Cento e sessenta operários perdem o emprego. O sindicato soube pela rádio e marcou uma vigília diante do portão.

O prefeito lembrou que a água da cidade foi desviada por causa da empresa e exige que os poços sejam devolvidos.`,
    two: `Um sabor de goiaba e outro de limão chegam aos bares no verão pela mão da Alvorada, que procura bebedores mais jovens.

Provadores de quatro cidades preferiram o primeiro. O segundo, disseram, lembra detergente, e será corrigido antes da estreia.

As latas foram desenhadas por um muralista de Corvane e trazem peixes que brilham no escuro.`,
    shared: `Com sede em Corvane, a Alvorada produz cervejas, refrigerantes e água mineral em oito unidades e distribui para 230 mil pontos de venda. Criada em 1936 por dois irmãos imigrantes, a companhia tem 7.800 empregados e faturou 5,4 bilhões de coroas no último exercício.`,
  },
]
