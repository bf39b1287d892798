import { SURNAME } from '../../triage/entities/places.ts'

/**
 * Words by which personal data are told that triage has no need of. Here it is better to find too much than too little: what is
 * hidden for nothing comes back with the answer. The group `it` is the datum; without it all of the match is.
 */
const NAME_ZH = `(?<it>(?:${SURNAME})\\p{Script=Han}{1,2}?)`
/** What may stand behind a name in Chinese, where no sign ends it. */
const BEHIND = '(?=$|\\P{Script=Han}|收|签|代|接|来|听|看|买|下单|订|拿|取|的|在|补|帮|是|吗|电话|手机|先生|女士|小姐)'
const NAME_EN = "(?<it>\\p{Lu}[\\p{L}'\u2019-]+(?:\\s+\\p{Lu}[\\p{L}.'\u2019-]*){0,2})"
const FULL_EN = "(?<it>\\p{Lu}[\\p{L}'\u2019-]+(?:\\s+\\p{Lu}[\\p{L}.'\u2019-]*){1,2})"

export const NAMES: readonly RegExp[] = [
  new RegExp(`(?:我叫|我是|名字|姓名|收件人|收货人|联系人|户名|本人|机主|改成|换成|改为|写的|写着|写成)[是叫写为:：]{0,2}[\\s:：]?${NAME_ZH}${BEHIND}`, 'gu'),
  new RegExp(`(?:老公|老婆|爱人|[爸妈]妈?|儿子|女儿|朋友|同事|室友|邻居|哥|姐|弟|妹|让|叫|找|给|包裹是)${NAME_ZH}${BEHIND}`, 'gu'),
  new RegExp(`(?<it>(?:${SURNAME})\\p{Script=Han}{0,2}?)(?:先生|女士|小姐|老师|阿姨|师傅)`, 'gu'),
  new RegExp(`\\b(?:[Mm]y name is|[Mm]y name's|[Tt]his is|I am|I'm|[Nn]ame[:=]|[Rr]egards,?|[Bb]est,|[Cc]heers,?|[Tt]hanks,|[Rr]ecipient(?: is|:)?|M(?:r|rs|s)\\.?|Dr\\.?|Hello|Hi|Dear|c/o)\\s+${NAME_EN}`, 'gu'),
  new RegExp(`\\b(?:to|for|by|with|tell|ask|wife|husband|son|daughter|friend|colleague|neighbour|neighbor|says|[Cc]onfirm(?:ing)?:?)\\s+${FULL_EN}`, 'gu'),
]
/** Beginnings of sentences, and things that are called like persons. */
export const NOT_NAMED = /^(?:The|Not|So|Very|Still|Just|Here|There|What|Your|My|An?|In|On|Waiting|Sorry|Order|Tracking|Deskmate|Royal Mail|Customer|Support)\b|(?:包裹|快递|电话|手机|地址|订单|时间|什么|怎么|一下|客服|店家|商家|金色|白色|黄色|蓝色)/u

const WAY_ZH = '[\\p{Script=Han}a-z\\d]{2,12}?(?:路|街|大道|巷|弄|胡同|花园|小区|家园|公寓|苑|广场|大厦|村|园区|[东南西北]区|府)'
const WAY_DE = "\\p{Lu}[\\p{L}'-]*(?:straße|strasse|str\\.|weg|allee|platz|gasse|ring|damm)"
const WAY_EN = "\\p{Lu}[\\p{L}'-]*\\s(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Blvd|Boulevard|Way|Court|Close|Square|Terrace)\\.?"
const TOWN = "(?:,?\\s+(?:\\d{4,5}\\s+)?\\p{Lu}[\\p{L}-]+)?"

export const ADDRESSES: readonly RegExp[] = [
  new RegExp(`${WAY_ZH}(?:[东南西北]门|\\d{1,4}(?:号|弄|栋|幢|座)[\\p{Script=Han}\\d-]{0,16}?(?=$|[^\\p{Script=Han}\\d-]|就|门卫|收|吧|了))`, 'giu'),
  new RegExp(`(?:${WAY_DE}|${WAY_EN})\\s+\\d{1,4}[a-z]?(?!\\d)${TOWN}`, 'gu'),
  new RegExp(`(?:\\b(?:Flat|Apt|Unit|Apartment)\\s*\\d{1,4},?\\s+)?\\b\\d{1,4}[a-z]?\\s+(?:${WAY_DE}|${WAY_EN})${TOWN}`, 'gu'),
]

export const TAILS: readonly RegExp[] = [/\b(?:ends|ending)(?:\s+(?:in|with))?\s+(?<it>\d{4})(?!\d)/giu]
/** A number too short to be told by its form. */
export const ORDERS: readonly RegExp[] = [/\borders?(?:\s+(?:number|no\.?|is))*\s*#?\s*(?<it>\d{4,6})(?!\d)/giu]
/** Codes of many kinds are called codes; those that are no secret say which they are. */
export const CODES: readonly RegExp[] = [/(?<!\b(?:zip|post|postal|error|coupon|promo|discount|product|qr|bar|area|country|fault|colour|color|pickup|pick-up)[\s-]?)\bcode\b[^\d\n]{0,12}(?<it>\d{4,8})(?!\d)/giu, /(?:密码|口令|\bpasswords?\b|\bpasscode\b)[\s是为:：]{0,3}(?:is\s)?(?<it>(?=[a-z]*[\d@#$%^&*_+=!])[a-z\d@#$%^&*_+=!.-]{4,40})/giu]
