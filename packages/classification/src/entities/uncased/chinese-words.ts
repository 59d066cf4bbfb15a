const list = (words: string): readonly string[] => words.trim().split(/\s+/u)

/** Family names, simplified and traditional, of nine tenths of all people; those that are everyday words as well stand apart. */
export const FAMILIES =
  '周王李张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫胡朱郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余杜叶葉程魏苏蘇吕呂丁沈卢盧姚崔钟鍾谭譚汪范范廖贾賈韦韋付邹鄒孟熊秦邱江尹薛闫段雷侯龙龍陶黎贺賀顾顧毛郝龚龔邵钱錢严嚴覃戴莫孔温溫柯施洪庄莊翁游'

/** Before "度", "是", "于" and the like they are words of every day: a name with one is believed where it comes again. */
export const AMBIGUOUS_FAMILIES = '高于方任金石向白武马馬万萬康常史时時安和路全包连連单單成'

export const DOUBLE_FAMILIES = '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容'

/** Characters by which foreign names are spelled; no function word is among them. */
export const SPELLING =
  '阿埃艾爱愛奥奧巴芭贝貝本比彼毕畢宾賓波玻博伯布查达達代黛戴丹德登迪蒂丁杜顿頓多厄恩尔爾法菲费費芬佛弗福夫富盖蓋甘冈岡戈格葛古圭哈海汉漢赫黑亨洪胡华華怀懷霍基吉加贾賈杰傑金津卡凯凱坎康考柯科克肯库庫夸昆拉莱萊兰蘭朗劳勞勒雷蕾里莉利丽麗理连林琳隆卢盧鲁魯路露伦倫罗羅洛马馬玛瑪迈邁麦麥曼芒梅门門蒙米密敏明摩莫姆木穆纳納娜奈南内內尼涅宁寧努诺諾欧歐帕潘佩彭皮平珀普奇齐齊契恰乔喬切琴丘让讓热熱日荣榮儒瑞萨薩塞赛賽桑瑟沙莎珊尚绍紹舍申圣聖施史舒斯丝絲思松苏蘇索所塔泰坦汤湯特滕提图圖托陀瓦万萬旺威韦韋维維魏温溫文翁沃乌烏伍武西希锡錫夏香肖谢謝辛雅亚亞扬揚耶叶葉伊依因英尤于约約赞贊泽澤扎詹哲珍芝朱卓兹茲宗祖佐义義侯森逊遜孙孫荪娅婭茨采策臣登道凡范哥贡瓜浩荷惠伽嘉简捷居喀孔寇李列柳吕略茅墨庞龐蓬琼瓊屈冉若色邵士司唐陶腾騰田廷汪席休许許彦尧堯曾朵贺赖賴韩韓顺'

export const TITLES = list(
  '总统 總統 副总统 副總統 总理 總理 首相 主席 副主席 国家主席 总书记 書記 书记 部长 部長 副部长 外长 外長 防长 省长 市长 市長 副市长 县长 縣長 局长 局長 处长 處長 院长 院長 校长 校長 所长 所長 馆长 館長 队长 隊長 会长 會長 社长 社長 行长 行長 董事长 董事長 总经理 總經理 经理 經理 总裁 總裁 首席执行官 执行长 執行長 创始人 創辦人 教授 副教授 博士 医生 醫生 医师 醫師 律师 律師 法官 检察官 檢察官 记者 記者 发言人 發言人 大使 议员 議員 立委 委员 委員 代表 候选人 候選人 主教练 教练 教練 总教练 前锋 前鋒 后卫 後衛 中场 中場 门将 門將 球员 球員 选手 選手 导演 導演 演员 演員 歌手 作家 专家 專家 工程师 工程師 研究员 研究員 分析师 分析師 主任 副主任 秘书长 秘書長 司令 将军 將軍 负责人 負責人 村民 居民 学生 學生 国王 國王 教宗',
)

/** After a name: "李明先生". */
export const HONORIFICS = list(
  '先生 女士 小姐 教授 博士 医生 醫生 律师 律師 部长 部長 市长 市長 主任 院长 院長 校长 校長',
)

/** Verbs by which papers tell who said a thing, longest first. */
export const SAYING = list(
  '表示 指出 强调 強調 认为 認為 透露 介绍 介紹 回应 回應 宣布 坦言 呼吁 呼籲 補充 补充 告诉 告訴 写道 寫道 解释 解釋 直言 说 說 称 稱',
)

/** Provinces and cities that papers name without saying what they are; countries are CLDR's. */
export const PLACES = list(
  '北京 上海 天津 重庆 重慶 河北 山西 辽宁 遼寧 吉林 黑龙江 黑龍江 江苏 江蘇 浙江 安徽 福建 江西 山东 山東 河南 湖北 湖南 广东 廣東 海南 四川 贵州 貴州 云南 雲南 陕西 陝西 甘肃 甘肅 青海 内蒙古 廣西 广西 西藏 宁夏 寧夏 新疆 香港 澳门 澳門 台湾 臺灣 台灣 广州 廣州 深圳 成都 杭州 南京 武汉 武漢 西安 苏州 蘇州 郑州 鄭州 长沙 長沙 沈阳 瀋陽 青岛 青島 济南 濟南 大连 大連 厦门 廈門 福州 昆明 哈尔滨 哈爾濱 长春 太原 石家庄 合肥 南昌 南宁 贵阳 兰州 乌鲁木齐 拉萨 海口 无锡 宁波 台北 臺北 新北 桃園 台中 臺中 台南 臺南 高雄 基隆 新竹 嘉義 花蓮 ' +
    '东京 東京 大阪 首尔 首爾 平壤 河内 曼谷 雅加达 雅加達 新德里 孟买 孟買 莫斯科 基辅 基輔 华沙 柏林 巴黎 伦敦 倫敦 布鲁塞尔 布魯塞爾 日内瓦 日內瓦 维也纳 維也納 罗马 羅馬 米兰 马德里 馬德里 巴塞罗那 里斯本 雅典 斯德哥尔摩 奥斯陆 哥本哈根 赫尔辛基 华盛顿 華盛頓 纽约 紐約 洛杉矶 洛杉磯 芝加哥 加利福尼亚 加州 德州 佛罗里达 多伦多 悉尼 雪梨 墨尔本 墨爾本 开罗 開羅 德黑兰 德黑蘭 耶路撒冷 加沙 加薩 迪拜 杜拜 欧洲 歐洲 非洲 亚洲 亞洲 中东 中東 英国 英國 韓國 北韓 朝鮮',
)

/** Bodies that everybody knows by name. */
export const BODIES = list(
  '外交部 国防部 國防部 商务部 财政部 財政部 教育部 公安部 应急管理部 国务院 國務院 全国人大 国家发改委 国家统计局 中国人民银行 最高人民法院 最高法院 行政院 立法院 中央銀行 中央選舉委員會 联合国 聯合國 安理会 安理會 欧盟 歐盟 北约 北約 世界卫生组织 世界衛生組織 世卫组织 世界银行 世界銀行 国际货币基金组织 世贸组织 白宫 白宮 五角大楼 国会 國會 民進黨 民进党 國民黨 国民党 民众党 新华社 新華社 中央社 路透社 法新社',
)

/** Ends of bodies' names: what stands between the head of a clause and one of them is the name. */
export const BODY_ENDS = list('委员会 委員會 大学 大學 基金会 基金會')

/** As above where a place begins the name, or it comes again: "提高医院" and "行业协会" name none. */
export const WEAK_BODY_ENDS = list('银行 銀行 公司 集团 集團 法院 检察院 协会 協會 医院 醫院 研究院 研究所 管理局')
