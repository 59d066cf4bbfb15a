import type { StoryDocument } from '../stories/document.ts'

/** Pages that carry each other's text, for tests. Everything in them is invented. */
export const WIRE = `Engineers opened the spillway of the Harrow Dam on Tuesday after three days of rain, sending a wall of brown water down the valley of the Tarn.

About 1,250 people left their homes in Caldmere and in the villages below it, and were taken to two schools and a sports hall on higher ground.

Chief engineer Tobias Wrenfield said the reservoir had stood nine centimetres below the crest when the gates were raised, higher than at any time since it was built.

The road bridge at Tarn Foot was carried away an hour later. Nobody was on it, but the water main that it bore was cut, and the town will be without drinking water until the weekend.`

export const QUOTE = `"We have seen nothing like it since the dam was built, and we hope that we shall never see anything like it again as long as we live here," he said.`

export const OTHER = `Ministers in the capital spent the morning on the budget of the railways, of which a third goes into the tunnel at Merrin.

The opposition called the plan a gift to builders, and asked for the figures of the last ten years before it would vote.`

let position = 0

export const page = (articleId: string, text: string, changes: Partial<StoryDocument> = {}): StoryDocument => ({
  ...{ articleId, position: ++position, title: 'Thousands flee as Harrow Dam spills', standfirst: null, text },
  ...{ publishedAt: '2031-03-04T12:00:00Z', seenAt: '2031-03-04T18:00:00Z', host: `${articleId}.example` },
  ...{ publisher: articleId, agency: null, language: 'en', entities: [], topics: [] },
  ...changes,
})

export const byAgency = { agency: { id: 'northwire', basis: 'explicit' }, publishedAt: '2031-03-04T09:00:00Z' } as const
