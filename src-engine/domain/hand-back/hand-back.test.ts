import { describe, expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import { readTriage } from '../../open-triage.ts'
import { isConsent } from './consent.ts'
import { beginsMatter, mayBeginMatter } from './new-matter.ts'
import { handBackWords } from './words.ts'

const HOUR = 3_600_000
const END = 1_790_000_000_000
const WROTE = END - HOUR

describe('HB-1 a new matter', () => {
  test.each([
    ['one millisecond before 72 hours', 72 * HOUR - 1, WROTE, [END], false],
    ['71 h 59 min', 71 * HOUR + 59 * 60_000, WROTE, [END], false],
    ['72 hours', 72 * HOUR, WROTE, [END], true],
    ['the same millisecond as the end', 72 * HOUR, END, [END], true],
    ['written since the end: they came back with it', 200 * HOUR, END + HOUR, [END], false],
    ['the last end counts, not one before', 100 * HOUR, WROTE, [END, END + 40 * HOUR], false],
    ['an end after the message is not known yet', 100 * HOUR, WROTE, [END, END + 101 * HOUR], true],
    ['never resolved', 900 * HOUR, WROTE, [], false],
    ['the first message of all', 900 * HOUR, 0, [END], false],
  ] as const)('HB-1 %s', (_name, after, lastCustomerAt, ends, begins) => {
    expect(beginsMatter(END + after, lastCustomerAt, ends)).toBe(begins)
    if (begins) expect(mayBeginMatter(lastCustomerAt, END + after)).toBe(true)
  })
})

describe('HB-3 consent', () => {
  const triage = readTriage(openResources(new URL('../../../resources', import.meta.url).pathname)).make()
  const agrees = (text: string, language: 'zh' | 'en', attachments: never[] = []): boolean => {
    const at = END
    const history = [{ role: 'customer' as const, text: language === 'zh' ? '我的快递到哪了' : 'where is my order', at: at - 60_000 }, { role: 'agent' as const, text: handBackWords(language), at: at - 30_000 }]
    return isConsent({ text, attachments }, triage({ text, at, attachments: attachments.length, history, products: new Map(), promises: 'none', orderStatuses: ['shipped'] }))
  }

  test('HB-3 a plain yes is one, in both languages', () => {
    expect(['可以', '好的', '行', '嗯嗯', '可以的，谢谢', '同意', '没问题'].filter((text) => !agrees(text, 'zh'))).toEqual([])
    expect(['yes', 'Yes please', 'ok', 'sure', 'ok sure'].filter((text) => !agrees(text, 'en'))).toEqual([])
  })

  test('HB-3 a no, a question, a condition, another matter, anger and the wish for a person are none (autopilot would answer whoever wants a person)', () => {
    expect(['不可以', '不行', '不用，我要人工', '人工', '转人工吧 可以吗', '可以吗', '可以再等等吗', '可以，我的快递到哪了', '好的，那什么时候发货', '可以 但是别再骗我了', '可以，不过先退款', '好，你们这群骗子!!!', '再等等', '谢谢', '👌', '好的再见'].filter((text) => agrees(text, 'zh'))).toEqual([])
    expect(['no', 'No thanks', 'agent', 'yes but I want a human', 'ok, bye', 'yes, where is my order?', 'thanks', 'is that a robot?'].filter((text) => agrees(text, 'en'))).toEqual([])
  })
})

test('HB-3 whoever speaks neither language is asked in English', () => {
  expect([handBackWords('zh'), handBackWords('zh-TW'), handBackWords('en'), handBackWords('fr'), handBackWords('')].map((words) => /自动助手/.test(words))).toEqual([true, true, false, false, false])
})
