import type { Pair } from './sample-twins.ts'

/** Further twins, written before the rules were held against them. */
export const LATER_TWINS: readonly Pair[] = [
  {
    name: 'two prison escapes in one week',
    a: [
      '2031-10-06',
      'en',
      'Three inmates escape from Harrow Fell prison',
      'Three inmates escaped from Harrow Fell prison on Monday by cutting through a fence behind the laundry. Police set up roadblocks and asked people not to approach the men. Governor Hilda Strand said two guards had been suspended. One of the men, Cal Dower, was serving a life sentence for murder.',
    ],
    b: [
      '2031-10-09',
      'en',
      'Inmate on the run after escape from Moss Lane prison',
      'An inmate escaped from Moss Lane prison on Thursday by hiding in a delivery van. Police searched woods with dogs and asked people to stay indoors. Governor Arne Tully said the van had not been checked. The man, Ruben Fisk, was serving six years for robbery.',
    ],
  },
  {
    name: 'two basketball games of one series',
    a: [
      '2031-05-20',
      'en',
      'Comets take opening game of finals 101-94',
      'The Lindmar Comets beat the Osterby Giants 101-94 on Tuesday in the first game of the finals. Theo Brandt scored 34 points and Milo Aske added 18 for the Comets. Giants coach Rut Halvor said his team had lost too many balls.',
    ],
    b: [
      '2031-05-22',
      'en',
      'Giants level the finals with 88-79 win over Comets',
      'The Osterby Giants beat the Lindmar Comets 88-79 on Thursday and levelled the finals at one game each. Theo Brandt was held to 12 points. Giants coach Rut Halvor praised the defence of Lars Nome, who took 15 rebounds.',
    ],
  },
  {
    name: 'two countries expel diplomats',
    a: [
      '2031-11-11',
      'en',
      'Tavria expels four diplomats over spying',
      'Tavria expelled four diplomats of the Sarkan embassy on Tuesday and accused them of spying on a naval base. Foreign minister Ines Moravec called in the ambassador. Sarkan said the accusation was baseless and promised an answer.',
    ],
    b: [
      '2031-11-11',
      'en',
      'Kelmark orders two diplomats to leave over cyber attack',
      'Kelmark ordered two diplomats of the Norvik embassy to leave on Tuesday and blamed them for a cyber attack on its parliament. Foreign minister Piet Ranke called in the ambassador. Norvik said the accusation was absurd.',
    ],
  },
  {
    name: 'two recalls of two carmakers',
    a: [
      '2031-08-14',
      'en',
      'Velo Motors recalls 210,000 cars over brakes',
      'Velo Motors is recalling 210,000 cars because their brakes can fail in the cold, the company said on Thursday. No accident was known. Owners will get a letter and the repair is free. The safety agency had received 46 complaints about the Velo Terra.',
    ],
    b: [
      '2031-08-14',
      'en',
      'Ardent recalls 83,000 vans because of airbags',
      'Ardent is recalling 83,000 vans because their airbags can open without a crash, the company said on Thursday. Two drivers were hurt. Owners will get a letter and the repair is free. The safety agency had opened an inquiry into the Ardent Cargo in May.',
    ],
  },
  {
    name: 'zwei Streiks an zwei Flughäfen',
    a: [
      '2031-03-18',
      'de',
      'Streik legt Flughafen Ostrau lahm',
      'Am Flughafen Ostrau sind am Dienstag wegen eines Streiks des Bodenpersonals 140 Flüge ausgefallen. Die Gewerkschaft fordert acht Prozent mehr Lohn. Flughafenchefin Jana Wels sprach von einem Schaden in Millionenhöhe.',
    ],
    b: [
      '2031-03-20',
      'de',
      'Warnstreik am Flughafen Lindau trifft 9000 Reisende',
      'Ein Warnstreik des Sicherheitspersonals hat am Donnerstag am Flughafen Lindau 9000 Reisende getroffen, 75 Flüge fielen aus. Die Gewerkschaft will kürzere Schichten. Flughafenchef Udo Kern nannte den Streik unverhältnismäßig.',
    ],
  },
]

/** Further events told twice, in different words. */
export const LATER_SAME: readonly Pair[] = [
  {
    name: 'a collapsed roof',
    a: [
      '2031-01-14',
      'en',
      'Roof of ice rink in Marsten collapses under snow',
      'The roof of the ice rink in Marsten gave way under heavy snow on Tuesday evening, twenty minutes after a children’s training had ended. Nobody was inside. Mayor Olga Pratt said engineers had warned of the old beams in the autumn.',
    ],
    b: [
      '2031-01-15',
      'en',
      'Marsten hall had been due for repair before its roof fell in',
      'Investigators in Marsten are asking why the town’s ice rink stayed open although engineers had found rotten beams. The hall’s roof came down on Tuesday under the weight of snow. Mayor Olga Pratt promised to publish the report.',
    ],
  },
  {
    name: 'a banned book',
    a: [
      '2031-04-22',
      'en',
      'School board in Pell County takes novel off shelves',
      'The school board of Pell County voted 5-2 on Tuesday to take the novel “The Salt House” by Nadia Ferrow out of its libraries after parents had complained of its language. Two members spoke of censorship.',
    ],
    b: [
      '2031-04-24',
      'en',
      'Author Ferrow answers library ban with free copies',
      'Novelist Nadia Ferrow is giving away a thousand copies of “The Salt House” to readers in Pell County, whose school board had removed the book from its libraries by 5-2 votes. A bookshop hands them out from Saturday.',
    ],
  },
  {
    name: 'a hostage taking',
    a: [
      '2031-06-03',
      'en',
      'Gunman holds eleven people in Corvane bank',
      'A gunman was holding eleven people in a branch of the Union Bank in Corvane on Tuesday. Police closed off Mill Street and negotiators spoke with the man by telephone. He wants to talk to his former employer, commissioner Dag Ruhl said.',
    ],
    b: [
      '2031-06-04',
      'en',
      'Siege ends after nine hours, all hostages free',
      'Police ended the siege of the Union Bank in Mill Street early on Wednesday and freed all hostages unhurt. The man, a dismissed crane driver, gave himself up, Corvane’s police commissioner Dag Ruhl said. He had let two women go at midnight.',
    ],
  },
  {
    name: 'a comet probe in trouble',
    a: [
      '2031-09-09',
      'en',
      'Contact lost with asteroid probe Heron',
      'Engineers have lost contact with the asteroid probe Heron 61 million kilometres from Earth, the space agency said on Tuesday. The craft probably went into safe mode after a fault of its star tracker. Project head Suri Vann hopes for a signal within days.',
    ],
    b: [
      '2031-09-12',
      'en',
      'Heron calls home: asteroid mission saved',
      'The probe Heron has answered. Three days after falling silent it sent a weak signal through its small antenna, and the mission to the asteroid goes on, project head Suri Vann said on Friday. A star tracker had been blinded by dust.',
    ],
  },
  {
    name: 'une marée noire',
    a: [
      '2031-02-04',
      'fr',
      'Un pétrolier s’échoue au large de Saint-Brévin',
      'Le pétrolier Aurelia s’est échoué mardi au large de Saint-Brévin avec 30 000 tonnes de brut à bord. Une nappe de deux kilomètres a été repérée. La préfète Lise Garnot a fermé les plages.',
    ],
    b: [
      '2031-02-06',
      'fr',
      'Marée noire : les premières galettes touchent les plages',
      'Les premières galettes de mazout de l’Aurelia ont atteint jeudi les plages de Saint-Brévin, où des centaines de bénévoles ramassent des oiseaux. La préfète Lise Garnot demande l’aide de l’armée.',
    ],
  },
  {
    name: 'a landslide, and those who live below it',
    a: [
      '2031-03-12T11:10:00Z',
      'en',
      'One dead as landslide hits Varn Mill',
      'A landslide above the village of Varn Mill killed a shepherd on Wednesday and buried the old footbridge over the Olm. Ewald Tressing, 58, had gone up before dawn to bring in his flock, mayor Jutta Marl said. The slope of the Kettlehorn gave way at 5.40 a.m. after two days of rain. Mud and stones ran three kilometres down the Olm and stopped short of the church. In August a geologist from Brennach had called the slope of the Kettlehorn unsafe. The road to Lower Varn stays closed. “We had asked for a fence,” Marl said. The district of Aschau promised a report by May.',
    ],
    b: [
      '2031-03-12T16:30:00Z',
      'en',
      'The night the Kettlehorn moved',
      'Lorenz Huff heard the dogs first. Then the Olm fell silent, and anyone who grew up here knows what that means. He woke his neighbour Adela Pirk, and she woke the Sommerers. They stood at the church in their coats and listened to the stones. The footbridge from which Huff had learned to fish went by in one piece, he says, like a boat. By noon the mud reached the third step of the bakery on Mill Street. Pirk was handing out coffee, Dorit Sommerer blankets. Matthis Vogg, who is nine, had saved the class hamster and would tell anybody how. Nobody in Varn Mill spoke of the shepherd.',
    ],
  },
]
