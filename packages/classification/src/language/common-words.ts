/**
 * Frequent words of languages that the n-gram detector does not know: mostly particles, pronouns and conjunctions, and a few
 * words that news uses every day. A word that is frequent in two of them stands in both.
 */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  af: `die is nie het en vir wat van hy sy hulle ons met aan ook om te dat was sal kan word nog deur as hierdie daar maar na
    oor uit moet baie meer toe net hom haar gesê se tydens volgens mense jaar`,
  cy: `yn y yr o ac ar i mae bod wedi ei eu gan am fod ei'n sydd oedd nid na hyn ond hefyd gyda dros cael wrth roedd fel un
    ddim gwaith flynedd bobl`,
  ga: `agus an na ar ag go bhí leis sé sí is i le don den atá faoi mar ach nach chuig ó bhfuil níl siad seo sin a bheith raibh
    dúirt bliain daoine`,
  ha: `da na ta ya a ne ce ba ga sun wani wata cikin domin don kuma cewa shi ita su yi yana tana suna wannan za an kan mai
    masu sai amma idan inda lokacin shugaban jihar kasar ƙasar mutane bayan daga zuwa yadda wasu haka ranar kamar har wanda
    wadda waɗanda bai kai babban gwamnati gwamnan najeriya yau shekara 'yan yan ake aka ana ta'addanci kungiyar ƙungiyar tsohon
    sabon abin abu mutum hukumar ministan kwallon daya`,
  ig: `na nke ndị ya bụ nwere n ka si dị a maka ga ha gị onye mere kwuru ihe ọ o ọzọ site mgbe naijiria steeti ọchịchị gọọmentị
    gọvanọ otu ebe ahụ ahu ndi bu nwa mmadụ mmadu afọ kwa kwụrụ obodo abụọ so nọ no dika dịka ekwuola kpatara iji banyere
    n'ime anyị anyi ugbu unu mana ma kwesịrị eze egwu gbasara onyeisi nigeria ego megide ụlọ ndụ oge ike nweta egbu ọnwụ
    mbụ nzuko kwuo gburu agbọghọ nwoke nwanyị`,
  ln: `na ya ba mpe ete oyo yango ezali bazali kasi mpo bato mokonzi ekolo mboka nde soki likambo biso bango bino nga yo ye kati
    lokola te moko nyonso ndenge liboso nsima sika tango wana azali azalaki bazalaki ntango eza to na kobima mosala ndako leta
    moto bana mwasi mibali mikolo mokolo mibale misato ndembo molongani masolo makambo minisele elongo kino epai`,
  lg: `mu ku nga era okuva ne n'abantu abantu okusinga kya bya gwa wa ba ya ga nti oba naye kubanga abalala ono ye bwe bw'
    nnyo omu bonna ekya eky ebya eby gye gavumenti pulezidenti minisita poliisi uganda kampala omuntu emyaka omwaka wabula
    okukola okutuuka n'okukola olwa olw eri ate ezze yagambye agamba bali mukama eggwanga ssente wano awo byonna baana omwana
    abaana abazadde amawulire abadde babadde obulwadde kati omusajja omukazi lwaki omulamuzi ebbiri bannayuganda`,
  om: `fi kan akka irratti ni isaa keessa waan kun ta'e ture kana hin bara gara yoo namoota nama haa isaan jedhan jedhe jiru jira
    hojii mootummaa oromiyaa itoophiyaa biyya waliin irraa ture ta'uu keessatti bulchiinsa uummata ummata ammoo garuu booda dura
    biraa hunda tokko lama sababa ibsan ibsame himan ministira pirezidaantii waggaa guyyaa qaba qabu godina magaalaa taphattoota
    ol kanaan isheen inni nuti isin maaliif maal akkamitti dhibee ijoollee dubartoota haadha abbaa nageenya humna waraanaa
    kanneen sana erga`,
  rn: `mu ku na ya wa ba bwa bya ca co ko kandi uwo abo ubu ivyo iyo nk' nka ariko mugabo ngo kuri muri uko aho hamwe cane
    cyane abantu umuntu burundi reta umukuru igihugu abarundi umunsi imyaka umwaka intara ivya vy kugira kuko kugirango bari
    yari ari ni si iki ico abandi ishirahamwe umugambwe komine ubwo bamwe harimwo kw'uko nuko yavuze avuga bavuga ryo rya abana
    umwana abagore umupira bujumbura indwara amafaranga igihe ntakirutimana leta`,
  sn: `kuti ne uye asi kana pa pamusoro mu mune ku kuna kwe kwa che cha zvi zva zve iyo izvi vanhu munhu nyika zimbabwe hurumende
    mutungamiri vakati akati zvakare zvinhu kubva kusvika nekuti nokuti ichi uyo avo ava iye ivo isu imi gore makore vana mwana
    mukuru vakadzi varume nhasi nezvuro zuva mazuva apo ndiko ndivo nguva zvikuru vari ari iri ichiri akange vange yakati
    zvinoreva zvichiri zvokuti kuita kuenda kutaura akataura vakataura anoti vanoti zvichida muno munyika nedzimwe
    dzimwe pakati panguva gurukota mudzimai mwedzi achiti vachiti wezvemitambo zvemauto kwavo kwake havana haana mutambo nhabvu harare mapurisa mari chirwere hutano chikoro basa zvikwata ku-harare va vaya vamwe`,
  so: `ayaa iyo oo in ku ka u la waa ah uu ay si waxa waxaa soo lagu laga loo kale ee isagoo iyada markii marka sida dalka
    madaxweynaha soomaaliya somalia xukuumadda dowladda magaalada muqdisho kadib balse hase yeeshee waxay waxuu wuxuu ma
    mid badan dhexe guud wasiirka sheegay sheegtay ciidamada dadka qof sanad maanta xilli isla halka intii inuu inay aan aad
    wuxu doorashada golaha kooxda ciyaaraha ciyaaryahan kubadda gobolka hadalka caafimaadka`,
  sw: `na ya wa kwa katika ni za la kuwa hiyo huo hii hizo cha vya alisema amesema wakati baada kutoka lakini ambao ambayo ambaye
    hayo watu mtu serikali rais nchi mwaka miaka siku kama hata pia kila wote yote zaidi huku ili tu bila juu ndani bado tayari
    ndiyo hapana yake wake wao yao zao kwamba sana kenya tanzania waziri mkuu polisi mmoja wengine nyingine mwanamke mtoto watoto
    timu klabu mchezo mechi kikosi mchezaji afya ugonjwa fedha biashara wiki jana leo dhidi kuhusu hadi pamoja jinsi`,
  ti: `ናይ ኣብ እዩ እቲ ካብ ከምዝ ነቲ እዚ ግን ድማ ናብ እታ ኣብዚ እቶም ነዚ ወይ ምስ እውን እዮም እያ ዘሎ ነበረ ኣሎ ኣለዋ ኣለዉ ህዝቢ ትግራይ ኤርትራ ዝነበረ ካልእ ብዙሓት ንምዃን ክሳብ ድሕሪ ቅድሚ
    ብምባል ገሊጹ ገይሩ ኢሉ ኣሎዎ ሓደ ክልተ ሰባት ሰብ ዓመት መንግስቲ ኣይኮነን የለን ኢዩ ኢዮም ዝኾነ ከም እንታይ ስለ ዘለዉ ዘለዎ ግዜ`,
  xh: `ukuba kwaye okanye ngoku ke le lo aba oku abantu umntu kodwa xa nje kuba njengoko emva phambi kwi kwe nge ye la zi bakhe
    wakhe yakhe uthe uthi bathi emzantsi afrika urhulumente umongameli iminyaka unyaka usuku namhlanje izolo kakhulu kunye phantsi
    phezu apho apha esi ezi abo umdlalo ibhola iqela amapolisa isebe abafundi isikolo umama utata umntwana abantwana ukwenza
    ngokutsho ngokwenza abathathi abasebenzi ukufumana kwelizwe ilizwe lwezwe oorhulumente umphathiswa isigqibo ixesha
    amaxesha eminye imali yezemali impilo isifo izifo ukusuka bekunye ngaphambili ezinye abanye amanye iqela namaqela ubomi
    ukukhusela nangona ngenxa malunga ngaphandle nokuba kungekudala yena bona thina eli elo eyona into izinto inxaxheba`,
  zu: `ukuthi kodwa futhi noma ngoba uma lapho lokhu lezi laba abantu umuntu eningizimu uhulumeni umongameli iminyaka unyaka
    namuhla izolo kakhulu kanye phezu phansi uthe uthi bathi amaphoyisa iqembu umdlalo ibhola isikole ngesikhathi ngemuva
    kuleli kule lesi yena bona thina okuthiwa ngokusho bese`,
  pcm: `dey wey sey dem don di una wetin dis dat im tok pipol make fit neva abi wan sabi nor wia dia oda go chop pikin comot dose
    afta bifor becos kontri goment nigerian tins tori enta moni waka hapun foto ontop tok-tok beta gats oga naija dia don people
    sef inside follow for na how e`,
}

/**
 * Of a language that is close to another, the words that the other does not have, those that it has too but seldom (they
 * count in long texts only), and letters that the other hardly uses.
 */
export const TELLING_WORDS: Readonly<
  Record<
    string,
    { readonly of: string; readonly words: string; readonly weak: string; readonly letters: RegExp | null }
  >
> = {
  pcm: {
    of: 'en',
    words: `dey wey sey wetin tok pipol neva abi sabi wia dia oda pikin comot afta bifor becos kontri goment tins tori enta moni
      hapun ontop gats oga naija sef dem`,
    weak: 'don una dis dat im wan beta nah waka',
    letters: null,
  },
  ti: {
    of: 'am',
    words: `ናይ ኣብ እዩ እቲ ካብ ነቲ እዚ ድማ ናብ እታ ኣብዚ እቶም ነዚ ምስ እውን እዮም እያ ዘሎ ኣሎ ህዝቢ ትግራይ ኤርትራ ዝነበረ ክሳብ ድሕሪ ቅድሚ ኢሉ ሓደ ሰባት ዓመት መንግስቲ የለን ኢዩ ዝኾነ
      እንታይ ስለ ዘለዉ ዘለዎ ግዜ ኣይኮነን`,
    weak: '',
    letters: /[ኣቐቑቒቓቕቖኸኹዃኽኾ]/,
  },
}
