import { expect, test } from 'vitest'
import { topicKeywords } from './keywords.ts'

test.for([
  'Day: Wednesday',
  'Wochentag: Mittwoch',
  'Fecha: 3 de mayo',
  'Дата: 3 мая',
  '作者：林怡君',
  'id:12345',
  'ID: 12345',
  'type=article',
  'pageType:Article',
  'section:news',
  '8273645',
  'cms-827364',
  'a81bc81b-dead-4e5d-abff-90865d1e13b1',
  '5f4dcc3b5aa765d61d8327deb882cf99',
  'https://post.example/tag/quay',
])('"%s" is no keyword', (tag) => expect(topicKeywords(['Quay', tag])).toEqual(['Quay']))

test.for([
  'Sea Wall: The Return',
  'Brexit: Irish border',
  '2031',
  'Covid-19',
  'Date Palms',
  'A1234',
  'Tag der Arbeit',
  'facade',
  'Type 2 diabetes',
  'Día de la Madre',
  'Datumsgrenze',
])('"%s" is one', (tag) => expect(topicKeywords([tag])).toEqual([tag]))
