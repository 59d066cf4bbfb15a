/** Two reports of a fictional press world: of one event, or of two that are easily taken for one. */
export type Pair = {
  readonly name: string
  readonly a: readonly [day: string, language: string, title: string, text: string]
  readonly b: readonly [day: string, language: string, title: string, text: string]
}

/** Twins: the same kind of event at another time or place, or with other people. */
export const TWINS: readonly Pair[] = [
  {
    name: 'two legs of a cup tie',
    a: [
      '2031-03-04',
      'en',
      'Athletic beat Rovers 2-1 with two late goals',
      'Quarnley Athletic came from behind to beat Hoskin Rovers 2-1 in the first leg of the Valmere Cup semi-final on Tuesday, with both goals in the last nine minutes. Rovers led through captain Idris Falk before goalkeeper Sten Aubrey was sent off. The second leg is in Hoskin on Thursday.',
    ],
    b: [
      '2031-03-06',
      'en',
      'Rovers reach the final after 3-0 win over Athletic',
      'Hoskin Rovers won the second leg of the Valmere Cup semi-final 3-0 on Thursday and go through 4-2 on aggregate. Quarnley Athletic never recovered from an early goal by captain Idris Falk, who scored twice. Reserve goalkeeper Bo Lind saved a penalty. The final is on May 9.',
    ],
  },
  {
    name: 'the return match a week later',
    a: [
      '2031-04-05',
      'en',
      'Tern Bay 1, Oxley 1: points shared in dull derby',
      'Tern Bay and Oxley drew 1-1 on Saturday in front of 9,200 people. Marco Reyl put the hosts ahead from a corner and Dan Ostry levelled with a header in the 71st minute. Both coaches said a draw was fair.',
    ],
    b: [
      '2031-04-12',
      'en',
      'Oxley 4, Tern Bay 2: Ostry hat-trick settles the derby',
      'Oxley beat Tern Bay 4-2 on Saturday with three goals by Dan Ostry in front of 14,000 people. Marco Reyl scored both goals of the visitors, who finished with ten men after a red card for Pavel Strom.',
    ],
  },
  {
    name: 'a semi-final and a final',
    a: [
      '2031-06-06',
      'en',
      'Lindqvar beats Osei 6-4 6-3 to reach final',
      'Top seed Ana Lindqvar reached the final of the Corvane Open on Friday with a 6-4 6-3 win over Abena Osei. Lindqvar hit 31 winners and dropped serve once. She said her back had held up well.',
    ],
    b: [
      '2031-06-08',
      'en',
      'Maresh stuns Lindqvar 7-5 6-1 for first title',
      'Unseeded Dita Maresh won the Corvane Open on Sunday, beating top seed Ana Lindqvar 7-5 6-1. Maresh, 19, is the youngest champion of the tournament. She cried as she lifted the trophy and thanked her mother.',
    ],
  },
  {
    name: 'factory fires in two towns',
    a: [
      '2031-05-13',
      'en',
      'Fire destroys furniture factory in Drumlow',
      'A fire destroyed a furniture factory in Drumlow on Tuesday. Eighty firefighters fought the flames for nine hours. Nobody was hurt, fire chief Karin Holt said. The cause was not known. The plant employs 140 people.',
    ],
    b: [
      '2031-05-13',
      'en',
      'Fire guts paint factory in Easterby',
      'A fire gutted a paint factory in Easterby on Tuesday. Residents were told to keep windows shut because of smoke. Two workers were taken to hospital, fire chief Tom Rusk said. The cause was not known. Sixty firefighters were at the scene.',
    ],
  },
  {
    name: 'floods in two valleys',
    a: [
      '2031-02-10',
      'en',
      'Hundreds leave homes as river Arle floods Minster',
      'Hundreds of people left their homes in Minster on Monday after the river Arle burst its banks. Soldiers filled sandbags through the night. Mayor Jo Petty said the water had risen 2.3 metres in six hours.',
    ],
    b: [
      '2031-02-11',
      'en',
      'River Sorn floods Calder, school used as shelter',
      'The river Sorn flooded the town of Calder on Tuesday and about 300 people spent the night in a school. Mayor Alma Dyce said the water rose by 1.8 metres. Soldiers brought boats and sandbags.',
    ],
  },
  {
    name: 'central banks of two countries',
    a: [
      '2031-09-18',
      'en',
      'Valmere central bank holds key rate at 3.25 percent',
      'The Bank of Valmere left its key interest rate at 3.25 percent on Thursday. Governor Erik Sall said inflation was falling more slowly than hoped. Economists had expected the decision.',
    ],
    b: [
      '2031-09-18',
      'en',
      'Ostland central bank cuts key rate to 4 percent',
      'The National Bank of Ostland cut its key interest rate to 4 percent on Thursday, the second cut this year. Governor Mira Tolan said inflation was under control. Economists had expected no change.',
    ],
  },
  {
    name: 'quarterly results of two companies',
    a: [
      '2031-07-24',
      'en',
      'Carver Motors profit rises 12 percent on truck sales',
      'Carver Motors said on Thursday its quarterly profit rose 12 percent to 410 million crowns on strong sales of trucks. Chief executive Lena Abt raised the forecast for the year. Shares rose 5 percent.',
    ],
    b: [
      '2031-07-24',
      'en',
      'Nordal Steel profit falls 30 percent on energy costs',
      'Nordal Steel said on Thursday its quarterly profit fell 30 percent to 96 million crowns on higher energy costs. Chief executive Per Ruud kept the forecast for the year. Shares fell 4 percent.',
    ],
  },
  {
    name: 'results and a recall of one company',
    a: [
      '2031-07-24',
      'en',
      'Halden Foods lifts forecast after record quarter',
      'Halden Foods lifted its forecast on Thursday after record quarterly sales of 2.1 billion crowns. Chief executive Iva Broz said frozen meals had sold especially well. The shares rose to their highest in two years.',
    ],
    b: [
      '2031-07-26',
      'en',
      'Halden Foods recalls baby porridge over glass splinters',
      'Halden Foods recalled 40,000 jars of baby porridge on Saturday after two parents found glass splinters. Nobody was hurt. The jars carry the batch number L204 and can be returned to any shop, the food agency said.',
    ],
  },
  {
    name: 'derailments in two countries',
    a: [
      '2031-01-15',
      'en',
      'Four hurt as night train derails near Brask',
      'Four people were hurt when a night train derailed near Brask early on Wednesday. The engine hit a fallen tree, railway spokeswoman Ulla Fink said. The line to the coast will be shut until Friday.',
    ],
    b: [
      '2031-01-16',
      'en',
      'Goods train derails at Umbri pass, line blocked',
      'A goods train with 22 wagons of cement derailed at the Umbri pass on Thursday and blocked the only line to the south. The driver was unhurt. A broken axle was found, railway engineer Sami Dorro said.',
    ],
  },
  {
    name: 'strikes of pilots and of dockers',
    a: [
      '2031-10-02',
      'en',
      'Pilots of Aerova strike for two days over rosters',
      'Pilots of Aerova began a two-day strike on Thursday over rosters. The airline cancelled 180 flights from Velmar airport. Union leader Dag Orme said talks had failed after midnight.',
    ],
    b: [
      '2031-10-02',
      'en',
      'Dockers in Velmar strike over wages',
      'Dockers in Velmar walked out on Thursday over wages. Eleven ships waited outside the port. Union leader Ines Bauta said the employers had offered 2 percent and the union wanted 6.',
    ],
  },
  {
    name: 'two murder trials at one court',
    a: [
      '2031-11-04',
      'en',
      'Man jailed for life for murder of jeweller',
      'A court in Tarnholm jailed Viktor Brenn for life on Tuesday for the murder of jeweller Alois Kerr, who was shot in his shop two years ago. Brenn, 44, showed no emotion. His lawyer said he would appeal.',
    ],
    b: [
      '2031-11-05',
      'en',
      'Nurse cleared of murder of two patients',
      'A court in Tarnholm cleared nurse Hedda Solberg on Wednesday of the murder of two patients. Judges said the prosecution had not proved that they were poisoned. Solberg, 38, wept. The prosecutor said he would appeal.',
    ],
  },
  {
    name: 'two bus crashes on one road',
    a: [
      '2031-08-05',
      'en',
      'Nine hurt as school bus overturns on coast road',
      'Nine children were hurt when a school bus overturned on the coast road near Lirio on Tuesday. The driver swerved to avoid a dog, police said. The children, aged 8 to 11, were on their way to a swimming lesson.',
    ],
    b: [
      '2031-08-09',
      'en',
      'Tourist coach and lorry collide on coast road, two dead',
      'Two people died on Saturday when a coach with 46 tourists and a lorry loaded with gravel collided on the coast road near Lirio. The lorry driver had fallen asleep, prosecutors said.',
    ],
  },
  {
    name: 'theft from and reopening of a museum',
    a: [
      '2031-03-11',
      'en',
      'Thieves take three icons from Corvane museum',
      'Thieves took three icons worth 2 million crowns from the City Museum in Corvane on Tuesday night. They came through a skylight and were gone in four minutes, police inspector Ada Renn said.',
    ],
    b: [
      '2031-03-15',
      'en',
      'Corvane museum opens new wing for modern art',
      'The City Museum in Corvane opened its new wing on Saturday with a show of 120 modern paintings. Architect Lou Tamari said he wanted daylight in every room. The wing cost 31 million crowns.',
    ],
  },
  {
    name: 'two launches of one rocket',
    a: [
      '2031-05-06',
      'en',
      'Petrel rocket puts weather satellite into orbit',
      'A Petrel rocket put the weather satellite Kite-3 into orbit on Tuesday, its maker Stellan said. The launch from Hovda had been put off twice because of wind. The satellite will watch storms over the northern sea.',
    ],
    b: [
      '2031-05-09',
      'en',
      'Petrel rocket explodes seconds after lift-off',
      'A Petrel rocket exploded 40 seconds after lift-off from Hovda on Friday and destroyed the navigation satellite Compass-7. Nobody was hurt. Its maker Stellan said a pump had lost pressure and stopped all launches.',
    ],
  },
  {
    name: 'ferries aground at two islands',
    a: [
      '2031-03-05',
      'en',
      'Ferry runs aground off Kestrel Island',
      'All 212 passengers of the ferry Morning Star were taken off safely on Wednesday after it ran aground off Kestrel Island in fog. Harbour master Piet Rowan said nobody was hurt.',
    ],
    b: [
      '2031-03-07',
      'en',
      'Ferry with 90 aboard stuck on rocks at Galt',
      'The ferry Lady Inga hit rocks at Galt on Friday with 90 passengers on board. A helicopter took off three injured people. Captain Nils Harr said the rudder had failed.',
    ],
  },
  {
    name: 'state budgets of two regions',
    a: [
      '2031-10-14',
      'en',
      'Sarrow budget raises spending on schools',
      'The regional government of Sarrow presented a budget of 8.4 billion crowns on Tuesday, with 6 percent more for schools. Premier Tamsin Odell said there would be no new taxes. The opposition called it a budget of illusions.',
    ],
    b: [
      '2031-10-15',
      'en',
      'Merrin budget cuts hospitals to close gap',
      'The regional government of Merrin presented a budget of 5.1 billion crowns on Wednesday, with cuts for hospitals. Premier Rolf Anker said a gap of 300 million had to be closed. The opposition demanded his resignation.',
    ],
  },
  {
    name: 'first round and run-off',
    a: [
      '2031-05-04',
      'en',
      'Kessel and Dorne go into run-off for president',
      'Conservative Maja Kessel won 41 percent and reformer Olan Dorne 33 percent in the first round of the presidential election in Ostland on Sunday. They meet in a run-off in two weeks. Turnout was 62 percent.',
    ],
    b: [
      '2031-05-18',
      'en',
      'Dorne elected president of Ostland',
      'Reformer Olan Dorne was elected president of Ostland on Sunday with 52.4 percent of the vote in the run-off. Maja Kessel conceded before midnight. Turnout rose to 70 percent. Dorne takes office in July.',
    ],
  },
  {
    name: 'zwei Unfälle auf einer Autobahn',
    a: [
      '2031-04-01',
      'de',
      'Lastwagen kippt auf der A 12 um',
      'Ein Lastwagen mit Bier ist am Dienstag auf der A 12 bei Lohnau umgekippt. Der Fahrer wurde leicht verletzt. Tausende Flaschen zerbrachen, die Autobahn war sechs Stunden gesperrt, sagte ein Sprecher der Polizei.',
    ],
    b: [
      '2031-04-04',
      'de',
      'Drei Tote bei Geisterfahrt auf der A 12',
      'Bei einem Zusammenstoß mit einem Geisterfahrer sind am Freitag auf der A 12 bei Lohnau drei Menschen gestorben. Der 78-Jährige war in falscher Richtung aufgefahren. Zwei Kinder überlebten schwer verletzt.',
    ],
  },
  {
    name: 'deux incendies de forêt',
    a: [
      '2031-08-12',
      'fr',
      'Incendie près de Vaillac : 400 hectares brûlés',
      'Un incendie a détruit mardi 400 hectares de forêt près de Vaillac. Deux cents pompiers étaient sur place et un camping a été évacué, selon la préfecture. Le vent devait faiblir dans la nuit.',
    ],
    b: [
      '2031-08-13',
      'fr',
      'Le feu menace le village de Sorbières',
      'Un feu de forêt menaçait mercredi le village de Sorbières, dont les 250 habitants ont passé la nuit dans une salle des fêtes. Un homme de 31 ans a été arrêté, a indiqué la gendarmerie.',
    ],
  },
  {
    name: 'dos partidos de un mismo equipo',
    a: [
      '2031-09-14',
      'es',
      'El Atlético Quirón gana 2-0 al Real Belmar',
      'El Atlético Quirón ganó el domingo 2-0 al Real Belmar con dos goles de Nico Santerre. El equipo se coloca tercero. El entrenador Raúl Pons elogió a la defensa.',
    ],
    b: [
      '2031-09-17',
      'es',
      'El Atlético Quirón empata 1-1 en Lisandra',
      'El Atlético Quirón empató el miércoles 1-1 en el campo del Lisandra. Marcó Nico Santerre de penalti y empató Iván Duero en el minuto 88. El entrenador Raúl Pons lamentó las ocasiones falladas.',
    ],
  },
  {
    name: 'два пожара в двух городах',
    a: [
      '2031-12-02',
      'ru',
      'В Лесногорье сгорел торговый центр',
      'Торговый центр сгорел во вторник в Лесногорье. Пожар тушили девять часов, пострадавших нет, сообщил начальник пожарной части Игорь Малов. Причиной могла стать старая проводка.',
    ],
    b: [
      '2031-12-03',
      'ru',
      'Пожар на складе в Заречье: двое погибших',
      'Два человека погибли в среду при пожаре на складе шин в Заречье. Дым был виден за двадцать километров. Следователи подозревают поджог, задержан бывший сторож.',
    ],
  },
  {
    name: 'two storms of one winter',
    a: [
      '2031-12-08',
      'en',
      'Storm Ingmar cuts power to 80,000 homes',
      'Storm Ingmar cut power to 80,000 homes on the west coast on Monday. Gusts of 150 km/h were measured at Cape Orne. A woman was killed by a falling tree in Stavely. Trains stood still until the evening.',
    ],
    b: [
      '2031-12-15',
      'en',
      'Storm Judith brings snow and closes airports',
      'Storm Judith brought 40 centimetres of snow to the east on Monday and closed the airports of Corvane and Brask. Hundreds of drivers spent the night in their cars. The army brought blankets and tea.',
    ],
  },
]

/** One event, told twice. */
export const SAME: readonly Pair[] = [
  {
    name: 'a match and the coach the day after',
    a: [
      '2031-03-04',
      'en',
      'Belling United beat Torrance 2-1 in cup thriller',
      'Belling United beat Torrance Town 2-1 in the first leg of the Harbour Cup semi-final on Tuesday. Jory Pell scored twice in the last minutes after goalkeeper Max Arvo had been sent off.',
    ],
    b: [
      '2031-03-05',
      'en',
      'Torrance coach defends goalkeeper after red card',
      'Torrance Town coach Silas Orr defended goalkeeper Max Arvo on Wednesday after his red card in the 2-1 defeat at Belling United in the Harbour Cup semi-final. Jory Pell scored both United goals after Arvo had gone.',
    ],
  },
  {
    name: 'a bridge struck by a ship',
    a: [
      '2031-03-04',
      'en',
      'Freighter hits bridge in Port Velmar, two missing',
      'The freighter Astrid Holm struck the harbour bridge in Port Velmar on Tuesday and two maintenance workers were missing, the coast guard said. The ship had lost engine power. Mayor Oskar Fenwick closed the bridge.',
    ],
    b: [
      '2031-03-06',
      'en',
      'Divers find body of second worker under Velmar bridge',
      'Divers found the body of the second maintenance worker on Thursday near the harbour bridge in Port Velmar that the freighter Astrid Holm had struck on Tuesday. Mayor Oskar Fenwick ordered a day of mourning.',
    ],
  },
  {
    name: 'a rising toll',
    a: [
      '2031-06-17',
      'en',
      'At least 12 dead in Sharma mine blast',
      'At least 12 miners died in a gas explosion at the Sharma coal mine in northern Ostland on Tuesday. Rescuers were trying to reach 30 others trapped 400 metres underground, said mine director Jan Keel.',
    ],
    b: [
      '2031-06-18',
      'en',
      'Toll in Ostland coal mine explosion rises to 27',
      'The death toll of the explosion at the Sharma coal mine rose to 27 on Wednesday and hopes for 15 trapped miners were fading. Mine director Jan Keel said gas levels were too high to go below 400 metres.',
    ],
  },
  {
    name: 'a resignation',
    a: [
      '2031-09-02',
      'en',
      'Transport minister Aldo Vane resigns over tunnel',
      'Transport minister Aldo Vane resigned on Tuesday over the cost of the Garrow tunnel, which has doubled to 9 billion crowns. Prime minister Eva Lund thanked him for his work.',
    ],
    b: [
      '2031-09-02',
      'en',
      'Lund loses minister as Garrow tunnel bill doubles',
      'Prime minister Eva Lund lost her transport minister on Tuesday. Aldo Vane stepped down after auditors put the cost of the Garrow tunnel at 9 billion crowns, twice the plan.',
    ],
  },
  {
    name: 'a takeover',
    a: [
      '2031-02-19',
      'en',
      'Aerova to buy rival Skylark for 1.2 billion crowns',
      'Airline Aerova said on Wednesday it would buy its rival Skylark for 1.2 billion crowns. The new company would have 140 aircraft. Regulators must agree. Skylark shares jumped 31 percent.',
    ],
    b: [
      '2031-02-20',
      'en',
      'Unions fear job cuts after Aerova deal for Skylark',
      'Unions at Skylark said on Thursday they feared for 2,000 jobs after Aerova agreed to buy the airline for 1.2 billion crowns. Aerova said there were no plans to close bases.',
    ],
  },
  {
    name: 'a court ruling',
    a: [
      '2031-05-20',
      'en',
      'Top court strikes down voting law of Sarrow',
      'The constitutional court struck down the voting law of Sarrow on Tuesday because it kept out people without a fixed address. Judge Ines Calder said the right to vote could not depend on a door number.',
    ],
    b: [
      '2031-05-21',
      'en',
      'Sarrow must rewrite its voting law after ruling',
      'Sarrow has six months to rewrite its voting law after the constitutional court ruled on Tuesday that people without a fixed address must be able to vote. Premier Tamsin Odell said she would respect the ruling of judge Ines Calder.',
    ],
  },
  {
    name: 'an outbreak',
    a: [
      '2031-04-08',
      'en',
      'Measles closes two schools in Merrin',
      'Two schools in Merrin were closed on Tuesday after 17 children fell ill with measles. Health officer Rita Sol said most of them had not been vaccinated. Free vaccination begins on Thursday.',
    ],
    b: [
      '2031-04-10',
      'en',
      'Queues for measles vaccine in Merrin as cases pass 30',
      'Hundreds of parents queued for free measles vaccination in Merrin on Thursday as the number of cases passed 30. Health officer Rita Sol said the two closed schools would open again in ten days.',
    ],
  },
  {
    name: 'a rocket accident',
    a: [
      '2031-06-13',
      'en',
      'Heron rocket explodes after lift-off',
      'A Heron rocket exploded 40 seconds after lift-off from Vannes Point on Friday and destroyed the satellite Lantern-2. Nobody was hurt, maker Orbex Nord said.',
    ],
    b: [
      '2031-06-16',
      'en',
      'Faulty pump brought down Heron rocket, maker says',
      'A faulty pump caused the explosion of a Heron rocket over Vannes Point on Friday, its maker Orbex Nord said on Monday. The loss of the satellite Lantern-2 cost insurers 90 million crowns.',
    ],
  },
  {
    name: 'a prize',
    a: [
      '2031-10-09',
      'en',
      'Novelist Mirela Stan wins the Arden Prize',
      'The novelist Mirela Stan won the Arden Prize on Thursday for her trilogy on the salt miners of Tarn. The jury praised her unsparing eye. The prize is worth 800,000 crowns.',
    ],
    b: [
      '2031-10-09',
      'en',
      'Arden Prize goes to Mirela Stan for salt mine trilogy',
      'Mirela Stan, a former miner, has won the Arden Prize for literature for her three novels on salt miners. She heard the news on a bus, she told reporters in Tarn on Thursday.',
    ],
  },
  {
    name: 'wolves',
    a: [
      '2031-01-20',
      'en',
      'Wolves kill 14 sheep near Quern',
      'Wolves killed 14 sheep on a farm near Quern on Monday night, the third attack this month. Farmer Ole Brandt wants permission to shoot. The ranger Lia Moss set up cameras.',
    ],
    b: [
      '2031-01-22',
      'en',
      'Quern farmers march for right to shoot wolves',
      'Farmers marched through Quern on Wednesday to demand the right to shoot wolves after 14 sheep were killed on the farm of Ole Brandt. Ranger Lia Moss warned that the law forbids it.',
    ],
  },
  {
    name: 'eine Explosion',
    a: [
      '2031-07-08',
      'de',
      'Explosion in Chemiewerk Brandau: fünf Verletzte',
      'Bei einer Explosion im Chemiewerk Brandau sind am Dienstag fünf Arbeiter verletzt worden. Eine Wolke zog über Neuhafen, die Behörden riefen die Anwohner auf, Fenster zu schließen. Werksleiter Jens Tober sprach von einem geplatzten Kessel.',
    ],
    b: [
      '2031-07-09',
      'de',
      'Nach Explosion in Brandau: Kessel war nicht gewartet',
      'Der Kessel, der am Dienstag im Chemiewerk Brandau explodierte und fünf Arbeiter verletzte, war seit Jahren nicht gewartet worden. Werksleiter Jens Tober räumte am Mittwoch Fehler ein. In Neuhafen wurden Schadstoffe gemessen.',
    ],
  },
  {
    name: 'une grève',
    a: [
      '2031-11-18',
      'fr',
      'Grève des éboueurs à Belcastel',
      'Les éboueurs de Belcastel sont en grève depuis mardi pour leurs salaires. Les ordures s’entassent dans les rues. La maire Odile Garance a proposé une rencontre aux syndicats.',
    ],
    b: [
      '2031-11-20',
      'fr',
      'Belcastel : les éboueurs poursuivent leur grève',
      'Les éboueurs de Belcastel ont voté jeudi la poursuite de leur grève pour les salaires. La maire Odile Garance juge leurs demandes irréalistes. Les ordures s’entassent et les rats sont de retour.',
    ],
  },
  {
    name: 'un terremoto',
    a: [
      '2031-02-05',
      'es',
      'Un terremoto de magnitud 6,4 sacude Alcazuela',
      'Un terremoto de magnitud 6,4 sacudió el miércoles la provincia de Alcazuela y causó al menos ocho muertos. La gobernadora Pilar Onís declaró el estado de emergencia. Decenas de casas se derrumbaron.',
    ],
    b: [
      '2031-02-06',
      'es',
      'Suben a 21 los muertos por el terremoto de Alcazuela',
      'Los muertos por el terremoto de magnitud 6,4 en Alcazuela subieron el jueves a 21. Los equipos buscan supervivientes entre las casas derrumbadas, dijo la gobernadora Pilar Onís.',
    ],
  },
  {
    name: 'авария на заводе',
    a: [
      '2031-10-21',
      'ru',
      'Авария на химзаводе в Новоречье',
      'На химическом заводе в Новоречье во вторник произошла утечка аммиака. Семь рабочих доставлены в больницу, сообщил директор завода Павел Грачёв. Жителей просят не открывать окна.',
    ],
    b: [
      '2031-10-22',
      'ru',
      'Директор завода в Новоречье задержан после утечки аммиака',
      'Директор химического завода в Новоречье Павел Грачёв задержан в среду после утечки аммиака, от которой пострадали семь рабочих. Следователи говорят о нарушении правил безопасности.',
    ],
  },
  {
    name: 'um incêndio',
    a: [
      '2031-08-19',
      'pt',
      'Incêndio em Serra Alva obriga a retirar 500 pessoas',
      'Um incêndio na Serra Alva obrigou na terça-feira à retirada de 500 pessoas de três aldeias. O presidente da câmara, Rui Calado, pediu mais aviões. O vento dificulta o trabalho dos bombeiros.',
    ],
    b: [
      '2031-08-20',
      'pt',
      'Serra Alva: bombeiros dominam incêndio',
      'Os bombeiros dominaram na quarta-feira o incêndio na Serra Alva, que queimou 1.200 hectares e obrigou à retirada de 500 pessoas. Rui Calado, presidente da câmara, agradeceu aos pilotos dos aviões.',
    ],
  },
  {
    name: 'uno sciopero',
    a: [
      '2031-09-23',
      'it',
      'Crollo di un tetto a Montecalvo, tre feriti',
      'Tre operai sono rimasti feriti martedì nel crollo del tetto della scuola Bassani a Montecalvo. Il sindaco Ugo Ferranti ha chiuso tutte le scuole. La procura ha aperto un’inchiesta.',
    ],
    b: [
      '2031-09-24',
      'it',
      'Montecalvo, indagati due tecnici per il crollo alla Bassani',
      'Due tecnici sono indagati per il crollo del tetto della scuola Bassani a Montecalvo, in cui martedì tre operai sono rimasti feriti. Il sindaco Ugo Ferranti riaprirà le altre scuole lunedì.',
    ],
  },
  {
    name: 'en brand',
    a: [
      '2031-11-11',
      'sv',
      'Brand i kyrkan i Alvsta',
      'Kyrkan i Alvsta från 1100-talet förstördes i en brand på tisdagen. Altarskåpet kunde räddas, säger kyrkoherde Nils Brolin. Polisen misstänker att branden var anlagd.',
    ],
    b: [
      '2031-11-12',
      'sv',
      'Man gripen för kyrkbranden i Alvsta',
      'En 34-årig man greps på onsdagen misstänkt för branden som förstörde kyrkan i Alvsta. Kyrkoherde Nils Brolin säger att kyrkan ska byggas upp igen. Altarskåpet räddades.',
    ],
  },
  {
    name: 'staking',
    a: [
      '2031-03-18',
      'nl',
      'Dijk bij Oosterwade doorgebroken',
      'De dijk bij Oosterwade is dinsdag over veertig meter doorgebroken. Zeshonderd bewoners zijn geëvacueerd. Dijkgraaf Wim Terpstra zegt dat bevers de dijk hadden ondergraven.',
    ],
    b: [
      '2031-03-19',
      'nl',
      'Bewoners Oosterwade mogen naar huis na dijkbreuk',
      'De zeshonderd geëvacueerde bewoners van Oosterwade mogen woensdagavond naar huis. Het gat in de dijk is gedicht, zegt dijkgraaf Wim Terpstra. Bevers hadden de dijk ondergraven.',
    ],
  },
  {
    name: 'powódź',
    a: [
      '2031-07-15',
      'pl',
      'Wybuch gazu w Zalesinie, cztery osoby ranne',
      'Cztery osoby zostały ranne we wtorek w wybuchu gazu w kamienicy w Zalesinie. Strażacy przeszukują gruzy, poinformował komendant Marek Wolny. Burmistrz zapewnił mieszkańcom hotel.',
    ],
    b: [
      '2031-07-16',
      'pl',
      'Zalesin: wybuch gazu spowodowała wada pieca',
      'Wybuch gazu w kamienicy w Zalesinie, w którym cztery osoby zostały ranne, spowodowała wada pieca, powiedział w środę komendant Marek Wolny. Kamienica zostanie rozebrana.',
    ],
  },
  {
    name: 'English and German',
    a: [
      '2031-10-28',
      'en',
      'Cable car falls at Mount Hochkar, six dead',
      'Six people died when a cable car fell near the top station of Mount Hochkar above Sankt Veitl on Tuesday. Operator Hochkar Bahnen said a cable had snapped. Governor Leopold Ranftl spoke of a black day. There were 14 people in the car.',
    ],
    b: [
      '2031-10-28',
      'de',
      'Seilbahn am Hochkar abgestürzt: sechs Tote',
      'Beim Absturz einer Gondel am Hochkar oberhalb von Sankt Veitl sind am Dienstag sechs Menschen gestorben. In der Gondel saßen 14 Personen. Nach Angaben der Hochkar Bahnen riss ein Seil. Landeshauptmann Leopold Ranftl sprach von einem schwarzen Tag.',
    ],
  },
  {
    name: 'English and French',
    a: [
      '2031-05-27',
      'en',
      'Painting by Lucien Marchais sold for 48 million',
      'The painting The Blue Orchard by Lucien Marchais was sold for 48 million euros at the auction house Delvaux in Brussels on Tuesday, a record for the painter. The buyer was the Fondation Arcadie of Geneva.',
    ],
    b: [
      '2031-05-27',
      'fr',
      'Un tableau de Lucien Marchais vendu 48 millions d’euros',
      'Un tableau de Lucien Marchais, Le Verger bleu, a été vendu mardi 48 millions d’euros chez Delvaux à Bruxelles, un record pour le peintre. L’acheteur est la Fondation Arcadie de Genève.',
    ],
  },
  {
    name: 'English and Spanish',
    a: [
      '2031-01-28',
      'en',
      'Explorer Marta Ibarrondo found alive in Cordillera Blanda',
      'The explorer Marta Ibarrondo was found alive on Tuesday after nine days lost in the Cordillera Blanda. A helicopter of the Guardia Andina spotted her near Lake Tunari at 4,300 metres. Her partner Iker Zubiri died on January 21.',
    ],
    b: [
      '2031-01-28',
      'es',
      'Hallan con vida a Marta Ibarrondo en la Cordillera Blanda',
      'La exploradora Marta Ibarrondo fue hallada con vida el martes tras nueve días perdida en la Cordillera Blanda. Un helicóptero de la Guardia Andina la vio junto al lago Tunari, a 4.300 metros. Su compañero Iker Zubiri murió el 21 de enero.',
    ],
  },
]
