const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Small words inside names: "Rio de Janeiro", "Bank of England". */
export const JOINERS = words('of de la le du da do dos del der den van von bin ibn al el')

/** Further small words, but only inside the name of a body: "Organization for Security and Cooperation". */
export const BODY_JOINERS = words('for and on')

/** Words that stand before a person's name and are no part of it. */
export const TITLES = words(
  'president presidents adviser advisor leader vice premier chancellor minister secretary spokesman spokeswoman spokesperson senator sen governor gov mayor judge justice ' +
    'king queen prince princess pope general gen colonel col captain capt lieutenant lt sergeant sgt major officer chief sheriff ' +
    'mr mrs ms miss dr prof professor sir lord lady dame rep representative congressman congresswoman ambassador commissioner ' +
    'deputy chairman chairwoman chairman director coach manager archbishop bishop cardinal sheikh ayatollah imam emir sultan',
)

/** Words in the name of a body. */
export const BODY_WORDS = words(
  'ministry department council party university college school hospital institute court agency commission union bank police army navy ' +
    'committee association organization organisation company group parliament senate congress inc corp ltd plc llc gmbh sa ag co ' +
    'airlines airways club league federation authority service bureau office board house foundation fund trust society academy ' +
    'government administration assembly alliance coalition front movement press times post journal news network television radio ' +
    'guard forces force corps command chamber exchange holdings partners industries motors systems technologies pharmaceuticals',
)

/** Words that open a sentence and are no name. */
export const OPENERS = words(
  'the a an this that these those it its he she they we you i his her their our my your there here in on at by for from with without of to ' +
    'as but and or nor so yet if when while where who what why how which after before since until during under over between among amid ' +
    'against about above below near despite although though because however meanwhile moreover also then now still even only just ' +
    'not no yes one two three four five six seven eight nine ten some many most all both each every another other such more less ' +
    'according ahead following earlier later last next today yesterday tomorrow once first second third asked speaking based given ' +
    'nobody somebody everybody anybody nothing something everything someone everyone anyone people officials police ' +
    'mr mrs ms dr is was are were be been has have had will would could should may might can do did does let get read see watch',
)

export const CALENDAR = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december christmas easter ramadan',
)

/** Words before the name of a place. */
export const PLACE_PREPOSITIONS = words('in near outside across around throughout inside')

/** Bodies' names in capitals are known by their capitals; these few are countries. */
export const COUNTRY_LETTERS = words('us usa uk uae')

/** States as newspapers name them. Cities and regions are known by the words before them. */
export const COUNTRIES = new Set(
  (
    'afghanistan,albania,algeria,angola,argentina,armenia,australia,austria,azerbaijan,bahrain,bangladesh,belarus,belgium,bolivia,' +
    'bosnia,botswana,brazil,britain,bulgaria,burundi,cambodia,cameroon,canada,chad,chile,china,colombia,congo,croatia,cuba,cyprus,' +
    'denmark,ecuador,egypt,england,eritrea,estonia,ethiopia,finland,france,gabon,georgia,germany,ghana,greece,guatemala,guinea,' +
    'haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,jamaica,japan,jordan,kazakhstan,kenya,kosovo,' +
    'kuwait,kyrgyzstan,laos,latvia,lebanon,liberia,libya,lithuania,luxembourg,macedonia,madagascar,malawi,malaysia,mali,malta,' +
    'mauritania,mexico,moldova,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nepal,netherlands,nicaragua,niger,nigeria,' +
    'norway,oman,pakistan,panama,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,scotland,senegal,serbia,' +
    'singapore,slovakia,slovenia,somalia,spain,sudan,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,tunisia,turkey,' +
    'turkmenistan,uganda,ukraine,uruguay,uzbekistan,venezuela,vietnam,wales,yemen,zambia,zimbabwe,united states,united kingdom,' +
    'new zealand,north korea,south korea,saudi arabia,south africa,sri lanka,ivory coast,costa rica,el salvador,sierra leone,' +
    'czech republic,hong kong,europe,africa,asia'
  ).split(','),
)
