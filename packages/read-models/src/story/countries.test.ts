import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { catchUp } from '../runner/run-projections.ts'
import { append, discovered, extracted, joined, opened, storyId } from '../sample-log.ts'
import { getStory } from './queries.ts'

const said = <Value>(value: Value) => ({ value, basis: 'explicit' as const, evidence: '', confidence: 1 })
const from = (place: string, domain: string | null) => ({
  dateline: said({ place, raw: `${place} —` }),
  publisher: said({ name: 'The Courier', domain }),
})

test('a story has the countries of its articles, today and as of a position', async () => {
  const { database } = await testDatabase()
  const first = await append(database, [
    discovered('ice'),
    extracted('ice', 'Ice', from('PELLWORTH', 'courier.example.co.uk')),
    opened('winter', 'ice'),
    joined('winter', 'ice'),
  ])
  await append(database, [
    discovered('snow'),
    extracted('snow', 'Snow', from('PARIS', 'courier.example.co.uk')),
    joined('winter', 'snow'),
    discovered('fog'),
    extracted('fog', 'Fog', from('PELLWORTH', null)),
    joined('winter', 'fog'),
  ])
  await catchUp(database)
  const countriesAt = async (asOf?: number) => (await getStory(database.db, storyId('winter'), asOf))?.countries
  expect(await countriesAt()).toEqual(['FR', 'GB'])
  expect(await countriesAt(first)).toEqual(['GB'])
})
