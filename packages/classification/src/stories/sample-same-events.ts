import type { Pair } from './sample-twins.ts'

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
