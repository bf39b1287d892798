import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createClassifier, parseClassifier, writeClassifier } from '../classify/model.ts'
import { parseGuardLines } from '../teach/guard.ts'
import { readExamples, writeExamples, type OwnExample } from './examples.ts'
import { learnOwnTopics, OWN_AT, TooFewTopics } from './learn.ts'

const usual = parseGuardLines(readFileSync(new URL('../../../resources/triage/guard-set.jsonl', import.meta.url), 'utf8')).map(({ text }) => text)
const of = (label: string | null, ...texts: string[]): OwnExample[] => texts.map((text) => ({ text, label }))

const TEA = [
  ...of('冲泡方法', '这个茶用多少度的水泡', '第一泡要倒掉吗', '泡茶的水温多少合适', '一次放几克茶叶', '能用保温杯闷泡吗', '可以泡几次', '冷水能泡开吗', '泡多久喝味道最好'),
  ...of('储存保鲜', '茶叶怎么保存', '要放冰箱里吗', '开封以后能放多久', '受潮了还能喝吗', '密封罐放常温行不行', '放一年会不会坏', '存放要避光吗', '冷藏会串味吗'),
  ...of('口味浓淡', '这款茶苦不苦', '有没有清淡一点的', '喝起来涩吗', '味道浓还是淡', '回甘明显吗', '花香重不重', '和去年的比味道一样吗', '偏甜还是偏苦'),
]

test('LD-5 own topics are told apart from few examples, everyday messages are none of them, and each topic is judged with examples it had not seen (a number from the training itself promises too much)', () => {
  const { model, report } = learnOwnTopics(TEA, usual)
  const classify = createClassifier(parseClassifier(writeClassifier(model)), OWN_AT)
  expect(['泡茶用几度的水', '茶叶要怎么存放', '这款喝起来苦不苦'].map((text) => classify(text).label)).toEqual(['冲泡方法', '储存保鲜', '口味浓淡'])
  expect(['我要退货', '快递到哪了', '转人工', '你好'].map((text) => classify(text).label)).toEqual([null, null, null, null])
  expect(report).toMatchObject({ examples: 24, leftOut: [] })
  expect(report.right).toBeGreaterThan(0.3)
  expect(report.right).toBeLessThan(1)
  expect(report.topics.map(({ label }) => label).sort()).toEqual(['储存保鲜', '冲泡方法', '口味浓淡'])
})

test('LD-5 the same examples give the same model, bit for bit (a topic taught again would behave differently)', () => {
  expect(writeClassifier(learnOwnTopics(TEA, usual).model)).toEqual(writeClassifier(learnOwnTopics(TEA, usual).model))
})

test('LD-5 a topic with one example is left out by name; fewer than two topics are refused (an error of the trainer would reach the person)', () => {
  expect(learnOwnTopics([...TEA, ...of('开团', '什么时候开团')], usual).report.leftOut).toEqual(['开团'])
  expect(() => learnOwnTopics(of('冲泡方法', '多少度', '放几克'), usual)).toThrow(TooFewTopics)
})

test('LD-5 of two topics that say the same the report names with which one each is mixed up (nobody would know which to merge)', () => {
  const { report } = learnOwnTopics([...TEA, ...of('怎么泡', '泡茶用多少度的水', '水温多少合适泡茶', '放几克茶叶泡', '第一泡倒掉吗', '泡几次', '泡多久最好')], usual)
  const weak = report.topics.filter(({ label }) => label === '怎么泡' || label === '冲泡方法')
  expect(weak.some(({ right, mixedWith }) => right < 0.9 && (mixedWith === '怎么泡' || mixedWith === '冲泡方法'))).toBe(true)
})

const rows = (...cells: string[][]) => cells.map((one, at) => ({ line: at + 1, cells: one, broken: false }))

test('LD-5 the columns are found by their header in both languages, below a title; a row without a topic is none of them, one without words is named (a shifted column would teach nonsense)', () => {
  const read = readExamples(rows(['茶叶店 2026'], ['序号', '问题类型', '客户原话'], ['1', '冲泡方法', '多少度的水'], ['2', '', '你好'], ['3', '口味', ''], ['', '', '']))
  expect(read).toEqual({ examples: [{ text: '多少度的水', label: '冲泡方法' }, { text: '你好', label: null }], problems: [{ line: 5, reason: 'no-text' }] })
  expect(readExamples(rows(['Label', 'Text'], ['brewing', 'how hot?']))?.examples).toEqual([{ text: 'how hot?', label: 'brewing' }])
  expect(readExamples(rows(['a', 'b'], ['c', 'd']))).toBeNull()
  expect(writeExamples([{ text: 'a "b", c', label: '泡' }, { text: 'x', label: null }])).toBe('\ufefftext,label\r\n"a ""b"", c",泡\r\nx,\r\n')
})
