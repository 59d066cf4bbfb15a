import type { LocalWords } from './local-words.ts'

/** Indonesian and Malay. */
export const AUSTRONESIAN: LocalWords = {
  titles:
    'hakim jaksa peguam pengacara bapak ibu pak bu saudara tuan puan encik cik datuk dato dato’ datin tan tun pelatih jurulatih penyerang kapten jenderal jeneral kolonel haji hajah ustaz ustad kyai prof profesor jurubicara',
  offices:
    'menteri presiden gubernur bupati wali walikota ketua direktur kepala sekretaris perdana timbalan pengerusi pengarah gabenor naib wakil komisaris kapolda kapolres kapolri panglima anggota komisioner pesuruhjaya timbalan duta juru',
  given:
    'abdul abdullah achmad adi aditya agung agus ahmad aisyah ajeng aminah anas andi andika anies anwar ani ani arief arif ayu azlan azman bambang bayu budi chandra citra darmawan deddy dedi dewi dian dimas diah dwi edi eka eko endang erick faisal fajar farah fatimah fauzi fitri ganjar gita hadi hafiz hasan hendra hendri heru hidayat husin imran indah indra irfan ismail ita iwan joko johan jusuf kamal kartika khairul khofifah krisna lestari lukman luhut maharani mahathir maimunah mega megawati mohamad mohd muhammad muhyiddin mulyadi najib nadiem nik noraini norhayati nur nurul nurhayati prabowo pratama prasetyo puan puji putri putra rahmat rahman rama ratna reza ridwan rini rizal rizki rudi rudy rosmah salleh samsul saiful sandiaga sari satria setya shafie siti slamet sofyan sri subianto sugeng suharto sukarno sulaiman sunarto supriyadi suryo susi susilo suryadi syed sutrisno taufik tengku teguh tito tri triyono tuti umar utami veronica vina wahid wahyu wati wawan widodo wiwik yanto yati yoga yohanes yudi yuni yusof yusuf zainab zainal zaini zulkifli zulkarnain rajesh lim tan wong lee ong goh',
  isFirstAlone: true,
  placeWords: 'tengah timur barat utara selatan pulau gunung sungai kepulauan kalimantan sumatera jawa sulawesi',
  places:
    'jakarta surabaya bandung medan semarang makassar palembang yogyakarta denpasar bali aceh papua banten lombok perak johor kedah kelantan pahang selangor melaka sabah sarawak terengganu perlis putrajaya kuala_lumpur ipoh penang kuching kota_kinabalu singapura london tokyo beijing washington moskow kyiv',
  bodyWords:
    'kementerian pengadilan mahkamah universitas universiti jabatan persatuan syarikat polri polda polres pt tbk bank badan lembaga komisi suruhanjaya majelis majlis dewan partai parti rumah-sakit hospital yayasan institut dinas kejaksaan mahkamah kepolisian palang polis pdrm tni perusahaan sdn bhd',
  bodyNouns: 'perusahaan syarikat partai parti harian koran akhbar agensi kantor',
  placeNouns:
    'kota kabupaten provinsi desa kecamatan pulau sungai gunung danau daerah negeri bandar kampung kampong wilayah bandaraya',
  placesAfter: 'di dari ke',
}

export const SWAHILI: LocalWords = {
  titles:
    'jaji wakili bi bw bibi bwana dkt daktari profesa prof mheshimiwa mhe jenerali kamanda kanali sheikh askofu mchungaji meja inspekta kocha mwalimu mfanyabiashara mwanaharakati',
  offices:
    'rais waziri meya gavana mbunge seneta mkurugenzi mwenyekiti katibu msemaji spika balozi naibu makamu mkuu kamishna kiongozi',
  given:
    'abdallah abdi abdul abdulla ali amani amina anna anne asha ayub baraka bakari benjamin charles daudi david edward elizabeth emmanuel esther fatma fatuma faith francis freeman george grace habiba halima hamisi hassan hussein ibrahim isaac ismail jakaya james jane janet jane january john joseph joyce juma julius kassim khadija kipchoge lucy magdalena makame maria mariam martha mary mohamed mohammed moses musa mwajuma mwanaisha neema njeri omar omari otieno wanjiku wanjiru wambui paul peter philip raila rajabu ramadhani rashid rehema ruth said saida salim salma samia samson samuel sarah seif shaban stephen suleiman susan tundu uhuru wangari william yusuf zainabu zawadi zuhura',
  bodyWords:
    'wizara mahakama benki chama shirika tume jeshi chuo kampuni bunge serikali polisi hospitali mamlaka umoja taasisi baraza idara',
  bodyJoiners: 'ya wa cha la za kuu',
  bodyNouns: 'kampuni shirika gazeti chama klabu',
  placeNouns: 'mji jiji mkoa kisiwa kijiji wilaya kaunti mto mjini kijijini jijini mkoani wilayani kisiwani',
  places:
    'nairobi mombasa kisumu nakuru eldoret dodoma dar_es_salaam arusha mwanza zanzibar unguja pemba mbeya tanga morogoro kigoma kampala kigali bujumbura goma london washington',
  joiners: 'es',
  placesAfter: 'huko mjini jijini mkoani kutoka nchini',
}

/** A run of capitals that begins with a family name is a person's. */
export const VIETNAMESE: LocalWords = {
  titles: 'ông bà anh chị cô luật sư bác tướng',
  given:
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan lam truong dao luong quach kieu luu mac tong mai phung vuong dam nghiem',
  notGiven: 'theo',
  places:
    'hà_nội đà_nẵng hải_phòng huế cần_thơ nha_trang đà_lạt vũng_tàu quảng_ninh nghệ_an thanh_hóa bình_dương đồng_nai khánh_hòa sài_gòn tp_hồ_chí_minh hồ_chí_minh bắc_kinh tokyo london paris mỹ nga trung_quốc',
  bodies:
    /(?<!\p{L})Bộ (?:Y tế|Tài chính|Công an|Quốc phòng|Ngoại giao|Giáo dục(?: và Đào tạo)?|Giao thông(?: Vận tải)?|Xây dựng|Công Thương|Tư pháp|Nội vụ|Nông nghiệp|Lao động|Văn hóa)|(?<!\p{L})(?:[Cc]ông ty|[Tt]ập đoàn|[Nn]gân hàng|[Đđ]ại học|[Bb]ệnh viện|[Tt]òa án nhân dân|[Cc]ông an|[Vv]iện kiểm sát nhân dân|UBND)(?: (?:TP|tỉnh|thành phố|huyện|quận))?(?: \p{Lu}[\p{L}\p{M}]*){1,4}/gu,
  placesAfter: 'tại ở từ đến vào',
  placeNouns: 'phố tỉnh huyện quận xã phường đảo sông thôn',
}
