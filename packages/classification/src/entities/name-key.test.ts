import { describe, expect, test } from 'vitest'
import { nameKey } from './name-key.ts'

describe('nameKey', () => {
  test.for([
    ['Zelensky', 'Zelenskiy'],
    ['Zelensky', 'Zelenskyy'],
    ['Zelensky', 'Zelenskyj'],
    ['Sergei Orlov', 'Sergey Orlov'],
    ['Alexei', 'Aleksey'],
    ['Iga Świątek', 'Iga Swiatek'],
    ['Muhamed', 'Muhammed'],
    ['Zelensky', 'Зеленський'],
    ['Zelenskyy', 'Зеленский'],
    ['Zelensky', 'Зеленського'],
    ['Sergei Orlov', 'Сергей Орлов'],
    ['Olena Kovalchuk', 'Олена Ковальчук'],
    ['Anna Belova', 'Анна Белова'],
    ['Nikos Marinatos', 'Νίκος Μαρινάτος'],
    ['Dimitris Valsamis', 'Δημήτρης Βαλσάμης'],
    ['Tamar Kapanadze', 'თამარ კაპანაძე'],
    ['Armen Petrosyan', 'Արմեն Պետրոսյան'],
  ])('joins %s', ([a, b]) => expect(nameKey(a!)).toBe(nameKey(b!)))

  test.for([
    ['Marta Velo', 'Marta Vela'],
    ['Anna Berg', 'Arne Berg'],
    ['Tallin', 'Dublin'],
    ['Anna Belova', 'Анна Белкина'],
    ['Nikos', 'Νίκη'],
  ])('keeps %s apart', ([a, b]) => expect(nameKey(a!)).not.toBe(nameKey(b!)))
})
