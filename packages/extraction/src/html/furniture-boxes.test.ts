import { describe, expect, test } from 'vitest'
import { FEATURE_NAMES, FEATURES } from './block-features.ts'
import type { BlockScorer } from './main-text.ts'
import { readPage } from './read-page.ts'

const sentence = 'The council met on Friday and agreed to repair the sea wall before the winter storms arrive. '
const paragraph = (n: number) => `<p>${n}. ${sentence.repeat(2)}</p>`

/** Takes every line for text that is no link: what is left out then falls to its box alone. */
const credulous: BlockScorer = (rows, blocks) =>
  Float32Array.from({ length: blocks }, (_, i) =>
    rows[i * FEATURES + FEATURE_NAMES.indexOf('linkShare')]! > 0.5 ? 0 : 1,
  )

/** Takes every line for text. */
const sure: BlockScorer = (_rows, blocks) => new Float32Array(blocks).fill(1)

function textOf(inside: string, { above = '', below = '' } = {}, scorer?: BlockScorer): string {
  const html = `<!doctype html><html><head><title>Sea wall to be repaired</title></head><body><main>${above}<article>
<h1>Sea wall to be repaired</h1><div class="story">${paragraph(1)}${inside}${paragraph(2)}${paragraph(3)}</div>${below}</article></main></body></html>`
  return readPage({ html, url: 'https://www.post.example/news/sea-wall', capturedAt: null }, scorer).extraction.text
}

describe('forms amid the text', () => {
  test.for([
    {
      name: 'English, a line of terms',
      box: '<div class="newsletter-box"><p><b>Get the five things you need to know, every morning at six.</b></p><p>By signing up you agree to our terms.</p><input placeholder="Your email"><button>Sign me up</button></div>',
      lost: 'By signing up',
    },
    {
      name: 'German, without telling names',
      box: '<div class="b7"><h3>Der Morgen an der Küste</h3><p>Mit der Eingabe Ihrer Adresse stimmen Sie den Bedingungen zu.</p><form><input type="email"><input type="submit"></form></div>',
      lost: 'Bedingungen',
    },
    {
      name: 'French, in a section',
      box: '<section><p>Chaque soir, l’essentiel de la côte en cinq minutes de lecture.</p><label>Votre adresse</label><input type="text"></section>',
      lost: 'essentiel',
    },
    {
      name: 'Spanish, field two boxes below',
      box: '<div><p>Las noticias del puerto, cada mañana a las seis en punto.</p><div><div><input type="email"></div></div></div>',
      lost: 'puerto',
    },
    {
      name: 'Japanese',
      box: '<div><p>毎朝六時、港の五つのニュースをお届けします。ご利用規約に同意したものとみなします。</p><input type="email"></div>',
      lost: '規約',
    },
    {
      name: 'Arabic',
      box: '<div dir="rtl"><p>أهم خمسة أخبار من الميناء كل صباح في السادسة، وبالتسجيل أنت توافق على الشروط.</p><input type="email"></div>',
      lost: 'الشروط',
    },
    {
      name: 'a poll',
      box: '<div><p>Should the wall be paid for by the whole county, do you think?</p><label><input type="radio" name="v">Yes, by all of it</label><label><input type="radio" name="v">No</label></div>',
      lost: 'whole county',
    },
  ])('$name', ({ box, lost }) => {
    const text = textOf(box)
    expect(text).not.toContain(lost)
    for (const n of ['1.', '2.', '3.']) expect(text).toContain(`${n} The council met`)
  })

  test.for([
    { name: 'a field right among the paragraphs', box: '<input type="text">' },
    {
      name: 'a ticked list',
      box: '<ul><li><input type="checkbox">Stone from the old quarry was ordered in spring.</li></ul>',
    },
    { name: 'a paragraph with its own field', box: `<div><p>${sentence.repeat(4)}</p><textarea></textarea></div>` },
    {
      name: 'a hidden field',
      box: '<div><p>Work starts in May, the harbour master said, if the weather holds.</p><input type="hidden"></div>',
    },
  ])('$name takes no text away', ({ box }) => {
    const text = textOf(box)
    for (const n of ['1.', '2.', '3.']) expect(text).toContain(`${n} The council met`)
    for (const line of box.match(/(?<=>)[^<>]{30,}/g) ?? []) expect(text).toContain(line.trim())
  })

  test('a short text with a comment form in its own box stays', () => {
    const html = `<html><body><div><h1>Sea wall</h1><p>${sentence}</p><p>${sentence.replace('Friday', 'Monday')}</p><form><textarea></textarea></form></div></body></html>`
    expect(readPage({ html, url: null, capturedAt: null }).extraction.text).toContain('Monday')
  })
})

const story = (n: number) =>
  `<article><h2><a href="/${n}">A story of its own, number ${n}</a></h2><p>Another ${n}. ${sentence.repeat(2)}</p></article>`

describe('rows of other stories', () => {
  test.for(['You may like', 'Das könnte Sie auch interessieren', 'Você pode gostar', 'Lire aussi', 'Leia também'])(
    'below "%s"',
    (heading) => {
      const text = textOf('', { below: `<h3>${heading}</h3>${story(1)}${story(2)}${story(3)}` })
      expect(text).toContain('3. The council met')
      expect(text).not.toContain('Another')
      expect(text).not.toContain(heading)
    },
  )

  test('entries of a live blog stay', () => {
    const entry = (n: number) =>
      `<article><h2><a href="#e${n}">Entry ${n}</a></h2><time datetime="2026-05-0${n}T10:00Z">10:0${n}</time><p>Another ${n}. ${sentence.repeat(2)}</p></article>`
    expect(textOf('', { below: `<h3>Latest</h3>${entry(1)}${entry(2)}${entry(3)}` })).toContain('Another 2.')
  })

  test('linked headlines with their first words above the headline', () => {
    const card = (n: number) =>
      `<li><a href="/${n}">Ferry number ${n} cancelled</a><br>HARBOUR TOWN: The ferry company has cancelled all sailings of its ship number ${n} until the storm of this week has passed, it said.</li>`
    const text = textOf('', { above: `<div><ul>${card(1)}${card(2)}${card(3)}${card(4)}</ul></div>` })
    expect(text).toContain('1. The council met')
    expect(text).not.toContain('ferry company')
  })
})

test('linked headlines in paragraphs below a line that says so', () => {
  const link = (n: number) => `<p><a href="/${n}">Ferry ${n} cancelled once more</a></p>`
  const text = textOf(`<p>You may also like...</p>${link(1)}${link(2)}${link(3)}`, {}, sure)
  expect(text).not.toContain('You may also like')
  expect(text).not.toContain('Ferry 2')
  expect(text).toContain('2. The council met')
})

test('a list of stories that the page shows twice', () => {
  const item = (n: number) =>
    `<li><b>Ferry ${n} cancelled</b><br>HARBOUR TOWN: All sailings of ship ${n} are off until the storm has passed.</li>`
  const list = `<div><ul>${[1, 2, 3, 4].map(item).join('')}</ul></div>`
  expect(textOf('', { above: list, below: list }, sure)).not.toContain('HARBOUR')
  expect(textOf(list, {}, sure)).toContain('All sailings of ship 3')
})

test('a short post is kept, not the long discussion below it', () => {
  const comment = `<li class="comment"><p>${sentence.replace('council', 'neighbour').repeat(9)}</p></li>`
  const html = `<html><body><h1>Sea wall</h1><div><p>${sentence.repeat(3)}</p></div><ol id="comments">${comment.repeat(9)}</ol></body></html>`
  const unsure: BlockScorer = (rows, blocks) =>
    Float32Array.from({ length: blocks }, (_, i) =>
      rows[i * FEATURES + FEATURE_NAMES.indexOf('any:comment')] ? 0.7 : 0.4,
    )
  const { text } = readPage({ html, url: null, capturedAt: null }, unsure).extraction
  expect(text).toContain('The council met')
  expect(text).not.toContain('neighbour')
})

test('a paragraph that is one link in capitals points elsewhere', () => {
  const text = textOf('<p><a href="/b">FERRIES CANCELLED AS STORM NEARS THE COAST</a></p>')
  expect(text).not.toContain('FERRIES')
})

describe('boxes beside the text', () => {
  const aside = `<p>The council was founded in 1871, and has met in the old customs house since 1904.</p>`
  test.for([
    { name: 'what is left in a figure is its caption', box: `<figure><img src="/a.jpg"><div>${aside}</div></figure>` },
    { name: 'an aside', box: `<aside>${aside}</aside>` },
    { name: 'a box that is hidden', box: `<div style="display:none">${aside}</div>` },
    {
      name: 'a box called an image',
      box: `<div class="image_widget"><img src="/a.jpg">${aside}<p>Image: A. Bo</p></div>`,
    },
    { name: 'a paragraph called a caption', box: aside.replace('<p>', '<p class="caption">') },
    { name: 'a line that ends with whose picture it is', box: aside.replace('</p>', ' (Photo: A. Bo)</p>') },
    { name: 'a line for those who listen to the page', box: aside.replace('<p>', '<p class="screen-reader-text">') },
  ])('$name', ({ box }) => expect(textOf(box)).not.toContain('1871'))

  test('a line that says what a picture shows stays', () =>
    expect(textOf(aside.replace('</p>', ' He kept a photo: the wall at noon.</p>'))).toContain('1871'))

  test('a quotation in a figure stays', () =>
    expect(textOf(`<figure><blockquote>${aside}</blockquote></figure>`)).toContain('1871'))

  test('a box called images that holds a part of the text stays', () =>
    expect(textOf(`<div class="images">${paragraph(7)}${paragraph(8)}${paragraph(9)}</div>`)).toContain(
      '8. The council',
    ))

  test('a comment, however long, is none of a short text', () => {
    const comment = `<div class="comment"><p>${sentence.replace('council', 'neighbour').repeat(8)}</p></div>`
    expect(textOf('', { below: `<div id="comments">${comment}</div>` }, credulous)).not.toContain('neighbour')
  })

  const links = Array.from(
    { length: 20 },
    (_, n) => `<li><a href="/${n}">Ferry ${n} cancelled once more</a></li>`,
  ).join('')
  test('a line alone far below is not of the text', () => {
    const below = `<ul>${links}</ul><div><div>${aside}</div></div>`
    expect(textOf('', { below }, credulous)).not.toContain('1871')
    expect(textOf('', { below: below.replace(links, '') }, credulous)).toContain('1871')
  })

  test.for(['<aside>', '<div hidden>'])('all of the text in %s stays', (open) => {
    const close = `</${/\w+/.exec(open)![0]}>`
    const html = `<html><body><main><h1>Sea wall</h1>${open}${paragraph(1)}${paragraph(2)}${paragraph(3)}${close}</main></body></html>`
    expect(readPage({ html, url: null, capturedAt: null }).extraction.text).toContain('2. The council met')
  })
})

describe('a box that asks its readers', () => {
  const poll = (lines: string) => `<div class="poll">${lines}<button>Yes (61%)</button><button>No (39%)</button></div>`
  test('is furniture', () =>
    expect(textOf(poll('<p>What do you think? Vote now!</p>'), {}, credulous)).not.toContain('Vote now'))

  test('is the article where it holds a paragraph of it', () =>
    expect(textOf(poll(`<p>${sentence.replace('council', 'harbour board').repeat(3)}</p>`), {}, credulous)).toContain(
      'The harbour board met',
    ))
})

test('a link above the headline is neither the text nor its author', () => {
  const html = `<html><head><title>Sea wall to be repaired</title></head><body><p><a href="/">Norrvik Beacon</a></p>
<h1>Sea wall to be repaired</h1>${paragraph(1)}${paragraph(2)}${paragraph(3)}</body></html>`
  const { extraction } = readPage({ html, url: 'https://www.post.example/news/sea-wall', capturedAt: null }, sure)
  expect(extraction.authors.value).toBeNull()
  expect(extraction.text).not.toContain('Norrvik Beacon')
})

describe('a link at the end of the text', () => {
  const below = (words: string) => ({ below: `<hr><p><a href="/lambs">${words}</a></p>` })
  test('is another story', () =>
    expect(textOf('', below('Seven lambs at Upper Garth'), sure)).not.toContain('Seven lambs'))

  test('is the text where it is a sentence', () =>
    expect(textOf('', below('The report is kept at the library.'), sure)).toContain('kept at the library'))
})
