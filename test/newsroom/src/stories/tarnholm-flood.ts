import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Nearly 1,400 people were moved out of their homes in the river town of Tarnholm before dawn on Monday after the Orrel
broke through an earth bank below the old mill and filled the lower streets to the height of the window sills.

No deaths have been reported. Two people were treated for cold at a school on Chapel Hill, where the town has opened
an emergency shelter, and a firefighter broke a wrist when a boat turned over in Weir Lane, the county rescue service
said.

The gauge at Tarnholm bridge stood at 5.83 metres at 4 a.m., the highest since readings began in 1938 and 41
centimetres above the mark of the great flood of 1962.

“It came through the bank like a door being opened,” said Petra Haldane, the county's chief fire officer. “We had
twenty minutes, and people used them well.”

The State Weather Office said 118 millimetres of rain had fallen on the upper valley since Saturday on ground that
was still frozen and could not take it up. It expects the river to fall slowly from Tuesday.

Electricity was cut to the quarters of Weirside and Tanners' Green as a precaution. Trains between Corvane and Merrin
are not stopping at Tarnholm, and the road bridge is closed to all but rescue vehicles.

Interior Minister Anders Volk is to visit the town on Monday afternoon. The government has released 12 million crowns
for emergency repairs.

Mayor Lucian Ferro said the water works had been spared and that tap water was safe to drink. Schools, the law courts
and both banks in the upper town would open as usual, he said, “because people need somewhere to be”.

Farther down the valley, at Ashlow and Merrin, crews were filling sandbags. The crest of the flood should reach Merrin
in the night to Tuesday, much flattened, the weather office said.
`

const secondDay = prose`
The water in Tarnholm fell by almost a metre on Tuesday, and the first of some 1,400 people who had to leave their
homes were allowed back for an hour to fetch clothes, medicine and pets.

Engineers drove steel sheets into the breach below the old mill overnight. The gap in the bank, 27 metres wide, should
be closed by Wednesday evening, the county water board said.

Interior Minister Anders Volk, who walked through Weirside in borrowed boots on Monday, said the government would pay
every household 3,000 crowns without a form. “Nobody who is standing in mud should be asked for a receipt,” he said.

The bank had been on a list of works put off since 2019, board papers show. Its repair was to cost 2.1 million crowns.
The board's director, Simone Achterberg, said money had gone first to stretches rated worse.

The gauge at Tarnholm bridge read 4.91 metres at noon, down from a record 5.83 on Monday.

Police said they had arrested two men who were loading bicycles into a van in Weir Lane before dawn. There had been no
other thefts.

An account opened by the county for gifts had received 740,000 crowns by Tuesday afternoon, among them 55.20 from a
primary school in Pellworth that had sold its cake.
`

/** The river Orrel floods Tarnholm: wire, edited, partial and reworded copies, a local report and a live blog. */
export const tarnholmFlood: Story = {
  id: 'tarnholm-flood',
  label: 'The Orrel floods Tarnholm',
  topics: ['03000000', '17000000'],
  articles: [
    {
      id: 'tarnholm-flood/northwire',
      outlet: 'northwire',
      path: '/2026/03/02/tarnholm-flood-orrel-bank',
      title: 'River bank gives way at Tarnholm, 1,400 leave homes',
      authors: ['Mara Lindqvist'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'TARNHOLM', raw: 'TARNHOLM, Valmere (Northwire) —' },
      published: '2026-03-02T07:12:00Z',
      section: 'National',
      body: wire,
    },
    {
      id: 'tarnholm-flood/herald',
      outlet: 'herald',
      path: '/news/2026/03/02/tarnholm-under-water-as-orrel-bank-fails',
      title: 'Tarnholm under water as Orrel bank fails',
      standfirst: 'Record river level drives 1,400 people from their homes; minister on his way',
      authors: ['Mara Lindqvist'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'TARNHOLM', raw: 'TARNHOLM —' },
      published: '2026-03-02T08:40:00Z',
      modified: '2026-03-02T11:05:00Z',
      section: 'News',
      body: [
        ...prose`
!tarnholm-weir-lane | Rescuers row along Weir Lane on Monday morning. | Photo: Piet Osk / MPA
`,
        ...wire.slice(0, 4),
        ...prose`
also: tarnholm-flood/herald-live

Rail operator Valmere Lines said passengers could change to buses at Ashlow until further notice.
`,
        ...wire.slice(4, 5),
        ...wire.slice(6),
      ],
      copyOf: { article: 'tarnholm-flood/northwire', kind: 'edited' },
    },
    {
      id: 'tarnholm-flood/herald-live',
      outlet: 'herald',
      path: '/news/live/tarnholm-flood',
      title: 'Tarnholm flood live: water falling, breach to be closed by Wednesday',
      authors: ['Owen Castell', 'Nadia Brunn'],
      published: '2026-03-02T06:30:00Z',
      modified: '2026-03-03T18:10:00Z',
      section: 'News',
      quirks: ['live-blog'],
      body: prose`
@2026-03-03T18:10:00Z Breach half closed

The water board says steel sheets now cover about half of the gap below the old mill. Work goes on under floodlights,
and the board asks people to stay off Mill Path, which is being used by cranes.

@2026-03-03T12:05:00Z Under five metres

The gauge at the bridge has dropped below five metres for the first time since Sunday night: 4.91 at noon. Residents
of Tanners' Green with a blue slip may go in for one hour, in groups of ten, starting from the bakery.

@2026-03-02T15:20:00Z Minister in Weirside

Anders Volk has arrived and is being shown the breach. A man shouted from an upper window that the bank had been
reported as soft in the autumn; the minister stopped and went up to speak to him.

@2026-03-02T11:45:00Z School shelter full

The shelter on Chapel Hill has taken 312 people and is sending newcomers to the sports hall in Ashlow. Buses leave from
the church every twenty minutes. Bring medicine and papers, leave furniture, says the fire service.

@2026-03-02T06:30:00Z The bank has gone

The Orrel has broken through below the old mill. Sirens have been sounding in the lower town since shortly after three
this morning. We will bring you news here as we can confirm it.
`,
    },
    {
      id: 'tarnholm-flood/post',
      outlet: 'post',
      path: '/local/0302flood.htm',
      title: '“We carried the piano up and then we carried up my mother”',
      authors: ['Judith Ekman'],
      published: '2026-03-02T13:00:00Z',
      section: 'Local',
      body: prose`
The sirens went at ten past three. By half past, Weir Lane was a canal.

Karl Brandis, who has kept the ironmonger's at number 14 for thirty years, said he and his two sons had taken the piano
to the first floor because it was nearest to the stairs. “We carried the piano up and then we carried up my mother,”
he said. “She told us we had the order wrong.”

!img0302 | Karl Brandis at his shop door, Monday noon | J. Ekman

They waited for the boat at the bathroom window with 97-year-old Agathe Brandis wrapped in a curtain. She remembered
1962, she told the rescuers, and this was worse, but the coffee had been worse then.

At the school on Chapel Hill the gymnasium smelt of wet dog. Headmistress Rosalind Tame had counted 286 people by nine
o'clock and eleven dogs, two parrots and a tortoise. Mattresses came from the barracks at Ashlow; soup came from
everywhere.

What people wanted to know was when they would be let back and who had been responsible for the bank. Several said
they had rung the water board in October about water seeping through at the mill. The board told the Post it would
check its records.

At the bakery in Church Street the oven is on the first floor, for reasons nobody could remember until Monday. Baker
Konrad Illes let down rolls in a basket to the boats and asked for the basket back.

Not everyone wanted to go. In Tanners' Green the Misses Purl, both over eighty, told the fire service that they had seen
two governments and one flood come and go from the same window and would watch this one too. They were carried out at
half past six, in their chairs, holding hands.

The café at the top of Chapel Hill is giving away breakfast until the eggs run out.
`,
    },
    {
      id: 'tarnholm-flood/today',
      outlet: 'today',
      path: '/top-stories/river-barrier-collapse-tarnholm-48812/',
      title: 'Residents flee after river barrier collapses in Tarnholm',
      authors: [],
      desk: 'Valmere Today Staff',
      published: '2026-03-02T10:25:00Z',
      section: 'Top stories',
      body: prose`
Close to 1,400 residents have been relocated from their houses in the waterside city of Tarnholm prior to sunrise on
Monday following the Orrel smashing through an earthen barrier beneath the old mill and flooding the lower roads up to
the level of the window ledges.

No fatalities have been announced. Two individuals received treatment for cold at a school on Chapel Hill, where the
municipality has launched an emergency refuge, and a firefighter fractured a wrist when a vessel overturned in Weir
Lane, according to the county rescue agency.

The indicator at Tarnholm bridge was at 5.83 meters at 4 a.m., the greatest since measurements started in 1938 and 41
centimeters over the line of the big flood of 1962.

The State Weather Bureau stated that 118 millimeters of rainfall had come down on the upper valley from Saturday onto
soil that was frozen and could not absorb it. It anticipates the river will sink gradually beginning Tuesday.

Power was shut off to the areas of Weirside and Tanners' Green as a safety step. Railway services linking Corvane and
Merrin are skipping Tarnholm, and the street bridge is shut to everyone except rescue cars.
`,
      agency: { id: 'NORTHWIRE', credit: 'none' },
      copyOf: { article: 'tarnholm-flood/northwire', kind: 'reworded' },
    },
    {
      id: 'tarnholm-flood/northwire-2',
      outlet: 'northwire',
      path: '/2026/03/03/tarnholm-water-falls',
      title: 'Water falls in Tarnholm as engineers close breach',
      authors: ['Mara Lindqvist', 'Joost Tarrant'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'TARNHOLM', raw: 'TARNHOLM, Valmere (Northwire) —' },
      published: '2026-03-03T13:40:00Z',
      section: 'National',
      body: secondDay,
    },
    {
      id: 'tarnholm-flood/citizen',
      outlet: 'citizen',
      path: '/nation/tarnholm-bank-was-on-repair-list',
      title: 'Tarnholm bank was on repair list for seven years',
      authors: [],
      desk: 'Citizen Newsdesk',
      agency: { id: 'NORTHWIRE', credit: 'foot' },
      published: '2026-03-03T16:15:00Z',
      section: 'Nation',
      quirks: ['amp'],
      body: [
        ...prose`
The river bank that failed at Tarnholm on Monday had been waiting for repair since 2019, and Merrin has two banks on the
same list, papers of the county water board show.

The stretches at Fuller's Meadow and below Merrin lock are rated “poor”, one step better than the bank at Tarnholm. The
Citizen has asked the board when they will be mended. It said it would answer this week.
`,
        ...secondDay.slice(1, 2),
        ...secondDay.slice(3, 5),
      ],
      copyOf: { article: 'tarnholm-flood/northwire-2', kind: 'partial' },
    },
  ],
}
