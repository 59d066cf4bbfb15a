import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
A painting stolen from a museum in Vallorne 31 years ago was handed back on Tuesday by a Corvane plumber who had found it
behind the bath of a house he was clearing.

“The Ferrywoman”, painted in 1889 by Odette Marchal, had been cut from its frame in Saint-Éloi-sur-Mire during a village
dance in 1995. Experts value it at 7 million crowns.

The plumber, Gregor Nash, 44, took it for a print and kept it in his van for two weeks because he liked the colour of the
water. Then his daughter, who is studying art, came home for the weekend.

The owner of the house died last year without relatives. Police said they were looking into how the picture had come to her
and did not suspect Nash of anything.

He has turned down a reward of 250,000 crowns and asked for a season ticket to the museum instead, its director, Honorine
Pasquier, said.

The painting has lost a strip along its upper edge and has a water stain where the ferry was, experts who examined it in Corvane said. It is
to go home on Friday in a lorry with its own weather.

Marchal, who lived from 1851 to 1918, painted some 60 river scenes. Another of them, “The Lock in Winter”, disappeared in the same night and is
still missing.
`

/** A stolen picture comes home: wire, two papers of their own, and the museum's town in French. */
export const returnedPainting: Story = {
  id: 'returned-painting',
  label: 'Plumber returns stolen Marchal painting',
  topics: ['01000000', '02000000'],
  articles: [
    {
      id: 'returned-painting/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260303-131.html',
      title: 'Plumber finds stolen Marchal behind bath, gives it back',
      authors: ['Leopold Ast'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, March 3 (MPA) -' },
      published: '2026-03-03T13:05:00Z',
      section: 'General',
      body: wire,
    },
    {
      id: 'returned-painting/gazette',
      outlet: 'gazette',
      path: '/culture/la-passeuse-rentre-a-la-maison.html',
      title: '« La Passeuse » rentre à la maison',
      standfirst: 'Volé en 1995, le tableau d’Odette Marchal a été retrouvé derrière une baignoire',
      authors: ['Capucine Delorme', 'Sylvain Aubremont'],
      dateline: { place: 'SAINT-ÉLOI-SUR-MIRE', raw: 'SAINT-ÉLOI-SUR-MIRE —' },
      published: '2026-03-03T17:45:00Z',
      section: 'Culture',
      body: prose`
Depuis trente et un ans, un rectangle plus clair marquait sa place au premier étage du musée. Honorine Pasquier n’avait
jamais voulu qu’on repeigne le mur. Mardi, à Corvane, la directrice a signé le reçu le plus court de sa carrière : « Reçu une
ferme, un fleuve, une femme. »

« La Passeuse », peinte par Odette Marchal en 1889, avait été découpée de son cadre un soir de bal, en juillet 1995. On a
longtemps soupçonné un collectionneur, puis un gardien, puis tout le monde.

C’est un plombier valmérien, Gregor Nash, qui l’a découverte roulée derrière une baignoire, dans la maison d’une dame morte
sans héritiers. Il a d’abord cru à une affiche. Sa fille, étudiante en histoire de l’art, s’est assise par terre en la voyant.

M. Nash a refusé la récompense de 250 000 couronnes. Il a demandé un abonnement au musée. « À vie, et pour quatre », précise
Mme Pasquier, qui a fait imprimer la carte sur-le-champ.

Le tableau sera restauré avant d’être montré, sans doute en septembre. Le bal de juillet, lui, aura un vigile.

Reste « L’Écluse en hiver », volée la même nuit. À Saint-Éloi, on s’est mis à regarder derrière les baignoires.
`,
    },
    {
      id: 'returned-painting/herald',
      outlet: 'herald',
      path: '/culture/2026/03/04/the-ferrywoman-and-the-plumber',
      title: 'The Ferrywoman and the plumber',
      authors: ['Perdita Lowe'],
      published: '2026-03-04T08:00:00Z',
      section: 'Culture',
      body: prose`
Gregor Nash would like it to be known that he is not an idiot. “It was rolled up and it was wet,” he says. “You do not think:
aha, the nineteenth century.”

He has fitted baths in Corvane for twenty-five years and has found behind them, in ascending order of value, spiders, love
letters, a set of teeth in gold and, on 16 February in Linden Row, an oil painting of a woman leaning on an oar.

For two weeks Odette Marchal's masterpiece travelled the city between a pipe bender and a box of elbow joints. Then Cass
Nash, 20, in her second year at the Academy, opened the van to borrow a torch.

“I had written an essay on it,” she says. “On its absence, actually. I got a good mark.”

also: budget/herald

How a picture cut out of its frame in Vallorne in 1995 came to a widow in Linden Row is now for the police. Neighbours say
Mrs Imke Tolland had played the accordion and had once been much in demand for dances.

The Academy has offered Cass a second essay. She has asked to write about the tape: on the back of the canvas, in a neat hand, somebody had
marked where it had been folded, and when, four times, as one does with a tablecloth.

Nash went to see it handed over on Tuesday in his good jacket. It looked smaller, he said, on a wall.
`,
    },
    {
      id: 'returned-painting/citizen',
      outlet: 'citizen',
      path: '/arts/stolen-marchal-found-behind-bath',
      title: 'Stolen Marchal found behind bath',
      authors: [],
      desk: 'Citizen Newsdesk',
      agency: { id: 'MPA', credit: 'foot' },
      published: '2026-03-03T15:00:00Z',
      section: 'Arts',
      body: wire.slice(0, 3),
      copyOf: { article: 'returned-painting/meridian', kind: 'partial' },
    },
  ],
}
