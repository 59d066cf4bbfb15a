import type { Story } from '../article.ts'
import { prose } from '../prose.ts'

const wire = prose`
Valmere's parliament passed the government's budget by two votes on Tuesday night after three members of the junior
coalition party left the chamber rather than vote against it.

The budget was carried by 101 votes to 99. Prime Minister Ilse Harrowby had said she would resign if it fell.

It raises the tax on fuel by four cents a litre, puts 900 million crowns into railways and ends a grant for building
private heating plants. Spending is to exceed income by 2.4 percent of national output, the least since 2017.

The three members of the Rural Party, all from the Quern hills, had objected to the fuel tax. “I could not say yes and I
did not want to be the one who says no,” one of them, Bruno Hask, told reporters on the steps.

Opposition leader Tomas Kell called it a government on crutches. “It will walk until the first stair,” he said.

The vote had been put off from Monday because of the flood at Tarnholm.

Government bonds were little changed. Analysts had expected a majority of one.

Harrowby has led a coalition of her Civic League and the Rural Party since September 2024. On paper it has 104 of the 201
seats, of which the speaker's is not counted.

The budget now goes to the upper house, which can delay it by a month but not stop it. Finance Minister Georg Tallis said he
would sleep first.
`

/** The same vote from two agencies and several papers: independent reports, copies, a correction, a report in German. */
export const budget: Story = {
  id: 'budget',
  label: 'Harrowby’s budget passes by two votes',
  topics: ['11000000', '04000000'],
  articles: [
    {
      id: 'budget/northwire',
      outlet: 'northwire',
      path: '/2026/03/03/budget-passes-by-two-votes',
      title: 'Valmere budget passes by two votes as three walk out',
      authors: ['Sigrid Palm'],
      agency: { id: 'NORTHWIRE', credit: 'byline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, Valmere (Northwire) —' },
      published: '2026-03-03T18:22:00Z',
      section: 'National',
      body: wire,
    },
    {
      id: 'budget/meridian',
      outlet: 'meridian',
      path: '/mpa/general/20260303-204.html',
      title: 'Harrowby survives budget vote 101-99',
      authors: ['Leopold Ast'],
      agency: { id: 'MPA', credit: 'dateline' },
      dateline: { place: 'CORVANE', raw: 'CORVANE, March 3 (MPA) -' },
      published: '2026-03-03T18:31:00Z',
      section: 'General',
      body: prose`
The government of Ilse Harrowby stayed in office on Tuesday by the width of a door: three deputies of her partner, the
Rural Party, walked through it moments before the roll call on the 2026 budget and did not come back.

Speaker Antonia Frey read out the result, 101 to 99, at 7.14 p.m. local time to silence and then, from the
government benches, laughter.

Harrowby, 54, had tied her post to the vote. She thanked “those who stayed and those who left at the right moment”.

At issue was a rise of four cents in the duty on a litre of fuel, which hill farmers say will fall on them alone. Finance
Minister Georg Tallis promised a report on rural transport by June.

The opposition National Union said it would now seek a vote of no confidence, for which it needs the same three deputies.

Its leader Tomas Kell was seen in the lobby with an arm round the shoulder of one of them, Bruno Hask, who is a head taller
and did not bend down.

Outside, some 300 farmers with 40 tractors had been waiting since noon. They heard the result from a loudspeaker van, sounded
their horns for about a minute and drove home, police said, in good order and below the speed limit.

Besides the fuel duty the budget brings higher child benefit from July, an end to the grant for private heating plants and the
largest sum for railways in forty years.
`,
    },
    {
      id: 'budget/herald',
      outlet: 'herald',
      path: '/politics/2026/03/03/harrowby-wins-budget-by-two',
      title: 'Harrowby wins budget by two votes, and loses three friends',
      authors: ['Beatrix Lomond'],
      published: '2026-03-03T19:30:00Z',
      modified: '2026-03-03T19:52:00Z',
      section: 'Politics',
      body: prose`
It took eleven minutes to save the government and it was done by people leaving the room.

At three minutes past seven the whips still had 100 votes on each side and a speaker who does not vote. Then Bruno Hask
put his papers into a shopping bag, and two colleagues from the Quern hills stood up with him.

!harrowby | Ilse Harrowby in the chamber on Tuesday. | Photo: Daan Ritter / Northwire

The prime minister, who had a letter of resignation in her jacket according to two people who had seen it, did not
look round. The clerk called the roll: 101 for the budget, 99 against.

also: dock-strike/herald

Four cents on a litre of fuel had done what eighteen months of polling had not. The Rural Party, with 12 seats, went into
coalition for roads and has been voting for railways; on Tuesday its hill wing stopped.

Its leader, Minister of Agriculture Odile Marsh, stayed and voted yes, and afterwards went to look for her three. They
were in the canteen, which serves lentils on Tuesdays.

Tomas Kell of the National Union says he will move a vote of no confidence. He would need the three to come back from
lunch.

What kept the three out of the chamber rather than in it was, by all accounts, one telephone call. It came on Monday night from
Harrowby, who grew up on a hill farm and can still, her brother says, tell a ewe's age from its teeth. She is said to have
offered nothing but to come and look at the roads.

“She asked what the milk lorry costs me,” Hask said in the canteen. “She knew the answer to within ten crowns. I have never been
so annoyed.”

A government that lives by such calls can live for a long time, or until the line is engaged.
`,
      edits: [
        {
          at: '2026-03-04T09:20:00Z',
          kind: 'correction',
          modified: '2026-03-04T09:20:00Z',
          notice:
            'Correction, 4 March: An earlier version of this article said the Rural Party has 12 seats in parliament. It has 14.',
          body: prose`
It took eleven minutes to save the government and it was done by people leaving the room.

At three minutes past seven the whips still had 100 votes on each side and a speaker who does not vote. Then Bruno Hask
put his papers into a shopping bag, and two colleagues from the Quern hills stood up with him.

!harrowby | Ilse Harrowby in the chamber on Tuesday. | Photo: Daan Ritter / Northwire

The prime minister, who had a letter of resignation in her jacket according to two people who had seen it, did not
look round. The clerk called the roll: 101 for the budget, 99 against.

also: dock-strike/herald

Four cents on a litre of fuel had done what eighteen months of polling had not. The Rural Party, with 14 seats, went into
coalition for roads and has been voting for railways; on Tuesday its hill wing stopped.

Its leader, Minister of Agriculture Odile Marsh, stayed and voted yes, and afterwards went to look for her three. They
were in the canteen, which serves lentils on Tuesdays.

Tomas Kell of the National Union says he will move a vote of no confidence. He would need the three to come back from
lunch.

What kept the three out of the chamber rather than in it was, by all accounts, one telephone call. It came on Monday night from
Harrowby, who grew up on a hill farm and can still, her brother says, tell a ewe's age from its teeth. She is said to have
offered nothing but to come and look at the roads.

“She asked what the milk lorry costs me,” Hask said in the canteen. “She knew the answer to within ten crowns. I have never been
so annoyed.”

A government that lives by such calls can live for a long time, or until the line is engaged.
`,
        },
      ],
    },
    {
      id: 'budget/today',
      outlet: 'today',
      path: '/money/what-the-budget-means-48870/',
      title: 'Budget passes by TWO votes: what it costs you',
      authors: [],
      desk: 'Valmere Today Staff',
      agency: { id: 'NORTHWIRE', credit: 'none' },
      published: '2026-03-03T19:05:00Z',
      section: 'Money',
      body: wire,
      copyOf: { article: 'budget/northwire', kind: 'exact' },
    },
    {
      id: 'budget/anzeiger',
      outlet: 'anzeiger',
      path: '/politik/valmere-haushalt-zwei-stimmen.html',
      title: 'Zwei Stimmen retten Harrowby',
      standfirst: 'Das Parlament in Corvane nimmt den Haushalt an, weil drei Abgeordnete den Saal verlassen',
      authors: ['Friederike Mahlow'],
      dateline: { place: 'CORVANE', raw: 'CORVANE.' },
      published: '2026-03-04T05:30:00Z',
      section: 'Politik',
      body: prose`
Die Regierung von Valmere hat am Dienstagabend ihren Haushalt mit 101 zu 99 Stimmen durch das Parlament gebracht. Drei
Abgeordnete der mitregierenden Landpartei verließen vor der Abstimmung den Saal und verhalfen Ministerpräsidentin Ilse
Harrowby so zum knappsten Sieg ihrer Amtszeit.

Harrowby hatte für den Fall einer Niederlage ihren Rücktritt angekündigt. Gestritten wurde bis zuletzt über die höhere
Steuer auf Kraftstoff: vier Cent je Liter, die nach Ansicht der Bergbauern in den Quern-Hügeln vor allem sie treffen.

„Ich konnte nicht Ja sagen, und ich wollte nicht derjenige sein, der Nein sagt“, erklärte der Abgeordnete Bruno Hask auf
der Treppe vor dem Parlament.

Für Grauland ist vor allem der Bahnausbau von Bedeutung: 900 Millionen Kronen sind für Schienen vorgesehen, darunter das
zweite Gleis zwischen Corvane und der Grenze bei Neustrand, auf das die Speditionen seit zehn Jahren warten.

Oppositionsführer Tomas Kell will nun ein Misstrauensvotum beantragen. Dafür müsste er ausgerechnet die drei gewinnen, die
am Dienstag gegangen sind.

Vor dem Parlament warteten am Abend rund 300 Landwirte mit ihren Traktoren. Als das Ergebnis durchgegeben wurde, hupten sie eine
Minute lang und fuhren nach Hause.
`,
    },
  ],
}
