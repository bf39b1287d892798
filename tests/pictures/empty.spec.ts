import { expect, test, until, type Desk } from '../e2e/support/app.ts'
import { openCustomer, say } from '../e2e/support/customer.ts'
import { live, openConversation } from '../e2e/support/desk.ts'
import { albumOf, LANGUAGES, windowOf } from './album.ts'

/** Starts the engine's next life and holds it there, before it has said a word. */
async function holdEngine(desk: Desk): Promise<number> {
  const first = await until(() => desk.pidOf('deskmate-engine'), 10_000, 'the engine')
  process.kill(first, 'SIGKILL')
  const next = await until(async () => {
    const pid = await desk.pidOf('deskmate-engine')
    return pid === first ? null : pid
  }, 20_000, 'the next engine')
  process.kill(next, 'SIGSTOP')
  return next
}

for (const language of LANGUAGES) {
  test(`a first start, with nobody there, and an engine that is away (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    const { chat } = await desk.ready()
    await live(desk)
    const take = albumOf(desk.page, language, windowOf(desk.app))
    await take('desk-empty')
    const customer = await openCustomer(chat, { language })
    try {
      await say(customer.page, language === 'zh-CN' ? '你好，请问怎么开发票？' : 'Hello, how do I get an invoice?')
      await openConversation(desk, /发票|invoice/)
      await take('desk-first-customer')
      const held = await holdEngine(desk)
      await expect(desk.page.getByTestId('truth')).not.toHaveAttribute('data-tone', 'live')
      await take('desk-engine-away')
      process.kill(held, 'SIGCONT')
    } finally {
      await customer.close()
    }
  })

  test(`a gateway that was never there (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: 'http://127.0.0.1:9', DESKMATE_SEAT_TOKEN: 'never-there-never-there-never-there' } })
    await expect(desk.page.getByTestId('truth')).toHaveAttribute('data-link', 'offline')
    await albumOf(desk.page, language, windowOf(desk.app))('desk-no-gateway')
  })

  test(`the shop's chat as a customer sees it (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    const { chat } = await desk.ready()
    const customer = await openCustomer(chat, { language })
    const { page } = customer
    const take = albumOf(page, language, (size) => page.setViewportSize(size))
    const sizes = [{ width: 390, height: 844 }, { width: 1280, height: 800 }]
    try {
      await take('web-chat-empty', sizes)
      await say(page, language === 'zh-CN' ? '你好，我的快递三天没动了，能帮我看看吗？' : 'Hello, my parcel has not moved for three days. Can you have a look?')
      await openConversation(desk, /快递|parcel/)
      await desk.page.getByTestId('composer').fill(language === 'zh-CN' ? '您好，请把订单号发给我，我马上查。' : 'Hello! Please send me your order number and I will check right away.')
      await desk.page.keyboard.press('Control+Enter')
      await expect(page.getByRole('log')).toContainText(/订单号|order number/)
      await take('web-chat', sizes)
    } finally {
      await customer.close()
    }
  })
}
