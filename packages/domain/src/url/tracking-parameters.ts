/** Rules as data for query parameters. Names are lower case. Raise URL_RULES with every change. */

/** Names given out by analytics, advertising and mailing systems: they never choose a page. */
export const TRACKING_NAMES: ReadonlySet<string> = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik rdt_cid srsltid
  sscid irclickid irgwc clickid click_id clid ocid cmpid cmp_id cmp icid ncid s_cid scid xtor xts smid smtyp emc
  __twitter_impression __s _ga _gl _ke _openstat _bta_tid _bta_c trk_contact trk_msg trk_module trk_sid mkt_tok
  mkwid pcrid ef_id kwcid s_kwcid ml_subscriber ml_subscriber_hash wickedid wtrid wt_zmc wt_mc wt_ref gs_l gs_lcp gs_lcrp ved
  echobox dicbo sr_share guccounter guce_referrer guce_referrer_sig ref_src ref_url tracking_source feature si
  sharetoken share_token mbid __tn__ __cft__ __xts__ aem_kp rb_clickid hsctatracking ito fromrss
  sc_channel sc_campaign sc_cid sc_lid campaign_id campaignid adgroupid ad_id adid phpsessid jsessionid sessionid
  session_id aspsessionid cftoken spref fspf recipientid subscriber_id mailing_id awc zanpid dgcid cjevent cjdata`.split(
    /\s+/,
  ),
)

/** Families of such names, by what they begin with. */
export const TRACKING_PREFIXES: readonly string[] = [
  ...['utm_', 'utm-', 'itm_', 'int_', 'mtm_', 'matomo_', 'pk_', 'piwik_', 'ga_', 'hsa_', '_hs', '__hs', 'hmb_', 'mc_'],
  ...['vero_', 'oly_', 'vn_', 'fb_', 'at_', 'ns_', 'elq', 'pf_rd_', 'pd_rd_', 'ceneo_', 'aff_', 'affil', 'sms_', 'trk'],
  ...[
    'stm_',
    'dm_',
    'bsft_',
    'ic_',
    'os_',
    'sref',
    'cx_',
    'iesrc',
    'spm',
    'scm',
    'xt_',
    'ito_',
    'cmp_',
    'icm_',
    'pcamp',
  ],
]

/** Words in a name that say where the reader came from, who he is, or which test he was put in. */
export const TRACKING_WORDS: ReadonlySet<string> = new Set(
  `ref refs referer referrer referral referring refer referred src source sources from via origin partner partnerid
  affiliate affiliates aff campaign campaigns camp acamp cmp cmpid medium utm track tracking tracker otracker trk clk click
  clicks clicked clickout clickid clid share shared sharer sharing social email mail mailing newsletter nl spref promo promotion
  promotional ad ads advert advertising adv banner sponsor sponsored session sess visitor impression twitter facebook fb
  whatsapp telegram pinterest linkedin ab abtest variant experiment reco recommendation recommended widget placement zone slot
  req request user member subscriber subscription device browser client app token sig signature nonce athx lead
  leadout redirected context intcmp icmp cid ecid esrc ncid clickref entrypoint entry_point trigger recirc`.split(
    /\s+/,
  ),
)

/** The plainest of them: a name that ends in one ("social_source", "ad-campaign") goes wherever it stands. */
export const REFERRAL_WORDS: ReadonlySet<string> = new Set(
  `source src campaign medium ref referrer referer affiliate partner tracking tracker track click clicks share sharing
  promo sponsor utm mailing newsletter`.split(/\s+/),
)

/** Names that, whole, only say where the reader came from; they go even where the path names no document. */
export const REFERRAL_NAMES: ReadonlySet<string> = new Set(
  `ref ref_ referer referrer source src from via origin partner affiliate aff campaign camp medium share shared
  utm email newsletter`.split(/\s+/),
)

/** Words in a name that say that it chooses what is shown: a parameter with one of them stays, whatever its value. */
export const CONTENT_WORDS: ReadonlySet<string> = new Set(
  `article articles art story stories news nachricht artikel noticia post posts page pages pg item items doc docs
  document content contents entry blog topic thread msg message section category categories rubrik keyword
  keywords query search term lang language locale hl lg lng edition date datum year month day issue
  title slug path file filename url uri video photo image img gallery slide media
  audio episode ep season chapter part event product sku game match team player artist author city region country
  symbol ticker isbn doi pmid case bill law kind group list board table record node guid uuid revision
  comment comments block update live poll quiz report release press feed rss question answer abstract paper journal volume
  forum room channel programme program show clip song biz`.split(/\s+/),
)

/** Words for a label of anything. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
  'id ids code key name tag tags no nr num number idx idxno index seq seqno sec cat rec rev curid'.split(' '),
)

/** Last path segments that name a program, not a document: there, unknown parameters choose what is shown. */
export const ENDPOINT_SEGMENTS: ReadonlySet<string> = new Set(
  `view views read reader detail details article articles articleview newsview show display index default main home story
  stories news item items page pages content document doc docs watch video post posts print search find results list open get
  file download viewer player embed node thread topic showthread viewtopic event events s p a v w q r entry go api rest
  graphql feed rss query browse archive`.split(/\s+/),
)
