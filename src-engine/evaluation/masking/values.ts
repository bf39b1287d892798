import type { Random } from '../guard/random.ts'

/** Makes a value of a kind, made up; none is anybody's. */
type Make = (random: Random) => string

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => String(random.int(10))).join('')
const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周', '徐', '孙', '马', '朱', '胡', '郭', '何', '林', '高', '罗', '郑', '梁', '谢', '宋', '唐', '许', '邓', '韩', '冯', '曹', '欧阳', '司马']
const GIVEN = ['伟', '芳', '娜', '静', '敏', '丽', '强', '磊', '洋', '艳', '秀英', '志强', '晓雯', '子涵', '文静', '建国', '雨桐', '浩然', '梦琪', '俊杰']
const FIRST = ['Anna', 'James', 'Maria', 'Oliver', 'Sophie', 'Mehmet', 'Ngoc', 'Liam', 'Chloé', 'Jürgen', 'Priya', 'Grace', 'Tom', 'Zoë']
const LAST = ['Keller', 'Smith', "O'Brien", 'García', 'Nguyen', 'Müller', 'Kaya', 'Johnson', 'Wright', 'Dubois', 'Patel', 'Van Dyke', 'Ivanova']
const ROADS = ['文三路', '人民东路', '中山北路', '建设大道', '学府街', '科技园南区', '滨江花园', '翠湖家园', '万达广场', '幸福小区']
const CITIES = ['浙江省杭州市西湖区', '上海市浦东新区', '广东省深圳市南山区', '四川成都武侯区', '北京市朝阳区', '江苏苏州工业园区', '湖北省武汉市']
const STREETS = ['Baker Street', 'Kiefernweg', 'Oak Avenue', 'Market St', 'Elm Road', 'Station Lane', 'Sunset Blvd', 'Queen Drive']
const TOWNS = ['London', 'Springfield', 'Leeds', 'Austin', 'Bristol', 'Portland']
const MAILS = ['example.com', 'mail.example.org', 'qq.example', 'uni-berlin.example']

const handle: Make = (random) => `${random.pick(['happy', 'lily', 'jay', 'moon', 'xiaoyu'])}_${digits(random, 4)}`
const serial: Make = (random) => `${random.pick(['SN', 'X', 'A7'])}${digits(random, 9)}`
const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((all, digit, at) => all + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

const ZH: Readonly<Record<string, Make>> = {
  order: (random) => random.pick([`21883${digits(random, 11)}`, `30${digits(random, 17)}`, `2${digits(random, 11)}`, `260421-${digits(random, 15)}`]),
  tracking: (random) => random.pick([`SF${digits(random, 13)}`, `YT${digits(random, 13)}`, `7731${digits(random, 11)}`, `JD${digits(random, 13)}`]),
  case: (random) => random.pick([`AS${digits(random, 10)}`, digits(random, 12)]),
  phone: (random) => `1${random.pick(['38', '59', '77', '33', '91'])}${digits(random, 8)}`,
  'phone-spaced': (random) => `1${random.pick(['38', '59'])} ${digits(random, 4)} ${digits(random, 4)}`,
  'phone-spoken': (random) => ['幺', '三', '八', ...Array.from({ length: 8 }, () => random.pick([...'零一二三四五六七八九']))].join(''),
  landline: (random) => `0571-8${digits(random, 7)}`,
  wechat: handle, qq: (random) => `3${digits(random, 8)}`,
  email: (random) => `${random.pick(['li.lei', 'wang', 'xiaoyu'])}${digits(random, 3)}@${random.pick(MAILS)}`,
  address: (random) => random.pick([
    `${random.pick(CITIES)}${random.pick(ROADS)}${1 + random.int(300)}号${1 + random.int(30)}栋${1 + random.int(4)}单元${101 + random.int(1900)}`,
    `${random.pick(CITIES)} ${random.pick(ROADS)} ${1 + random.int(99)}号`, `${random.pick(ROADS)}${1 + random.int(300)}号${1 + random.int(20)}楼${101 + random.int(1900)}室`,
  ]),
  'address-short': (random) => random.pick([`${random.pick(ROADS)}东门`, `${1 + random.int(20)}栋${101 + random.int(1900)}`, '村口小卖部旁边的蓝色铁门']),
  name: (random) => random.pick(SURNAMES) + random.pick(GIVEN), surname: (random) => random.pick(SURNAMES), tail: (random) => digits(random, 4),
  company: (random) => `杭州${random.pick(['云雀', '豆栗', '星河'])}科技有限公司`, tax: (random) => `91330106${random.pick(['MA', 'MC'])}${digits(random, 8)}`,
  pickup: (random) => `${1 + random.int(9)}-${1 + random.int(9)}-${digits(random, 4)}`, card: (random) => luhn(`62220212${digits(random, 10)}`),
  id: (random) => `33010619${digits(random, 2)}0${1 + random.int(9)}1${random.int(10)}${digits(random, 4)}`, code: (random) => digits(random, 6), password: (random) => `abc${digits(random, 4)}!`, serial,
}
const EN: Readonly<Record<string, Make>> = {
  ...ZH,
  order: (random) => random.pick([`DM${digits(random, 8)}`, `114-${digits(random, 7)}-${digits(random, 7)}`, digits(random, 12), `1${digits(random, 4)}`]),
  tracking: (random) => random.pick([`1Z999AA1${digits(random, 10)}`, `9400${digits(random, 18)}`, `JJD${digits(random, 16)}`]),
  case: (random) => random.pick([`RMA-${digits(random, 6)}`, digits(random, 8)]),
  phone: (random) => random.pick([`+44 7${digits(random, 3)} ${digits(random, 6)}`, `(415) 55${digits(random, 1)}-${digits(random, 4)}`, `0${random.pick(['77', '78'])}${digits(random, 2)} ${digits(random, 6)}`, `+49 151 ${digits(random, 8)}`]),
  'phone-spaced': (random) => `${2 + random.int(8)}${digits(random, 2)} ${digits(random, 3)} ${digits(random, 4)}`,
  address: (random) => random.pick([
    `${1 + random.int(400)} ${random.pick(STREETS)}, ${random.pick(TOWNS)}`, `${1 + random.int(400)} ${random.pick(STREETS)}, Apt ${1 + random.int(40)}, ${random.pick(TOWNS)}, TX 7${digits(random, 4)}`,
    `${random.pick(STREETS)} ${1 + random.int(200)}, 1${digits(random, 4)} Berlin`, `Flat ${1 + random.int(20)}, ${1 + random.int(90)} ${random.pick(STREETS)}`,
  ]),
  name: (random) => `${random.pick(FIRST)} ${random.pick(LAST)}`, surname: (random) => random.pick(LAST), company: (random) => `${random.pick(['Lark', 'Northwind', 'Oakfield'])} ${random.pick(['Ltd', 'GmbH', 'Inc.'])}`,
  card: (random) => luhn(`4${digits(random, 14)}`).replace(/(.{4})(?=.)/g, '$1 '), iban: (random) => random.pick(['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606']),
  passport: (random) => `E${digits(random, 8)}`, ssn: (random) => `${1 + random.int(8)}${digits(random, 2)}-${1 + random.int(8)}${digits(random, 1)}-${digits(random, 4)}`,
}
const OF = { zh: ZH, en: EN }

/** A value of the kind that a sentence names. @throws for a kind that nobody makes */
export function valueOf(language: 'zh' | 'en', kind: string, random: Random): string {
  const make = OF[language][kind]
  if (!make) throw new Error(`no values of kind ${kind} in ${language}`)
  return make(random)
}
