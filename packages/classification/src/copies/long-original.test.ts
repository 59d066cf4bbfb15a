import { expect, test } from 'vitest'
import type { StoryDocument } from '../stories/document.ts'
import { createGrouper } from '../stories/grouper.ts'

/** Everything in it is invented; no copy: the short report says in its own words what every report on the day says. */
const CHRONICLE = `O presidente da Câmara de Corvane, Tomás Arvelo, recebeu na manhã de terça-feira o ministro dos Transportes no palácio da Ribeira para discutir a ponte do Tarn, fechada desde a cheia de março. A reunião durou duas horas e terminou sem acordo sobre o calendário das obras.

A ponte do Tarn perdeu dois pilares na noite de 4 de março, quando a barragem de Harrow abriu as comportas. Desde então os moradores da margem sul dão a volta por Caldmere, quarenta quilômetros por uma estrada estreita que os camiões partilham com os autocarros escolares.

O governo federal prometeu em abril pagar metade da reconstrução, mas o Tribunal de Contas mandou suspender o concurso por causa de um erro nas medições. A oposição na assembleia municipal pede a demissão do diretor das obras públicas, que assinou as medições sem visitar o local.

Arvelo chegou ao cargo há seis anos com a promessa de ligar as duas margens também por elétrico. O projeto ficou na gaveta quando o preço do aço subiu, e a dívida da cidade não deixou abrir outro crédito. No mês passado o banco de fomento voltou a falar do elétrico, desde que a ponte nova tenha carris.

Os comerciantes da margem sul fizeram contas e dizem que perderam um terço dos clientes. A associação deles propõe uma barca de madrugada para os operários da fábrica de vidro, paga pela própria fábrica. O sindicato aceita, se a viagem contar como hora de trabalho.

A comissão técnica entrega o seu parecer no fim do mês. Só depois disso o ministro dos Transportes leva ao conselho a proposta de dividir a conta, e o presidente da Câmara convoca a assembleia para votar o empréstimo. Quem conhece a casa não espera uma votação antes do verão.

Na margem norte a paciência também acaba. O hospital de Santa Brida recebe os doentes do sul com uma hora de atraso, e os bombeiros de Merrin deixaram um carro de reserva do outro lado, guardado no pátio da escola. Ninguém se lembra de um inverno assim desde que o rio levou o moinho velho.`

const REPORT = `Falhou a conversa sobre a ponte do Tarn. O presidente da Câmara de Corvane esperava um prazo, e o ministro dos Transportes trouxe apenas perguntas sobre dinheiro. Sem parecer da comissão técnica, avisou ele à saída, ninguém em Lisarte assina seja o que for. À porta houve panelas dos comerciantes da margem sul. A assembleia municipal reúne na quinta. Os comerciantes prometem voltar todas as semanas até alguém lhes mostrar um desenho.`

let position = 0
const page = (articleId: string, text: string): StoryDocument => ({
  ...{ articleId, position: ++position, title: 'A ponte do Tarn continua fechada', standfirst: null, text },
  ...{ publishedAt: '2031-05-04T12:00:00Z', seenAt: '2031-05-04T18:00:00Z', host: `${articleId}.example` },
  ...{ publisher: articleId, agency: null, language: 'pt', entities: [], topics: [] },
})

/** All sentences of the chronicle's first two paragraphs with words of their own put in: a rewrite of what stands first in it. */
const REWRITE = CHRONICLE.split('\n\n')
  .slice(0, 2)
  .join(' ')
  .replace('recebeu na manhã de terça-feira', 'sentou-se na terça-feira com')
  .replace('para discutir', 'por causa de')
  .replace('A reunião durou duas horas', 'Foram duas horas')

test.for([
  { name: 'a short report that shares set phrases with a long chronicle', text: REPORT, copyOf: null },
  { name: 'a rewrite of the beginning of the chronicle', text: REWRITE, copyOf: 'chronicle' },
])('$name: of $copyOf', ({ text, copyOf }) => {
  const grouper = createGrouper()
  for (const document of [page('chronicle', CHRONICLE), page('short', text)]) {
    grouper.observe(document, document.articleId)
  }
  expect(grouper.originalOf('short')).toBe(copyOf)
})
