import { expect, test } from 'vitest'
import { parsePhotoCredit } from './parse-photo-credit.ts'

test.for<[string, string | null, string]>([
  ['Border guards (Guard Press Office via AP) (AP)', 'Border guards', 'Guard Press Office via AP'],
  [
    'The two leaders at the White House on November 18 (AFP photo)',
    'The two leaders at the White House on November 18',
    'AFP photo',
  ],
  ['Photo: Jane Roe/Reuters', null, 'Jane Roe/Reuters'],
  ['© Getty Images', null, 'Getty Images'],
  ['Jane Roe/Getty Images', null, 'Jane Roe/Getty Images'],
  ['Soldaten am Montag. Foto: Max Muster/dpa', 'Soldaten am Montag.', 'Max Muster/dpa'],
  ['A soldier stands guard. | Jane Roe/AP Photo', 'A soldier stands guard.', 'Jane Roe/AP Photo'],
  ['фото: example.ru', null, 'example.ru'],
  ['写真：共同', null, '共同'],
])('%s', ([line, caption, credit]) => expect(parsePhotoCredit(line)).toEqual({ caption, credit }))

test.for([
  'The Organization (NATO)',
  'A sentence about photos and pictures.',
  'He joined the Party (1997)',
  'A model of the ship (built in 1912) was sold.',
])('no credit in: %s', (line) => expect(parsePhotoCredit(line)).toBeNull())
