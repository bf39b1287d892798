import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createTriage, parseLexicon } from './index.ts'

const triage = createTriage(parseLexicon(JSON.parse(readFileSync(new URL('../../../resources/triage/lexicon.json', import.meta.url), 'utf8'))))
const marks = (text: string): string[] => triage({ text, at: Date.UTC(2026, 3, 20, 4), attachments: 0, history: [] }).marks.map((one) => one.label)

test.each([
  'nmd退钱', 'sb客服', '你是不是傻缺', '艹 又没发', 'cnmd', '你们都有病吧', '一群饭桶', '你脑子进水了', '瓜娃子客服', '痴线 唔识做嘢', '去你大爷的', '我看你就是个白痴', '我觉得你们就是白痴', '我真蠢 信了你这白痴客服', '眼瞎吗 地址写得清清楚楚', '会不会说人话',
  'f*ck you', 'give me my f*cking refund', 'what a load of sh*t', 'you absolute clown', 'you lot are a bunch of thieves', 'b*tch', 'are you thick', 'LIARS', 'piss off', 'go f yourself',
])('DS-8 an insult is one, also behind stars, letters and dialect: %s', (text) => {
  expect(marks(text)).toContain('abuse')
})

test.each([
  '我就是个电脑白痴 你教我一下', '我这个白痴 买错了', '我这人就是蠢得很 拍错了 你帮我改一下', '自己蠢得要死 下错单了', '给我妈买的 我真是个白痴 选错码了', '税号91510100MA6XK3R72B', '我去你仓库自提行吗', '我把货邮回去你们退钱吧', '去死皮的那款还有吗', '猪头肉多少钱一斤', '病历可以当证明吗 我有病假条', '驴打滚儿保质期多久', '不白瞎了吗',
  "i'm so dumb i typed the wrong address", 'dm me the price', 'is it flame retardant', 'my dog is called Scrappy', 'Can you assist me', 'what size is the class ring', 'the shirt says b 4 u',
])('DS-8 the calm twin is none (an agent would meet a friendly customer with a shield up): %s', (text) => {
  expect(marks(text)).not.toContain('abuse')
})
