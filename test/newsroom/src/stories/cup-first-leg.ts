import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Lindmouth Athletic came from behind to beat Corvane Rovers 2-1 in the first leg of the Valmere Cup semi-final on Tuesday,
with both their goals in the last nine minutes at Dock Road.

Rovers led from the 23rd minute, when captain Idris Falk headed in a corner. They hit the post twice and looked like
taking a lead back to the capital until goalkeeper Sten Aubrey was sent off on 78 minutes for handling outside his area.

Substitute Mikael Dros levelled from the free kick. Three minutes into added time Teodor Anson turned in a low cross to
give the home side the tie's advantage.

“We did not play well and we won, so I will not complain before the weekend,” said Athletic coach Ruth Ellery.

Rovers coach Jan Pelle said the red card was right. “Sten knows. He has apologised to everyone, including the bus
driver.”

The second leg is in Corvane on Thursday. Attendance was 18,244.

Police said 14 people had been taken into custody for throwing flares, none of which hit anybody. Kick-off was put back
by ten minutes because a bus with Rovers supporters had been held up by pickets at the docks, who let it through when
it was explained to them.
`

/** First leg on Tuesday 3 March. Same teams meet again on Thursday: a story of its own. */
export const cupFirstLeg: Story = {
  id: 'cup-first-leg',
  label: 'Cup semi-final, first leg: Lindmouth Athletic 2 Corvane Rovers 1',
  topics: ['15000000'],
  articles: [
    {
      id: 'cup-first-leg/meridian',
      outlet: 'meridian',
      path: '/mpa/sport/20260303-208.html',
      title: 'Late goals give Athletic first leg against ten-man Rovers',
      authors: ['Gwen Stavely'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'LINDMOUTH', raw: 'LINDMOUTH, March 3 (MPA) -' },
      published: '2026-03-03T19:15:00Z',
      section: 'Sport',
      body: wire,
    },
    {
      id: 'cup-first-leg/today',
      outlet: 'today',
      path: '/football/athletic-2-rovers-1-report-48867/',
      title: 'Athletic 2 Rovers 1: late double stuns ten-man visitors',
      authors: [],
      desk: 'Valmere Today Staff',
      agency: { id: 'MPA', credit: 'none' },
      published: '2026-03-03T19:40:00Z',
      section: 'Football',
      body: wire.slice(0, 5),
      copyOf: { article: 'cup-first-leg/meridian', kind: 'partial' },
    },
    {
      id: 'cup-first-leg/herald',
      outlet: 'herald',
      path: '/sport/2026/03/03/rovers-throw-away-a-lead-at-dock-road',
      title: 'Rovers throw away a lead, and a goalkeeper, at Dock Road',
      authors: ['Casimir Holt'],
      published: '2026-03-03T19:50:00Z',
      section: 'Sport',
      body: prose`
For 77 minutes on Tuesday night Corvane Rovers were the better side at Dock Road by so much that their supporters had
begun to sing about the final. Then Sten Aubrey came out for a ball he did not need to come out for.

!dock-road | Idris Falk heads Rovers in front. | Photo: Lena Moor / The Corvane Herald

The goalkeeper's hand was half a metre outside the area and the referee was five metres away. Off he went, and from the
free kick Mikael Dros, on the pitch for four minutes, bent the ball round a wall that had not finished arguing.

Lindmouth Athletic had offered nothing till then. Idris Falk's header from Nils Quayle's corner had been the only thing
between the sides on the scoresheet; two shots against the post from the same Quayle should have been.

Added time was three minutes old when Teodor Anson, falling, put the winner in with his shin. It finished 2-1, and Dock
Road shook.

Nothing is lost. A single goal at home on Thursday would be worth as much as all of this. But Rovers will need a
goalkeeper: Aubrey is suspended and his deputy, Karel Voss, is nineteen and has played twice.

There was one more thing. When the whistle went, the Athletic captain, Jory Pike, walked the length of the field to where
Aubrey was sitting in the tunnel with a towel on his head, and sat down next to him. Neither seemed to say anything. It
was the best pass of the evening.
`,
    },
  ],
}
