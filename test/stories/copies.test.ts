import { importDocument, withdrawArticle } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { newsPage } from '../revisions/news-page.ts'
import { serveCircle } from './served-circle.ts'

// Everything runs here, and on a loaded machine it takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const { url } = await testDatabase()
const who = { actor: 'editor@desk.example', reason: 'read by hand' }
const agency = { byline: 'By Ines Vardo, Northwire' }

const WIRE = [
  'The lock gates of Harbin Cross gave way on Tuesday night and let eleven barges down the canal in the dark, the waterways office said.',
  'Lock keeper Tilda Rowe heard the iron go at ten minutes to midnight, and ran along the towpath with a lamp to warn the boats below.',
  'Two crews jumped for the bank before their barges struck the road bridge, which will stay closed until engineers have looked at its piers.',
  'The gates were cast in 1894 and should have been replaced last winter, but the money went into the pumps at the upper reservoir.',
]
const OWN = [
  'A baker at Harbin Cross gave away her whole morning to people who had spent the night on the towpath in their coats.',
  'She had bread for ninety, she told our reporter, and tea for as many as would bring a cup, and nobody went without.',
  'In the afternoon the school sent its children with soup, and by dusk there was a fiddle, and a dance on the lawn of the inn.',
]
const TRANSLATED = [
  'Die Schleusentore von Harbin Cross haben in der Nacht zum Mittwoch nachgegeben, elf Kähne trieben im Dunkeln den Kanal hinab.',
  'Schleusenwärterin Tilda Rowe hörte kurz vor Mitternacht das Eisen brechen und lief mit einer Lampe den Treidelpfad entlang.',
  'Zwei Mannschaften sprangen ans Ufer, bevor ihre Kähne die Straßenbrücke rammten, die nun gesperrt bleibt.',
]

const HERON = [
  'A night heron has come back to the reed beds of Gammel Vig after forty years, ornithologist Sanne Krog told the parish on Sunday.',
  'She had heard it before she saw it, she said, a bark like that of a very small dog that has been left outside a shop.',
  'The bird roosts in an alder above the sluice, and the angling club has agreed to keep its boats in the shed until it has made up its mind.',
]
const FERRY = [
  'The evening ferry from Tolne left four hours late on Friday because a piano had to be taken off it again, the harbour office said.',
  'Nobody had asked whether it would fit through the door of the saloon, mate Ruben Elholm said, and it did not.',
  'The passengers sang in the meantime, and eleven of them missed the last bus on the other side.',
]
const FERRY_TRANSLATED = [
  'Die Abendfähre aus Tolne ist am Freitag vier Stunden zu spät ausgelaufen, weil ein Klavier wieder von Bord musste, so das Hafenamt.',
  'Niemand habe gefragt, ob es durch die Tür des Salons passe, sagte Maat Ruben Elholm, und es passte nicht.',
  'Die Fahrgäste sangen inzwischen, elf von ihnen verpassten drüben den letzten Bus.',
]

const served = serveCircle(url)
const { get } = served

let hour = 0

/** One capture of a page, and everything done with it. @returns the article's id. */
async function captured(host: string, html: string): Promise<string> {
  const about = { kind: 'html' as const, mediaType: 'text/html; charset=utf-8', fileName: null }
  const capturedAt = new Date(Date.UTC(2031, 3, 6, ++hour)).toISOString()
  const document = { ...about, bytes: Buffer.from(html), capturedAt, url: `https://${host}.example/2031/lock` }
  const { articleId } = await importDocument(served.platform, document)
  await waitUntilIdle(served.platform.database)
  return articleId
}

const post = async (path: string, body: object) => {
  const response = await served.post(path, { ...who, ...body })
  return { status: response.statusCode, ...response.json() }
}
const originsOf = async (articleId: string, asOf = '') => {
  const { storyId } = await get(`/v1/articles/${articleId}${asOf}`)
  const { summary, origins } = await get(`/v1/stories/${storyId}/provenance${asOf}`)
  const { originCount } = await get(`/v1/stories/${storyId}${asOf}`)
  return { summary, origins, originCount }
}

/** In the order of the tests: each goes on where the one before has left the record. */
describe('a copy that is none', () => {
  let wire: string
  let one: string
  let two: string

  beforeAll(async () => {
    wire = await captured('wire', newsPage('Lock gates give way at Harbin Cross', WIRE, agency))
    one = await captured('one', newsPage('Barges adrift as lock fails at Harbin Cross', WIRE))
    two = await captured('two', newsPage('Harbin Cross lock fails', WIRE))
  })

  test('is taken back when its text is another, and as of before it stands', async () => {
    expect(await get(`/v1/articles/${one}`)).toMatchObject({ copyOf: wire })
    const before = (await get(`/v1/articles/${two}`)).lastPosition
    expect(await originsOf(wire)).toEqual({ summary: '3 pages = 1 shared text', origins: 1, originCount: 1 })
    await captured('one', newsPage('Barges adrift as lock fails at Harbin Cross', OWN))
    expect(await get(`/v1/articles/${one}`)).toMatchObject({ copyOf: null, copyKind: null })
    expect(await originsOf(wire)).toEqual({
      summary: '3 pages = 1 shared text + 1 unknown',
      origins: 2,
      originCount: 2,
    })
    expect(await get(`/v1/articles/${wire}/copies`)).toMatchObject({ items: [{ articleId: two }] })
    const asOf = `?asOf=${before}`
    expect(await get(`/v1/articles/${one}/copies${asOf}`)).toMatchObject({ copyOf: { originalArticleId: wire } })
    expect(await originsOf(wire, asOf)).toEqual({ summary: '3 pages = 1 shared text', origins: 1, originCount: 1 })
    const { items } = await get(`/v1/events?stream=${one}`)
    const retracted = items.find(({ type }: { type: string }) => type === 'CopyRetracted')
    expect(retracted.data).toMatchObject({ originalArticleId: wire, reason: 'its text is another now' })
  })

  test('is taken back by a person, and stays so when its text comes again, after a restart of grouping as well', async () => {
    const denied = await post(`/v1/articles/${two}/no-copy-of`, { originalArticleId: wire })
    expect(denied).toEqual({ status: 200, articleId: two, originalArticleId: null, position: expect.any(Number) })
    expect(await originsOf(wire)).toMatchObject({ origins: 3, originCount: 3 })
    expect(await post(`/v1/articles/${two}/no-copy-of`, { originalArticleId: wire })).toMatchObject({ position: null })
    await served.restart()
    await captured(
      'two',
      newsPage('Harbin Cross lock fails', [
        ...WIRE,
        'The waterways office will drain the pound above the lock before the end of the week.',
      ]),
    )
    await captured('three', newsPage('Night of the barges at Harbin Cross', WIRE))
    expect(await get(`/v1/articles/${two}`)).toMatchObject({ copyOf: null, revisionCount: 2 })
    expect(await originsOf(wire)).toMatchObject({ origins: 3 })
  })

  test('is one when a person says so, with what carries its text, and goes into that story', async () => {
    const german = await captured('vier', newsPage('Schleuse bricht', TRANSLATED).replace('lang="en"', 'lang="de"'))
    const follower = await captured('sechs', newsPage('Kähne treiben ab', TRANSLATED).replace('lang="en"', 'lang="de"'))
    expect(await get(`/v1/articles/${follower}`)).toMatchObject({ copyOf: german })
    const three = (await get(`/v1/articles/${wire}/copies`)).items[0].articleId
    const stated = await post(`/v1/articles/${german}/copy-of`, { originalArticleId: three })
    expect(stated).toMatchObject({ status: 200, originalArticleId: wire, position: expect.any(Number) })
    const { storyId } = await get(`/v1/articles/${wire}`)
    for (const id of [german, follower])
      expect(await get(`/v1/articles/${id}`)).toMatchObject({ copyOf: wire, storyId })
    const { families } = await get(`/v1/stories/${storyId}/provenance`)
    const member = families[0].members.find(({ articleId }: { articleId: string }) => articleId === german)
    expect(member.copy.statedBy).toEqual(who)
    expect(await post(`/v1/articles/${german}/copy-of`, { originalArticleId: wire })).toMatchObject({ position: null })
    await captured('vier', newsPage('Schleuse bricht', TRANSLATED.slice(0, 2)).replace('lang="en"', 'lang="de"'))
    expect(await get(`/v1/articles/${german}`)).toMatchObject({ copyOf: wire, revisionCount: 2 })
  })

  test('is the original when a person says that it is the other way round', async () => {
    const three = (await get(`/v1/articles/${wire}/copies`)).items
      .map(({ articleId }: { articleId: string }) => articleId)
      .find((id: string) => id !== two && id !== one)
    expect(await post(`/v1/articles/${wire}/copy-of`, { originalArticleId: three })).toMatchObject({ status: 200 })
    expect(await get(`/v1/articles/${three}`)).toMatchObject({ copyOf: null })
    expect(await get(`/v1/articles/${wire}`)).toMatchObject({ copyOf: three })
    expect((await get(`/v1/articles/${wire}/copies`)).items).toEqual([])
  })

  test.for<[string, () => [string, string, number, string]]>([
    ['itself', () => [one, one, 400, 'cannot be a copy of itself']],
    ['an unknown original', () => [one, 'article-0', 404, 'There is no article article-0']],
    ['an unknown article', () => ['article-0', one, 404, 'There is no article article-0']],
  ])('is not stated of %s', async ([, of]) => {
    const [articleId, originalArticleId, status, detail] = of()
    const answer = await post(`/v1/articles/${articleId}/copy-of`, { originalArticleId })
    expect(answer).toMatchObject({ status, detail: expect.stringContaining(detail) })
  })

  test('is not taken back where it counts as none', async () => {
    const answer = await post(`/v1/articles/${one}/no-copy-of`, { originalArticleId: wire })
    expect(answer).toMatchObject({ status: 409, detail: expect.stringContaining('counts as nobody’s copy') })
  })

  test('is not denied of itself', async () => {
    const answer = await post(`/v1/articles/${two}/no-copy-of`, { originalArticleId: two })
    expect(answer).toMatchObject({ status: 400, detail: expect.stringContaining('name two articles') })
  })

  test('is none of a chain, where people contradict each other: the later word is refused, and nothing is recorded', async () => {
    const second = await captured('amber', newsPage('Bread for ninety', OWN))
    const third = await captured('bruin', newsPage('Ninety breads', OWN))
    const { copyOf: first } = await get(`/v1/articles/${second}`)
    expect(await get(`/v1/articles/${third}`)).toMatchObject({ copyOf: first })
    await post(`/v1/articles/${third}/no-copy-of`, { originalArticleId: first })
    await post(`/v1/articles/${second}/no-copy-of`, { originalArticleId: first })
    await post(`/v1/articles/${third}/copy-of`, { originalArticleId: second })
    const refused = await post(`/v1/articles/${second}/copy-of`, { originalArticleId: first })
    expect(refused).toMatchObject({ status: 409, detail: expect.stringContaining(`is no copy of ${first}`) })
    expect(await get(`/v1/articles/${second}`)).toMatchObject({ copyOf: null })
    expect(await get(`/v1/articles/${third}`)).toMatchObject({ copyOf: second })
  })

  test('of a text that was withdrawn can be taken back, and is no way to it', async () => {
    const gone = await captured('dunes', newsPage('Schleuse offen', TRANSLATED).replace('lang="en"', 'lang="de"'))
    const copy = await captured('eider', newsPage('Tore offen', TRANSLATED).replace('lang="en"', 'lang="de"'))
    await post(`/v1/articles/${copy}/copy-of`, { originalArticleId: gone })
    const original = (await get(`/v1/articles/${copy}`)).copyOf
    await withdrawArticle(served.platform, original, 'order of a court')
    const stated = await post(`/v1/articles/${two}/copy-of`, { originalArticleId: copy })
    expect(stated).toMatchObject({ status: 409, detail: expect.stringContaining('say first that it is no copy') })
    const denied = await post(`/v1/articles/${copy}/no-copy-of`, { originalArticleId: original })
    expect(denied).toMatchObject({ status: 200, originalArticleId: null, position: expect.any(Number) })
    expect(await get(`/v1/articles/${copy}`)).toMatchObject({ copyOf: null })
  })

  test('is left to the texts again, and taken for one as soon as the next article comes', async () => {
    const original = await captured('fjord', newsPage('Heron returns', HERON))
    const copy = await captured('geest', newsPage('A heron returns', HERON))
    const release = () => post(`/v1/articles/${copy}/release-copy`, { originalArticleId: original })
    const nobody = await release()
    expect(nobody).toMatchObject({ status: 409, detail: expect.stringContaining('Nobody has said') })
    await post(`/v1/articles/${copy}/no-copy-of`, { originalArticleId: original })
    expect(await get(`/v1/articles/${copy}`)).toMatchObject({ copyOf: null })
    expect(await release()).toEqual({
      ...{ status: 200, articleId: copy, originalArticleId: null, position: expect.any(Number) },
    })
    expect(await release()).toMatchObject({ status: 409 })
    await served.restart()
    await captured('hallig', newsPage('Ninety breads and a fiddle', OWN.toReversed()))
    expect(await get(`/v1/articles/${copy}`)).toMatchObject({ copyOf: original })
  })

  test('follows its original by the word of the same person, and is none when that is left to the texts again', async () => {
    const original = await captured('insel', newsPage('Ferry late', FERRY))
    const copy = await captured('jade', newsPage('Fähre verspätet', FERRY_TRANSLATED).replace('lang="en"', 'lang="de"'))
    await post(`/v1/articles/${copy}/copy-of`, { originalArticleId: original })
    const first = await captured('lahn', newsPage('A piano on a ferry', [...FERRY, HERON[0]!]))
    await post(`/v1/articles/${original}/copy-of`, { originalArticleId: first })
    const { storyId, copyOf } = await get(`/v1/articles/${copy}`)
    expect(copyOf).toBe(first)
    const { families } = await get(`/v1/stories/${storyId}/provenance`)
    const members = families.flatMap((family: { members: { articleId: string }[] }) => family.members)
    const member = members.find(({ articleId }: { articleId: string }) => articleId === copy)
    expect(member.copy.statedBy).toEqual(who)
    const released = await post(`/v1/articles/${copy}/release-copy`, { originalArticleId: original })
    expect(released).toMatchObject({ status: 200, originalArticleId: first })
    await captured('koog', newsPage('Soup and a fiddle for ninety', OWN.slice(1)))
    expect(await get(`/v1/articles/${copy}`)).toMatchObject({ copyOf: null })
  })

  test('and an article that nobody has placed is not released', async () => {
    const answer = await post(`/v1/articles/${one}/release`, {})
    expect(answer).toMatchObject({ status: 409, detail: expect.stringContaining(`Nobody has placed article ${one}`) })
  })
})
