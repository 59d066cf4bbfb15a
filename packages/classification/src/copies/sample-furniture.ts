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
]
