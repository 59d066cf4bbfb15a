import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
A spacecraft the size of a washing machine has sent back the first close pictures of a comet that had never been near the
Sun before, and scientists said on Wednesday that it was shaped like a shoe.

The probe Lantern passed comet Hollis-Brandt at a distance of 912 kilometres on Tuesday evening. Its nucleus is 3.4
kilometres long, has a neck in the middle and is as dark as coal, the Valmere Space Institute said.

At the comet's “heel” the pictures show a jet of dust that rises straight for eleven kilometres and then bends.

“We do not know why it bends,” said mission scientist Yara Feldt. “I have been waiting for twelve years to say those words.”

Lantern was launched in 2021 before its target was known, and waited in space for a comet worth visiting. It cost 190
million crowns, of which the Kazahaya Islands paid a third.

About four-fifths of the data are still on board. The probe needs until June to send them.

Hollis-Brandt was found in 2022 by two amateurs in Merrin with a telescope made from the parts of a photocopier. It will be closest to the
Sun on 19 May, leave the solar system afterwards and not come back.

Lantern has fuel for one more manoeuvre. Where to go with it will be decided in the summer, the institute said; one idea is to do nothing
and look back.
`

/** A fly-by: wire, a copy in the capital's paper, a blog with a relative date, a report in Japanese. */
export const lanternProbe: Story = {
  id: 'lantern-probe',
  label: 'Lantern passes comet Hollis-Brandt',
  topics: ['13000000'],
  articles: [
    {
      id: 'lantern-probe/northwire',
      outlet: 'northwire',
      path: '/2026/03/04/lantern-comet-pictures',
      title: 'Probe finds new comet dark as coal and shaped like a shoe',
      authors: ['Ines Vardo'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, Valmere (Northwire) —' },
      published: '2026-03-04T09:00:00Z',
      section: 'Science',
      body: wire,
    },
    {
      id: 'lantern-probe/herald',
      outlet: 'herald',
      path: '/news/2026/03/04/a-shoe-in-space',
      title: 'A shoe in space: Lantern meets its comet',
      authors: ['Ines Vardo'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      published: '2026-03-04T10:10:00Z',
      section: 'News',
      body: [
        ...wire.slice(0, 4),
        ...prose`
!lantern | Comet Hollis-Brandt from 912 kilometres. | Photo: Valmere Space Institute / Handout
`,
        ...wire.slice(4),
      ],
      copyOf: { article: 'lantern-probe/northwire', kind: 'exact' },
    },
    {
      id: 'lantern-probe/harbour',
      outlet: 'harbour',
      path: '/2026/03/what-the-comet-owes-us/',
      title: 'What the comet owes us',
      authors: ['Bettina Sorrel'],
      published: '2026-03-04T18:30:00Z',
      section: 'Notes',
      quirks: ['relative-date'],
      body: prose`
When I was at sea the sky was part of the instruments. You took a star as you took the depth. So I am not sentimental about
comets, but I got up at four for this one.

You cannot see Hollis-Brandt without a telescope. The amateur club on Gull Point has one that a dentist built, and he let me
look. It was a smudge, like a thumb on a window. At that moment, the dentist said, a machine made in Corvane was flying past
it at 68 kilometres a second and taking its picture.

I asked what it was all for. He thought about it, which I liked. He said that the ice in it was as old as the Sun and had
never been melted, and that there were not many things left of which you could say so.

Then it was my turn to hold the torch while he changed an eyepiece with frozen fingers. Below us the ships of the strike lay in the
roads with their lights on. There were sixteen, I counted from up there, and one of them was sending something in Morse, quite slowly. I
read it before I knew I was reading it. It said GOOD NIGHT ORANGES.

On Wednesday they showed the pictures and it looked like a shoe. Everybody laughed, and the woman who has run it for twelve
years was asked about a bent jet of dust and said she did not know, and looked so happy that I had to turn off the set for a
minute.

A hundred and ninety million crowns. You could buy eight of those cranes for it. I make no argument. I am only telling you what
I saw.
`,
    },
    {
      id: 'lantern-probe/aomine',
      outlet: 'aomine',
      path: '/science/20260305-lantern.html',
      title: '探査機「ランタン」、彗星は靴の形 人類初の接近撮影',
      authors: ['水無瀬 葵'],
      published: '2026-03-05T00:30:00Z',
      section: '科学',
      body: prose`
ヴァルメア宇宙研究所は4日、探査機「ランタン」が撮影したホリス・ブラント彗星の画像を公開した。彗星の核は長さ3.4キロで、中央がくびれた靴のような形をしていた。

探査機は3日夜、彗星から912キロの距離を通過した。この彗星が太陽に近づくのは今回が初めてで、太陽系ができた当時の氷を保っていると考えられている。

画像には、かかとに当たる部分から高さ11キロまで真っすぐに伸び、その先で曲がるちりの噴流が写っていた。研究責任者のヤラ・フェルト氏は「なぜ曲がるのか分からない。12年間、この言葉を言う日を待っていた」と話した。

計画には風早諸島も参加し、費用1億9千万クローネの3分の1を負担した。青嶺大学が作った小型カメラは、これまでに240枚を撮影したという。

残りのデータの送信は6月まで続く。
`,
    },
  ],
}
