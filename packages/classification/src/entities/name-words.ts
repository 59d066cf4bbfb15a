const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Small words inside names: "Rio de Janeiro", "Bank of England". */
export const JOINERS = words(
  'of de la le du da do dos das des del della delle dei degli di zu zur van von bin ibn al el ter ten',
)

/** Further small words, but only inside the name of a body: "Organization for Security and Cooperation". */
export const BODY_JOINERS = words('for and on für und pour et para y per e dello al')

/** Words that stand before a person's name and are no part of it. */
export const TITLES = words(
  'president presidents adviser advisor leader vice premier chancellor minister secretary spokesman spokeswoman spokesperson senator sen governor gov mayor judge justice ' +
    'king queen prince princess pope general gen colonel col captain capt lieutenant lt sergeant sgt major officer chief sheriff ' +
    'mr mrs ms miss dr prof professor sir lord lady dame rep representative congressman congresswoman ambassador commissioner ' +
    'deputy chairman chairwoman director coach manager archbishop bishop cardinal sheikh ayatollah imam emir sultan striker goalkeeper captain ' +
    'councillor councilman councilwoman alderman prosecutor lawyer economist analyst professor doctor engineer scientist biologist ranger painter singer actor actress author founder ' +
    'herr frau präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin innenminister ' +
    'innenministerin finanzminister finanzministerin verkehrsminister verkehrsministerin ministerpräsident ministerpräsidentin bürgermeister ' +
    'bürgermeisterin oberbürgermeister oberbürgermeisterin sprecher sprecherin vorsitzende vorsitzender chef chefin trainer trainerin richter ' +
    'richterin staatsanwalt staatsanwältin anwalt anwältin kandidat kandidatin wahlleiter wahlleiterin professorin direktor direktorin leiter ' +
    'leiterin gegner gegnerin abgeordnete abgeordneter forscher forscherin stürmer torwart könig königin prinz prinzessin papst bischof ' +
    'monsieur madame mademoiselle mme mlle président présidente ministre maire chancelier chancelière directeur directrice secrétaire procureur ' +
    'procureure juge avocat avocate entraîneur entraîneuse député députée sénateur sénatrice préfet préfète peintre chercheur chercheuse évêque ' +
    'señor señora don doña presidente presidenta ministro ministra alcalde alcaldesa gobernador gobernadora canciller director directora secretario ' +
    'secretaria fiscal juez jueza abogado abogada entrenador entrenadora portavoz diputado diputada senador senadora biólogo bióloga papa rey reina ' +
    'signor signora sindaco sindaca premier cancelliere procuratore giudice avvocato avvocata allenatore allenatrice deputato deputata senatrice ' +
    'vescovo governatore governatrice portavoce ricercatore ricercatrice direttore direttrice segretario segretaria presidentessa ' +
    'senhor senhora prefeito prefeita governador governadora chanceler diretor diretora secretário secretária promotor promotora juíza advogado ' +
    'advogada treinador treinadora deputado deputada ' +
    'meneer mevrouw burgemeester premier minister-president woordvoerder woordvoerster voorzitter trainer wethouder rechter officier ' +
    'herra statsminister utrikesminister finansminister borgmästare talesperson ordförande tränare åklagare domare statsråd borgmester talsmand ordfører ' +
    'pan pani prezydent premier minister burmistrz wójt rzecznik rzeczniczka prezes dyrektor dyrektorka sędzia prokurator trener profesor poseł ' +
    'posłanka senator wojewoda primátor starosta ministr ministryně mluvčí předseda ředitel ' +
    'президент премьер министр мэр губернатор депутат сенатор председатель директор глава представитель пресс-секретарь прокурор судья тренер ' +
    'профессор президентка міністр міністерка мер мерка голова речник речниця директорка суддя прокурорка ' +
    'cumhurbaşkanı başbakan bakan bakanı başkanı belediye sözcüsü vali genel müdürü milletvekili',
)

/** Words in the name of a body. */
export const BODY_WORDS = words(
  'ministry department council party university college school hospital institute court agency commission union bank police army navy ' +
    'committee association organization organisation company group parliament senate congress inc corp ltd plc llc gmbh sa ag co ' +
    'airlines airways club league federation authority service bureau office board house foundation fund trust society academy ' +
    'government administration assembly alliance coalition front movement press times post journal news network television radio ' +
    'guard forces force corps command chamber exchange holdings partners industries motors systems technologies pharmaceuticals ' +
    'homes cross crescent nations sons foods shipping energy media capital stores steel mills brothers labs software logistics insurance railways rail telecom petroleum oil gas ' +
    'democrats republicans socialists liberals conservatives greens united rovers wanderers fc afc ac sc athletic albion hotspur orchestra museum gallery theatre theater library laboratory observatory institute ' +
    'ministerium amt behörde bundesamt landesamt kommission verband verein bund gewerkschaft polizei feuerwehr universität hochschule klinik ' +
    'gesellschaft partei bundestag bundesrat landtag stadtrat gericht bundesgericht zeitung kammer stiftung e.v kg ' +
    'institut instituto istituto organización organizzazione organização organisatie agencia agence agenzia agência ' +
    'ministère conseil commission université hôpital tribunal cour banque fédération syndicat confédération association assemblée sénat parti ' +
    'société compagnie groupe gendarmerie préfecture école musée fondation olympique stade ' +
    'ministerio consejo comisión universidad hospital tribunal juzgado banco federación sindicato asociación asamblea senado partido gobierno ' +
    'policía guardia ayuntamiento fiscalía junta cámara empresa grupo fundación real atlético deportivo racing sporting unión ' +
    'ministero consiglio commissione università ospedale tribunale corte banca federazione sindacato associazione senato partito governo polizia ' +
    'carabinieri protezione guardia procura camera gruppo fondazione azienda juventus ' +
    'ministério conselho comissão universidade hospital federação sindicato associação assembleia câmara prefeitura polícia governo fundação ' +
    'ministerie raad commissie universiteit ziekenhuis rechtbank vakbond politie brandweer gemeente vereniging stichting ' +
    'departementet universitetet polisen kommunen riksdagen förbundet sjukhuset politiet stortinget folketinget ' +
    'ministerstwo rada komisja uniwersytet szpital sąd bank federacja związek policja sejm senat partia straż instytut fundacja spółka ' +
    'ministerstvo univerzita nemocnice soud policie strana svaz ' +
    'министерство совет комиссия университет больница суд банк федерация союз полиция дума партия компания агентство институт фонд ' +
    'міністерство рада комісія університет лікарня федерація спілка поліція партія компанія агентство інститут ' +
    'bakanlığı üniversitesi belediyesi partisi bankası kurulu mahkemesi birliği',
)

/** Ends of one-word names of bodies, in languages that write words together. */
export const BODY_ENDS =
  /(?:ministerium|bundesamt|landesamt|behörde|verband|gewerkschaft|partei|universität|gesellschaft|gericht|zeitung|stiftung|klinikum|departementet|ministeriet|förbundet|ministerie|vakbond|universiteit)$/

/** Words beside a name that say what it is: "die Firma Nordlager", "le syndicat Rail Uni". */
export const BODY_NOUNS = words(
  'company firm group union agency bank newspaper broadcaster airline charity club firma konzern unternehmen gewerkschaft agentur zeitung verein sender bank partei ' +
    'syndicat entreprise société groupe agence journal club compagnie parti empresa sindicato grupo agencia diario periódico compañía partido club ' +
    'azienda sindacato gruppo agenzia giornale società squadra partito sindicato jornal bedrijf vakbond krant företaget bolaget facket ' +
    'firma spółka związek agencja gazeta partia компания партия агентство газета компанія партія',
)

/** Words before the name of a place: "the city of Lyon", "река Тарн". */
export const PLACE_NOUNS = words(
  'cerca près vicino perto nahe environs alrededores city town village river lake port island county province region district suburb mount cape stadt dorf ort gemeinde fluss see insel ' +
    'ville village commune fleuve lac île ciudad pueblo localidad municipio río lago isla provincia città paese comune fiume isola regione ' +
    'cidade vila aldeia rio ilha município stad dorp rivier eiland staden byn ön floden kommune miasto mieście wieś wsi rzeka jezioro ' +
    'město obec řeka город города городе городу село селе посёлке река озеро область області місто місті мiсто село річка',
)

/** Words that end or begin the name of a place. */
export const PLACE_WORDS = words(
  'dam river lake mount mountain mountains hills valley bay island islands street avenue road square bridge airport park desert peninsula ocean sea strait ' +
    'canal county province harbour coast heights falls forest beach springs',
)

/** Words of which no person's name is made: a run with one of them is something else. */
export const NO_PERSON = words(
  'state states games cup championship championships festival war peace act bill law treaty agreement deal plan report project operation day week ' +
    'street news google facebook twitter youtube american americans british french german italian spanish russian ukrainian chinese japanese korean ' +
    'indian iraqi iranian israeli palestinian syrian turkish kurdish saudi afghan mexican canadian australian european african asian arab islamic ' +
    'christian jewish muslim sunni shia catholic protestant democratic republican northern southern eastern western central national international ' +
    'global royal federal',
)

/** Words after which "Maria" is no given name: "San Juan", "Port Louis". */
export const SAINTS = words('san santa santo são st saint sainte sankt port puerto fort new mount cape lake')

/** Words before the name of a place, by language; where they stand before people as well, the given name decides. */
export const PLACES_AFTER: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words('in aus nach bei'),
  fr: words('à en vers depuis'),
  es: words('en desde hacia'),
  it: words('a in da'),
  pt: words('em no na desde'),
  nl: words('in uit naar bij'),
  sv: words('i från till'),
  da: words('i fra til'),
  no: words('i fra til'),
  pl: words('w z do we ze'),
  cs: words('v z do ve ze'),
  ru: words('в из под во'),
  uk: words('у в з із до'),
}

/** Words that open a sentence and are no name. */
export const OPENERS = words(
  'the a an this that these those it its he she they we you i his her their our my your there here in on at by for from with without of to ' +
    'as but and or nor so yet if when while where who what why how which after before since until during under over between among amid ' +
    'against about above below near despite although though because however meanwhile moreover also then now still even only just ' +
    'not no yes one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands some many most all both each every another other such more less ' +
    'according ahead following earlier later last next today yesterday tomorrow once first second third asked speaking based given ' +
    'nobody somebody everybody anybody nothing something everything someone everyone anyone people officials police ' +
    'mr mrs ms dr is was are were be been has have had will would could should may might can do did does let get read see watch',
)

export const CALENDAR = words(
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december christmas easter ramadan ' +
    // Other languages that write days and months with a capital; without those that are names as well.
    'δευτέρα δευτέρας τρίτη τρίτης τετάρτη τετάρτης πέμπτη πέμπτης παρασκευή παρασκευής σάββατο σαββάτου κυριακή κυριακής ' +
    'ιανουάριος ιανουάριο ιανουαρίου φεβρουάριος φεβρουάριο φεβρουαρίου μάρτιος μάρτιο μαρτίου απρίλιος απρίλιο απριλίου μάιος μάιο ' +
    'μαΐου ιούνιος ιούνιο ιουνίου ιούλιος ιούλιο ιουλίου αύγουστος αύγουστο αυγούστου σεπτέμβριος σεπτέμβριο σεπτεμβρίου οκτώβριος ' +
    'οκτώβριο οκτωβρίου νοέμβριος νοέμβριο νοεμβρίου δεκέμβριος δεκέμβριο δεκεμβρίου χριστούγεννα πάσχα ' +
    'senin selasa rabu kamis jumat sabtu minggu januari februari maret juni juli agustus oktober desember ' +
    'isnin khamis jumaat ahad julai ogos disember ' +
    'jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili aprili agosti septemba oktoba novemba desemba ' +
    'pazartesi salı çarşamba perşembe cumartesi şubat mayıs haziran temmuz ağustos aralık',
)

/** Words before the name of a place. */
export const PLACE_PREPOSITIONS = words('in near outside across around throughout inside')

/** Bodies' names in capitals are known by their capitals; these few are countries. */
export const COUNTRY_LETTERS = words('us usa uk uae gb')

/** And these are currencies, or stand before an amount: "RM45". */
export const CURRENCIES = /^(?:usd|eur|gbp|jpy|cny|rub|uah|pln|czk|huf|chf|idr|myr|vnd|tp|(?:rm|rp|kes|tsh)\d*)$/

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
    'czech republic,hong kong,europe,africa,asia,' +
    'deutschland,österreich,schweiz,frankreich,italien,spanien,polen,russland,türkei,griechenland,england,großbritannien,niederlande,belgien,' +
    'dänemark,schweden,norwegen,finnland,tschechien,ungarn,rumänien,europa,afrika,asien,amerika,ägypten,syrien,libanon,irak,indien,japan,' +
    'allemagne,autriche,suisse,italie,espagne,pologne,russie,turquie,grèce,angleterre,belgique,suède,norvège,algérie,maroc,tunisie,égypte,' +
    'liban,syrie,chine,inde,japon,brésil,mexique,alemania,francia,italia,españa,polonia,rusia,turquía,grecia,inglaterra,bélgica,suecia,' +
    'marruecos,méxico,brasil,perú,germania,spagna,svizzera,grecia,inghilterra,turchia,russia,cina,giappone,ucraina,alemanha,frança,itália,' +
    'espanha,rússia,ucrânia,angola,moçambique,duitsland,frankrijk,italië,spanje,rusland,oekraïne,nederland,belgië,tyskland,frankrike,' +
    'sverige,danmark,norge,polska,ryssland,ukraina,niemcy,francja,rosja,włochy,czechy,česko,německo,polsko,ukrajina,' +
    'россия,украина,германия,франция,италия,испания,польша,китай,япония,индия,турция,беларусь,казахстан,сша,россии,украины,германии,китая,' +
    'україна,росія,німеччина,польща,україни,росії,türkiye,almanya,fransa,rusya,ukrayna'
  ).split(','),
)
