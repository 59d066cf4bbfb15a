import type { StoryDocument } from './document.ts'

/** Articles of a fictional press world, for tests. */
type Sample = {
  readonly id: string
  readonly day: string | null
  readonly title: string
  readonly text: string
  readonly agency?: string
}

const samples: readonly Sample[] = [
  {
    id: 'bridge-agency',
    day: '2031-03-04',
    agency: 'VNA',
    title: 'Freighter strikes harbour bridge in Port Velmar, two workers missing',
    text: `The freighter Astrid Holm struck the eastern pier of the harbour bridge in Port Velmar shortly after 4 a.m. on Tuesday, tearing down a section of roadway 60 metres long, the coast guard said.

Two maintenance workers who had been painting the railings fell into the Lunde river and were still missing at noon. Divers searched the murky water around the wreckage while tugboats held the damaged vessel against the current.

"We will not leave before we have found them," said Ilse Marran, who leads the rescue operation for the coast guard.

The ship, loaded with 9,000 tonnes of timber, had lost engine power minutes earlier and drifted out of the channel, according to the pilot's first report. Its master and crew of 17 were unharmed.

The bridge carries about 40,000 vehicles a day and is the only crossing for heavy lorries south of Tarn. Mayor Oskar Fenwick closed it until engineers have examined every pier, which he expected to take several weeks.`,
  },
  {
    id: 'bridge-copy',
    day: '2031-03-04',
    title: 'Two missing after ship hits bridge',
    text: `A freighter, the Astrid Holm, hit the eastern pier of the harbour bridge in Port Velmar shortly after 4 a.m. on Tuesday, tearing down a section of roadway 60 metres long, the coast guard said.

Two maintenance workers who had been painting the railings fell into the Lunde river and were missing at noon. Divers searched the murky water around the wreckage while tugs held the damaged ship against the current.

The ship, loaded with 9,000 tonnes of timber, had lost engine power minutes earlier and drifted out of the channel, according to the pilot's first report. Its master and crew were unharmed.

The bridge carries about 40,000 vehicles a day. Mayor Oskar Fenwick closed it until engineers have examined every pier.`,
  },
  {
    id: 'bridge-own',
    day: '2031-03-05',
    title: 'Velmar bridge disaster: what we know about the Astrid Holm',
    text: `Commuters in Port Velmar woke to a city cut in half on Wednesday, a day after the timber freighter Astrid Holm rammed the harbour bridge.

Ferries have been laid on across the Lunde, and the port authority asked companies to send lorries by way of Tarn. Shops near the eastern pier stayed shut.

Relatives of the two missing painters gathered at the quay where divers of the coast guard went down for a second day. "We will not leave before we have found them," rescue leader Ilse Marran had promised them on Tuesday.

Investigators took the freighter's voyage recorder and want to question its pilot about the loss of engine power. Mayor Oskar Fenwick said the bridge would stay closed for weeks.`,
  },
  {
    id: 'ferry-other-place',
    day: '2031-03-05',
    title: 'Ferry runs aground off Kestrel Island, passengers taken off safely',
    text: `All 212 passengers of the ferry Morning Star were taken off safely on Wednesday after it ran aground on a sandbank off Kestrel Island in thick fog.

Lifeboats from three villages brought them to the school in Anselm, where volunteers served soup. Nobody was hurt, said harbour master Piet Rowan.

The ferry company Northline said the vessel would be refloated at high tide. Its captain told officers that the radar had shown open water.`,
  },
  {
    id: 'election',
    day: '2031-03-05',
    title: 'Green Alliance wins regional election in Sarrow',
    text: `The Green Alliance won the regional election in Sarrow with 38.2 percent of the vote, ending twenty years of rule by the Farmers' League, the electoral commission announced late on Wednesday.

Its leader Tamsin Odell said she would open coalition talks with the Liberals on Friday. Premier Gerd Halloran conceded defeat in front of silent supporters.

Turnout was 71 percent, the highest since the region received its own parliament.`,
  },
]

export const sampleArticles: readonly StoryDocument[] = samples.map(({ id, day, title, text, agency }, at) => ({
  articleId: id,
  position: at + 1,
  title,
  standfirst: null,
  text,
  publishedAt: day,
  seenAt: '2031-03-06T08:00:00Z',
  host: null,
  publisher: null,
  agency: agency === undefined ? null : { id: agency, basis: 'explicit' },
  language: 'en',
  entities: [],
  topics: [],
}))
