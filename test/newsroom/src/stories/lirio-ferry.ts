import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

/** A ferry accident reported by an agency, by the local paper in Spanish, and on a page that moves. */
export const lirioFerry: Story = {
  id: 'lirio-ferry',
  label: 'Ferry runs aground off Puerto Lirio',
  topics: ['03000000', '04000000'],
  articles: [
    {
      id: 'lirio-ferry/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260302-164.html',
      title: 'All 187 taken off ferry aground at Puerto Lirio',
      authors: [],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'PUERTO LIRIO', raw: 'PUERTO LIRIO, Lirania, March 2 (MPA) -' },
      published: '2026-03-02T16:10:00Z',
      section: 'General',
      body: prose`
All 187 people on board a ferry that ran onto rocks in fog near the Liranian city of Puerto Lirio were brought ashore on
Monday, the coast guard said. Six had broken bones.

The *Reina del Faro* was nearing the end of an overnight crossing from Valmere when she struck the Monks, a reef three
kilometres off the harbour mouth, at 6.40 a.m. local time.

Fishing boats reached her before the rescue cutters did and took most of the passengers off over the bow within fifty
minutes.

The ship is lying on her side in nine metres of water. A boom has been laid around her; about 40 tonnes of diesel are on
board.

The captain, a Valmerian aged 52, is being questioned. A light on the reef had been out of order since Friday, the port
authority confirmed.

Lirania's transport minister said the crews of the fourteen fishing boats would be proposed for the state's rescue medal. Their guild asked for a
new slipway instead.

It was the worst accident on the route since 1996, when a ferry caught fire and 23 people died.
`,
    },
    {
      id: 'lirio-ferry/correo',
      outlet: 'correo',
      path: '/sucesos/2026/03/02/reina-del-faro-encalla-en-los-frailes/',
      title: 'El «Reina del Faro» encalla en Los Frailes: 187 rescatados',
      standfirst:
        'Los pescadores de la cofradía sacaron a la mayoría de los pasajeros antes de que llegaran las patrulleras',
      authors: ['Marisol Quiroga'],
      published: '2026-03-02T18:30:00Z',
      section: 'Sucesos',
      body: prose`
Ramón Isla había salido a levantar nasas y levantó a una familia entera. «Oí la sirena y luego un golpe, como cuando se cae un
armario», contaba este lunes en el muelle el patrón del *Nueva Aurora*, que fue el primero en llegar al transbordador encallado.

El «Reina del Faro», que cubre la línea nocturna con Valmere, chocó a las 6.40 de la mañana contra los bajos de Los Frailes, a
tres kilómetros de la bocana, en medio de una niebla cerrada. Llevaba 187 personas a bordo. Todas están a salvo; seis sufrieron
fracturas y permanecen en el Hospital del Carmen.

Catorce barcos de la cofradía se turnaron junto a la proa. En cincuenta minutos habían sacado a 140 personas. El resto lo
evacuó la Guardia Costera.

La luz de Los Frailes llevaba apagada desde el viernes. La autoridad portuaria lo reconoció por la tarde en un comunicado de
cuatro líneas y anunció una investigación.

El buque está escorado en nueve metros de agua con unas cuarenta toneladas de gasóleo. La flota no saldrá hoy a faenar.

En la lonja, donde los lunes se subasta la merluza, se repartieron mantas y caldo. «Hoy la pesca ha sido buena», decía el patrón mayor, Anselmo
Ruiz del Puerto, sin sonreír del todo.
`,
    },
    {
      id: 'lirio-ferry/herald',
      outlet: 'herald',
      path: '/world/2026/03/02/ferry-aground-lirio',
      title: '“They passed the children down like parcels”: Valmerians tell of ferry rescue',
      authors: ['Nadia Brunn'],
      published: '2026-03-02T19:10:00Z',
      section: 'World',
      moved: { at: '2026-03-04T06:00:00Z', path: '/world/lirania/2026/03/reina-del-faro-rescue' },
      body: prose`
The coffee machine fell first. Everyone who was in the saloon of the *Reina del Faro* on Monday morning tells it the same way:
a scrape, the coffee machine, and then the floor was a wall.

Of the 187 people on the night ferry from Lindmouth, 103 were from Valmere. By Monday evening all of them were in dry clothes
in a school in Puerto Lirio, and most were on the telephone.

“There were fishermen at the bow before we had our vests on,” said Hester Prowse, a teacher from Ashlow, who was travelling
with nine pupils. “They stood in a row and passed the children down like parcels. One of them kept saying a word. I asked
afterwards. It means ‘next’.”

Her class lost all of its luggage and one guinea pig, which was found at noon, on top of a lifeboat.

Gerrit Voll, 66, a retired signalman, had been on deck because he could not sleep. He saw the reef, he said, as one sees a stair in the dark, when the
foot is already on its way. He had looked for the light that his chart showed. “I thought: I am getting old, I cannot find it. And then I thought: no.”

He rang his wife from the school to say that he was well. She had not known that anything had happened, and was cross about the hour.

The shipping company, Southern Line, has cancelled its crossings until Thursday. It said the ship had passed inspection in
January. It did not want to say anything about the light on the reef, which had not been burning.
`,
    },
  ],
}
