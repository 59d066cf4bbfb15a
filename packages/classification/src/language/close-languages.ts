/**
 * Languages that the n-grams do not know, or take for one another, by what tells them apart: letters that only one alphabet has,
 * and words that only one of several close languages uses every day. A word with "*" stands for all that begin with it.
 */

/** Letters that decide: a text of which TELLING_LETTERS_SHARE_MIN are such letters is in that language. The first that fits wins. */
export const TELLING_LETTERS: readonly {
  readonly code: string
  readonly letters: RegExp
  /** Letters of another alphabet that has those, too. */
  readonly without?: RegExp
}[] = [
  { code: 'tg', letters: /[ҷӣӯҳ]/gu, without: /ў/u },
  { code: 'ba', letters: /[ҙҫҡ]/gu },
  { code: 'tt', letters: /[җәһ]/gu, without: /[қғұ]/u },
  { code: 'uz', letters: /[ўқғҳ]/gu, without: /[іыұә]/u },
  { code: 'kk', letters: /[қғұәңһ]/gu },
  { code: 'mn', letters: /[өү]/gu, without: /ң|(?<!\p{L})(?:жана|менен|кийин|үчүн|деди|деп|болгон)(?!\p{L})/u },
  { code: 'ky', letters: /[ңөү]/gu },
  { code: 'sd', letters: /[ٻڀٿٽڃڇڊڍڌڏڙڦڪڳڱڻ]/gu, without: /[ٹڑں]/u },
  { code: 'ps', letters: /[ټډړږښڅځڼۍې]/gu, without: /[ەۈۆ]/u },
  { code: 'ug', letters: /[ۈۆۋې]/gu, without: /[ڕڵێ]/u },
  { code: 'as', letters: /[ৰৱ]/gu },
  { code: 'mt', letters: /[ħġċ]/gu, without: /[łđćč]/u },
  { code: 'eo', letters: /[ĉĝĥĵŝŭ]/gu },
]

/** Share of a text's letters from which they tell: every language has one in thirty or more of its own. */
export const TELLING_LETTERS_SHARE_MIN = 0.02

/**
 * Of texts that the n-grams give one code: which of several languages has most of its own words there.
 *
 * `others`: what it is if none has any.
 */
export const CONTESTS: Readonly<
  Record<string, { readonly others: string; readonly words: Readonly<Record<string, string>> }>
> = {
  hr: {
    others: 'hr',
    words: {
      hr: `tko netko nitko gdje vrijeme vremena mjesto mjesta tijekom tisuć* sigurnos* također uvjet* siječnja veljače ožujka
        travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca vlak* nogomet* općin* izvješć* predsjedni*
        priopć* dio svijet* čovjek* djec* uvijek cijen* tjed* europ* hrvatsk* vijest* zagreb* povijes* glazb* kazališ* sveučiliš*
        izvijest* zrakoplov* tvrtk* snijeg* mjesec* rijek* liječni* lijek* pobjed* zahtjev* primjer* unatoč premijer* prijedlog* prije poslije uspjeh* ovdje ondje htio vidjeti smije vjer*`,
      sr: `posle vreme mesto mesta nedelj* gde negde ko niko neko šta sve pre ovde onde hiljad* bezbednos* takođe uslov* tokom
        januara februara aprila juna jula avgusta septembra oktobra novembra decembra opštin* voz vozov* fudbal* izvešta*
        predsedni* saopšt* deo svet svetsk* čovek* dec* uvek cen* mlek* video videti hteo evrop* srbij* srpsk* beograd* vest*
        istorij* muzik* pozorišt* univerzitet* avion* predlog* uspeh* smeju ver* zvaničn* obaveštajn* sednic* odeljenj* reč* celo*
        ponedelj* sred* leto* razume* sneg* snežn* mesec* lekar* lekov* talas* pobed* bezbedn* zahtev* primer* reke reci`,
      bs: `ko neko niko šta tokom sedmic* hiljad* evrop* saopć* historij* lahko sarajev* bosn* bih federacij* kanton* hercegov*
        izvješta* izvještaj* opći* općin* januara februara aprila juna jula augusta septembra oktobra novembra decembra također
        vrijeme mjesto gdje prije poslije dio svijet* čovjek* djec* uvijek cijen* vijest* predsjedni* ovdje nogomet* tužilaš*
        sigurnos* univerzitet* fudbal* muzik* avion* snijeg* mjesec* rijek* liječni* lijek* pobjed* zahtjev* primjer*`,
    },
  },
  ms: {
    others: 'id',
    words: {
      id: `bahwa karena bisa mengatakan adalah saat sudah polisi kantor mobil uang beberapa sementara warga presiden gubernur usai
        terkait sebesar hingga jika namun wilayah masyarakat pihak kepada wali jakarta indonesia rupiah rp bandara rabu jumat
        minggu desember januari februari maret mei juni juli agustus oktober provinsi kabupaten kecamatan menurutnya ujar ujarnya
        katanya tersebut korban tewas gempa mengungsi diduga pemerintah kebakaran kereta berbeda butuh menyebut sekitar
        pelatih pedagang timnas persen miliar triliun mahasiswa universitas pertandingan laga babak sopir truk mantan warganya`,
      ms: `bahawa kerana boleh berkata polis ialah wang kereta beliau daripada pelbagai mesyuarat pejabat iaitu manakala datuk seri
        tan ringgit rm negeri kerajaan bandar ketika semalam sekiranya mangsa maut tempatan malaysia kuala lumpur selangor johor
        pulau perdana ahad isnin khamis jumaat disember ogos mac jun julai april lapangan hospital katanya syarikat pasukan diarah
        bimbang selepas kekal berpindah pengerusi ketua jurucakap sukan anggota siasatan disyaki jabatan bomba
        skuad kebangsaan jurulatih peniaga persatuan pengguna kementerian kelab pelajar universiti bekas pemandu lori bilion peratus
        perlawanan pusingan`,
      ha: `da tare 'yan yan ne sun cikin wasan jihar ƙasar kasar zai yi wa don ku san bayan shugaban matan kan suka wani ci`,
      jv: `lan ing kanthi karo marang wis isih sing iki kuwi ora uga saka dening sawise supaya amarga menyang wong dina taun kutha
        kraton basa ujare kang bisa ana durung mung nalika`,
    },
  },
  pt: {
    others: 'pt',
    words: {
      pt: `não são também mais uma num numa hoje ontem disse já até após pela pelo pelas pelos com à às dos das anos muito houve
        foram está deputado governo polícia cidade`,
      gl: `non son tamén máis unha nunha dunha cunha dun cun nun hoxe onte dixo xa ata tras pola polas con á ás anos moi houbo
        foron está concello galicia galeg* xunta alcaldes* dende polo polos co cos coa coas xente xunto xuíz policía cidade
        mércores venres luns xoves sábado pechad* dixeron fixo sen despois`,
    },
  },
  es: {
    others: 'es',
    words: {
      es: 'los las el y una del con fue más también hoy ayer dijo ya hasta por lo su al no se han según',
      gl: `non tamén máis unha nunha dunha cunha dun cun hoxe onte dixo xa ata polo pola polos polas coa coas os á ás ao aos moi
        houbo foron dende xente concello xunta pechad* despois venres luns xoves`,
    },
  },
  xh: {
    others: 'xh',
    words: {
      xh: `ukuba kwaye okanye xa kuba nangona ukuze ngelixa apho ngoku malunga utshilo watsho batsho ii* oo* urh* irh* kurh* amapolisa*
        isithethi* umfazi abafazi ufumen* ufunyen* akukho kwakhona namhlanje abantwana iziphumo kwi* ngolwesibini`,
      zu: `ukuthi kuthiwa okuthiwa futhi noma ngoba uma lapho yize manje kanye amaphoyisa* ophenyo uphenyo umkhulumeli* engu
        owesifazane abesifazane owesilisa utholwe etholwe utholakale namuhla wathi ingane izingane isikhathi ngesikhathi
        ngolwesibili ngolwesithathu uhulumeni*`,
    },
  },
  sr: {
    others: 'sr',
    words: {
      sr: `је су са од у и да се који која које није али већ код током после пре што све био била био било рекао рекла саопштио`,
      mk: `и во на се со од не ги како што дека го ќе рече изјави според овој оваа исто така кои која биде беше бидат нема уште
        само откако поради меѓу вели соопшти градоначални*`,
    },
  },
  bg: {
    others: 'bg',
    words: {
      bg: `в е са с от ще че към през след това бе беше като но които който която той тя не съобщи каза само още`,
      mk: `во со дека ќе ги рече изјави според овој оваа исто кои биде бидат нема уште откако поради меѓу вели соопшти
        градоначални*`,
    },
  },
  hi: {
    others: 'hi',
    words: {
      hi: `है हैं था थी थे के की का में से ने को पर और यह कि एक भी नहीं गया गई कहा लिए साथ तक हो कर रहे रही`,
      ne: `छ छन् छैन थियो थिए भने भएको गरेको गरेका गर्न गर्ने हुने पनि तथा लागि भन्ने रहेको बताए जनाए अनुसार उनले आफ्नो यस त्यस र नयाँ बिहीबार
        आइतबार शुक्रबार नेपाल* काठमाडौं* मेयरले प्रधानमन्त्री* सरकारले भइरहेको दिएको हुन् गरिएको बन्द पछि`,
    },
  },
  mr: {
    others: 'mr',
    words: {
      mr: `आहे आहेत होते होता होती या व आणि ते तो ती की हे असे नाही केली केले केला सांगितले म्हणाले झाला झाली झाले मध्ये साठी पण`,
      ne: `छ छन् छैन थियो थिए भने भएको गरेको गर्न हुने पनि तथा लागि भन्ने रहेको बताए जनाए अनुसार नयाँ नेपाल* काठमाडौं* सरकारले गरिएको`,
    },
  },
  tr: {
    others: 'tr',
    words: {
      tr: 've ile için bu da de bir olarak yeni daha sonra çok gibi kadar ancak dedi etti oldu',
      uz: `va bilan uchun ham deb edi emas haqida keyin yangi qabul qildi qilindi boʻldi bo‘ldi bo'ldi boʻlgan bo‘lgan hokim* toshkent*
        oʻzbek* o‘zbek* o'zbek*`,
    },
  },
  he: {
    others: 'he',
    words: {
      he: 'של את על לא הוא היא כי גם עם זה אל כל או יותר אמר היום לאחר בין אם רק ראש',
      yi: `די דער דאס און איז אין צו האט האבן מיט פון פאר נישט ניט אויף אויך זיין זיינען געווען א אן ער זי מען ווי וואס ביי נאך
        געזאגט אבער איר זענען`,
    },
  },
  de: {
    others: 'de',
    words: {
      de: 'der die das und ist nicht von mit für ein eine dem den auch auf sich zu des im er sie hat wird nach bei',
      lb: `vun fir net ass dat dës déi gouf goufen huet hunn wéi ënner engem enger eng mat méi och awer sinn dem de d' zu no sot bei
        gëtt op iwwer leschten joer lëtzebuerg* nach hien datt wäert`,
    },
  },
}

/** Uzbek writes o and g with an apostrophe behind; few words are without one, and these stand in every text. */
export const UZBEK = {
  letters: /[og][ʻʼ‘’'`]/gu,
  words: new Set(
    'va bilan uchun bu ham deb edi emas haqida boʻlgan keyin kuni yil soʻm shahar toshkent hokimi dedi'.split(' '),
  ),
} as const
