import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const settlement = prose`
Dock workers in Lindmouth are to go back to work at midnight after their union and the port company agreed on Friday to
keep all 640 jobs for three years, ending a strike that had closed Valmere's largest harbour for five days.

Both sides said the new automatic cranes would come, but a year later than planned, and that nobody would be dismissed
because of them. Wages rise by 3.8 percent from April, less than the 6 percent the union had asked for.

“We came for a number and we leave with a date,” said Dana Okell, leader of the Quay and Harbour Union. “A date you can
feed a family on.”

Members voted 488 to 97 for the agreement in the fish hall, by show of hands.

Lindmouth Port said 23 ships were waiting in the roads and that it would take nine days to clear them. Its chief
executive, Laurens Veidt, put the cost of the strike at 31 million crowns.

Mediator Judge Honor Selwyn, who kept the parties in one room for nineteen hours, said the breakthrough had come at five
in the morning over the last of the sandwiches.

Under the agreement a committee of three from each side will have a say in how the cranes are used, and drivers over 55 may
leave with two years' pay. Neither side would say what happens when the three years are over.

Trade Minister Clara Westerby congratulated both. Asked whether the government had done anything to help, she said it had
kept quiet, and that this was harder than it looked.
`

/** A slow story: called on Monday, still going on Wednesday, settled on Friday. */
export const dockStrike: Story = {
  id: 'dock-strike',
  label: 'Five-day dock strike in Lindmouth',
  topics: ['09000000', '04000000'],
  articles: [
    {
      id: 'dock-strike/ledger-1',
      outlet: 'ledger',
      path: '/work/2026/dockers-walk-out-over-cranes',
      title: 'Dockers walk out over automatic cranes',
      standfirst: 'Port of Lindmouth at a standstill; union says 210 of 640 jobs would go',
      authors: ['Harriet Colm'],
      published: '2026-03-02T09:30:00Z',
      section: 'Work',
      body: prose`
Lindmouth's docks fell silent at six on Monday morning when all but a handful of the port's 640 crane drivers, lashers
and tally clerks stayed outside the gates.

The Quay and Harbour Union called the strike after talks about four automatic cranes broke down on Saturday. It says the
machines, ordered in Teskaria for 86 million crowns, would cost 210 jobs within two years. Lindmouth Port, which runs the
harbour under a lease from the state, says the figure is nearer 90 and that all would be voluntary.

“They have bought the cranes. They have not bought us,” union leader Dana Okell told a meeting at the dock gates.

Eleven ships were alongside when the strike began, among them the refrigerated carrier *Halcyon Reach* with 4,000 tonnes
of citrus. Its agent said the fruit would keep for six days.

Pickets had burning baskets and a brass band by seven. Two shift managers who tried to start crane number seven by
themselves gave up after half an hour, to applause.

Laurens Veidt, the port company's chief executive, said in a letter to staff that without the new cranes Lindmouth would
lose its two largest customers to Osmark by 2028. He did not name them. The union said it had heard of one.

About a third of Valmere's foreign trade passes through Lindmouth. Millers and steelmakers said they had stocks for a
week; two car importers said they had none.

Talks are to resume on Wednesday with a mediator, if the parties can agree on one.
`,
    },
    {
      id: 'dock-strike/northwire-1',
      outlet: 'northwire',
      path: '/2026/03/02/lindmouth-dock-strike-begins',
      title: 'Strike shuts Lindmouth port, a third of Valmere trade',
      authors: ['Ruben Achterop'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'LINDMOUTH', raw: 'LINDMOUTH, Valmere (Northwire) —' },
      published: '2026-03-02T10:05:00Z',
      section: 'Business',
      body: prose`
A strike by dock workers closed the port of Lindmouth on Monday, halting a third of Valmere's foreign trade in a dispute
over automation.

Pickets stood at all five gates. No vessel was loaded or unloaded, and the harbour master told captains to wait in the
roads or make for Osmark, a day's sail to the north.

The Quay and Harbour Union fears for 210 jobs when four driverless cranes arrive in the summer. Employers dispute the
number and say nobody will be forced out.

Trade Minister Clara Westerby said the government would not send in the army to move cargo, as it did in 1987. “That was
a mistake then and we have learned from it,” she told reporters in Corvane.

The crown fell 0.4 percent against the Teskarian lev in morning trading.

Business groups called on both sides to return to the table. Each day of the strike would cost the economy 9 to 12 million
crowns, the chamber of trade said, with millers, steelworks and fruit importers hit first.

The port last stood still for more than a day in 2008, when its workers struck for eleven days over pensions.

Okell, 47, a former lasher, was elected to lead the union in November on a promise to be “polite and immovable”. No talks
were scheduled for Monday or Tuesday, people on both sides said.
`,
    },
    {
      id: 'dock-strike/harbour',
      outlet: 'harbour',
      path: '/2026/03/eleven-ships-and-no-noise/',
      title: 'Eleven ships and no noise',
      authors: ['Bettina Sorrel'],
      published: '2026-03-03T09:00:00Z',
      section: 'Notes',
      quirks: ['lying-canonical'],
      body: prose`
I have lived above the chandler's on Rope Street for sixteen years and I did not know that my windows hummed until
yesterday, when they stopped.

It is the cranes. They run day and night, and you forget them as you forget your own fridge. Since six on Monday there has
been nothing on the quay but gulls and a man selling rolls to the pickets, who pay him, and to the port's security
people, who pay him too.

I walked down and asked a lasher called Wim what he did when he was not on strike. He showed me his hands. Lashing is
tying containers to ships so that they stay on them. There is no machine for it yet, and so, he said, he was not out for
himself. “My brother-in-law drives number seven,” he said. “Number seven will drive itself.”

The *Halcyon Reach* is lying closest to the road with all those oranges in her. If the wind is right you can smell them
from the tram stop. I counted eleven ships in all, and behind the mole another five sitting at anchor with their lights
on like a small town.

I do not know who is right. I know that I slept badly because it was quiet.

In the afternoon some boys fished off berth four, which is forbidden, and the policeman who is there to forbid it held one
of the rods while its owner fetched chips. I have never seen the harbour used by so many people as on the day it was
closed.
`,
    },
    {
      id: 'dock-strike/ledger-2',
      outlet: 'ledger',
      path: '/shipping/2026/citrus-cargo-auctioned-as-dock-strike-drags-on',
      title: 'Citrus cargo auctioned as dock strike drags on',
      standfirst: 'Importers count the cost on day three',
      authors: ['Harriet Colm', 'Emil Dray'],
      published: '2026-03-04T08:15:00Z',
      modified: '2026-03-04T12:40:00Z',
      section: 'Shipping',
      quirks: ['paywall'],
      body: prose`
The owners of the refrigerated ship *Halcyon Reach* sold her cargo of oranges at the quayside on Wednesday for a ninth of
its value, the first loss to be counted in a dock strike that is now in its third day.

A juice maker from Merrin took 2,600 tonnes after the union let its lorries through the line as what it called a gift to
breakfast. The rest will go for feed.

Sixteen ships are now waiting off Lindmouth. Day rates for feeder vessels to Osmark have doubled since Friday, brokers
said, and one line has told customers that boxes for Valmere will be landed in Teskaria until further notice.
`,
    },
    {
      id: 'dock-strike/herald',
      outlet: 'herald',
      path: '/news/2026/03/04/judge-to-mediate-in-lindmouth-dock-strike',
      title: 'Judge to mediate in Lindmouth dock strike',
      authors: ['Owen Castell'],
      published: '2026-03-04T15:45:00Z',
      section: 'News',
      body: prose`
A retired appeal judge is to try to end the strike at Lindmouth's docks, after port and union agreed on her name within
an hour of each other on Wednesday.

Honor Selwyn, 68, settled the teachers' dispute of 2021 by refusing to open a window. She has asked both sides to come to
the harbour master's house on Thursday morning with no more than three people each and to leave their telephones in a
basket.

The union's Dana Okell said she would bring “two lashers and a calculator”. Lindmouth Port is to be represented by its
chief executive, Laurens Veidt, who had until now sent lawyers.

also: budget/herald

Sixteen ships were lying at anchor on Wednesday evening. A bakery group said it would run short of imported flour by
Saturday; hospitals said they had been promised that medical supplies would be let through, and that the promise had been
kept.

Opinion in the city is shifting, if slowly. A survey for Harbour Radio found 52 percent on the side of the dockers, down
from 58 on Monday, and 61 percent who had been to have a look at the ships.

The strike began on Monday over plans for four automatic cranes.
`,
    },
    {
      id: 'dock-strike/northwire-2',
      outlet: 'northwire',
      path: '/2026/03/06/lindmouth-dock-strike-ends',
      title: 'Lindmouth dock strike ends with three-year job guarantee',
      authors: ['Ruben Achterop'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'LINDMOUTH', raw: 'LINDMOUTH, Valmere (Northwire) —' },
      published: '2026-03-06T09:50:00Z',
      section: 'Business',
      body: settlement,
    },
    {
      id: 'dock-strike/ledger-3',
      outlet: 'ledger',
      path: '/work/2026/port-and-union-settle',
      title: 'Port and union settle: jobs safe until 2029, cranes a year late',
      authors: ['Ruben Achterop', 'Harriet Colm'],
      agency: { id: 'NORTHWIRE', credit: 'foot' },
      published: '2026-03-06T11:20:00Z',
      section: 'Work',
      body: [
        ...settlement.slice(0, 5),
        ...prose`
Shares in Lindmouth Port's parent, Veidt Terminals, closed 2.2 percent higher. Analysts at Kessler & Moe said the delay to
the cranes would cost about 9 million crowns a year, “cheap by the standards of the week”.
`,
        ...settlement.slice(5),
      ],
      copyOf: { article: 'dock-strike/northwire-2', kind: 'edited' },
    },
  ],
}
