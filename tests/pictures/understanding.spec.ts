import { expect, test, type Desk } from '../e2e/support/app.ts'
import { openCustomer, say } from '../e2e/support/customer.ts'
import { composer, live, openConversation, reply } from '../e2e/support/desk.ts'
import { albumOf, LANGUAGES, windowOf, type Language } from './album.ts'

/** Conversations that show what is understood, and what is not. */
const TALKS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  'zh-CN': [
    ['你好 在吗', '我的快递SF1234567890123到哪了', '等了三天了还没到，订单号 240806123456789012', '卡号6222021234567890123 你们直接退钱', '你们到底管不管!!!骗子店', '再不处理我打12315投诉你们'],
    ['请问怎么开发票', '抬头写公司就行', '好的谢谢', '卡里还是没见着钱', '我说的是退款', '那我再等两天'],
    ['这个洗衣机声音好大 是不是坏了', '师傅什么时候上门', '我就是个电脑白痴 你教我一下', '不管怎么说 还是谢谢你'],
    ['什么时候发货呀', '能改成明天送吗', '地址写错了 帮我改一下', '人呢', '包裹外面淋湿了', '里面倒没事'],
  ],
  'en-US': [
    ['Hi, are you there?', 'Where is my parcel SF1234567890123?', 'I have waited three days, order 240806123456789012', 'My card is 4111 1111 1111 1111, just refund me', 'This is the third time I write!!! You scammers', 'I will report you to consumer protection'],
    ['How do I get an invoice?', 'Made out to the company', 'ok thanks', 'still nothing on my account', 'I mean the refund', 'then I will wait two more days'],
    ['The washing machine is so loud, is it broken?', 'When does the technician come?', 'I am an idiot with computers, please explain', 'thank you anyway'],
    ['when will it ship', 'can it come tomorrow instead', 'the address is wrong, please change it', 'hello??', 'the box came wet', 'inside everything is fine'],
  ],
}

/** What is typed for a message, and the name that it then has; only where it was not understood as that. */
const REALLY: readonly { words: RegExp; typed: string; name: RegExp }[] = [
  { words: /没见着钱|nothing on my account/, typed: 'Refund status', name: /退款进度|Refund status/ },
  { words: /淋湿|came wet/, typed: 'Damaged', name: /破损|Damaged/i },
  { words: /白痴/, typed: 'Calm', name: /平静/ },
  { words: /idiot/, typed: 'Not angry', name: /calm/i },
]

async function checkOne(desk: Desk, at: number): Promise<void> {
  const { page } = desk
  await expect(page.getByTestId('round-at')).toContainText(String(at))
  const [words, understood] = await Promise.all([page.locator('.check-words').innerText(), page.getByTestId('check-understood').innerText()])
  const really = REALLY.find((one) => one.words.test(words) && !one.name.test(understood))
  if (really) {
    await page.getByTestId('really').fill(really.typed)
    const first = page.locator('#really-found').getByRole('option').first()
    await first.click()
  }
  await page.getByTestId('round').focus()
  await page.keyboard.press(/^(那我|then)/.test(words) ? 'u' : 'Enter')
}

for (const language of LANGUAGES) {
  test(`the words that decided, the mood, and how well it understands (${language})`, async ({ launch }) => {
    test.setTimeout(240_000)
    const desk = await launch({ args: [`--lang=${language}`] })
    const { page, app } = desk
    const { chat } = await desk.ready()
    await live(desk)
    const take = albumOf(page, language, windowOf(app))
    for (const talk of TALKS[language].toReversed()) {
      const customer = await openCustomer(chat, { language })
      try {
        for (const line of talk) await say(customer.page, line)
        await openConversation(desk, talk.at(-1) ?? '')
        if (talk === TALKS[language][0]) await reply(desk, language === 'zh-CN' ? '非常抱歉，我马上去查。' : 'I am so sorry. I am looking into it right now.')
      } finally {
        await customer.close()
      }
    }
    await composer(desk).focus()
    await page.keyboard.press('Alt+KeyW')
    await expect(page.getByTestId('evidence-legend')).toBeVisible()
    await take('evidence')
    await page.keyboard.press('Escape')
    await page.getByTestId('mood-curve').focus()
    await page.keyboard.press('ArrowLeft')
    await take('mood')

    await page.keyboard.press('Alt+KeyY')
    await expect(page.getByTestId('check-now')).toBeFocused()
    await take('understanding-empty')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('check-card')).toBeVisible()
    await take('understanding-round')
    for (let at = 1; at <= 20; at++) await checkOne(desk, at)
    await expect(page.getByTestId('estimate')).toBeVisible()
    await take('understanding')
  })
}
