import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Two former officials of Valmere's road office and a building contractor went on trial on Tuesday, accused of having shared
4.6 million crowns from the construction of a motorway bridge that had to be closed after eight months.

Prosecutor Magda Reuss told the court in Tarnholm that the contractor, Albin Stroud, 58, had billed for 11,000 tonnes of
steel and used 7,400. The difference, she said, had been paid out “in envelopes, in a fishing hut, on the first Sunday of
the month”.

Stroud denies the charges. The officials, Henrik Vale, 61, and Lotte Brisk, 49, made no statement through their lawyers.

The Ashlow viaduct was opened by the then prime minister in May 2023 and closed in January 2024, when cracks as wide as a
hand were found in two of its pillars. Nobody was hurt. Repairs are to cost 38 million crowns.

The court has set aside 22 days and will hear 41 witnesses. If convicted, the three face up to nine years in prison.

Reuss said the prosecution would call the weighbridge keeper of Ashlow, who had kept two books and had brought both. The inquiry began
when a schoolteacher who fished on the same lake wrote to the newspaper that the hut's chimney smoked in the wrong season.

The road office has paid the salaries of its two officials throughout. They were suspended in April 2024.
`

/** A trial opens: court report, wire, edited copy, and an article that is withdrawn with a 410. */
export const bridgeTrial: Story = {
  id: 'bridge-trial',
  label: 'Ashlow viaduct trial opens in Tarnholm',
  topics: ['02000000'],
  articles: [
    {
      id: 'bridge-trial/northwire',
      outlet: 'northwire',
      path: '/2026/03/03/ashlow-viaduct-trial-opens',
      title: 'Three on trial over 4.6 million crowns from cracked Ashlow viaduct',
      authors: ['Joost Tarrant'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'TARNHOLM', raw: 'TARNHOLM, Valmere (Northwire) —' },
      published: '2026-03-03T11:30:00Z',
      section: 'National',
      body: wire,
    },
    {
      id: 'bridge-trial/post',
      outlet: 'post',
      path: '/courts/0303viaduct.htm',
      title: 'Viaduct trial: the envelopes, the hut and the pike',
      authors: ['Judith Ekman'],
      published: '2026-03-03T17:30:00Z',
      section: 'Courts',
      body: prose`
The water did not get as far as the courthouse, which stands on the hill with the prison, and so the trial of the year in
Tarnholm began on Tuesday as planned, with half of the public benches empty because their usual occupants were carrying
carpets.

Albin Stroud came in a grey suit and nodded to people. He built the swimming baths, the new wing of the school, and the
Ashlow viaduct, which stood for eight months.

!img0303 | Albin Stroud arrives at court | J. Ekman

Magda Reuss for the prosecution read for two hours. The steel, the weighbridge slips, the second set of weighbridge slips.
On the first Sunday of each month, she said, the accused had met at Mr Stroud's fishing hut on Lake Oslin, and each of the
two officials had gone home with an envelope and, to explain the outing, a fish.

“Always a pike,” she said. “The lake has had no pike since 1998.”

Mr Stroud shook his head at this, and his counsel, Dr Rufus Amber, laid a hand on his sleeve. The defence says the missing
steel was delivered to another site by mistake and that the site will be named in due course.

Henrik Vale and Lotte Brisk looked at the table. Judge Cornelia Aske adjourned until Thursday, when the fishmonger will be
heard.

In the corridor an old man in a crane driver's jacket was looking for the right door. He had worked on pillar three, he said. He had
told them at the time that it rang hollow. “You knock on it,” he said, and knocked on the panelling, and an usher came out and asked him
to be quiet.
`,
    },
    {
      id: 'bridge-trial/herald',
      outlet: 'herald',
      path: '/news/2026/03/03/ashlow-viaduct-three-in-the-dock',
      title: 'Ashlow viaduct: three in the dock over missing steel',
      authors: ['Joost Tarrant'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'TARNHOLM', raw: 'TARNHOLM —' },
      published: '2026-03-03T12:15:00Z',
      section: 'News',
      body: [
        ...wire.slice(0, 3),
        ...prose`
also: budget/herald
`,
        ...wire.slice(3, 4),
        ...prose`
The transport ministry said on Tuesday that 14 other bridges built by Stroud's firm had been inspected and that two carry a
speed limit as a result.
`,
        ...wire.slice(4),
      ],
      copyOf: { article: 'bridge-trial/northwire', kind: 'edited' },
    },
    {
      id: 'bridge-trial/today',
      outlet: 'today',
      path: '/top-stories/viaduct-judge-link-48871/',
      title: 'Viaduct trial: is the JUDGE linked to the builder?',
      authors: ['Lottie Grane'],
      published: '2026-03-03T18:40:00Z',
      section: 'Top stories',
      gone: '2026-03-05T09:00:00Z',
      body: prose`
Valmere Today can reveal that the house of the judge in the Ashlow viaduct trial was built by a firm with a name very like
that of the accused.

Land papers seen by us show that a company called Stroud & Daughter put up the villa in the hills above Tarnholm in 2009.
Albin Stroud's own firm is called Stroud Building.

The court did not answer our questions by the time of publication. A neighbour who did not want to be named said the house
was “nice, with a lot of glass”.

Lawyers we asked said a judge would normally have to tell both sides of a link of this kind. Whether there is one will be
for others to decide. The trial goes on Thursday.

Stroud & Daughter was wound up in 2014. Its last address is a hairdresser's.
`,
    },
  ],
}
