import { numberOf } from '../numeral.ts'
import { after, before, each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

const MEASURE = '件|个|包|盒|箱|瓶|袋|条|双|套|只|台|支|罐|张|份|盏|袋|卷|片|桶|对|顶|副|枚|根|把|块|本|杯|粒|颗|板|提|床|组'
/** After these a count is no number of goods: a third month, two pictures, a problem. */
const NOT_GOODS = '邮|方案|地址|账户|号码|手机号|套(?!装)|省|市|城市|县|颜色|色|学生|机会|店|级别|微信|模一样|.{0,4}(?:解释|说法|交代|答复|态度|误会|结果)|月|星期|礼拜|小时|钟头|多|半|问题|人|事|建议|办法|说法|解释|客服|工作日|图|照|截图|视频|短信|信息|消息|物流|龙|样|字|电话|地方|码|号|劲|点|方面|角|洞|坑|口子|季|学期|回复|位|世纪|评|好评|差评|政策|凭证|期(?!待)|法|服务|规定|卡(?!片)|代发|正经|下|时间|单号|订单|账号|字母|数字|身位|毛病|快递|包裹|理由|原因|选项|群|朋友|小孩|孩子|交代|意思|道|直'
const COUNT_ZH = new RegExp(`(?<![第每哪这那几上下国过另同某任唯法律\\d./-]|享受|保修)(?<n>\\d{1,4}|[一二两三四五六七八九十百]{1,4})(?<u>${MEASURE})(?!${NOT_GOODS})`, 'gu')
const COUNT_EN = /(?<![a-z\d.$£€-])(?<n>\d{1,4}|one|two|three|four|five|six|ten|twelve) ?(?<u>pcs|pieces?|units?|packs?|boxes|box|bottles?|bags?|sets?|pairs?|items?|copies|cans|rolls|tubes|dozen)(?![a-z])/gu
const TIMES = /(?<![a-z0-9])(?:(?:x|\*|×) ?(?<n>\d{1,3})(?![\d.a-z/:×*])|(?:qty|quantity)[: ]{0,2}(?:is |of )?(?<q>\d{1,4})(?![\d.])|数量(?:[: ]|是|为|改成|改为){0,3}(?<z>\d{1,4})(?![\d.]))/gu

/** Base colours by their Chinese sign, in the order in which a compound's last sign decides. */
const HUE: Readonly<Record<string, string>> = {
  黑: 'black', 白: 'white', 红: 'red', 蓝: 'blue', 绿: 'green', 黄: 'yellow', 灰: 'grey', 紫: 'purple', 粉: 'pink', 橙: 'orange', 橘: 'orange', 棕: 'brown', 褐: 'brown', 咖: 'brown', 咖啡: 'brown', 米: 'beige', 杏: 'beige', 驼: 'camel',
  银: 'silver', 金: 'gold', 青: 'cyan', 卡其: 'khaki', 香槟: 'champagne', 藏青: 'navy', 裸: 'nude', 透明: 'transparent', 彩: 'multicolour', 迷彩: 'camouflage', 原木: 'wood', 豆沙: 'rose', 焦糖: 'brown', 奶茶: 'beige', 燕麦: 'beige', 象牙: 'white', 酒: 'red', 墨: 'black', 茶: 'brown', 肤: 'nude', 军: 'green',
}
const SIGN = Object.keys(HUE).sort((a, b) => b.length - a.length).join('|')
const TINT = '[浅深淡亮暗雾哑奶米酒玫宝天藏墨军烟湖草豆樱珊薄柠冰月星曜极裸云砖姜]|深空|雾霾|克莱因|奶油|薄荷|玫瑰|香槟|珍珠|宝石|牛油果|柠檬|樱花|石墨|曜石|象牙|午夜|星光|远峰'
const COLOUR = new RegExp(`(?<t>${TINT})?(?<c>${SIGN})色(?![号差调系盲素])|(?<t2>${TINT})(?<c2>黑|白|红|蓝|绿|黄|灰|紫|粉|棕|金|青)(?![天茶酒豆糖枣菜薯花心色])|(?<![明坦清洁苍空漂雪表真烧])(?<c3>黑|白|红|蓝|绿|黄|灰|紫|粉)的(?!话)`, 'gu')
/** Names that hold a colour's sign after a tint's ("天黑", "酒红" is a colour, "明白" none). */
const NO_COLOUR = /^(?:天黑|天白|米粉|奶粉|草绿茶|深红包|冰粉|奶白酒|月白|草灰|米黄酒|星红|豆粉|豆绿|云白药|天青石)$/u
const EN_HUE: Readonly<Record<string, string>> = {
  black: 'black', white: 'white', red: 'red', blue: 'blue', green: 'green', yellow: 'yellow', grey: 'grey', gray: 'grey', purple: 'purple', pink: 'pink', orange: 'orange', brown: 'brown', beige: 'beige', silver: 'silver', gold: 'gold',
  navy: 'navy', 'navy blue': 'navy', 'rose gold': 'gold', khaki: 'khaki', ivory: 'white', teal: 'cyan', turquoise: 'cyan', burgundy: 'red', maroon: 'red', lavender: 'purple', charcoal: 'grey', 'light blue': 'blue', 'dark blue': 'blue', 'dark grey': 'grey', 'dark gray': 'grey', 'light grey': 'grey', 'light gray': 'grey', 'dark green': 'green',
}
const EN_COLOUR = new RegExp(`(?<![a-z-])(?:${Object.keys(EN_HUE).sort((a, b) => b.length - a.length).join('|')})(?![a-z-]| (?:friday|market|mail|list|flag|label|cards?|members?|tier|tape|cross|screen|box|noise|juice|light|status|hat|bull))`, 'gu')

/** Numbers of goods: 两件 2, x2 2, 3 pcs 3. Orders, pictures, problems and 三包 (the warranty) are not counted. */
export function findQuantities({ text, hasHan, hasLatin, hasNumber, hasDigit }: Reading, add: Add): void {
  const visit = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const value = numberOf(g['n'] ?? g['q'] ?? g['z'] ?? '')
    if (value === null || value < 1 || value !== Math.floor(value)) return
    add({ type: 'quantity', from: match.index, to: match.index + match[0].length, value: String(value), strength: STRENGTH.shape })
  }
  if (hasHan && hasNumber) each(COUNT_ZH, text, (match) => { if (!isIdiom(text, match)) visit(match) })
  if (hasLatin) each(COUNT_EN, text, visit)
  if (hasDigit) each(TIMES, text, visit)
}

/** "一块退", "国家三包", "有一个" before a stop: said of no goods. */
function isIdiom(text: string, match: RegExpExecArray): boolean {
  const [ahead, behind] = [before(text, match.index, 3), after(text, match.index + match[0].length, 4)]
  if (match[0] === '一块') return !/^(?:电池|手表|表|屏|香皂|肥皂|毛巾|布|板|硬盘|玻璃)/u.test(behind)
  if (match[0] === '三包') return /(?:国家|享受|过了|在|按|有)$/u.test(ahead) || behind.startsWith('是什么')
  if (/[元块]$/u.test(match[0])) return !/^(?:电池|手表|表|屏|香皂|肥皂|毛巾|布|板|硬盘|玻璃|砖|地垫)/u.test(behind)
  if (match[0] === '一个' && (!/^(?:$|[\s,.!?;~]|[给就吧了啊呀嘛呢也都没还行可不好])/u.test(behind) && !/[买拍发收要退换补少多送寄到缺坏订定加装](?:了|到|我|给)?$/u.test(ahead) || /中$/u.test(ahead) || /一个$/u.test(ahead))) return true
  if (/^一/u.test(match[0]) && /[钱元块]$/u.test(ahead)) return true
  if (match[0].endsWith('条') && /[法律第例]/u.test(ahead)) return true
  if (/只$/u.test(match[0]) && /^[减有能剩收是给退]/u.test(behind)) return true
  if (match[0] === '一把' || match[0] === '一条') return /^(?:$|[\s,.!?])/u.test(behind) && !/[要买发拍]/u.test(ahead)
  return match[0] === '一对' && behind.startsWith('一')
}

/** Colours; `value` is the English name of the base hue (雾灰 grey, 酒红 red). A sign alone counts only before 的. */
export function findColours({ text, hasHan, hasLatin }: Reading, add: Add): void {
  if (hasHan && /[黑白红蓝绿黄灰紫粉金青棕色]/u.test(text)) {
    each(COLOUR, text, (match) => {
      const g = match.groups ?? {}
      const hue = HUE[`${g['t'] ?? ''}${g['c'] ?? ''}`] ?? HUE[g['c'] ?? g['c2'] ?? g['c3'] ?? '']
      if (hue === undefined || NO_COLOUR.test(match[0])) return
      const to = match.index + match[0].length - (g['c3'] === undefined ? 0 : 1)
      add({ type: 'colour', from: match.index, to, value: hue, strength: STRENGTH.shape })
    })
  }
  if (hasLatin) each(EN_COLOUR, text, (match) => {
    const behind = after(text, match.index + match[0].length, 8)
    // Metals and fruit are colours only where a thing is chosen by them.
    if (/^(?:gold|silver|orange)$/u.test(match[0]) && !/(?:\bin|\bthe|\bor|\band) $/u.test(before(text, match.index, 5)) && !/^ (?:one|colou?r|version)/u.test(behind)) return
    add({ type: 'colour', from: match.index, to: match.index + match[0].length, value: EN_HUE[match[0]] ?? '', strength: STRENGTH.shape })
  })
}
