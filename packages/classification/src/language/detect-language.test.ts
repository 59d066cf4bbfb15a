import { expect, test } from 'vitest'
import { detectLanguage } from './detect-language.ts'

test.for([
  ['The harbour bridge was closed to traffic on Tuesday after a ship struck it.', 'en'],
  ['Die Hafenbrücke wurde am Dienstag gesperrt, nachdem ein Schiff sie gerammt hatte.', 'de'],
  ['Le pont du port a été fermé mardi après avoir été heurté par un navire.', 'fr'],
  ['Мост в гавани закрыли во вторник после столкновения с судном.', 'ru'],
  ['港の橋は火曜日、船が衝突したため閉鎖された。', 'ja'],
  ['Daraja la bandari lilifungwa siku ya Jumanne baada ya meli kugonga, polisi walisema katika taarifa yao.', 'sw'],
  ['An rufe gadar tashar a ranar Talata bayan da wani jirgin ruwa ya buge ta, in ji gwamnatin jihar.', 'ha'],
  ['Buundada dekedda ayaa la xiray maalinta Talaadada kadib markii markab uu ku dhacay, ayuu sheegay wasiirka.', 'so'],
  ['Di bridge for di harbour don close because ship jam am, na so police tok, and dem dey wait.', 'pcm'],
  ['Y bont oedd ar gau ddydd Mawrth ar ôl i long ei tharo, ac mae pobl yn aros am y gwaith.', 'cy'],
  ['ស្ពាននៅកំពង់ផែត្រូវបានបិទនៅថ្ងៃអង្គារ', 'km'],
  ['Ferry line opens', 'en'],
  ["Marran rejects 'Port Velmar' jibe", 'en'],
  ['Police probe Delacroix mosque leaflet', 'en'],
  ['Police : enquête à Lunde', 'fr'],
  ['Die Fähre fährt wieder', 'de'],
  ['El puerto reabre tras el choque', 'es'],
  ['Порт снова открыт после аварии', 'ru'],
  ['Порт знову відкрито після аварії', 'uk'],
  ['Мост в порту вновь открыт', 'ru'],
  ['Пристанището е отворено отново след катастрофата', 'bg'],
])('%s', ([text, code]) => expect(detectLanguage(text!)?.code).toBe(code))

test.for(['', '123 456', '+++ --- 10:42'])('unknown: "%s"', (text) => expect(detectLanguage(text)).toBeNull())
