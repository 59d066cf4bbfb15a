import type { LocalWords } from './local-words.ts'

/** "Marek" is "Marka" in other cases. */
const FLEETING = [/e(?=[^aeiouy]$)/, ''] as const

export const POLISH: LocalWords = {
  notPlace: /(?:em|im|ym|ą|ami|(?:sk|ck|dzk)(?:iego|iemu|iej|ich))$/,
  titles:
    'adwokat adwokatka adwokata ministra ministrem ministry prezydenta prezydentem prezydentki prezydentka burmistrza burmistrzyni wicepremier wiceminister ' +
    'prokuratora prokuratorka rzecznika prezesa prezeska dyrektora komendant trenera posła senatora marszałek wojewody profesora doktor doktora kapitan generał ' +
    'biskup arcybiskup ksiądz mecenas komisarz ambasador kanclerz kanclerza król królowa papież pana panią',
  given:
    'aleksandr bronislaw donald dominik edyta emilia filip igor joachim julita kinga krystian lena leon leszek lidia maciej maria michal monika natalia norbert oliwia patryk radoslaw robert roman sebastian sylwia wanda weronika wiktor',
  bodyWords: 'najwyższy prokuratura trybunał sądu policji uniwersytetu rady partii banku urząd',
  bodyNouns:
    'spółki firmy grupy spółce firmie grupie koncernu koncern gazety gazecie agencji związku klubu klub klubie fundacji',
  stemming: [
    // "Zawadzkiego" is Zawadzki's, "Zawadzkiej" Zawadzka's.
    [/(?<=[scz]k)(?:iego|iemu|im|i)$/, 'm'],
    [/(?<=[scz]k)(?:iej|a)$/, 'f'],
    [/(?:owi|iem|ia|iu|em|ie|a|u|y|i|e|o)$/, ''],
    FLEETING,
  ],
}

export const CZECH: LocalWords = {
  titles:
    'advokát advokátka advokáta ministra ministrem ministryní premiéra premiérem premiér premiérka prezidenta prezident prezidentka prezidentky primátorka primátorky primátora starostka starosty ' +
    'hejtman hejtmanka hejtmana žalobce žalobkyně zástupce zástupkyně soudce soudkyně mluvčího ředitelka ředitele předsedkyně předsedy poslanec poslankyně poslance senátor senátorka trenér trenéra ' +
    'kapitán generál biskup arcibiskup profesor profesorka doktor lékař lékařka hlavní kancléř kancléřka král papež paní pana policista velitel náměstek náměstkyně starosta expert analytik',
  given:
    'adam ales ales anna antonin barbora blanka dana daniel david denisa dominik eliska emil eva filip gabriela hynek iveta jan jarmila jindrich johana jakub kamil katerina klara kristyna lukas ludmila marek marie michael michal michaela miloslav miluse monika nikola oldrich otakar pavla petra radim renata richard robert roman rudolf simona stepan sarka tomas veronika viktor vit vlasta vlastimil zdenka',
  bodyWords:
    'nejvyšší ústavní krajský městský státní soudu soudem sněmovna univerzity nemocnici nemocnice policii vláda unie úřad ústav banka banky bance',
  bodyNouns:
    'společnosti společnost firmy firma firmě banka banky deník agentura agentury strana strany hnutí klub klubu',
  bodies:
    /(?<!\p{L})(?:Nejvyšší|Ústavní|Nejvyššího|Ústavního) soudu?(?!\p{L})|(?<!\p{L})\p{Lu}\p{Ll}+(?:[sc]k[áéou]|ova|ovy)(?: národní)? (?:bank[ayue]|univerzit[ayue]|nemocnic[eií]|pojišťovn[ayue]|akademi[eí])(?!\p{L})|(?<!\p{L})[Mm]inisterstv(?:o|a|u|em) (?:dopravy|zdravotnictví|vnitra|financí|zahraničí|školství|obrany|kultury|zemědělství|spravedlnosti|práce|průmyslu)(?!\p{L})/gu,
  stemming: [
    [/(?<=[sc]k)(?:y|eho|emu|ym|em)$/, 'm'],
    [/(?<=[sc]k)(?:a|e|ou)$/, 'f'],
    [/(?:ovi|em|ou|e|a|u|y|i|o)$/, ''],
    FLEETING,
  ],
}

export const RUSSIAN: LocalWords = {
  notPlace: /(?:[сц]к(?:ого|ому|ой|ом|их))$/,
  titles:
    'адвокат адвоката судьи судью мэра мэром мэру министра министру министром губернатора губернатору губернатором президента президенту президентом премьера премьер-министр премьер-министра депутата сенатора ' +
    'председателя директора главы главу прокурора тренера профессора генерал генерала капитан капитана полковник полковника посол посла спикер канцлер канцлера король папа эксперт аналитик юрист врач журналист писатель ' +
    'режиссер режиссёр актер актёр актриса певец певица патриарх епископ академик следователь бизнесмен нападающий вратарь пресс-секретаря замглавы вице-премьер вице-мэр сенаторша',
  given:
    'аркадий арсений артур богдан виктория виталий всеволод вадим глеб данил даниил дина егор ева захар ирина камилла кирилл лев лидия любовь матвей мирон марат маргарита никита полина рамзан ринат родион семён семен софья софия савелий тимофей тимур эдуард элла эльвира юлиан яков',
  bodyWords:
    'верховный конституционный следственный комитет центробанк прокуратура мвд суда банка министерства больницы университета госдума',
  bodyNouns:
    'компании компанию компанией фирма фирмы банк банка корпорация корпорации холдинг холдинга концерн концерна агентства газеты газете партии клуб клуба завод завода фонд фонда',
  bodies:
    /(?<!\p{L})\p{Lu}\p{Ll}+[сц]к\p{Ll}{2,3} (?:университет|больниц|академи)\p{Ll}{0,4}(?!\p{L})|(?<!\p{L})(?:Верховн|Конституционн)(?:ый|ого|ому|ым) суд(?:а|у|ом)?(?!\p{L})|(?<!\p{L})(?:компани[яиюей]|компанией|фирм[аыуе]|банка?|корпораци[яию]|холдинг[ае]?|концерн[ае]?|газет[аеуы]|парти[яию]|клуб[ае]?|завод[ае]?|фонд[ае]?|агентств[оае]|групп[аыуе]|телеканал[ае]?) [«„"](?<name>\p{Lu}[^«»„“"\n]{1,38})[»“"]|(?<!\p{L})[Мм]инистерств[оаеу]м? (?:обороны|финансов|юстиции|культуры|транспорта|здравоохранения|образования|энергетики|экономики|труда|иностранных дел|внутренних дел)(?!\p{L})/gu,
  stemming: [
    [/(?<=[сц]к)(?:ии|ого|ому|им|ом)$/, 'm'],
    [/(?<=[сц]к)(?:ая|ои|ую)$/, 'f'],
    [/(?:ем|ом|ью|ия|ию|ии|ым|ои|ою|а|у|е|ы|и|я|ю|ь|о)$/, ''],
    [/[ео](?=[^аеиоуыэюя]$)/, ''],
  ],
}

export const UKRAINIAN: LocalWords = {
  notPlace: /(?:ом|ем|єм|им|ою|ею|єю|ами|(?:ськ|цьк|зьк)(?:ого|ому|ій|их))$/,
  titles:
    'адвокат адвокатка адвоката президента президентом прем’єр прем’єр-міністр прем’єр-міністра міністра міністром мера меру прокурор прокурора суддя судді губернатор губернатора депутат депутатка депутата сенатор директор директора ' +
    'голови голову тренер тренера тренерка професор професорка професора генерал генерала капітан капітана полковник полковника посол спікер канцлер король папа експерт експертка аналітик юрист лікар лікарка журналіст журналістка ' +
    'письменник письменниця режисер актор акторка співак співачка митрополит слідчий бізнесмен нападник воротар очільник очільниця начальник',
  given:
    'аліна анатолій антон артем богдан борис вадим валентин валентина валерій вероніка віктор вікторія віра віталій владислав галина геннадій григорій данило дар’я денис діана едуард зоряна ігор ілля інна катерина кирило лариса леонід лідія любов людмила максим марина марія маряна михайло назар надія нестор ніна оксана олег олексій остап павло роман руслан світлана семен соломія софія степан тетяна тимофій федір христина юлія юрій яна ярина ярослав',
  bodyWords:
    'верховний конституційний суд кабмін нацбанк прокуратура університету лікарні суду банку міністерства верховна',
  bodyNouns:
    'компанії компанію компанією фірма фірми банк банку корпорація корпорації холдинг концерн агентства газети партії клуб клубу завод заводу фонд фонду',
  bodies:
    /(?<!\p{L})\p{Lu}\p{Ll}+(?:ськ|цьк|зьк)\p{Ll}{1,4} (?:університет|лікарн|академі)\p{Ll}{0,4}(?!\p{L})|(?<!\p{L})(?:Верховн|Конституційн)(?:ий|ого|ому|им) суд(?:у|ом)?(?!\p{L})|(?<!\p{L})(?:компані[яїюєй]+|фірм[аиуі]|банку?|корпораці[яїю]|холдингу?|концерну?|газет[аіуи]|парті[яїю]|клубу?|заводу?|фонду?|агентств[оаі]|груп[аиуі]|телеканалу?) [«„"](?<name>\p{Lu}[^«»„“"\n]{1,38})[»“"]|(?<!\p{L})[Мм]іністерств[оаіу]м? (?:оборони|фінансів|юстиції|культури|транспорту|інфраструктури|охорони здоров[’']я|освіти|енергетики|економіки|закордонних справ|внутрішніх справ)(?!\p{L})/gu,
  stemming: [
    [/(?<=[сц]ьк)(?:ии|ого|ому|им)$/, 'm'],
    [/(?<=[сц]ьк)(?:а|оі|іи|у|ою)$/, 'f'],
    [/(?:ові|еві|єві|ом|ем|єм|ии|ія|ію|іи|ії|ії|оі|ою|ею|єю|іі|а|у|і|е|и|я|ю|ь|о)$/, ''],
    [/[ео](?=[^аеиоуіюя]$)/, ''],
  ],
}
