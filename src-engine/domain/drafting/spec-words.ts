import { tokens } from '../knowledge/tokens.ts'

/** How customers ask for a figure, against the names that shops give it. */
const ASKS: ReadonlyArray<readonly [RegExp, string]> = [
  [/多重|几斤|重不重|多沉|how heavy|weigh/i, '重量 净重 weight'], [/多大|尺寸|多长|多高|多宽|how (?:big|large|tall|wide|long is)|dimension/i, '尺寸 大小 规格 size dimensions'],
  [/容量|几升|装多少|多少毫升|how much (?:does it )?hold|capacity/i, '容量 capacity'], [/续航|用多久|能用几|多长时间.{0,3}电|battery (?:life|last)|how long does (?:it|the battery) last/i, '续航 续航时间 battery life runtime'],
  [/防水|下雨|淋雨|water ?proof|rain/i, '防水 防水等级 防水指数 water resistance waterproof'], [/功率|几瓦|多少瓦|watt/i, '功率 power wattage'], [/材质|什么料|面料|什么做的|made (?:of|from)|material/i, '材质 面料 material'],
  [/接口|充电口|什么口|usb|type-?c|port/i, '接口 充电接口 port charging'], [/几个人|几人|多少人|how many people/i, '适用人数 人数 capacity people'], [/电压|伏|voltage/i, '电压 voltage'],
  [/洗碗机|dishwasher/i, 'dishwasher safe 洗碗机'], [/微波/i, '微波炉 microwave safe'], [/承重|能放多重|能承受|load|hold up to/i, '承重 最大承重 load'],
]

/** Terms of the specs that the words ask for. */
export const specTerms = (words: string): string[] => ASKS.flatMap(([form, names]) => (form.test(words) ? tokens(names) : []))
export const asksForSpec = (words: string): boolean => ASKS.some(([form]) => form.test(words))
