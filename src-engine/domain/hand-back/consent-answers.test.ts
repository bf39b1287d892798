import { describe, expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import { readTriage } from '../../open-triage.ts'
import { isConsent } from './consent.ts'
import { handBackWords } from './words.ts'

type Language = 'zh' | 'en'
interface Answers { yes: Record<Language, readonly string[]>; none: Record<Language, readonly string[]> }

/** The reader was mended with these. */
const OPEN: Answers = {
  yes: {
    zh: ['可以', '好', '好的', '行', '嗯', '嗯嗯', '可以的', '没问题', '同意', '好的，谢谢', '行，可以', '好滴'],
    en: ['yes', 'Yes.', 'ok', 'ok ok', 'sure', 'yes please', 'fine by me', 'yeah', 'of course', 'OK, thanks'],
  },
  none: {
    zh: ['不行', '人工', '嗯？', '好啊，你们真行', '行吧随便', '可以，先退款', '如果能快点就可以', '好的我的快递呢', '可以吗', '👌', '随便吧', '好好好，又是机器人', '真可以啊你们', '呵呵，好', '行啊，反正没人管', '可以个鬼'],
    en: ['no', 'agent', 'sure, like last time', 'yes if it is fast', 'ok, where is my parcel', 'whatever', 'ok?', '👍', 'yeah right', 'sure, why not waste more time', 'fine, whatever', 'great, a robot', 'oh sure, great idea', 'ok but I want a person'],
  },
}

/** Written before the reader was made anew; what the reader before it got wrong of these was seen. */
const SEEN: Answers = {
  yes: {
    zh: ['可以哦', '行的', '好呀', '嗯，可以', '好的呢', '可以，麻烦了', 'ok', '是的', '没问题的', '可以，谢谢你', '要的', '同意的'],
    en: ['Yes, that is fine', 'sure thing', 'okay', 'yep', 'yes thank you', 'that works', 'alright', 'Yes it is', 'ok sure', 'no problem'],
  },
  none: {
    zh: ['不要', '转人工', '好？', '好棒棒哦', '行行行，你们厉害', '可以，但是快点', '要是能解决就行', '行，那我的钱什么时候退', '好不好用啊', '👍', '无所谓', '好吧，又踢皮球', '你们可真行', '呵呵', '好得很', '可以啊，继续糊弄我'],
    en: ['nope', 'human please', 'sure, because it worked so well', 'ok as long as I get my money', 'yes and cancel my order', 'I guess', 'yes?', '👌', 'yeah sure whatever', 'ok, if I must', 'fine, nobody cares anyway', 'sure, pass me around again', 'wow, ok', 'yes, lovely service as always'],
  },
}

/** Written after the reader was made; it missed two of the thirty yeses, which it knows now. */
const SECOND: Answers = {
  yes: {
    zh: ['好哒', '嗯好', '行啊', '可以呀，谢谢', '没问题👌', '好的好的', '是的，可以', '当然可以', '对的', '嗯嗯好的', '可以，辛苦了', '我同意', '成', '愿意的', 'OK的', '好的，麻烦你了'],
    en: ['Yes!', 'okay, thank you', 'Sure, go ahead', "that's fine", 'sounds good', 'absolutely', 'yes, of course', 'Ok. Thanks', "It's ok with me", 'yup', 'alright then', 'yes that is ok', 'I agree', 'please do'],
  },
  none: {
    zh: ['好吧', '行吧', '好好好', '好……', '你说了算', '可以，反正你们也解决不了', '好啊，又来一个', '行，机器人万岁', '可以不', '好多了', '要人工', '对了，发票呢', '好的但我要快', '嗯哼', '是吗', '可以的话先查物流', '可以了别烦我', '🙂', '同意才怪', '不是不可以', '行不行啊你们'],
    en: ['fine.', 'ok...', 'yeah yeah', 'sure sure sure', 'yes but', 'okay so where is it', 'right', 'sure you can', 'oh yes, robots, amazing', 'ok if quick', 'not ok', "it's not fine", 'yes sir, three cheers', 'sure. not.', 'maybe', 'agent ok', 'okay?', 'thanks', 'of course you would say that', '👍👍'],
  },
}

/** Written after that, and measured once. */
const HELD_OUT: Answers = {
  yes: {
    zh: ['好的。', '可以！', '嗯，好的', '行，谢谢', '没问题，谢谢', '可以可以', '好嘞', '是', '好的哦', '可以啦', '亲，可以的', '好的 谢谢啦'],
    en: ['yes ok', 'Yes, go ahead please', 'ok thank you', 'sure, thanks', 'Yeah, ok', 'of course!', 'Okay then', 'yes, works for me', 'Definitely', 'hi, yes', 'OK 👍', 'yes, no problem'],
  },
  none: {
    zh: ['好意思问', '可以，你先告诉我几点到', '好了知道了', '嗯不', '行不', '对你们没话说', '好家伙', '可以没有机器人吗', '要不还是人工', '是啊，等了三天了', '好笑', '可以投诉吗'],
    en: ['ok boomer', 'yes, finally someone useful', 'sure hope so', 'okay fine whatever', 'yes and no', 'alright, what about my refund', 'ok but be quick', 'sure, after you refund me', 'definitely not', 'yes???', 'please no', 'of course not'],
  },
}

const AT = 1_790_000_000_000
const triage = readTriage(openResources(new URL('../../../resources', import.meta.url).pathname)).make()
function agrees(text: string, language: Language): boolean {
  const history = [{ role: 'customer' as const, text: language === 'zh' ? '我的快递到哪了' : 'where is my order', at: AT - 60_000 }, { role: 'agent' as const, text: handBackWords(language), at: AT - 30_000 }]
  return isConsent({ text, attachments: [] }, triage({ text, at: AT, attachments: 0, history, products: new Map(), promises: 'none', orderStatuses: ['shipped'] }))
}
const taken = (set: Record<Language, readonly string[]>) => (['zh', 'en'] as const).flatMap((language) => set[language].filter((text) => agrees(text, language)))
const missed = (set: Record<Language, readonly string[]>) => (['zh', 'en'] as const).flatMap((language) => set[language].filter((text) => !agrees(text, language)))

describe.each([['worked with', OPEN], ['seen', SEEN], ['second', SECOND], ['held out', HELD_OUT]] as const)('HB-7 answers %s', (_name, answers) => {
  test('HB-7 nothing is taken for a yes that is none: sarcasm, a shrug, a condition, another matter, a question, a picture of a thumb (autopilot that answers whoever mocked it)', () => {
    expect(taken(answers.none)).toEqual([])
  })

  test('HB-7 of plain yeses at least 19 in 20 are taken (a customer who is asked again and again)', () => {
    const all = answers.yes.zh.length + answers.yes.en.length
    expect(missed(answers.yes).length / all, missed(answers.yes).join(' | ')).toBeLessThanOrEqual(0.05)
  })
})

test.each(['of course!', 'of course', 'Of course!!', 'of course not!'])('HB-7 %s: one mark behind a plain yes is no displeasure, two are, and a no is none', (text) => {
  expect(agrees(text, 'en')).toBe(!/!!|not/.test(text))
})
