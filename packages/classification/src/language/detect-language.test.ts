import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

test.for([
  ['The harbour bridge was closed to traffic on Tuesday after a ship struck it.', 'en'],
  ['Die Hafenbrücke wurde am Dienstag gesperrt, nachdem ein Schiff sie gerammt hatte.', 'de'],
  ['Le pont du port a été fermé mardi après avoir été heurté par un navire.', 'fr'],
  ['Мост в гавани закрыли во вторник после столкновения с судном.', 'ru'],
  ['港の橋は火曜日、船が衝突したため閉鎖された。', 'ja'],
])('%s', ([text, code]) => expect(detectLanguage(text!)?.code).toBe(code))

test.for(['', '123 456', '+++ --- 10:42'])('unknown: "%s"', (text) => expect(detectLanguage(text)).toBeNull())
