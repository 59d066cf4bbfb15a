import type { Extraction } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { newsArticle, readSeaWall } from './sea-wall-page.ts'

const H1 = '<h1>Sea wall</h1>'
const PERSON = newsArticle({ author: { '@type': 'Person', name: 'Odile Marchetti' } })
const META = '<meta name="author" content="Odile Marchetti">'
/** Authors; where there are none, the byline. */
const authors = (head: string, top: string, foot: string) => namesOf(readSeaWall(head, `${H1}${top}`, undefined, foot))
const namesOf = ({ authors, byline }: Extraction) => authors.value?.map(({ name }) => name) ?? byline.value

describe('who made the site or answers the press is no author', () => {
  test.for([
    'Website by Odile Marchetti',
    'Website design by Odile Marchetti',
    'Design: Odile Marchetti',
    'Theme by Odile Marchetti',
    'Gestaltung und Umsetzung: Odile Marchetti',
    'Conception : Odile Marchetti',
    'Press contact: Odile Marchetti, +44 555 0100',
    'For media enquiries please contact Odile Marchetti',
    'Pressekontakt: Odile Marchetti',
    'Contact presse : Odile Marchetti',
    'Contacto de prensa: Odile Marchetti',
    'Ufficio stampa: Odile Marchetti',
    'Odile Marchetti, Pressesprecherin',
    'Odile Marchetti – Press Officer',
  ])('%s', (line) => {
    expect(authors(META, '', `<div>${line}</div>`)).toBeNull()
    expect(authors(PERSON, '', `<div>${line}</div>`)).toBeNull()
  })

  test('under a line of its own', () => {
    expect(authors(META, '', '<div>Press contact</div><div>Odile Marchetti</div>')).toBeNull()
    expect(authors('', '', '<address><p>Odile Marchetti</p><p>Pressesprecherin</p></address>')).toBeNull()
  })
})

test.for([
  ['who signs the piece too', META, '<p>By Odile Marchetti</p>', '<div>Press contact: Odile Marchetti</div>'],
  ['whom no line names', META, '', '<div>Press contact: Tom Ashdown</div>'],
  ['under whose name stands what they do', META, '', '<div>Odile Marchetti is a reporter in Saltwick.</div>'],
  ['who writes of design', PERSON, '', '<div>Written and designed with care. More by Odile Marchetti</div>'],
] as const)('but an author is %s', ([, head, top, foot]) => {
  expect(authors(head, top, foot)).toEqual(['Odile Marchetti'])
})
