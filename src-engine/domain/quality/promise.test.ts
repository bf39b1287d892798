import { expect, test } from 'vitest'
import { promiseIn } from './promise.ts'

const AT = Date.parse('2026-11-27T11:00:00+08:00')
const of = (text: string): string | null => promiseIn(text, AT, 'Asia/Shanghai')?.text ?? null

test('N-8 a promise is a sentence of ours that commits us to a day or a time', () => {
  expect(of('非常抱歉。我们会在明天18点前给您补发，请留意短信。')).toBe('我们会在明天18点前给您补发，请留意短信。')
  expect(of('亲，今天安排发出')).toBe('亲，今天安排发出')
  expect(of('I am sorry. We will send the part by Friday. Thank you!')).toBe('We will send the part by Friday.')
  expect(of('48小时内为您处理好')).toBe('48小时内为您处理好')
  expect(promiseIn('明天下午3点前联系您', AT, 'Asia/Shanghai')?.when).toBe('明天')
})

test('N-8 nothing that is asked, supposed, estimated, told of the past or without a time (a promise never made would be held against us)', () => {
  for (const text of [
    '您明天方便收货吗？', '如果明天还没到，请联系我们', '包裹预计后天送达', '昨天已经给您发出了', '我们会尽快处理', '会员日是12月1日', '一般3天会到', 'It was sent yesterday.', 'It usually takes 3 days, we will see.', '',
  ]) expect(of(text), text).toBeNull()
})
