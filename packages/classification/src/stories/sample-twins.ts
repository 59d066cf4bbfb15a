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
