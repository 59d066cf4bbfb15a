/** English words that stand in every text whatever it is about, lower case. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ago all almost along already also although always am among an and another any anyone
  anything are aren't around as at away b back be became because become been before began being below between both but by c
  came can can't cannot come could couldn't d did didn't do does doesn't doing don't done down during e each either else
  enough even ever every f few first five for former found four from full further g gave get gets getting give given go goes
  going gone got h had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
  however i i'd i'll i'm i've if in including indeed instead into is isn't it it's its itself j just k keep kept knew know
  known l last later least less let let's like likely little long m made make makes making many may maybe me might mine more
  most much must my myself n near nearly never new next no nor not nothing now o of off often oh on once one only onto or other
  others our ours ourselves out over own p part per perhaps put q quite r rather really recent recently s said same saw say
  saying says second see seem seemed seems seen several shall she she'd she'll she's should shouldn't simply since six so some
  someone something soon still such t take taken takes taking tell ten than that that's the their theirs them themselves then
  there there's therefore these they they'd they'll they're they've thing things third this those though three through thus to
  together told too took toward towards two u under until up upon us used v very via w want wanted wants was wasn't way we we'd
  we'll we're we've well went were weren't what what's when where whether which while who who's whole whom whose why will with
  within without won't would wouldn't x y yes yet you you'd you'll you're you've your yours yourself z`.split(/\s+/),
)
