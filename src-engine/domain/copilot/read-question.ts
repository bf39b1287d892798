import { kindByWords } from './question-words.ts'

/**
 * What a question asks for: one of the things that records answer, past cases, or (`knowledge`) whatever the shop has
 * written down.
 */
export const QUESTION_KINDS = [
  'returns', 'exchanges', 'refunds', 'orders', 'spent', 'parcel', 'contact', 'promised', 'customer', 'times', 'address', 'mood', 'aftersale', 'cases', 'knowledge',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

interface Reading {
  kind: Exclude<QuestionKind, 'knowledge'>
  zh: RegExp
  en: RegExp
  /** Where these stand it asks for something else. */
  but?: RegExp
}

/** Somebody in particular is meant. */
const PERSON = /[他她]|[这此](?:个|位|名)?(?:客户|客人|顾客|买家|用户|人)|客户之前|该(?:客户|用户|买家)|此人|我们给|\b(?:he|she|they|his|her|hers|their|them|him|this (?:customer|buyer|person|client|one)|we (?:gave|refunded|owe|promised))\b/i
/** A rule is asked for, not what happened. */
const POLICY = new RegExp(
  '能不能|可不可以|可以.{0,8}吗|能.{0,10}[吗么]|怎么算|规定|政策|规则|谁(?:来)?(?:承担|出|付|负责)|最[多高低少晚]|几个工作日|要不要|需不需要|支持|怎么(?:退|换|寄|申请|升|开|用|配|查)|包邮|能申请'
  + '|\\b(?:can|could|may|who pays|how (?:do|to|long does|long do)|what if|policy|rules?|allowed|the most|maximum)\\b|^(?:is|are) the (?!refund|return|parcel|order)|^do (?:we|i)\\b', 'i',
)

/** Gravest signs first: what stands above is asked for even where the words below stand beside it. */
const READINGS: readonly Reading[] = [
  {
    kind: 'cases',
    zh: /(?:以前|之前|过去|上次|往常|当时|别人|同事|老员工).{0,14}(?:怎么|咋|如何).{0,3}(?:处理|解决|弄|办|搞|回|答)|(?:类似|相似|同样|同类|这种|这类|碰到过|遇到过|有没有).{0,10}(?:案例|情况|问题|会话|例子|先例).{0,12}(?:怎么|咋|如何|处理|解决|吗|没|有)?|先例|案例|(?:碰|遇)到过.{0,20}(?:怎么|咋|如何)|(?:前辈|大家|老同事|先前|往期|历史).{0,16}(?:咋|怎么|如何|参考|经验|处理)|(?:可|能)参考的|(?:应付|应对|搞定)的/,
    en: /\bhow (?:did|have|do) (?:we|you|others|colleagues|the team)\b.*\b(?:solve|handle|deal|fix|do|answer|settle)|\bwhat did (?:we|colleagues|others|the team) do\b|\b(?:similar|same|past|earlier|like this)\b.{0,12}\b(?:cases?|conversations?|problems?|issues?)\b|\bprecedents?\b|\bwhat (?:has )?worked\b|\bworked (?:last time|before)\b|\b(?:solved?|handled?|fixed|settled) (?:this|it|that|such).{0,20}\bbefore\b/i,
    but: /怎么(?:申请|退|寄)/,
  },
  {
    kind: 'promised',
    zh: /(?:答应|承诺|许诺|许过|保证过|应承|说好|约好|约定|欠|兑现)(?:了|过|的|她|他)?|(?:有没有|是不是|什么时候)许|许[了过他她]|(?:我们|同事|客服|之前|上次).{0,8}(?:说过|说了|讲过).{0,8}(?:什么|啥|给|会|吗)/,
    en: /promis|\bcommit(?:ted|ment)?\b|\b(?:were|was|been) (?:they|she|he)?\s*told\b|\b(?:tell|told) (?:her|him|them)\b|\bsaid we would\b|\bdo we owe\b|\bguarantee\w*|\bcommitments?\b|\bagreed\b|\bassur\w+|\bpledg\w+|\bcall ?back\b/i,
  },
  {
    kind: 'mood',
    zh: /脾气|骂过|骂人|发过?火|火气|生过?气|情绪|态度|闹过|吵过|投诉过|不满意?过|好说话|难缠|难搞|刁钻|好不好(?:说话|沟通)|暴躁|脾性/,
    en: /\b(?:angry|rude|upset|furious|temper|mood|shout\w*|yell\w*|annoyed|aggressive|abusive|difficult|polite|hostile|patient|easy to deal with)\b|complain(?:ed)? before/i,
  },
  {
    kind: 'contact',
    zh: /(?:上一?[次回]|最近一次|最后一次|之前|以前|多久没|第一次).{0,6}(?:联系|咨询|找(?:[我咱]们|过)|来过|聊|进线|来电|来问|说话)|(?:联系|咨询|找|来)(?:过?我们|过).{0,3}(?:几次|多少次|几回)/,
    en: /\b(?:last|previous(?:ly)?|how (?:often|many times)|first|before)\b.*\b(?:contact\w*|wr[io]te|written|messag\w*|chat\w*|reach\w*|heard|talk\w*|spoke|in touch)\b|\b(?:contacted|written to|messaged) us\b.*\b(?:times|often|before|last)\b/i,
  },
  {
    kind: 'exchanges',
    zh: /换过(?!地址)|换了.{0,2}(?:几|多少)|换货.{0,6}(?:次|记录|过|没有|历史)/,
    en: /^(?!.*\b(?:can|how (?:do|to)|could)\b).*\bexchang(?:e|ed|es)\b.*|\bexchange history\b/i,
  },
  {
    kind: 'aftersale',
    zh: /(?:退款|售后|换货|退货|补发|维修|返修|退的).{0,8}(?:进度|到账了|到了[吗没]|状态|走到|哪一步|好了[吗没]|完成|批了|通过|退了[吗没]|处理到)|钱.{0,4}退.{0,3}(?:没|吗)|(?:退回|退到).{0,3}(?:没|了吗)|(?:进度|状态).{0,6}(?:售后|退款)/,
    en: /\b(?:refund|return|exchange|repair|after-?sales?|claim|case|rma)\b.*\b(?:status|go(?:ne)? through|went through|progress|arriv\w+|done|approved|paid|complete\w*|closed|open)\b|^(?:has|have|did|was|is)\b.*\bmoney\b.*\b(?:returned|back|refunded|arriv\w+)\b|\b(?:status|progress|state) of\b.*\b(?:refund|return|after-?sales?|case|claim|exchange|repair)\b/i,
    but: /工作日|几天|多久|多长|一般|how long|usually/i,
  },
  {
    kind: 'refunds',
    zh: /退.{0,8}(?:多少钱|多少款|总额|一共|总共|合计|几笔|多少元)|(?:一共|总共|到现在|到目前|累计|总计|合计|前后).{0,10}退|退给.{0,12}多少|退.{0,6}(?:加起来|加在一起)|赔(?:进去|给|了).{0,6}多少|退款(?:记录|总额|总共|历史|明细|合计|金额一共)/,
    en: /\b(?:how much|total|list|sum|which|what)\b.*\brefund(?:s|ed)?\b|\brefunds?\b.*\b(?:so far|to date|total|history|altogether|list)\b|\bp(?:aid|ay) (?:back|out)\b.*\b(?:total|all|altogether|so far)\b|\b(?:money|amount)\b.*\b(?:given|paid|sent|gone) back\b|\breimburs\w+/i,
    but: /how long|\btakes?\b|工作日/i,
  },
  {
    kind: 'returns',
    zh: /退过|(?:几次|多少次|记录|之前|以前|曾经?|老|经常|总是|爱|常|历史|惯|隔三差五|动不动).{0,4}退|退货史|退货?.{0,3}(?:几次|多少次|记录|历史|次数|率)/,
    en: /^(?!.*\b(?:can|could|how (?:do|to|long)|who pays|cost|shipping)\b).*(?:\breturn(?:s|ed|er)?\b|\b(?:sen[dt]|gave|giv\w+) \w+ back\b|\bback\b.*\bsen[dt]\b).*/i,
  },
  {
    kind: 'spent',
    zh: /花了?.{0,3}多少|花过多少|消费|大客户|大买家|客单价|贡献了?多少|多少钱的(?:东西|货)|买了多少钱|成交额|(?:累计|总)(?:成交|购买|金额)|总共买了/,
    en: /\bspen[dt]\w*|\bspender\b|lifetime value|\bbig (?:buyer|customer|account)\b|\bhow valuable\b|\bworth to us\b|\brevenue\b|\bturnover\b|\btotal (?:value|sales)\b/i,
  },
  {
    kind: 'customer',
    zh: /会员|等级|级别|老客|新客|老顾客|新顾客|老主顾|注册|多久的(?:客户|顾客)|金卡|银卡|回头客|忠实|几年了|多少年了|什么人|哪国|什么语言/,
    en: /\b(?:level|tier|status of (?:this|the) customer|vip|regular|membership|loyalty|loyal|repeat (?:buyer|customer))\b|\bhow long\b.*\b(?:customer|with us|client|bought here)\b|\b(?:since when|new customer|old customer|who is (?:this|she|he))\b/i,
    but: /怎么升|怎么成为|规则|条件|权益|how (?:do|to)|benefits|points/i,
  },
  {
    kind: 'times',
    zh: /(?:哪天|哪一天|几号|什么时候|啥时候|何时|几点|哪日|日期).{0,5}(?:签收|发货|发出|寄出|下单|付款|买的|拍的|收到|发的|到的|到手|拿到)|(?:签收|发货|下单|付款|发出|寄出).{0,3}(?:时间|日期|是哪天|是几号|几号)/,
    en: /\b(?:when|what (?:day|date|time)|which day|date)\b.*\b(?:delivered|ship(?:ped)?|order(?:ed)?|paid|placed|dispatch\w*|bought|sent|received|arrived)\b|\b(?:date|day|time) of (?:the )?(?:purchase|order|delivery|payment|dispatch)\b|\b(?:purchase|order|delivery|payment) date\b/i,
    but: /refund|will|退款/i,
  },
  {
    kind: 'address',
    zh: /地址|收件省|(?<!派)(?:寄|送|发)(?:到|去|往)(?:哪|什么|了?哪)|哪个(?:城市|省|地方)|收货(?:人|地)|收件人|住(?:在)?哪/,
    en: /\b(?:ship|deliver|sen[dt]|go(?:es|ing)?)\w*( it| this)? to\b|\baddress\b|\b(?:delivery|which|what) (?:city|place|country|region)\b|\bwhere\b.*\blives?\b|\bwhere (?:are|do|did) we send\w*\b|\brecipient\b/i,
    but: /改|退货|寄回|仓库|\b(?:change|return|warehouse|can)\b/i,
  },
  {
    kind: 'parcel',
    zh: /(?:快递|包裹|物流|快件|货|东西|耳机|件).{0,8}(?:到哪|在哪|什么情况|状态|走到|进展|咋样|怎么样|动静)|(?:包裹|快递|件).{0,4}(?:还要|还得)|站点|到哪(?:了|儿)|运?单号|(?:什么|哪家|哪个)快递|预计.{0,6}到|(?:哪天|几号|什么时候|啥时候|多久|几天).{0,2}(?:能|会|可以)?(?:送?到(?!账)|收到)/,
    en: /\b(?:parcel|package|tracking|carrier|courier|shipment|eta)\b|\bhow far\b|\bdelivery (?:status|progress)\b|\bexpected (?:arrival|delivery)\b|\barrival (?:of|date)\b|\bwhere(?:'s| is)\b.*\b(?:it|his|her|their|order)\b|\bwhen (?:will|does|is)\b.*\b(?:arriv\w*|come|get|deliver\w*|due)\b/i,
  },
  {
    kind: 'orders',
    zh: /(?:买过|买了|下过|拍过|买的|拍了)(?:什么|啥|哪些|几|些)?|(?:有|看|查|列|拉)(?:一?下|看|出)?.{0,6}(?:订单|单子|单)|(?:哪些|几个|多少个?)(?:订单|单)|最近一单|上一单|订单(?:列表|有|情况)/,
    en: /\borders?\b|\b(?:bought|buys?|purchas\w*|ordered)\b/i,
  },
]

const HAS_HAN = /\p{Script=Han}/u

/** The language that a question is put in. */
export const questionLanguage = (question: string): 'zh' | 'en' => (HAS_HAN.test(question) ? 'zh' : 'en')

/** Puts a question. */
const ASKING = /[?？]|[吗呢么嘛]$|怎么|如何|咋|什么|啥|哪|几[天次个号]|多久|多少|谁|能不能|可不可以|是不是|有没有|为什么|有无|^(?:what|when|where|why|how|who|which|can|could|do|does|did|is|are|was|were|has|have|had|should|will|would|any)\b/iu

/** Short words without a rule in them ("购买记录") are about the customer on the screen. */
const SHORT_ASK = { zh: 9, en: 5 } as const
/** What happened, not what holds in general. */
const PAST = /过|了|曾|以前|之前|上个|记录|历史|信息|情况|\b(?:did|has|have|was|were|any|past|history|total|count|last|earlier|record)\b/i

/** Length as people read it: Chinese in characters, other scripts in words. */
const lengthOf = (question: string): number => (questionLanguage(question) === 'zh' ? [...question.replace(/[^\p{L}\p{N}]/gu, '')].length : question.split(/\s+/).length)

/**
 * Reads a question by fixed rules: same words, same kind. Ways of asking first; then, where it is about somebody or short,
 * the words alone. What no rule knows is looked up in what the shop has written.
 */
export function readQuestion(question: string): QuestionKind {
  const plain = question.normalize('NFKC').trim()
  const language = questionLanguage(plain)
  const asksRule = POLICY.test(plain) && !PERSON.test(plain)
  for (const { kind, but, ...words } of READINGS) {
    if (asksRule && kind !== 'cases') continue
    if (words[language].test(plain) && !but?.test(plain)) return kind
  }
  if (asksRule) return 'knowledge'
  const isAboutThem = PERSON.test(plain) || (lengthOf(plain) <= SHORT_ASK[language] && (PAST.test(plain) || !ASKING.test(plain))) || (PAST.test(plain) && lengthOf(plain) <= 2 * SHORT_ASK[language])
  return (isAboutThem ? kindByWords(plain) : null) ?? 'knowledge'
}


/** Does this put a question, rather than name a thing to be found? */
export const isQuestion = (words: string): boolean => ASKING.test(words.normalize('NFKC').trim())

/** Words by which one asks for past cases: what is left of them says which. */
const ASKING_CASES = /(?:有没有|以前|之前|过去|上次|往常|当时|别人|同事|我们|遇到过|碰到过|遇到|碰到|类似|相似|同样|同类|这种|这类|这样|的?(?:案例|情况|问题|会话|例子|先例)|都?是?(?:怎么|咋|如何)(?:处理|解决|弄|办|搞|回|答)?的?|处理|解决|请|给我|看看|找|一下|[吗呢了的?？])|\b(?:how|what|did|do|have|has|we|you|us|others|colleagues|the team|the|a|an|solve[sd]?|handled?|deal with|fix(?:ed)?|settled?|this|that|it|such|before|when|similar|same|past|earlier|like|cases?|conversations?|problems?|issues?|please|show|me|any|precedents?)\b|[?.!]/giu

/** What a question for past cases is about, in its own words; '' where it means the present conversation. */
export const mattersIn = (question: string): string => question.normalize('NFKC').replace(ASKING_CASES, ' ').replace(/\s+/g, ' ').trim()

/** Goes on from what was asked before: short, or begun as one goes on. */
const GOES_ON = /^(?:那么?|还有|另外|然后|再|and|what about|how about|also|then)\s*|呢[?？]?$/i
const SHORT = { zh: 12, en: 8 } as const

/** A follow-up names a thing and leaves the rest to what was asked before. */
export function goesOn(question: string): boolean {
  const plain = question.normalize('NFKC').trim()
  return GOES_ON.test(plain) && lengthOf(plain) <= SHORT[questionLanguage(plain)]
}
