/** ISO 3166: places as datelines print them, in lower case. Cities are known where only one country can be meant. */
export const COUNTRY_PLACES = `
AE abu dhabi, dubai, sharjah, united arab emirates
AF kabul, kandahar, herat, afghanistan
AL tirana, albania
AM yerevan, armenia
AO luanda, angola
AR buenos aires, rosario, argentina
AT vienna, wien, graz, linz, salzburg, innsbruck, austria, österreich
AU sydney, melbourne, brisbane, canberra, adelaide, hobart, australia
AZ baku, azerbaijan
BA sarajevo, mostar, banja luka, bosnia and herzegovina, bosnia
BD dhaka, chittagong, bangladesh
BE brussels, bruxelles, brüssel, antwerp, ghent, liège, belgium, belgique, belgien
BF ouagadougou, burkina faso
BG sofia, plovdiv, varna, bulgaria
BH manama, bahrain
BI bujumbura, burundi
BO la paz, santa cruz de la sierra, bolivia
BR brasilia, brasília, sao paulo, são paulo, rio de janeiro, salvador de bahia, recife, porto alegre, brazil, brasil
BW gaborone, botswana
BY minsk, belarus
CA ottawa, toronto, montreal, montréal, vancouver, calgary, edmonton, winnipeg, quebec city, canada, ontario, alberta, british columbia
CD kinshasa, goma, bukavu, democratic republic of congo
CH bern, berne, zurich, zürich, geneva, genève, genf, basel, lausanne, lugano, davos, switzerland, schweiz, suisse
CI abidjan, ivory coast
CL santiago de chile, valparaiso, chile
CM yaounde, douala, cameroon
CN beijing, peking, pékin, shanghai, guangzhou, shenzhen, wuhan, chengdu, china
CO bogota, bogotá, medellin, medellín, cali, colombia
CR san jose de costa rica, costa rica
CU havana, la habana, cuba
CY nicosia, limassol, cyprus
CZ prague, praha, prag, brno, ostrava, czech republic
DE berlin, hamburg, munich, münchen, köln, cologne, frankfurt, frankfurt/main, stuttgart, düsseldorf, dortmund, essen, leipzig, dresden, hannover, nürnberg, bremen, bonn, karlsruhe, germany, deutschland, allemagne, alemania
DK copenhagen, kopenhagen, københavn, aarhus, odense, denmark, danmark
DO santo domingo, dominican republic
DZ algiers, alger, oran, algeria, algérie
EC quito, guayaquil, ecuador
EE tallinn, tartu, estonia
EG cairo, le caire, kairo, alexandria, giza, egypt
ES madrid, barcelona, sevilla, seville, bilbao, zaragoza, málaga, murcia, palma de mallorca, spain, españa, espagne
ET addis ababa, ethiopia
FI helsinki, tampere, turku, espoo, finland
FR paris, lyon, marseille, toulouse, nice, nantes, strasbourg, straßburg, lille, bordeaux, rennes, grenoble, cannes, france, frankreich, francia
GB london, londres, manchester, birmingham, liverpool, leeds, glasgow, edinburgh, cardiff, belfast, bristol, sheffield, england, scotland, wales, northern ireland, britain, united kingdom, uk
GE tbilisi, batumi
GH accra, kumasi, ghana
GR athens, athen, athènes, thessaloniki, piraeus, greece
GT guatemala city, guatemala
HK hong kong
HN tegucigalpa, honduras
HR zagreb, split, dubrovnik, croatia
HT port-au-prince, haiti
HU budapest, debrecen, hungary
ID jakarta, surabaya, bandung, denpasar, indonesia
IE dublin, cork, galway, ireland
IL jerusalem, tel aviv, haifa, israel
IN new delhi, delhi, mumbai, bengaluru, bangalore, kolkata, chennai, hyderabad, pune, ahmedabad, lucknow, srinagar, india
IQ baghdad, bagdad, mosul, basra, erbil, kirkuk, iraq
IR tehran, teheran, isfahan, mashhad, iran
IS reykjavik, iceland
IT rome, roma, rom, milan, milano, mailand, naples, napoli, turin, torino, venice, venezia, florence, firenze, bologna, genoa, genova, palermo, italy, italia, italien, italie
JM kingston, jamaica
JO amman, jordan
JP tokyo, tokio, osaka, kyoto, hiroshima, nagasaki, sapporo, fukushima, japan
KE nairobi, mombasa, kisumu, kenya
KG bishkek, kyrgyzstan
KH phnom penh, cambodia
KP pyongyang, north korea
KR seoul, busan, incheon, south korea
KW kuwait city, kuwait
KZ astana, almaty, kazakhstan
LA vientiane, laos
LB beirut, beyrouth, lebanon, liban
LK colombo, sri lanka
LR monrovia, liberia
LT vilnius, kaunas, lithuania
LU luxembourg, luxemburg
LV riga, latvia
LY benghazi, libya
MA rabat, casablanca, marrakesh, marrakech, morocco, maroc
MD chisinau, moldova
ME podgorica, montenegro
MG antananarivo, madagascar
MK skopje, north macedonia
ML bamako, timbuktu, mali
MM yangon, naypyidaw, mandalay, myanmar
MN ulaanbaatar, mongolia
MR nouakchott, mauritania
MT valletta, malta
MX mexico city, ciudad de méxico, guadalajara, monterrey, tijuana, ciudad juárez, mexico, méxico
MY kuala lumpur, penang, malaysia
MZ maputo, mozambique
NA windhoek, namibia
NE niamey, niger
NG lagos, abuja, kano, maiduguri, port harcourt, nigeria
NI managua, nicaragua
NL amsterdam, rotterdam, the hague, den haag, utrecht, eindhoven, netherlands, nederland, niederlande
NO oslo, bergen, trondheim, stavanger, norway, norge
NP kathmandu, nepal
NZ wellington, auckland, christchurch, new zealand
OM muscat, oman
PA panama city, panama
PE lima, cusco, peru, perú
PH manila, quezon city, cebu, davao, philippines
PK islamabad, karachi, lahore, peshawar, quetta, rawalpindi, pakistan
PL warsaw, warszawa, warschau, varsovie, krakow, kraków, gdansk, gdańsk, wroclaw, wrocław, poznań, łódź, poland, polska, polen
PS gaza, gaza city, ramallah, rafah, khan younis, nablus, hebron
PT lisbon, lisboa, lissabon, porto, coimbra, faro, portugal
PY asuncion, asunción, paraguay
QA doha, qatar
RO bucharest, bukarest, bucurești, cluj, timisoara, romania
RS belgrade, belgrad, beograd, novi sad, serbia
RU moscow, moskau, moscou, st. petersburg, st petersburg, saint petersburg, novosibirsk, vladivostok, kazan, sochi, grozny, russia, москва, санкт-петербург
RW kigali, rwanda
SA riyadh, jeddah, mecca, saudi arabia
SD khartoum, sudan
SE stockholm, gothenburg, göteborg, malmo, malmö, uppsala, sweden, sverige
SG singapore
SI ljubljana, maribor, slovenia
SK bratislava, kosice, slovakia
SN dakar, senegal
SO mogadishu, somalia
SS juba, south sudan
SV san salvador, el salvador
SY damascus, damaskus, aleppo, homs, idlib, syria
TD n'djamena, chad
TH bangkok, chiang mai, phuket, thailand
TN tunis, sfax, tunisia, tunisie
TR ankara, istanbul, izmir, diyarbakir, gaziantep, antalya, turkey, türkiye, türkei
TW taipei, kaohsiung, taiwan
TZ dar es salaam, dodoma, arusha, tanzania
UA kyiv, kiev, kiew, kharkiv, lviv, odesa, odessa, dnipro, donetsk, mariupol, zaporizhzhia, kherson, ukraine, київ
UG kampala, entebbe, uganda
US washington, new york, los angeles, chicago, houston, philadelphia, phoenix, san francisco, san diego, dallas, boston, seattle, detroit, miami, atlanta, denver, minneapolis, las vegas, new orleans, honolulu, united nations, united states, u.s, usa, alabama, alaska, ariz, arizona, ark, arkansas, calif, california, colo, colorado, conn, connecticut, delaware, fla, florida, hawaii, idaho, ill, illinois, ind, indiana, iowa, kan, kansas, ky, kentucky, louisiana, maine, md, maryland, mass, massachusetts, mich, michigan, minn, minnesota, miss, mississippi, mo, missouri, mont, montana, neb, nebraska, nev, nevada, n.h, new hampshire, n.j, new jersey, n.m, new mexico, n.y, n.c, north carolina, n.d, north dakota, ohio, okla, oklahoma, ore, oregon, pa, pennsylvania, r.i, rhode island, s.c, south carolina, s.d, south dakota, tenn, tennessee, tex, texas, utah, vt, vermont, va, virginia, wash, w.va, west virginia, wis, wisconsin, wyo, wyoming
UY montevideo, uruguay
UZ tashkent, samarkand, uzbekistan
VA vatican city, vatican
VE caracas, maracaibo, venezuela
VN hanoi, ho chi minh city, da nang, vietnam
XK pristina, kosovo
YE sanaa, aden, hodeidah, yemen
ZA johannesburg, cape town, pretoria, durban, south africa
ZM lusaka, zambia
ZW harare, bulawayo, zimbabwe
`
