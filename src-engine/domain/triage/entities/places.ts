import { after, before, each, STRENGTH } from './reading.ts'
import type { Add, Candidate, Reading } from './reading.ts'

const PROVINCE = '(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)'
const CITY = '(?:石家庄|唐山|保定|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|南通|扬州|徐州|杭州|宁波|温州|嘉兴|绍兴|金华|台州|湖州|合肥|芜湖|福州|厦门|泉州|漳州|南昌|赣州|济南|青岛|烟台|潍坊|临沂|郑州|洛阳|南阳|武汉|宜昌|襄阳|长沙|株洲|广州|深圳|珠海|佛山|东莞|中山|惠州|汕头|海口|三亚|成都|绵阳|贵阳|昆明|西安|咸阳|兰州|西宁|南宁|桂林|拉萨|银川|乌鲁木齐|呼和浩特|包头)'
/** Signs that stand in verbs and pronouns and in hardly a place name: no part of an address goes over them. */
const LETTER = '[^\\P{Script=Han}我你您他她它们的是了吗呢吧啊在到寄送发给放改换填写收快递电话请麻烦没不怎么这哪么让帮叫跟退]'
/** The inside of a district's name holds no sign that ends one: else a run of such signs could be cut in countless ways. */
const INNER = LETTER.replace('[^', '[^省市区县旗盟镇乡')
const ADMIN = `(?:${PROVINCE}(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?|${CITY}市?|${LETTER}${INNER}{0,6}?(?:自治州|自治县|地区|市|区|县|旗|盟|镇|乡|街道))`
const STREET = `(?:${LETTER}|[a-z\\d]){1,10}?(?:大道|大街|路|街|巷|弄|胡同|道(?!路))`
const PLACE = `(?:${LETTER}|[a-z\\d]){1,12}?(?:小区|花园|家园|公寓|大厦|广场|中心|科技园|产业园|工业园|苑|园|府|村|庄|屯|组|里|城|湾|庭|郡|宿舍|校区|学院|大学|医院|酒店|写字楼)`
const DETAIL = '(?:\\d{1,5}(?:-\\d{1,4})?(?:号楼|号院|号|弄|栋|幢|座|单元|楼|层|室|户|组|队)(?!线|店|机)|[a-z](?:\\d{0,2})(?:栋|幢|座|区)|[a-z]?\\d{1,2}-\\d{1,2}-\\d{3,4}|[东西南北]?[a-z]?\\d{3,4}(?!\\d)|[一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元|楼|层))'
const CHINESE = new RegExp(`(?:${ADMIN}[ ,]?){1,5}(?:(?:${STREET}|${PLACE}|${DETAIL})[ ,]?){1,9}|(?:${STREET} ?\\d{1,5}(?:弄|号)(?:楼|院)?)(?: ?(?:${PLACE}|${DETAIL}))*`, 'gu')
/** A place inside a compound is enough to say where at the door: "3栋2单元1602". */
const DOOR = /(?<![\d.a-z-])[a-z]?\d{1,3}(?:号楼|栋|幢|座)(?: ?\d{1,2}单元)? ?(?:\d{1,2}(?:楼|层) ?)?\d{3,4}(?:室|户|号)?(?![\d元块])/gu
const HAS_STREET = /(?:路|街|道|巷|弄|胡同|小区|花园|家园|公寓|大厦|广场|中心|园|苑|府|村|庄|城|湾|校区|学院|大学|医院|酒店|写字楼)|\d(?:号|栋|幢|座|室)/u
const HAS_FIGURE = /[\d一二三四五六七八九十](?:号|栋|幢|座|弄|楼|层|室|单元|组|队)|\d{3,4}$/u
const STARTS_WITH_VERB = /^(?:成|为|址|地址|[:,， ])+/u

const EN_STREET = 'street|str|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|close|crescent|parkway|pkwy|highway|hwy'
const EN_NOT = 'days?|hours?|weeks?|months?|years?|times?|minutes?|on|the|in|my|is|of|a|an|for|to|by|left|more|pm|am|it|all|and|off|out|only|are|items?|orders?|any|this|that|no|per|still|was|some|other'
const ENGLISH = new RegExp(`(?<![\\d.,#$£€a-z-])\\d{1,5}[a-z]?(?: (?:n|s|e|w|north|south|east|west)\\.?)? (?!(?:${EN_NOT})(?![a-z]))[a-z0-9'.]{2,20}(?: (?!(?:${EN_NOT})(?![a-z]))[a-z']{2,20}){0,2} (?:${EN_STREET})(?![a-z])\\.?(?:,? (?:apt|apartment|unit|suite|ste|flat|floor|#)\\.? ?#?[a-z0-9-]{1,6}(?![a-z]))?(?:, ?[a-z][a-z .'-]{2,30}?(?=,|\\.|$| [a-z]{2} \\d{5}| [a-z]{1,2}\\d))?(?:,? (?:[a-z]{2} \\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z0-9]? ?\\d[a-z]{2}|[a-z]\\d[a-z] ?\\d[a-z]\\d)(?![a-z\\d]))?`, 'gu')
const PO_BOX = /(?<![a-z])p\.?o\.? ?box \d{1,6}(?!\d)/gu

/** Addresses with at least a street, a compound or a door beside the town; "上海" or "我们小区" alone is none. `value` is without blanks. */
export function findAddresses({ text, raw, hasDigit, hasHan, hasLatin }: Reading, add: Add): void {
  if (hasHan && /[省市区县镇路街道号栋幢弄村园苑]/u.test(text)) {
    each(CHINESE, text, (match) => {
      const lead = STARTS_WITH_VERB.exec(match[0])?.[0].length ?? 0
      const found = match[0].slice(lead).trimEnd().replace(/,$/u, '')
      if (found.length < 6 || !HAS_STREET.test(found) || !HAS_FIGURE.test(found) && !/(?:省|市|区|县).*(?:区|县|镇|路|街)/u.test(found)) return
      const from = match.index + lead
      add({ type: 'address', from, to: from + found.length, value: raw(from, from + found.length).replace(/[\s,，]/gu, ''), strength: STRENGTH.named })
    })
    if (hasDigit) each(DOOR, text, (match) => add({ type: 'address', from: match.index, to: match.index + match[0].length, value: match[0].replaceAll(' ', ''), strength: STRENGTH.checked }))
  }
  if (hasDigit && hasLatin) {
    const put = (match: RegExpExecArray): void => {
      const comma = match[0].lastIndexOf(',')
      const tail = raw(match.index + comma + 1, match.index + match[0].length)
      // What follows the last comma is a town only when it is written as one ("1200 Exchange St, put that").
      const isTown = comma < 0 || /\d|^ ?[A-Z]/u.test(tail) || /(?:apt|unit|suite|flat|floor|#)/iu.test(tail)
      const to = match.index + (isTown ? match[0].length : comma)
      add({ type: 'address', from: match.index, to, value: raw(match.index, to).replace(/\s+/gu, ' '), strength: STRENGTH.named })
    }
    each(ENGLISH, text, put)
    if (text.includes('box')) each(PO_BOX, text, put)
  }
}

/** Chinese surnames, of two signs and of one, as an alternative of expressions. */
export const SURNAME = '欧阳|司马|上官|诸葛|令狐|皇甫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕殷罗毕郝安常傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米戴宋庞熊纪舒项祝董梁杜阮蓝闵季贾江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房丁邓洪包左石崔龚程邢裴陆翁曲段侯武刘叶黎白蒲詹龙尚温庄晏柴阎向易廖耿匡文欧涂岳车曾游简肖景聂关翟]'
const NOT_NAME = /(?:谢谢|电话|手机|地址|订单|号码|快递|什么|怎么|没有|收到|包裹|方便|马上|高兴|安排|万一|常用|文件|任何|何时|毛病|白色|黄色|金色|蓝色|石头|时间|麻烦|确认|退款|退货|发货|联系|单号|尾号|收件|先生|女士|小姐|老师|经理|客服|你好|您好)/u
const NAMED_ZH = new RegExp(`(?:收件人|收货人|收货姓名|联系人|姓名|名字)(?:[:, ]|是|改成|改为|写|叫|换成){0,4}((?:${SURNAME})\\p{Script=Han}{1,2})(?!\\p{Script=Han})`, 'gu')
const BESIDE_BEFORE = new RegExp(`(?:^|[\\s,.;:!?]|(?<=\\d))((?:${SURNAME})\\p{Script=Han}{1,2})(?:先生|女士|小姐)?[ ,:]{1,2}$`, 'u')
const BESIDE_AFTER = new RegExp(`^[ ,]{1,2}(?:收件人|收货人|联系人|姓名)?[: ]{0,2}((?:${SURNAME})\\p{Script=Han}{1,2})(?:先生|女士|小姐)?(?:收)?(?=$|[\\s,.;!?\\d])`, 'u')
const EN_NAMED = /(?<![A-Za-z])(?:[Nn]ame|[Rr]ecipient|[Aa]ttn|ATTN|[Cc]ontact|[Ss]hip to)[:.]? (?:is )?([A-Z][a-z]+(?: [A-Z][a-z]*\.?)?(?: [A-Z][a-z'-]+){1,2})/gu
const EN_BEFORE = /(?:^|[\n,;.] ?)([A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z'-]+)), ?$/u

/** Names of persons, only in a message with a telephone number or an address: called a recipient's, or right beside one of the two. */
export function findNames({ text, raw, hasHan, hasLatin }: Reading, contacts: readonly Candidate[], add: Add): void {
  if (contacts.length === 0) return
  const put = (from: number, name: string): void => {
    if (!NOT_NAME.test(name)) add({ type: 'name', from, to: from + name.length, value: raw(from, from + name.length), strength: STRENGTH.shape })
  }
  if (hasHan) {
    each(NAMED_ZH, text, (match) => { put(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '') })
    for (const one of contacts) {
      const [ahead, behind] = [before(text, one.from, 10), after(text, one.to, 14)]
      const first = BESIDE_BEFORE.exec(ahead.replace(/(?:电话|手机号?|号码)[: ]?$/u, ' '))?.[1]
      if (first !== undefined) put(one.from - ahead.length + ahead.lastIndexOf(first), first)
      const next = BESIDE_AFTER.exec(behind)?.[1]
      if (next !== undefined) put(one.to + behind.indexOf(next), next)
    }
  }
  if (!hasLatin) return
  const written = raw(0, text.length)
  // Folding may have changed the length: capitals are read only where both texts agree.
  if (written.length !== text.length) return
  each(EN_NAMED, written, (match) => { put(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '') })
  for (const one of contacts) {
    const ahead = before(written, one.from, 40)
    const name = EN_BEFORE.exec(ahead)?.[1]
    if (name !== undefined) put(one.from - ahead.length + ahead.lastIndexOf(name), name)
  }
}

const POINT: ReadonlyArray<readonly [string, string]> = [
  ['丰巢(?:快递|智能)?柜?|hive ?box', 'hive-box'], ['菜鸟驿站', 'cainiao-station'], ['妈妈驿站', 'mama-station'], ['兔喜(?:生活|快递)?(?:驿站|超市)?', 'tuxi-station'],
  ['(?:快递)?驿站|代收点|代收站|自提点|自提站|快递站|快递超市|提货点', 'pickup-point'], ['快递柜|自提柜|智能柜|储物柜|(?<![a-z])(?:parcel |amazon )?lockers?(?![a-z])', 'locker'],
  ['菜市场|小卖部|便利店|超市(?=代收|帮收)|门卫室?|传达室|物业(?=代收|那)', 'third-party'], ['(?<![a-z])(?:pick-?up point|collection point|access point|parcel ?shop|post office)(?![a-z])', 'pickup-point'],
]
const POINT_WORD = new RegExp(POINT.map(([words], i) => `(?<p${String(i)}>${words})`).join('|'), 'gu')

/** Where parcels are left: a locker, a station, a shop. `value` names the kind or the chain. */
export function findPickupPoints({ text, hasHan, hasLatin }: Reading, add: Add): void {
  if (!hasHan && !hasLatin) return
  each(POINT_WORD, text, (match) => {
    const kind = POINT.find((_, i) => match.groups?.[`p${String(i)}`] !== undefined)?.[1]
    if (kind !== undefined) add({ type: 'pickup_point', from: match.index, to: match.index + match[0].length, value: kind, strength: STRENGTH.shape })
  })
}
