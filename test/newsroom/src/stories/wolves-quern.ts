import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

/** Wolves return to the hills: a parish bulletin, a wire, a portal. */
export const wolvesQuern: Story = {
  id: 'wolves-quern',
  label: 'First wolves in the Quern hills for 120 years',
  topics: ['06000000', '04000000'],
  articles: [
    {
      id: 'wolves-quern/bulletin',
      outlet: 'bulletin',
      path: '/farm/seven-lambs-at-upper-garth.html',
      title: 'Seven lambs at Upper Garth',
      authors: ['Winifred Oddy'],
      published: '2026-03-03T08:00:00Z',
      section: 'Farm',
      body: prose`
Seven lambs were killed at Upper Garth in the night to Sunday, and it was not a dog. Ned Garth has seen what dogs do. He rang the
forester, and the forester came with plaster and took a print as broad as his hand.

On Monday the answer came from the university: wolf, and not one but two.

There have been no wolves in the Quern hills since 1906, when the last was shot by Ned's great-grandfather and stuffed. It is
still in the back room of the Fleece and has had a hat on for some years.

The forester asks all who keep sheep above the tree line to bring them in at night. The county lends electric fence, forty metres
to a farm, first come, first served. It pays 180 crowns for a lamb if you have a photograph and a print.

There is to be an evening about it in the Reading Room on the 12th. Please leave guns in the porch.
`,
    },
    {
      id: 'wolves-quern/northwire',
      outlet: 'northwire',
      path: '/2026/03/03/wolves-return-quern-hills',
      title: 'Wolves return to Valmere hills after 120 years',
      authors: ['Ines Vardo'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'QUERN', raw: 'QUERN, Valmere (Northwire) —' },
      published: '2026-03-03T15:00:00Z',
      section: 'Science',
      body: prose`
A pair of wolves has settled in the Quern hills of southern Valmere, the first in the country since 1906, biologists at the
University of Corvane said on Tuesday.

Tests on saliva from lambs killed near the village of Garth showed that the animals were a male and a female and came from the
Teskarian highlands, some 300 kilometres to the east.

“They have crossed two motorways, a front line and a national park to get here,” said Piers Hallam, who leads the study. He
expects cubs in May.

Farmers' associations demanded that the animals be caught. Under a law of 1994, killing a wolf carries a fine of up to 20,000
crowns. The law was passed, the record of the debate shows, amid laughter.

Environment Minister Felix Orme said the state would pay for fences and for dogs.

Opinion in the hills is divided. The keeper of the inn at Garth has renamed his stew. A petition to have the pair removed had 2,300 signatures by Tuesday
afternoon, and one to give them names had 4,100.

About 600 wolves live in Teskaria. Ornithologists and walkers have been asked to send in pictures of prints, next to a coin.
`,
    },
    {
      id: 'wolves-quern/today',
      outlet: 'today',
      path: '/top-stories/wolves-map-48866/',
      title: 'WOLVES are back: is your village on the map?',
      authors: ['Lottie Grane'],
      published: '2026-03-03T17:20:00Z',
      section: 'Top stories',
      body: prose`
It is official: Valmere has wolves again, and they have an appetite for lamb.

Scientists have found the traces of two of the predators in the Quern hills, where seven lambs were torn to pieces at the weekend.
We asked the people who know where they might go next.

- Garth and Upper Garth: confirmed. Keep dogs on the lead.
- Pellworth: 14 kilometres, “one night's walk” for a wolf.
- Quern Abbas: a possible sighting by a postman, not confirmed.
- Tarnholm: unlikely. Wolves do not like towns, or water.

“Nobody has been attacked by a healthy wolf on this continent in fifty years,” said biologist Piers Hallam. “You are in more
danger from the sheep.”

Farmer Ned Garth, 57, does not find it funny. “Come and laugh in my barn,” he told us.

A petition to give the pair names is running away with it: Bruno and Odile are in the lead. Both are also the names of politicians of the Rural Party.

What to do if you meet one? Stand still, make yourself tall, talk calmly, walk backwards. Do not run and do not film, says Hallam, “or at least do not
film first”.
`,
    },
  ],
}
