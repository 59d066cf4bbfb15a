import type { LocalWords } from './local-words.ts'

export const TURKISH: LocalWords = {
  titles:
    'savcı savcısı avukat avukatı hakim yargıç doktor dr profesör prof kaptan teknik direktör antrenör general albay komiser müftü sayın başkan bakanı başkanı cumhurbaşkanı başbakanı valisi sözcüsü müdürü milletvekili genel lideri',
  given:
    'adem adnan ahmet ali alp arda asli ata ayhan aylin ayten aysegul baris berk betul burcu can canan cengiz cihan derya dilek ebru ece ege ekrem elvan engin ercan erdal erdogan erkan erol esra fatih ferhat fikret filiz furkan gamze gizem gokhan gonul gulsen hasan hande hilal hulya ibrahim ilhan ilker irem ismail kadir kaan kamil kerem kerim koray levent leyla mahmut melis meltem mert metin mine muharrem musa nazli necati nihat nilgun nur okan oguz onur osman ozan ozge ozlem pinar ramazan rasim riza sabri salih sedat seda selim selin selma semih serkan sevgi sezen sibel sinan suat suleyman sule tamer tarik tolga tuba tugba tugce tulay turgut ufuk ugur umit vedat volkan yasemin yasar yavuz yelda yusuf zafer zehra zeki',
  bodyWords:
    'bakanlığı belediyesi bankası üniversitesi partisi kurulu kurumu mahkemesi birliği derneği vakfı federasyonu emniyet müdürlüğü valiliği başkanlığı meclisi hastanesi ajansı şirketi holding sendikası',
  locative: /^['’](?:da|de|ta|te|daki|deki|taki|teki)$/u,
  isSuffixApart: true,
  places:
    'ankara istanbul izmir antalya bursa adana konya trabzon gaziantep diyarbakır mersin kayseri eskişehir samsun van hatay malatya erzurum londra paris berlin moskova kiev washington brüksel atina şam tahran',
}

export const GREEK: LocalWords = {
  titles:
    'κ. κύριος κυρία δήμαρχος δημάρχου δήμαρχο δικηγόρος δικηγόρου εισαγγελέας εισαγγελέα δικαστής ανακρίτρια πρόεδρος πρόεδρο προέδρου πρωθυπουργός πρωθυπουργού πρωθυπουργό περιφερειάρχης περιφερειάρχη βουλευτής βουλευτή εκπρόσωπος καθηγητής καθηγήτρια ' +
    'διευθυντής διευθύντρια προπονητής προπονητή αρχηγός καπετάνιος πλοίαρχος στρατηγός γιατρός συγγραφέας ηθοποιός σκηνοθέτης μητροπολίτης αρχιεπίσκοπος αστυνόμος γραμματέας βασιλιάς καγκελάριος',
  offices: 'υπουργός υπουργού υπουργό υφυπουργός υφυπουργού αναπληρωτής',
  given:
    'αγγελος αγγελικη αθανασιος αθηνα αικατερινη αλεξανδρος αλεξης αλεξανδρα αλεκος αναστασια αναστασιος ανδρεας αννα αντωνης αντωνιος αποστολος αρης αργυρης βαγγελης βασιλης βασιλειος βασιλικη γεωργια γεωργιος γιαννης γιωργος γρηγορης δημητρα δημητρης δημητριος δεσποινα ' +
    'διονυσης ειρηνη ελενη ελισαβετ ελευθεριος ευαγγελια ευαγγελος ευα ζωη ηλιας θανασης θεοδωρος θοδωρης ιωαννα ιωαννης κατερινα κωνσταντινος κωνσταντινα κωστας κυριακος λευτερης λεωνιδας λουκας μακης μανωλης μαρια μαρινα μαριος μιχαλης μιχαηλ μιλτιαδης νικη νικος νικολαος νατασα ' +
    'ντινα ολγα παναγιωτης παναγιωτα παυλος παρασκευη περικλης πετρος ραφαηλ σοφια σπυρος σταθης σταυρος στελιος στεφανος σωτηρης σωκρατης τασος τακης φανη φωτεινη φωτης χαρης χαραλαμπος χρηστος χριστινα χριστος χρυσουλα',
  bodyWords:
    'υπουργείο υπουργείου υπουργεία τράπεζα τράπεζας τράπεζες ένωση ένωσης πανεπιστήμιο πανεπιστημίου δήμος νοσοκομείο νοσοκομείου αστυνομία βουλή βουλής κόμμα δημοκρατία δικαστήριο συμβούλιο επιτροπή οργανισμός ομοσπονδία σύλλογος περιφέρεια αρχή εταιρεία όμιλος ίδρυμα πάγος λιμενικό σώμα',
  bodyNouns:
    'εταιρεία εταιρείας εταιρία εταιρίας εφημερίδα εφημερίδας πρακτορείο πρακτορείου όμιλος ομίλου κόμμα κόμματος τράπεζα',
  placeNouns: 'πόλη πόλης χωριό νησί νησιού νομός νομού ποταμός ποταμού λίμνη δήμο δήμου',
  placesAfter: 'στη στην στο',
  places:
    'αθήνα θεσσαλονίκη πάτρα λάρισα ηράκλειο βόλος ιωάννινα χανιά ρόδος κρήτη κέρκυρα λευκωσία κύπρος πειραιάς μακεδονία θράκη αττική πελοπόννησος βρυξέλλες παρίσι λονδίνο βερολίνο μόσχα κίεβο ουάσινγκτον ρώμη άγκυρα ευρώπη',
  stemming: [[/(?:ους|ου|ος|ον|ης|ες|ας|εις|ο|η|α|ε|ων)$/, '']],
  nominative: /ς$/,
}

export const HUNGARIAN: LocalWords = {
  given:
    'adam adel adrienn agnes agota akos aladar alexandra alfred aliz anett aniko anna antal anita arpad aron attila balint barbara barnabas beata bea bela benedek bernadett bertalan boglarka brigitta csilla daniel david dora dorina edina edit emese emil emma endre erika erno ervin erzsebet eva fanni flora frigyes gabriella gaspar gellert geza gizella greta gyongyi hajnalka henrik ilona ildiko iren jakab janka jeno jolan julia julianna kalman karoly kata kinga klara kornel kristof lajos lili lilla lorand lorinc marcell margit maria marianna mark marta marton mate matyas melinda mihaly monika nandor nikolett nora noemi orsolya oszkar pal petra piroska reka rita robert roland rozalia sara sarolta szabolcs szilard szilvia timea tivadar tunde vera veronika vilmos vince virag viktoria zita zoltan zsofia zsombor zsuzsa',
  places:
    'budapest debrecen szeged miskolc pécs győr nyíregyháza kecskemét székesfehérvár szombathely szolnok eger veszprém sopron zalaegerszeg brüsszel bécs london párizs berlin moszkva kijev washington pozsony varsó európa balaton',
  isGivenLast: true,
  isFirstAlone: true,
  bodyWords:
    'minisztérium minisztériuma törvényszék törvényszéken kúria bíróság ügyészség ügyészségen egyetem egyetemen kórház kórházban bank bankot banknak párt szövetség unió unióban bizottság tanács egyesület alapítvány rendőr-főkapitányság önkormányzat főigazgatóság igazgatóság hivatal intézet zrt nyrt kft parlament',
  locative: /(?:ban|ben)$/u,
  stemming: [
    [/(?:nak|nek|val|vel|hoz|hez|rol|tol|bol|ban|ben|nal|nel|ert|ra|re|ba|be|on|en|ot|et|at)$/, ''],
    [/t$/, ''],
  ],
}

export const FINNISH: LocalWords = {
  areNamesOfTwo: true,
  titles:
    'syyttäjä asianajaja puolustusasianajaja presidentti pääministeri ministeri liikenneministeri ulkoministeri valtiovarainministeri sisäministeri puolustusministeri oikeusministeri kaupunginjohtaja pormestari kansanedustaja toimitusjohtaja johtaja puheenjohtaja tiedottaja ' +
    'tuomari professori tutkija tutkijatohtori päävalmentaja valmentaja komisario rikoskomisario ylikomisario kapteeni kenraali eversti piispa arkkipiispa pääsihteeri asiantuntija ekonomisti pääekonomisti kirjailija ohjaaja näyttelijä laulaja lääkäri ylilääkäri rehtori suurlähettiläs analyytikko liittokansleri',
  given:
    'aarne aleksi anja anna anni annika anneli anssi ari armi arto asta atte eemeli eija eila eino elina emilia emma erkki esko harri hannu heidi heli helena helmi henna henri iida iiro inari inka irma ismo jaakko jaana janne jarmo jarno jenni jere jesse joel johanna joni joonas jouko jouni juho jukka-pekka julia jussi jyrki kaarina kalle katri kauko kimmo kirsi kirsti krista laura lasse lauri lea leo lotta maarit maija maria marjo marjatta marko markku markus martti matias merja mervi mia miia mikael mikko minna mira miro niina niko noora nora oskari outi paivi paula pauli pentti perttu petteri piia pia raija raimo reijo reino riikka risto ritva roope sakari salla sami samuli sari satu seija simo sini sirpa sofia suvi taina taneli tanja tarmo teemu tero terhi tiina timo toni tommi topi tuija tuula tuomo tuukka tytti ulla urho valtteri veera veikko veli-matti venla viljami ville virpi vuokko',
  bodyWords:
    'käräjäoikeus käräjäoikeuden hovioikeus hovioikeuden yliopisto yliopiston yliopistossa keskuspankki pankki pankin unioni unionin liitto poliisilaitos poliisi keskusrikospoliisi rajavartiolaitos puolustusvoimat eduskunta eduskunnan sairaala keskussairaala puolue oy oyj ab yhtiö virasto laitos invest investin group groupin',
  locative: /(?:ssa|ssä)$/u,
  stemming: [
    // "Salonen" is "Salosen", "Kuopio" is "Kuopioon".
    [/nen$/, 's'],
    [/se(?=(?:n|lla|lle|lta|ssa|sta|ksi|na|a)$)/, 's'],
    [/([aeiouy])\1n$/, '$1'],
    [/(?:ssa|sta|lla|lta|lle|ksi|hin|in|en|ta|na|n|a)$/, ''],
    [/([aeiouy])\1$/, '$1'],
    [/[aeiouy]$/, ''],
  ],
  nominative: /nen$/,
  places:
    'helsinki espoo tampere vantaa oulu turku jyväskylä lahti kuopio pori lappeenranta vaasa rovaniemi lappi uusimaa pirkanmaa tukholma moskova lontoo pariisi berliini bryssel kiova washington eurooppa',
  bodies:
    /(?<!\p{L})\p{Lu}\p{Ll}+n (?:käräjäoike|hovioike|yliopist|poliisilaito|laito|keskuspank|pank|unioni|keskussairaal)\p{Ll}{0,8}|(?<!\p{L})\p{Ll}{3,20}ministeriö(?:n|ssä|stä|lle)?(?!\p{L})/gu,
}
