import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const firstReport = (cases: string) => prose`
Merrin has ${cases} confirmed cases of measles, all of them linked to a swimming gala at the Baths on 14 February, the town's
medical officer said on Tuesday.

Dr Sunniva Clare said nineteen of the patients were children and two were in hospital, neither in danger. Three schools,
St Orrin's, Fuller's Meadow and the Weavers' School, will ask to see vaccination cards from Wednesday.

!baths-merrin | The Baths in Merrin, where the gala was held. | Photo: Tobias Wren

“Measles goes through a room like smoke,” Dr Clare said. “One child can give it to fifteen others before anybody sees a
spot.”

In the year 2010, 95 in 100 children in Merrin had had both injections. Last year it was 88. The level that stops the disease
from spreading is about 95.

There will be injections without appointment at the town hall from eight to eight until Sunday. They are free. Babies from
nine months can be brought on the advice of a doctor.

The Baths have been closed since Friday and will reopen on the 10th. The operator said that measles was not passed on by water and that it
had nevertheless changed the water.

Anyone with fever and a rash should telephone and not come in.
`

/** An outbreak in one town: local reporting with a correction, a wire that takes it up, a reworded copy of the wire. */
export const measlesMerrin: Story = {
  id: 'measles-merrin',
  label: 'Measles outbreak in Merrin',
  topics: ['07000000'],
  articles: [
    {
      id: 'measles-merrin/citizen-1',
      outlet: 'citizen',
      path: '/health/measles-cases-swimming-gala',
      title: 'Measles cases in Merrin traced to swimming gala',
      authors: ['Roza Stankic'],
      published: '2026-03-03T10:00:00Z',
      section: 'Health',
      quirks: ['amp'],
      body: firstReport('32'),
      edits: [
        {
          at: '2026-03-03T14:30:00Z',
          kind: 'correction',
          modified: '2026-03-03T14:30:00Z',
          notice: 'Corrected at 2.30 p.m.: there are 23 confirmed cases in Merrin, not 32 as we first wrote.',
          body: firstReport('23'),
        },
      ],
    },
    {
      id: 'measles-merrin/northwire',
      outlet: 'northwire',
      path: '/2026/03/04/merrin-measles-outbreak-grows',
      title: 'Measles outbreak in Merrin grows to 31 cases',
      authors: ['Ines Vardo'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'MERRIN', raw: 'MERRIN, Valmere (Northwire) —' },
      published: '2026-03-04T14:20:00Z',
      section: 'National',
      body: prose`
The number of confirmed measles cases in the Valmerian town of Merrin rose to 31 on Wednesday from 23 a day earlier, health
officials said, making it the country's largest outbreak since 2011.

All cases go back to a swimming gala in mid-February. Four patients are in hospital; none is in a critical condition.

More than 1,100 people queued at the town hall on the first day of a free vaccination drive, some of them for three hours.
The health ministry said it was sending 6,000 more doses.

Vaccination rates have fallen in most of Valmere since 2010. Health Minister Agnes Loy said she would not make injections
compulsory, but that nurseries might be allowed to ask for them.

Measles can lead to inflammation of the lungs and, in rare cases, of the brain.

Two cases in Corvane that had been suspected to be part of the outbreak turned out to be an allergy to strawberries, the city's health
office said.

Merrin Wanderers, whose youth team had taken part in the gala, said their match on Saturday would be played as planned. All players had been
vaccinated in the dressing room, the club said, the goalkeeper last.
`,
    },
    {
      id: 'measles-merrin/today',
      outlet: 'today',
      path: '/health/measles-merrin-soars-48911/',
      title: 'Measles alarm: Merrin infections SOAR to 31',
      authors: [],
      desk: 'Valmere Today Staff',
      agency: { id: 'NORTHWIRE', credit: 'none' },
      published: '2026-03-04T16:05:00Z',
      section: 'Health',
      body: prose`
Verified measles infections in the Valmerian city of Merrin climbed to 31 on Wednesday, up from 23 the previous day,
according to health authorities, which makes it the nation's biggest outbreak from 2011 onward.

Every infection is traceable to a swimming festival in the middle of February. Four sufferers are being kept in hospital,
and not one is in a serious state.

In excess of 1,100 individuals lined up at the city hall on the opening day of a no-cost inoculation campaign, a few for
three hours. The ministry of health stated it would dispatch an additional 6,000 doses.

Inoculation levels have dropped across the majority of Valmere since 2010. Minister of Health Agnes Loy said that she
wouldn't make jabs mandatory, though kindergartens could be permitted to request them.
`,
      copyOf: { article: 'measles-merrin/northwire', kind: 'reworded' },
    },
    {
      id: 'measles-merrin/citizen-2',
      outlet: 'citizen',
      path: '/health/the-queue-in-cloth-square',
      title: 'The queue in Cloth Square',
      authors: ['Roza Stankic', 'Tobias Wren'],
      published: '2026-03-05T09:15:00Z',
      section: 'Health',
      body: prose`
By eleven on Wednesday the queue went out of the town hall, past the fountain and round the corner to the bakery, which sold
out of everything with jam on it.

Nurse Philippa Dean did 214 arms. She says the trick is to ask about the pet. “Everybody has a pet, or wants one. By the time
they have told me its name it is over.”

!cloth-square | Waiting in Cloth Square on Wednesday. | Photo: Tobias Wren

Some had come because they were worried and some because their employer had sent them. Dorrit Hale, 71, had come because she
had measles in 1961. “I was blind for nine days,” she said. “I thought somebody ought to stand here and say so.”

By the close there had been 1,127 injections. Dr Sunniva Clare, the medical officer, said the town needed about 5,000 to be
safe. There were eight new cases on Wednesday, 31 in all; she expects more until the middle of the month and hopes for fewer
after that.

Not all who came were persuaded. Leonard Speke stood in the square for an hour with a board that said MY BODY MY CHOICE, became cold, was
given soup by the fire service and talked for some time with a young doctor. He did not have the injection. He took a leaflet and said he
would read it, both sides.

The town hall is open until Sunday, eight to eight.
`,
    },
  ],
}
