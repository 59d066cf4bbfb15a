import { describe, expect, test } from 'vitest'
import { newsArticle, readSeaWall, SENTENCE } from './sea-wall-page.ts'

const titleOf = (...page: Parameters<typeof readSeaWall>) => readSeaWall(...page).title.value

describe('headline', () => {
  test.for([
    {
      name: 'as printed',
      head: '<meta property="og:title" content="Sea wall repaired | The Post">',
      top: '<h1>Sea wall to be repaired</h1>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: "without the outlet's name",
      head: '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Sea wall to be repaired | The Post">',
      top: '',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'as printed over the text, where the markup has other words for search engines',
      head: '<meta property="og:title" content="Saltwick council budget vote explained | The Post">',
      top: '<h1>Sea wall to be repaired after all</h1>',
      expected: 'Sea wall to be repaired after all',
    },
    {
      name: 'as the markup has it, where the h1 names a section',
      head: '<meta property="og:title" content="Saltwick votes for the budget">',
      top: '<h1>Coastal affairs</h1>',
      expected: 'Saltwick votes for the budget',
    },
    {
      name: 'as JSON-LD and og:title both have it',
      head: `${newsArticle({ headline: 'Johannes Quay to be rebuilt by spring' })}<meta property="og:title" content="Johannes Quay to be rebuilt by spring"><title>Quay to be rebuilt | The Post</title>`,
      top: '<h1>Quay to be rebuilt by spring</h1>',
      expected: 'Johannes Quay to be rebuilt by spring',
    },
    {
      name: 'as printed, where all of the markup is one other setting',
      head: `${newsArticle({ headline: 'Best sea walls 2026' })}<meta property="og:title" content="Best sea walls 2026"><title>Best sea walls 2026</title>`,
      top: '<h1>The walls that held: a tour of the coast</h1>',
      expected: 'The walls that held: a tour of the coast',
    },
    {
      name: 'without its kicker',
      head: '<meta property="og:title" content="Sea wall to be repaired"><title>Coast – Sea wall to be repaired – The Post</title>',
      top: '<h1><span>Storm damage</span> Sea wall to be repaired</h1>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'with its kicker, where the title has it too',
      head: '<meta property="og:title" content="Sea wall to be repaired"><title>Storm damage: Sea wall to be repaired</title>',
      top: '<h1>Storm damage: Sea wall to be repaired</h1>',
      expected: 'Storm damage: Sea wall to be repaired',
    },
    {
      name: "of two h1, not the outlet's name",
      head: '<title>Sea wall to be repaired – Ada and the sea</title>',
      top: '<h1><a href="/">Ada and the sea</a></h1><h1>Sea wall to be repaired</h1>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'without section and outlet in Korean',
      head: '<meta property="og:site_name" content="한들일보"><meta property="og:title" content="방파제 보수 공사 내달 시작-사회ㅣ한들일보">',
      top: '',
      expected: '방파제 보수 공사 내달 시작',
    },
    {
      name: "without an outlet's name that only its address tells",
      head: '<meta property="og:title" content="Sea wall to be repaired - SaltwickPost.example Online">',
      top: '',
      url: 'https://www.saltwickpost.example/a',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'of a live page, not of one of its entries',
      head: `${newsArticle({ '@type': 'BlogPosting', headline: 'Pumps arrive', url: 'https://www.post.example/live#e1', datePublished: '2026-05-03T10:00:00Z', author: 'A', articleBody: 'x' })}${newsArticle({ '@type': 'LiveBlogPosting', headline: 'Storm on the coast: live', url: 'https://www.post.example/live' })}`,
      top: '<h1>Storm on the coast: live</h1><h3>Pumps arrive</h3>',
      url: 'https://www.post.example/live',
      expected: 'Storm on the coast: live',
    },
    {
      name: 'under an h1 that is the last step of the trail, with the colon that the markup has',
      head: `${newsArticle({ headline: 'Sea wall costs and repair dates' })}<meta property="og:title" content="Storm damage: Why the wall must wait"><title>Sea wall costs and repair dates</title>`,
      top: '<nav><ol><li><a href="/">Home</a></li><li><h1>Sea wall costs and repair dates</h1></li></ol></nav><header><h2><span>Storm damage</span> Why the wall must wait</h2></header>',
      expected: 'Storm damage: Why the wall must wait',
    },
    {
      name: 'under such an h1, without the line over it',
      head: `${newsArticle({ headline: 'Sea wall costs and repair dates', alternativeHeadline: 'Why the wall must wait' })}<title>Sea wall costs and repair dates</title>`,
      top: '<div class="breadcrumb"><a href="/">Home</a><h1>Sea wall costs and repair dates</h1></div><h2><div>Storm damage</div>Why the wall must wait</h2>',
      expected: 'Why the wall must wait',
    },
    {
      name: 'as the h1 of a trail, where what follows is no headline',
      head: `${newsArticle({ headline: 'Sea wall costs and repair dates' })}<title>Sea wall costs and repair dates</title>`,
      top: '<nav><ol><li><h1>Sea wall costs and repair dates</h1></li></ol></nav><h2>In this piece</h2>',
      expected: 'Sea wall costs and repair dates',
    },
    {
      name: "as the h2 that is a part of the title, where the h1 is the outlet's name",
      head: '<title>Sea wall to be repaired » Harbour watch e.V.</title>',
      top: '<h1>Harbour watch e.V. Friends of the old port</h1><h2>Sea wall to be repaired</h2>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'as the h1 over the text, not as a heading within it that the markup repeats',
      head: '<meta property="og:title" content="Five best sea walls for 2026">',
      top: `<h1>The walls that held: a tour of the coast</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p><h2>Five best sea walls for 2026</h2>`,
      expected: 'The walls that held: a tour of the coast',
    },
    {
      name: 'the part that the page prints as a line, where it has no heading',
      head: '<title>Friends of the old harbour in the city council - Sea wall to be repaired</title>',
      top: '<div class="line">Sea wall to be repaired</div>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'the part that is a link to its own page, not the one to the front page',
      head: '<title>Harbour watch » Archive » Sea wall to be repaired</title>',
      top: '<h1><a href="/">Harbour watch</a></h1><h2><a href="/news/sea-wall">Sea wall to be repaired</a></h2>',
      expected: 'Sea wall to be repaired',
    },
    {
      name: 'over the text, where the title is the name of the host',
      head: '<title>post.example</title>',
      top: '<h2><a href="/news/sea-wall">The wall that was to be repaired</a></h2>',
      expected: 'The wall that was to be repaired',
    },
    {
      name: 'unknown, where the title is what links to the front page',
      head: '<meta property="og:title" content="Old harbour days">',
      top: '<div><a href="/">Old harbour days</a></div><h2>About me</h2>',
      expected: null,
    },
    {
      name: 'as stated and printed over the text, not a heading within it',
      head: '<meta property="og:title" content="Five best sea walls in 2026 | The Post">',
      top: `<div>Five best sea walls in 2026</div><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p><h2>Five best sea walls and quays of 2026</h2>`,
      expected: 'Five best sea walls in 2026',
    },
    {
      name: "without an outlet's short name that is its host's",
      head: '<title>Weekly report of the tides - TWO</title>',
      top: '',
      url: 'https://www.two.example/a',
      expected: 'Weekly report of the tides',
    },
    { name: 'of entities', head: '<title>Salt &amp;amp; stone</title>', top: '', expected: 'Salt & stone' },
  ])('$name', ({ head, top, url, expected }) => expect(titleOf(head, top, url)).toBe(expected))
})
