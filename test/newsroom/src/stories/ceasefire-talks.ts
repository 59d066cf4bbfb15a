import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Teskaria and the rebels who hold its Marrow province agreed on Thursday to stop shooting for thirty days from midnight on
Sunday, the first truce in a war that has killed some 4,200 people in two years.

The agreement was signed in the Valmerian capital after four days of talks in a former customs house. It provides for an
exchange of 312 prisoners, two roads for food and medicine, and observers from six countries.

It leaves open the question over which the war is being fought, the province's status. Talks on that are to begin on 25
March.

“A truce is a door held open with a foot,” said Teskarian President Radomir Vesk in a televised speech. “We shall see whose
foot it is.”

Lena Marovic, who leads the Marrow Council, said her fighters would keep their weapons and their positions.

Shelling was reported near the town of Karsk until an hour before the signing. Eleven people were killed there on
Wednesday, a doctor at the local hospital said by telephone.

Valmere's Foreign Minister Ottoline Bray, who led the mediation, said all further questions would be answered by Sunday
night.

The war began in February 2024, when the council in Karsk declared the province independent after a disputed election and Teskaria sent
troops. The front has hardly moved for a year. About 160,000 people have fled, a third of them to Valmere.

Previous ceasefires, none of them for the whole front, had failed within days. Two officers of the future observer mission told
Northwire that the first of their 90 people would cross the line on Monday morning on foot.
`

const meridianReport = prose`
The guns in Marrow are to fall silent on Sunday at midnight under a thirty-day ceasefire signed in Corvane on Thursday by
envoys of Teskaria and of the breakaway Marrow Council, who did not shake hands.

Each delegation signed in a separate room of the old customs house; the paper was carried between them by a Valmerian
protocol officer, Ivo Lassen, who said afterwards that it had been the longest corridor of his life.

The text runs to five pages. Both sides will release prisoners, 190 held by Teskaria and 122 by the Council. Lorries may
use the roads from Anlev to Karsk and from Brenna to Low Karsk from Monday. Observers wear white.

Diplomats cautioned that three earlier truces, all local, had lasted nine days at most. “This one has been signed by people
who can give orders,” one said. “That is the difference, and the only one.”

There was no word on the return of about 160,000 people who have fled the province since 2024.

In Anlev, where petrol has been rationed since the autumn, people stood in front of shop windows to watch the president's speech. There
was no applause and there were no whistles. “I will tell you on Monday,” a woman with two shopping bags said when asked what she thought.

The Marrow Council's radio broke the news between a weather report and an hour of accordion music, and did not interrupt either.
`

/** A truce: two agencies' own reports, copies, a headline and a death toll changed without notice, an aggregator. */
export const ceasefireTalks: Story = {
  id: 'ceasefire-talks',
  label: 'Thirty-day truce for Marrow signed in Corvane',
  topics: ['16000000', '11000000'],
  articles: [
    {
      id: 'ceasefire-talks/northwire',
      outlet: 'northwire',
      path: '/2026/03/05/teskaria-marrow-truce-signed',
      title: 'Teskaria and Marrow rebels sign 30-day truce in Corvane',
      authors: ['Sigrid Palm', 'Aleko Dvarin'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, Valmere (Northwire) —' },
      published: '2026-03-05T10:48:00Z',
      section: 'World',
      body: wire,
    },
    {
      id: 'ceasefire-talks/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260305-140.html',
      title: 'No handshake, but a truce: Marrow guns to fall silent',
      authors: ['Leopold Ast'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, March 5 (MPA) -' },
      published: '2026-03-05T11:15:00Z',
      section: 'General',
      body: meridianReport,
    },
    {
      id: 'ceasefire-talks/herald',
      outlet: 'herald',
      path: '/world/2026/03/05/thirty-days-of-quiet-for-marrow',
      title: 'Thirty days of quiet for Marrow',
      standfirst: 'Truce signed in Corvane after four days; status of the province left for later',
      authors: ['Sigrid Palm', 'Aleko Dvarin'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      published: '2026-03-05T11:40:00Z',
      modified: '2026-03-05T13:02:00Z',
      section: 'World',
      body: [
        ...wire.slice(0, 3),
        ...prose`
!customs-house | The old customs house in Corvane, where the talks were held. | Photo: Daan Ritter / Northwire
`,
        ...wire.slice(3, 5),
        ...prose`
Residents of Corvane's harbour quarter, where streets had been closed since Monday, were told they could have their parking
places back by Friday noon.
`,
        ...wire.slice(5),
      ],
      copyOf: { article: 'ceasefire-talks/northwire', kind: 'edited' },
    },
    {
      id: 'ceasefire-talks/citizen',
      outlet: 'citizen',
      path: '/nation/marrow-truce-merrin-families-wait',
      title: 'Truce “will hold”, minister tells Merrin’s Marrow families',
      authors: ['Roza Stankic'],
      published: '2026-03-05T15:20:00Z',
      section: 'Nation',
      quirks: ['amp'],
      body: prose`
In the community hall on Dyer Street, where about sixty families from Marrow have met every Thursday for two years, nobody
cheered when the news of the truce came. Somebody made tea.

Foreign Minister Ottoline Bray rang the hall in the afternoon and spoke to them on a loudspeaker. The truce would hold, she
said. She could promise them that.

“My mother is in Karsk,” said Jelena Obrad, 38, a nurse at Merrin General. “Nine people died there yesterday. I will believe
in a truce when she complains about the neighbours again.”

The families want to know whether the roads that open on Monday will be open in both directions. The agreement speaks of
lorries with food and medicine. It does not speak of people.

Brother and sister Milos and Ana Terzic have not spoken to their father since November, when the last telephone mast in Low Karsk fell.
They had written him a letter each and asked the minister whether a lorry driver might take it. There was a pause on the line. She said
she would ask.

The hall is collecting blankets and batteries until Saturday.
`,
      edits: [
        {
          at: '2026-03-06T07:30:00Z',
          kind: 'stealth',
          title: 'Truce “may hold”, minister tells Merrin’s Marrow families',
          body: prose`
In the community hall on Dyer Street, where about sixty families from Marrow have met every Thursday for two years, nobody
cheered when the news of the truce came. Somebody made tea.

Foreign Minister Ottoline Bray rang the hall in the afternoon and spoke to them on a loudspeaker. The truce might hold, she
said. She could not promise them that.

“My mother is in Karsk,” said Jelena Obrad, 38, a nurse at Merrin General. “Eleven people died there yesterday. I will
believe in a truce when she complains about the neighbours again.”

The families want to know whether the roads that open on Monday will be open in both directions. The agreement speaks of
lorries with food and medicine. It does not speak of people.

Brother and sister Milos and Ana Terzic have not spoken to their father since November, when the last telephone mast in Low Karsk fell.
They had written him a letter each and asked the minister whether a lorry driver might take it. There was a pause on the line. She said
she would ask.

The hall is collecting blankets and batteries until Saturday.
`,
        },
      ],
    },
    {
      id: 'ceasefire-talks/frontpages',
      outlet: 'frontpages',
      path: '/s/marrow-guns-to-fall-silent',
      title: 'No handshake, but a truce: Marrow guns to fall silent',
      authors: [],
      desk: 'MPA',
      agency: { id: 'MPA', credit: 'byline' },
      published: '2026-03-05T14:00:00Z',
      section: 'World',
      body: meridianReport.slice(0, 3),
      copyOf: { article: 'ceasefire-talks/meridian', kind: 'partial' },
    },
  ],
}
