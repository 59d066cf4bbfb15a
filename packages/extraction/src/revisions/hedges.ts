/**
 * Words that take a claim back a step, or lay it in somebody else's mouth. Adding one softens a text; taking one away hardens
 * it. In the languages of news; matched whole, in lower case.
 */
const HEDGES = `
  alleged allegedly apparent apparently appear appears appeared reportedly reported purported purportedly supposedly suspected possible possibly probable probably perhaps maybe may might could would likely unlikely unclear unconfirmed claimed claims suggests suggested seems seemed seemingly believed thought said accused some about around roughly approximately partly largely
  angeblich mutmaßlich mutmaßliche mutmaßlicher mutmaßlichen offenbar anscheinend vermutlich wahrscheinlich möglicherweise vielleicht wohl soll sollen könnte könnten dürfte dürften laut etwa rund teilweise
  présumé présumée présumés apparemment prétendument probablement peut-être possiblement semble semblent aurait auraient serait seraient selon environ
  presunto presunta presuntos presuntamente supuesto supuesta supuestamente aparentemente posiblemente probablemente quizás podría podrían habría habrían sería según aproximadamente
  suposto suposta supostamente alegado alegadamente provavelmente possivelmente talvez poderia poderiam teria teriam seria segundo
  presunto presunta presuntamente apparentemente probabilmente forse potrebbe potrebbero avrebbe avrebbero sarebbe secondo circa
  vermeende vermeend vermoedelijk blijkbaar mogelijk waarschijnlijk misschien zou zouden volgens ongeveer
  påstådd påstås misstänkt möjligen troligen kanske enligt uppges omkring påstått mistenkt muligens trolig angivelig ifølge
  rzekomo rzekomy rzekoma prawdopodobnie podobno być-może może mógł według údajně údajný pravděpodobně možná zřejmě prý podle
  якобы предположительно возможно вероятно видимо похоже может могли около нібито ймовірно можливо мабуть начебто за-даними
  iddia iddiaya iddiasına muhtemelen belki olası sözde yaklaşık
  يزعم مزعوم محتمل ربما يبدو قد تقريبا diduga kabarnya mungkin kemungkinan sekitar được-cho-là có-thể khoảng
  疑似 据称 據稱 可能 或许 或許 涉嫌 大约 とみられる 可能性 疑い 約 의혹 추정 약
`
  .split(/\s+/u)
  .filter((word) => word !== '')

export const HEDGE_WORDS: ReadonlySet<string> = new Set(HEDGES)
