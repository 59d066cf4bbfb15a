import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Corvane Rovers reached the Valmere Cup final on Thursday with a 3-0 win over Lindmouth Athletic that turned their
semi-final round and made a hero of a teenage goalkeeper.

Karel Voss, 19, in goal because Sten Aubrey was suspended, saved a penalty by Mikael Dros after eleven minutes. Athletic,
who had won the first leg 2-1, did not have another shot on target.

Nils Quayle scored twice before half-time, the second a volley from 25 metres. Idris Falk added a third with a header on
71 minutes for a 4-2 aggregate.

“I did not sleep, I did not eat and I will not talk much,” Voss said. “I am going to ring my grandmother.”

Athletic coach Ruth Ellery said her side had been second best from the first minute. They are still third in the league,
two points behind Rovers.

The match was interrupted for four minutes in the second half when a fox crossed the pitch. It left by the players' tunnel.

Rovers have won the cup nine times, most recently in 2019.

The final against Merrin Wanderers is on 21 March. Attendance at the Crown Ground was 31,006.
`

/** Second leg on Thursday 5 March: same teams as on Tuesday, another match. */
export const cupSecondLeg: Story = {
  id: 'cup-second-leg',
  label: 'Cup semi-final, second leg: Corvane Rovers 3 Lindmouth Athletic 0',
  topics: ['15000000'],
  articles: [
    {
      id: 'cup-second-leg/meridian',
      outlet: 'meridian',
      path: '/mpa/sport/20260305-231.html',
      title: 'Teenage goalkeeper Voss saves penalty as Rovers reach final',
      authors: ['Gwen Stavely'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, March 5 (MPA) -' },
      published: '2026-03-05T19:10:00Z',
      section: 'Sport',
      body: wire,
    },
    {
      id: 'cup-second-leg/herald',
      outlet: 'herald',
      path: '/sport/2026/03/05/voss-the-boy-who-rang-his-grandmother',
      title: 'Voss, the boy who rang his grandmother, sends Rovers to the final',
      authors: ['Casimir Holt'],
      published: '2026-03-05T19:55:00Z',
      section: 'Sport',
      body: prose`
He had played two matches for the first team, one of them because of a flu. On Thursday night Karel Voss walked out at
the Crown Ground in a shirt with somebody else's name taped over, and eleven minutes later he was lying on the ball.

The penalty was soft and Mikael Dros hit it well, low to the left. Voss went with it and held on. You could hear the
intake of breath, and then for the rest of the evening you could hear nothing else for noise.

also: cup-first-leg/herald

Rovers scored three and might have had six. Nils Quayle, who had hit the post twice at Dock Road, hit the net twice here,
and the second will be shown for years: chest, half turn, volley, net. Falk's header made it 3-0 and the sum 4-2.

Lindmouth Athletic came with a plan to sit on their goal from Tuesday and found after twenty minutes that they were
sitting on nothing. Ruth Ellery applauded the home end at the whistle, which is what Ruth Ellery is like.

The final is against Merrin Wanderers on 21 March. Sten Aubrey will be available again. Jan Pelle was asked who would be
in goal and said it was a lovely evening.
`,
    },
    {
      id: 'cup-second-leg/citizen',
      outlet: 'citizen',
      path: '/merrin/wanderers-to-meet-rovers-in-cup-final',
      title: 'Wanderers to meet Rovers in cup final',
      authors: ['Tobias Wren'],
      published: '2026-03-05T21:30:00Z',
      section: 'Merrin',
      body: prose`
Merrin Wanderers will play Corvane Rovers in the final of the Valmere Cup on 21 March, their first final for 34 years.

Rovers beat Lindmouth Athletic 3-0 at the Crown Ground on Thursday and went through 4-2 over the two matches. Their
stand-in goalkeeper Karel Voss stopped a penalty when it was still 0-0.

Wanderers manager Alma Petrie, who watched from the stand with a notebook, said she had written down one word. “Quayle,”
she said. “Twice.”

The club has been given 9,400 tickets. Season-ticket holders can collect theirs from Monday at the ground; the rest go on
sale on Wednesday at nine, two to a person. The council is looking into a screen in Cloth Square.

The last time Wanderers were in a final, in 1992, they lost to a goal in the last minute, and the town clock was
stopped at the time for a week.
`,
    },
  ],
}
