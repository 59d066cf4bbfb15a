import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

const names = 'Ada,Merrow,Cy Ash,Di,Ed Tarn,Lirio,Gus,Corvane,Ida,Minato,Quill,Bo,Flo,Jo,Kit,Lou,Max,Ned,Oda,Pip'
const list = (heading: string) =>
  `<p>${heading}</p><ul>${names
    .split(',')
    .map((name) => `<li>${name}</li>`)
    .join('')}</ul>`
const HEADINGS = ['Ferry', 'Captain', 'Harbour', 'Lighthouse', 'Pilot', 'Tug', 'Dredger', 'Crane'].map(
  (what) => `${what} of the year`,
)
const lists = HEADINGS.map(list).join('')
const page = (name: string) =>
  `<html><head><title>The Port Awards: all winners</title></head><body><nav>${'<a href="/">Home</a><a href="/sport">Sport</a>'.repeat(20)}</nav><main>
<h1>The Port Awards: all winners</h1><div ${name}>${lists}</div></main><footer>© The Gazette</footer></body></html>`

const textOf = (html: string) => readPage({ html, url: null, capturedAt: null }).extraction.text

test.for(['class="article-body-text"', 'class="storyContent"', 'itemprop="articleBody"'])(
  'a page of lists keeps the box that is named as its body: %s',
  (name) => {
    const text = textOf(page(name))
    for (const heading of HEADINGS.slice(2)) expect(text).toContain(heading)
    expect(text.match(/Corvane/g)).toHaveLength(HEADINGS.length)
    expect(text).not.toContain('Gazette')
  },
)
