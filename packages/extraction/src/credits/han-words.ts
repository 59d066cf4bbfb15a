const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Places from which Chinese papers report most: where a reporter's name runs into the place, a known one divides them. */
export const HAN_PLACES = list(
  '台北 臺北 新北 桃園 台中 臺中 台南 臺南 高雄 基隆 新竹 嘉義 苗栗 彰化 南投 雲林 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 馬祖 北京 上海 天津 重庆 重慶 香港 澳门 澳門 广州 廣州 深圳 杭州 南京 武汉 武漢 西安 成都 沈阳 昆明 郑州 长沙 济南 青岛 ' +
    '東京 东京 大阪 首爾 首尔 曼谷 河內 河内 新加坡 吉隆坡 雅加達 雅加达 馬尼拉 马尼拉 新德里 莫斯科 基輔 基辅 柏林 巴黎 倫敦 伦敦 布魯塞爾 布鲁塞尔 日內瓦 日内瓦 羅馬 罗马 馬德里 马德里 華盛頓 华盛顿 紐約 纽约 洛杉磯 洛杉矶 舊金山 旧金山 雪梨 悉尼 開羅 开罗 耶路撒冷',
)

/** Family names of two characters and more that are most common in Japan: with one of them begins a reporter's name at a text's foot. */
export const JAPANESE_FAMILIES = list(
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 ' +
    '岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 ' +
    '野村 松尾 菊地 菊池 杉本 市川 古川 大西 島田 水野 桜井 渡部 高野 吉川 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 中田 久保田 服部 岩田 土屋 川崎 福島 本田 樋口 秋山 田口 永井 山中 中西 吉村 川上 石原 大橋 松岡 浜田 馬場 森本 矢野 浅野 松下 ' +
    '星野 大久保 吉岡 小池 野田 荒木 大谷 松浦 熊谷 黒田 永田 尾崎',
)
