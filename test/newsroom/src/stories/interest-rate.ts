import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
The Bank of Valmere cut its key interest rate by a quarter of a percentage point to 3.25 percent on Wednesday, its first
move in fourteen months, and said a second cut this year was likely but not promised.

Governor Marguerite Sauer said prices had risen 2.1 percent in the year to February, close to the bank's aim of 2 percent,
and that the economy had “more room to breathe than we thought in the autumn”.

The board voted five to two. The two members against wanted to wait for the outcome of the dock strike in Lindmouth, which
the bank expects to take 0.1 points off growth in the first quarter if it ends this week.

The crown weakened by half a percent to 1.291 against the Teskarian lev. The yield on ten-year government bonds fell to
3.04 percent, the lowest since last May.

Of 18 economists asked by MPA last week, 15 had expected no change.

Sauer said the flood at Tarnholm had played no part in the decision. “A central bank cannot lower a river,” she told a news
conference.

The bank left its forecast for growth this year at 1.4 percent and lowered the one for unemployment to 5.0. Its next meeting is on
15 April.

Business groups welcomed the step. The savers' association called it a gift to the indebted from the careful.
`

/** A rate cut: wire, an exact copy with credit, an edited one without, an analysis, a report in French. */
export const interestRate: Story = {
  id: 'interest-rate',
  label: 'Bank of Valmere cuts its rate to 3.25 percent',
  topics: ['04000000'],
  articles: [
    {
      id: 'interest-rate/meridian',
      outlet: 'meridian',
      path: '/mpa/economy/20260304-122.html',
      title: 'Bank of Valmere surprises with quarter-point cut',
      authors: ['Viktor Lannes'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, March 4 (MPA) -' },
      published: '2026-03-04T12:04:00Z',
      section: 'Economy',
      body: wire,
    },
    {
      id: 'interest-rate/today',
      outlet: 'today',
      path: '/money/rates-cut-mortgage-48905/',
      title: 'Rates CUT: what it means for your mortgage',
      authors: ['Viktor Lannes'],
      agency: { id: 'MPA', credit: 'byline' },
      published: '2026-03-04T12:20:00Z',
      section: 'Money',
      body: wire,
      copyOf: { article: 'interest-rate/meridian', kind: 'exact' },
    },
    {
      id: 'interest-rate/citizen',
      outlet: 'citizen',
      path: '/nation/central-bank-lowers-interest-rate',
      title: 'Central bank lowers interest rate to 3.25 per cent',
      authors: [],
      desk: 'Citizen Newsdesk',
      agency: { id: 'MPA', credit: 'none' },
      published: '2026-03-04T13:10:00Z',
      section: 'Nation',
      quirks: ['amp'],
      body: [
        ...wire.slice(0, 2),
        ...prose`
Merrin Savings Bank said it would pass the cut on to borrowers from 1 April. Savers will notice it sooner, it said, from
Monday.
`,
        ...wire.slice(2, 4),
      ],
      copyOf: { article: 'interest-rate/meridian', kind: 'edited' },
    },
    {
      id: 'interest-rate/ledger',
      outlet: 'ledger',
      path: '/markets/2026/sauer-moves-before-she-must',
      title: 'Sauer moves before she must',
      standfirst: 'A cut nobody had asked for says more about the bank’s fears than about its forecasts',
      authors: ['Emil Dray'],
      published: '2026-03-04T15:30:00Z',
      section: 'Markets',
      quirks: ['https-canonical'],
      body: prose`
Central bankers like to be predictable, and Marguerite Sauer likes it more than most. That is why Wednesday's cut matters
more than its size.

Fifteen out of eighteen forecasters had told their clients that nothing would happen. The bank itself had let it be
understood in January that it would wait for spring. What has changed since then is not inflation, which at 2.1 percent is
where it was meant to be, but orders: the bank's own survey of manufacturers, published in a footnote, shows the weakest
February for nine years.

## A split board

Two of the seven board members, Per Alstrom and Irena Vogt, asked for a pause until ships move again in Lindmouth. They
have a point. A rate works with a delay of a year; a strike works by lunchtime.

The market drew its own conclusion. Bonds rose as if a second cut were settled, and the crown lost half a percent. If the
governor wished to keep her hands free, she has tied them with a ribbon.

Borrowers should not celebrate early. Banks have been slow to pass on cuts, and quick to pass on the other thing. On a
loan of 200,000 crowns the difference is 41 crowns a month, before fees.

## What it does not do

It does not build anything. Investment in machines has fallen in five of the last six quarters while money was getting cheaper
everywhere but here. Managers who answer the bank's questionnaire name skilled people first, permits second, and interest fourth,
after “uncertainty”, which is what people tick when they have stopped reading.

It does help the one borrower nobody mentions. The state has 14 billion crowns to refinance before the summer, and it will now do so
about a tenth of a point cheaper. Georg Tallis, whose budget passed with two votes to spare on Tuesday, has had a better week than he
had reason to expect.

None of this makes the decision wrong. It makes it a bet: that the weakness of February is real, that the strike is short, and that a
governor known for waiting will be forgiven for not waiting once.
`,
    },
    {
      id: 'interest-rate/gazette',
      outlet: 'gazette',
      path: '/economie/la-banque-de-valmere-baisse-son-taux.html',
      title: 'La Banque de Valmere baisse son taux à la surprise générale',
      authors: ['Sylvain Aubremont'],
      published: '2026-03-04T17:00:00Z',
      section: 'Économie',
      body: prose`
La Banque de Valmere a réduit mercredi son taux directeur d’un quart de point, à 3,25 %, une première depuis quatorze mois.
Quinze des dix-huit économistes interrogés la semaine dernière attendaient un statu quo.

La gouverneure Marguerite Sauer a justifié sa décision par le recul de l’inflation, revenue à 2,1 % en février, tout près de
l’objectif de 2 %. Deux membres du conseil sur sept ont voté contre : ils souhaitaient attendre la fin de la grève des dockers
de Lindmouth.

Pour la Vallorne, premier fournisseur de la Valmere en machines agricoles, l’effet le plus visible est celui du change. La
couronne a cédé un demi-pour-cent dans l’après-midi. « Nos clients de l’autre côté du col vont nous demander des rabais »,
soupire Hélène Carouge, qui dirige une fabrique de pressoirs à Saint-Éloi-sur-Mire.

La Banque nationale de Vallorne se réunit jeudi prochain. Son président a fait savoir qu’il ne commentait pas les
décisions de ses voisins.

Les épargnants, eux, n’y gagnent rien. Leur association a parlé d’un « cadeau aux endettés » et rappelé que le livret le plus répandu
ne rapporte déjà plus que 1,2 %.
`,
    },
  ],
}
