import { expect, test } from 'vitest'
import { newsArticle, readSeaWall } from './sea-wall-page.ts'

const SITE = '<meta property="og:site_name" content="Harbour Post">'
const imageOf = (address: string, head = '', top = '') =>
  readSeaWall(`<meta property="og:image" content="${address}">${SITE}${head}`, `<h1>Sea wall to be repaired</h1>${top}`)
    .leadImage.value?.url ?? null
const PICTURE = '<img src="/pictures/wall.jpg" width="900" height="600">'

test.for([
  '/wp-content/themes/harbour/img/facebook.jpg',
  '/images/blank.jpg',
  '/images/social_placeholder.png',
  '/img/og-default.png',
  '/img/default-share-image.png',
  '/static/no-image_460x320.jpg',
  '/uploads/2024/04/cropped-logo-1.jpg',
  '/uploads/post-logo-square.png',
  '/uploads/harbourpost-150.webp',
  '/favicon-96.ico',
  '/avatar/13afe5d0',
])('%s is the site’s, the picture in the text the article’s', (path) => {
  expect(imageOf(`https://www.post.example${path}`)).toBeNull()
  expect(imageOf(`https://www.post.example${path}`, '', PICTURE)).toBe('https://www.post.example/pictures/wall.jpg')
})

test('the logo that the markup states', () => {
  const address = 'https://cdn.example/a1b2c3.png'
  expect(imageOf(address)).toBe(address)
  expect(
    imageOf(address, newsArticle({ publisher: { '@type': 'Organization', name: 'The Post', logo: { url: address } } })),
  ).toBeNull()
})

test.for([
  '/uploads/2026/05/quaybuilders-logo.png',
  '/img/news/61/51/63/default.jpg',
  '/img/hqdefault.jpg',
  '/Themes/blog/the-sea-wall-thumbnail.jpg',
  '/assets/wall.jpg',
])('%s is the article’s', (path) => {
  const address = `https://www.post.example${path}`
  const head = `<meta property="og:image" content="${address}">`
  const { leadImage } = readSeaWall(head, '<h1>Sea wall</h1>', 'https://www.post.example/news/the-sea-wall')
  expect(leadImage.value?.url).toBe(address)
})
