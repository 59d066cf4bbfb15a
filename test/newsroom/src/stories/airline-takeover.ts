import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Halden Air, Valmere's largest airline, is to buy its Graulander rival Grauluft for 640 million crowns in shares, the companies
said on Friday, creating a carrier with 71 aircraft and 9,300 staff.

The brands are to be kept. Halden's chief executive, Corinne Ashdown, will run the group from Corvane; Grauluft's Jost Rehwinkel
is to leave in the summer.

The companies promised savings of 85 million crowns a year from 2028, mostly in maintenance and fuel. About 400 posts are to go,
none of them pilots.

Competition authorities in both countries must agree. Together the two have 83 percent of the flights between Corvane and
Neustrand, a route they have flown against each other since 1974.

Grauluft shares rose 19 percent to 22.10. Halden's fell 6 percent.

Talks had been going on since October under the name of “Project Gosling”, people familiar with them said. They had nearly failed over the question of
which of the two frequent-flyer cards would survive. Both will.

Unions in both countries asked for guarantees beyond 2027. Travellers' groups said fares on the Neustrand route had already gone up by a third since a
smaller competitor gave up last spring.
`

/** A merger on the last day: wire, business paper, a report in German sent with a wrong charset, a closed members' page. */
export const airlineTakeover: Story = {
  id: 'airline-takeover',
  label: 'Halden Air buys Grauluft',
  topics: ['04000000'],
  articles: [
    {
      id: 'airline-takeover/northwire',
      outlet: 'northwire',
      path: '/2026/03/06/halden-air-buys-grauluft',
      title: 'Halden Air to buy Grauluft for 640 million crowns',
      authors: ['Ruben Achterop'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, Valmere (Northwire) —' },
      published: '2026-03-06T07:05:00Z',
      section: 'Business',
      body: wire,
    },
    {
      id: 'airline-takeover/ledger',
      outlet: 'ledger',
      path: '/companies/2026/halden-pays-in-paper',
      title: 'Halden pays for Grauluft in paper, and its owners feel it',
      standfirst: 'Shareholders mark down the buyer; regulators will look at one route above all',
      authors: ['Emil Dray', 'Ruben Achterop'],
      agency: { id: 'NORTHWIRE', credit: 'foot' },
      published: '2026-03-06T09:10:00Z',
      modified: '2026-03-06T16:45:00Z',
      section: 'Companies',
      body: [
        ...prose`
Investors gave Corinne Ashdown's great leap a cool welcome on Friday. Halden Air lost 6 percent, or about as much as she says the
merger will save in a year.
`,
        ...wire.slice(0, 4),
        ...wire.slice(5, 6),
        ...prose`
It is the last sentence of the companies' presentation that lawyers turned to first. Halden offers to give up six of its eighteen
daily slots on the Neustrand route. Two people familiar with the authority's thinking said it would want nine.
`,
      ],
      copyOf: { article: 'airline-takeover/northwire', kind: 'partial' },
    },
    {
      id: 'airline-takeover/anzeiger',
      outlet: 'anzeiger',
      path: '/wirtschaft/halden-air-kauft-grauluft.html',
      title: 'Halden Air übernimmt Grauluft – Rehwinkel geht im Sommer',
      authors: ['Friederike Mahlow', 'Jörg Söllner'],
      published: '2026-03-06T10:30:00Z',
      section: 'Wirtschaft',
      quirks: ['wrong-charset'],
      body: prose`
Nach 52 Jahren verliert Grauland seine eigene Fluggesellschaft: Halden Air aus Valmere übernimmt Grauluft für Aktien im Wert von
640 Millionen Kronen. Das gaben beide Unternehmen am Freitagmorgen bekannt.

Für die Beschäftigten am Flughafen Neustrand beginnt damit eine Zeit der Ungewissheit. Rund 400 Stellen sollen wegfallen, die
meisten in der Wartung. Die Gewerkschaft sprach von einem „Kahlschlag mit Ansage“ und kündigte für Montag eine Versammlung in
Halle 3 an.

Vorstandschef Jost Rehwinkel, der das Haus seit 2015 führt, geht im Sommer. „Größe ist kein Ziel, aber Kleinsein ist auch keine
Lösung“, sagte er vor Journalisten. Über seine Abfindung wollte er nicht sprechen.

Kritik kommt von den Verbraucherschützern. Auf der Strecke Neustrand–Corvane hätten die Passagiere künftig kaum noch eine Wahl:
83 Prozent der Flüge lägen in einer Hand. Das Kartellamt will bis Juni entscheiden.

Im Terminal nahm man es am Freitag gelassen. „Hauptsache, der Kaffee bleibt schlecht“, sagte ein Geschäftsmann auf dem Weg nach Corvane, „sonst erkenne
ich die Linie nicht wieder.“

Der blau-weiße Kranich bleibt vorerst auf den Leitwerken. Dafür, so heißt es, habe die Belegschaft 11.000 Unterschriften gesammelt.
`,
    },
    {
      id: 'airline-takeover/today',
      outlet: 'today',
      path: '/members/halden-air-shares-buy-or-sell-48940/',
      title: 'Members only: Halden Air, buy or sell?',
      authors: ['Lottie Grane'],
      published: '2026-03-06T12:00:00Z',
      section: 'Members',
      disallowed: true,
      body: prose`
Our members knew first that something was going on at Halden Air. What should you do with your shares now that the price has
dropped by 6 percent?

We have asked three fund managers. One is selling, one is buying, and one has stopped answering his telephone.
`,
    },
  ],
}
