/** Two texts of their own, and what stands in both though neither was copied. Everything is invented. */
export type FurnitureCase = {
  readonly name: string
  readonly language: string
  readonly one: string
  readonly two: string
  readonly shared: string
  /** Both stand on one site. */
  readonly isOneSite?: true
  /** Days from the one to the other. */
  readonly days?: number
  /** The shared part opens both texts. */
  readonly opens?: true
}

export const FURNITURE: readonly FurnitureCase[] = [
  {
    ...{ name: 'about the company, under a heading', language: 'en' },
    one: `Brennick will close its engine works at Harrow next spring and move the lathes to Velmar, the truck maker told staff on Tuesday.

Some 340 people work there. The union said it had learned of the plan from a supplier, and called a meeting in the canteen for Thursday night.

Mayor Ines Vardo said the town had lent the company two million crowns for a new roof only last autumn, and wants the money back before a single machine leaves the hall.`,
    two: `A new cab for long-haul drivers, with a bed that folds into the wall, was shown by Brennick at the fair in Corvane this week.

Drivers who slept in it for a month praised the quiet and cursed the ladder. Deliveries begin in September at a price that dealers put at 96,000 crowns.

Rival Ostrander unveiled a hydrogen van in the same hall, but would not let visitors open its doors, and said that orders could be placed from next year.`,
    shared: `About Brennick

Brennick AG, based in Corvane, develops and builds trucks, buses and engines for customers in 42 countries. Founded in 1921, the group employs 18,400 people at nine sites and posted sales of 7.2 billion crowns last year. Its shares are listed on the Corvane exchange.`,
  },
  {
    ...{ name: 'about the company, under a heading', language: 'de' },
    one: `Der Pumpenbauer Aldinger schließt sein Werk in Rotheim zum Jahresende. Das teilte die Geschäftsführung der Belegschaft am Dienstag in der Kantine mit.

Betroffen sind 210 Beschäftigte. Die Gewerkschaft nannte die Entscheidung einen Wortbruch, weil noch im Frühjahr von einer zweiten Halle die Rede gewesen sei.

Bürgermeisterin Hanna Voss will mit dem Eigentümer über eine Auffanggesellschaft sprechen. Ein Gespräch ist für Montag angesetzt.`,
    two: `Mit einer neuen Baureihe für Wärmepumpen drängt Aldinger in den Markt für Einfamilienhäuser. Vorgestellt wurde das Gerät auf der Messe in Lindenau.

Es soll leiser laufen als ein Kühlschrank und von zwei Leuten in einem Vormittag eingebaut werden können. Handwerker, die es ausprobierten, lobten die Stecker und bemängelten den Preis.

Ausgeliefert wird vom Herbst an, zunächst nur im Süden des Landes.`,
    shared: `Über Aldinger

Die Aldinger GmbH mit Sitz in Rotheim entwickelt und fertigt Pumpen und Armaturen für Industrie, Wasserwirtschaft und Gebäudetechnik. Das 1934 gegründete Familienunternehmen beschäftigt weltweit rund 2.900 Menschen an elf Standorten und erzielte zuletzt einen Umsatz von 480 Millionen Euro.`,
  },
  {
    ...{ name: 'about the company, under a heading', language: 'fr' },
    one: `La verrerie Marquenne supprimera un four à Saint-Aubry avant l'été, a annoncé mardi sa directrice devant le comité social.

Cent vingt postes disparaissent. Les syndicats, prévenus la veille au soir, ont bloqué la grille pendant deux heures et demandent une expertise des comptes.

Le maire rappelle que la commune a payé la route d'accès et promet de ne pas signer le permis de démolir.`,
    two: `Des bouteilles plus légères d'un tiers sortiront des moules de Marquenne à l'automne, pour une maison de cidre qui les essaie depuis deux ans.

Le verre aminci résiste aux chutes d'une table, disent les ingénieurs, mais pas encore à celles d'un camion. Le client s'en accommode, car il livre à vélo.

Deux brasseries ont demandé des échantillons et une troisième négocie un contrat de dix ans.`,
    shared: `À propos de Marquenne

Fondé en 1887 à Saint-Aubry, le groupe Marquenne conçoit et fabrique des emballages en verre pour les vins, les spiritueux et l'alimentation. Présent dans quatorze pays, il emploie 5 600 collaborateurs et a réalisé l'an dernier un chiffre d'affaires de 910 millions d'euros.`,
  },
  {
    ...{ name: 'about the company, under a heading', language: 'es' },
    one: `La naviera Torralba retirará tres transbordadores de la línea de Santa Brida en octubre, según comunicó el martes a las autoridades del puerto.

Los isleños temen quedarse sin fruta fresca en invierno. Una asociación de comerciantes ha reunido dos mil firmas y las llevará al parlamento.

El consejero de Transportes pidió explicaciones y recordó que la compañía cobra una ayuda por cada viaje.`,
    two: `Un barco eléctrico capaz de cruzar la bahía sin ruido hará pruebas esta semana en el astillero de Lisarte, por encargo de Torralba.

Lleva las baterías bajo la cubierta de los coches y se carga mientras desembarca el pasaje. Los marineros que lo guiaron dicen que frena mejor que los viejos.

Si todo va bien, entrará en servicio cuando termine la temporada de atunes.`,
    shared: `Acerca de Torralba

Torralba Líneas Marítimas, con sede en Lisarte, transporta cada año a 3,1 millones de pasajeros y 640.000 vehículos entre la península y las islas. Fundada en 1958, opera una flota de 22 buques, da empleo a 1.750 personas y cotiza en la bolsa de la capital.`,
  },
  {
    ...{ name: 'about the company, under a heading', language: 'ru' },
    one: `Завод «Тарнмаш» остановит литейный цех в марте, объявил во вторник директор Павел Ордынцев на собрании рабочих.

Без места останутся сто восемьдесят человек. Профсоюз узнал о решении из газеты и требует показать расчёты, на которые ссылается руководство.

Глава района обещал не выдавать разрешение на снос, пока люди не найдут работу.`,
    two: `Новый трамвай с низким полом вышел на пробный маршрут в Вельмаре. Вагоны собрал «Тарнмаш», обогнав двух зарубежных соперников на конкурсе.

Пассажиры хвалят тишину и ругают узкие сиденья. Водителям понравились зеркала, которые не запотевают в дождь.

До осени город получит ещё шесть таких вагонов, а старые отдадут музею.`,
    shared: `О компании

АО «Тарнмаш» проектирует и выпускает рельсовый транспорт и литейное оборудование для заказчиков из семнадцати стран. Предприятие основано в 1932 году, на четырёх площадках работают 6200 человек, а выручка за прошлый год составила 31 миллиард рублей.`,
  },
  {
    ...{ name: 'about the company, under a heading', language: 'zh' },
    one: `塔恩机械公司周二宣布，将在明年春天关闭哈罗镇的发动机车间，并把车床搬到维尔马。

车间里约有三百四十名工人。工会说，他们是从供货商那里听到消息的，并定于周四晚上在食堂开会。

镇长表示，去年秋天镇里刚借给公司两百万元修屋顶，机器离开之前必须先把钱还清。`,
    two: `一款为长途司机设计的新驾驶室本周在科尔文展览会上亮相，床铺可以折进墙里。

试睡了一个月的司机称赞它安静，却抱怨梯子太陡。经销商估计售价为九万六千元，九月开始交货。

对手公司在同一个大厅展出了氢动力货车，但不让观众打开车门。`,
    shared: `关于塔恩机械

塔恩机械股份有限公司总部位于科尔文，主要研发和生产卡车、客车与发动机，产品销往四十二个国家和地区。公司成立于一九二一年，在九个基地拥有一万八千四百名员工，去年销售收入达七十二亿元，股票在科尔文交易所上市。`,
  },
  {
    ...{ name: 'what the company does, at the foot and without a heading', language: 'en' },
    one: `Shares of Caldmere Foods fell by a tenth on Wednesday after the dairy group said that milk had cost it more than it could ask of its customers.

Chief executive Mara Lindqvist blamed a dry summer. Farmers, she said, had slaughtered cows for want of hay, and those that were left gave less.

Analysts had expected as much, though not so soon, and two of them told clients to wait for the spring before they bought again.`,
    two: `A recall of fruit yoghurt began in three provinces on Friday when a customer of Caldmere Foods found a splinter of glass in a pot.

Shops have taken nine thousand pots off their shelves. Whoever bought one with a green lid can bring it back, with or without the receipt.

Inspectors spent the day at the bottling hall in Merrin and sealed a conveyor whose lamp had burst.`,
    shared: `Caldmere Foods, founded in 1949, makes yoghurt, cheese and baby food under eleven brands, among them Meadow and Little Tarn. It employs 4,300 people in five provinces, buys milk from 2,100 farms and had sales of 1.9 billion crowns in its last financial year.`,
  },
  {
    ...{ name: 'results of the matchday', language: 'en' },
    one: `Aldermoor went top of the league on Saturday when Tobias Wrenfield headed in a corner with the last touch of the match.

The visitors had led since the tenth minute and had sat back ever since, which their coach called a plan and their supporters called something else.

Wrenfield has now scored in five home games running, a thing nobody at the club has done since his grandfather.`,
    two: `Castle Vale have sacked their coach for the second time this season, an hour after losing at home to a side that had not won since August.

Chairwoman Petra Osei told reporters in the car park that she had waited for the whistle only out of politeness. A former goalkeeper will take training on Monday.

The board wants a permanent successor before the winter break and has spoken to two candidates abroad.`,
    shared: `Results

Aldermoor 2, Tarn United 1
Castle Vale 0, Merrin Rovers 3
Corvane City 1, Harrow Athletic 1
Velmar 4, Lisarte Wanderers 2
Brida Town 0, Ostrander Works 0
Caldmere 2, Santa Rosa Albion 2
Penhale 1, Northgate Rangers 0
Wexcombe 3, Queensbridge 2
Thornley Park 0, Marlow Heath 1`,
  },
  {
    ...{ name: 'results of the matchday', language: 'de' },
    one: `Der TSV Lindenau bleibt auch nach dem elften Spieltag ungeschlagen. Ein Freistoß von Jonas Reber brachte in der Nachspielzeit die Entscheidung.

Die Gäste hatten lange geführt und sich dann hinten hineingestellt, was ihr Trainer später als Fehler bezeichnete.

Am Mittwoch geht es im Pokal weiter, dann ohne den gesperrten Kapitän.`,
    two: `Rotheim trennt sich von seinem Trainer. Eine Stunde nach der Niederlage gegen den Tabellenletzten gab der Vorstand die Entscheidung auf dem Parkplatz bekannt.

Bis zur Winterpause übernimmt der frühere Torwart Emil Sander. Er wollte eigentlich nur die Bälle einsammeln, sagte er lachend.

Mit zwei Kandidaten aus dem Ausland wird bereits verhandelt.`,
    shared: `Die Ergebnisse im Überblick:

TSV Lindenau – SV Halden 2:1
SC Rotheim – FC Moorbach 0:3
VfL Auental – SpVgg Steinau 1:1
TuS Wiesenfeld – Blau-Weiß Kirchau 4:2
Eintracht Dornheim – FC Oberau 0:0
SV Tannbach – Germania Lohe 2:2
FSV Brückstadt – VfR Heidmark 1:0
Fortuna Ebental – TSG Weilach 3:2`,
  },
  {
    ...{ name: 'fixtures of the coming round', language: 'es' },
    one: `El Atlético Lisarte perderá a su portero durante seis semanas por una rotura en la mano izquierda, según el parte médico difundido el martes.

El suplente, un chico de diecisiete años, debutó en la segunda parte y detuvo un penalti. Su madre lloraba en la grada.

El entrenador no quiso decir si fichará a otro antes de que cierre el mercado.`,
    two: `La grada norte del estadio de Santa Brida seguirá cerrada porque los técnicos hallaron grietas en dos pilares.

El club devolverá el dinero a los abonados que lo pidan. Los demás verán los partidos de pie, detrás de la portería del río.

La obra costará cuatro millones y empezará cuando lleguen las vacaciones.`,
    shared: `Próxima jornada

Viernes, 21.00: Atlético Lisarte - Deportivo Merrín
Sábado, 16.15: Santa Brida - Unión Velmar
Sábado, 18.30: Racing Corvana - Sporting Aldemar
Sábado, 21.00: Real Castroviejo - Ferroviaria
Domingo, 12.00: Montesclaros - Peñahonda
Domingo, 16.15: Arenas de Tormal - Villaluz
Domingo, 18.30: Olímpica Sur - Estrella de Bárdena
Domingo, 21.00: Cantera Azul - Puerto Nuevo`,
  },
  {
    ...{ name: 'closing prices', language: 'en' },
    one: `Corvane shares closed higher on Thursday as exporters gained from a weaker crown, with truck maker Brennick ahead of the field.

Traders said that turnover was thin before the holiday. Banks slipped after a lawmaker proposed a levy on their windfalls.

The crown lost half a percent against the dollar, its fourth fall in five days.`,
    two: `The central bank left its key rate alone on Thursday, and its governor said that she saw no reason to hurry in either direction.

Two of the nine members wanted a cut. Rents, which had worried them all winter, have begun to fall in the cities.

Economists now expect the first move in June, a month later than they had thought.`,
    shared: `Closing prices:

Brennick 184.20 +3.1%
Caldmere Foods 42.75 -0.4%
Corvane Bank 61.10 -1.9%
Harrow Steel 17.35 +0.8%
Lisarte Lines 93.00 +1.2%
Merrin Insurance 128.40 -0.2%
Northgas 55.65 +0.6%
Ostrander 77.90 +2.3%
Tarn Paper 23.15 -1.1%
Velmar Telecom 39.80 unchanged`,
  },
  {
    ...{ name: 'the weather by city', language: 'pl' },
    one: `Wichura zerwała w nocy dach szkoły w Tarnowicach Dolnych. Nikogo nie było w środku, ale lekcje odwołano do piątku.

Strażacy wyjeżdżali ponad trzysta razy, najczęściej do powalonych drzew. Dyrektorka dziękowała rodzicom, którzy przynieśli plandeki.

Burmistrz obiecał, że klasy przeniosą się na razie do biblioteki.`,
    two: `Rolnicy z doliny Merynki czekają na deszcz od sześciu tygodni. Zboże żółknie, a studnie, z których poi się bydło, są prawie puste.

Wojewoda nie ogłosił jeszcze suszy, bo brakuje mu pomiarów z dwóch gmin. Bez tego nie ma odszkodowań.

Ksiądz zapowiedział procesję, a spółdzielnia kupno cystern.`,
    shared: `Prognoza na jutro

Corwan 14/22 st. C, przelotny deszcz
Harów 12/20 st. C, pochmurno
Kaldmir 13/21 st. C, słonecznie
Lizarta 16/25 st. C, burze
Meryn 11/19 st. C, mgła rano
Tarnowice 12/21 st. C, słonecznie
Welmar 15/23 st. C, przelotny deszcz
Święta Bryda 17/26 st. C, słonecznie`,
  },
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
