import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
A flash flood on the small river Sarn tore through the market town of Pellworth on Wednesday, killing a 61-year-old man
and damaging some 90 houses, local officials said.

The man, a miller, was swept from a footbridge at about 6.20 a.m. while he was trying to clear branches from it. His
body was found two kilometres downstream. His name was not released.

Water stood 1.60 metres deep in the market square for about two hours and then drained away almost as fast as it had
come, leaving cars on their sides and stalls against the church wall.

“The Sarn is a stream you can step over in August,” said Mayor Ewa Trilling. “Nobody here owns a boat.”

About 230 people spent the day in the grain exchange. Meteorologists blamed a thunderstorm that had stood over the
Quern hills for three hours, and said it had nothing to do with the rain that swelled the Orrel at the weekend.

It was the second flood in Valmere in three days. At Tarnholm, 140 kilometres to the north, a river bank gave way on
Monday and 1,400 people had to leave their homes.

Trains on the branch line to Quern Abbas were stopped after ballast was washed from under 200 metres of track. The
railway said repairs would take at least a week.

Interior Minister Anders Volk cancelled a visit to Tarnholm to go to Pellworth instead.
`

/** The twin of the Tarnholm flood: another river, another town, two days later. Must stay apart. */
export const pellworthFlood: Story = {
  id: 'pellworth-flood',
  label: 'Flash flood on the Sarn in Pellworth',
  topics: ['03000000', '17000000'],
  articles: [
    {
      id: 'pellworth-flood/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260304-117.html',
      title: 'One dead as flash flood hits Pellworth',
      authors: [],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'PELLWORTH', raw: 'PELLWORTH, March 4 (MPA) -' },
      published: '2026-03-04T11:20:00Z',
      section: 'General',
      body: wire,
    },
    {
      id: 'pellworth-flood/bulletin',
      outlet: 'bulletin',
      path: '/town/the-morning-of-the-sarn.html',
      title: 'The morning of the Sarn',
      authors: ['Canon Hugh Merriday'],
      published: '2026-03-04T17:00:00Z',
      section: 'Town',
      body: prose`
Pellworth has lost Matthias Rook, who ran the water mill as his father did, and who went out at first light on Wednesday
to keep the footbridge clear because he knew what branches do. He was 61. The bells will ring for him on Saturday at
eleven.

The Sarn rose at six. Those who were up heard it before they saw it: a noise like carts. Within a quarter of an hour it
was across the square and in at the door of the Reading Room, where it took the lower two shelves, A to F. Anyone who
has a dry set of the county histories is asked to think of us.

Ninety-one houses have had water in them, by the count of the parish. The worst are in Cooper's Row, where the mud is
knee-deep in the kitchens. Shovels and barrows may be had from the fire house without asking.

The grain exchange is open day and night. Mrs Oddy has the list of beds. There are more beds than people to sleep in
them, which says something for the town.

Thanks are due to the young men of the football club, who carried, and to whoever left forty loaves on the steps of the
exchange and went away without a word.

The school is closed until Monday. The council meets tomorrow at seven, upstairs.
`,
    },
    {
      id: 'pellworth-flood/herald',
      outlet: 'herald',
      path: '/news/2026/03/04/miller-dies-in-pellworth-flash-flood',
      title: 'Miller dies in Pellworth flash flood',
      standfirst: 'Second Valmere town under water in three days',
      authors: [],
      agency: { id: 'MPA', credit: 'byline' },
      dateline: { place: 'PELLWORTH', raw: 'PELLWORTH —' },
      published: '2026-03-04T12:31:00Z',
      section: 'News',
      body: [
        ...wire.slice(0, 5),
        ...prose`
also: tarnholm-flood/herald
`,
        ...wire.slice(5),
      ],
      copyOf: { article: 'pellworth-flood/meridian', kind: 'exact' },
    },
    {
      id: 'pellworth-flood/today',
      outlet: 'today',
      path: '/top-stories/pellworth-flood-market-square-48901/',
      title: 'WATCH: Pellworth market square vanishes under brown water',
      authors: ['Lottie Grane'],
      published: '2026-03-04T17:00:00Z',
      section: 'Top stories',
      quirks: ['relative-date'],
      body: prose`
Stallholders in Pellworth had set up for the Wednesday market when the river arrived. Twenty minutes later there was no
market, and a cheese van was floating past the town hall.

“I watched my whole spring stock go round the corner,” said Ines Corrado, who sells seedlings. “Then it stopped, and
then it went away again. It was all over before the kettle would have boiled twice.”

One man, named by neighbours as miller Matthias Rook, died at the footbridge on Mill Street. Valmere Today understands
that he had rung two families further down to warn them minutes before.

County hydrologist Brigid Yarrow told us that the Sarn had no gauge. “There were plans for one,” she said. “It would have
given about forty minutes.” The council has asked for 8 million crowns from the disaster fund that was opened this
week for Tarnholm.

Insurers asked customers to photograph the damage before they clean up.

Down in Cooper's Row they were past photographs. Siblings Ada and Jonah Finch were passing wet encyclopedias out of a
window, A to Z. “We are only up to F,” said Ada. “It is going to be a long afternoon.”
`,
    },
  ],
}
