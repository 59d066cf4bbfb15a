import { expect, test } from 'vitest'
import { BOT_WORDS, CONSENT_BUTTON, CONSENT_WORDS, ERROR_TITLE } from './wall-phrases.ts'

test.for([
  [BOT_WORDS, 'Замечена подозрительная активность'],
  [CONSENT_WORDS, 'Нажмите «Принять все»'],
  [CONSENT_WORDS, 'Мы и 120 наших партнеров'],
  [CONSENT_WORDS, 'すべて同意'],
  [CONSENT_WORDS, 'Zustimmung'],
  [CONSENT_BUTTON, '同意'],
  [ERROR_TITLE, '404'],
  [ERROR_TITLE, 'Ошибка 404'],
  [ERROR_TITLE, '404 — Страница не найдена'],
  [ERROR_TITLE, '« Страница не найдена »'],
  [ERROR_TITLE, 'Sivua ei löydy'],
] as const)('%s: %s', ([pattern, line]) => expect(pattern.test(line)).toBe(true))

test.for([
  [ERROR_TITLE, 'На заводе уволили 500 человек'],
  [ERROR_TITLE, 'Άρθρο 404 του νόμου'],
  [ERROR_TITLE, '工厂裁员 500 人'],
  [CONSENT_BUTTON, '不同意'],
  [CONSENT_BUTTON, 'Не согласен'],
] as const)('not %s: %s', ([pattern, line]) => expect(pattern.test(line)).toBe(false))
