import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'
import { expect, test, until } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply, row, search } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** The main job, with everything real: desk, gateway, browser, and an HTTP server that speaks the OpenAI protocol. */
const gateway = new TestGateway()
const line = new Line(() => gateway.seatPort)
const open: (Customer | ModelServer)[] = []

test.beforeEach(async () => {
  await gateway.start()
  await line.open()
})
test.afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
  await line.close()
  await gateway.kill()
})
test.afterAll(() => gateway.dispose())

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token })

async function customer(language = 'zh-CN'): Promise<Customer> {
  const one = await openCustomer(gateway.chatUrl, { language })
  open.push(one)
  return one
}

const TOKENS = ['您好,', '让您', '久等了,', '我马上', '为您核实', '订单情况。']

async function model(...script: ModelStep[]): Promise<Record<string, string>> {
  const server = await startModelServer(script, { model: 'scripted' })
  open.push(server)
  return { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' }
}

test('X-1 the customer asks, the angry one is flagged, the draft streams from an endpoint, the agent sends, the browser shows it', async ({ launch }) => {
  const desk = await launch({ env: { ...connection(), ...(await model({ do: 'tokens', tokens: TOKENS, delayMs: 120 })) } })
  await live(desk)
  const calm = await customer()
  await say(calm.page, '请问怎么开发票')
  const angry = await customer()
  await say(angry.page, '你们到底管不管!!!三天了没人理,骗子店')

  await expect(row(desk, '骗子店')).toHaveAttribute('data-chip', 'angry')
  await expect(row(desk, '怎么开发票')).not.toHaveAttribute('data-chip', 'angry')
  await openConversation(desk, '骗子店')
  await expect(desk.page.getByTestId('flag')).toContainText('骗子')

  // Ask for the draft anew, to see it grow: the first one was made before anybody looked.
  await expect(desk.page.getByTestId('ghost')).toContainText(TOKENS.join(''))
  await say(angry.page, '说话啊!!!')
  const lengths = new Set<number>()
  await until(async () => {
    const text = (await desk.page.getByTestId('ghost').textContent().catch(() => '')) ?? ''
    lengths.add(text.length)
    return text.includes(TOKENS.join('')) && lengths.size >= 3 ? true : null
  }, 20_000, 'a draft that grows')
  await expect(desk.page.getByTestId('draft-by')).toContainText('scripted')

  await composer(desk).focus()
  await composer(desk).press('Tab')
  await expect(composer(desk)).toHaveValue(TOKENS.join(''))
  await composer(desk).press('Control+Enter')
  await expect(chat(angry.page)).toContainText(TOKENS.join(''))
  await expect(desk.page.getByTestId('bubble').filter({ hasText: TOKENS.join('') })).toHaveAttribute('data-delivery', 'sent')
  await expect(chat(calm.page)).not.toContainText('久等')
})

test('X-2 the same without any endpoint: the local drafter answers and says that it did', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const one = await customer()
  await say(one.page, '我的快递到哪了')
  await openConversation(desk, '快递到哪了')
  await expect(desk.page.getByTestId('ghost')).not.toBeEmpty()
  await expect(desk.page.getByTestId('draft-by')).toContainText(/本地|local/i)
  await composer(desk).focus()
  await composer(desk).press('Tab')
  const text = await composer(desk).inputValue()
  // An unverified customer is asked who they are, not told about anybody's order.
  expect(text).toMatch(/订单/)
  expect(text).not.toMatch(/\d{10,}/)
  await composer(desk).press('Control+Enter')
  await expect(chat(one.page)).toContainText(text.split('\n')[0] as string)
})

test('X-3 the line is cut, three replies wait; it comes back: two are sent, the one whose customer wrote since is held', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const [a, b, c] = [await customer(), await customer(), await customer()]
  const asked = ['甲问发票抬头怎么改', '乙问什么时候发货', '丙问能换货吗']
  for (const [i, one] of [a, b, c].entries()) await say(one.page, asked[i] as string)
  for (const text of asked) await expect(row(desk, text)).toBeVisible()

  line.cut()
  await expect(desk.page.getByTestId('truth')).toContainText(/离线|断线|offline/i)
  for (const [i, text] of asked.entries()) {
    await openConversation(desk, text)
    await reply(desk, `回复${i + 1}:收到`)
    await expect(desk.page.getByTestId('bubble').filter({ hasText: `回复${i + 1}` })).toHaveAttribute('data-delivery', 'queued')
  }
  await expect(desk.page.getByTestId('truth')).toContainText('3')
  // Reading and searching go on.
  await search(desk, '发票')
  await expect(desk.page.getByTestId('search-hit').first()).toContainText('发票')
  await desk.page.keyboard.press('Escape')

  await say(b.page, '乙又说:不用了我要退款')
  await expect(chat(b.page)).toContainText('不用了我要退款')
  line.mend()
  await live(desk)

  await expect(chat(a.page)).toContainText('回复1')
  await expect(chat(c.page)).toContainText('回复3')
  await openConversation(desk, '不用了我要退款')
  const held = desk.page.getByTestId('bubble').filter({ hasText: '回复2' })
  await expect(held).toHaveAttribute('data-delivery', 'held')
  await expect(chat(b.page)).not.toContainText('回复2')
  await desk.page.getByTestId('held-send').click()
  await expect(chat(b.page)).toContainText('回复2')
  expect(await chat(a.page).getByText('回复1').count()).toBe(1)
})

test('X-4 the gateway itself is killed and started again: nothing written on either side is lost or doubled', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const one = await customer()
  await say(one.page, '在吗,我要退货')
  await openConversation(desk, '我要退货')
  await gateway.kill()
  await expect(desk.page.getByTestId('truth')).toContainText(/离线|断线|offline/i, { timeout: 15_000 })
  await reply(desk, '在的,请问订单号多少')
  await say(one.page, '人呢')
  // Without a connection the page does not go on saying that somebody is there.
  await expect(one.page.locator('.presence')).toHaveText(/正在连接|Connecting/)
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '请问订单号' })).toHaveAttribute('data-delivery', 'queued')
  await gateway.start()
  await live(desk)
  // Whoever was first: the customer's word is in the thread once, the reply is sent or held, once.
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '人呢' })).toHaveCount(1, { timeout: 20_000 })
  const mine = desk.page.getByTestId('bubble').filter({ hasText: '请问订单号' })
  await expect(mine).toHaveAttribute('data-delivery', /sent|held/, { timeout: 20_000 })
  await expect(mine).toHaveCount(1)
  if ((await mine.getAttribute('data-delivery')) === 'held') await desk.page.getByTestId('held-send').click()
  await expect(chat(one.page).getByText('请问订单号')).toHaveCount(1)
  await one.page.reload()
  await expect(chat(one.page).getByText('请问订单号')).toHaveCount(1)
  await expect(chat(one.page).getByText('人呢')).toHaveCount(1)
})

test('X-5 the engine is killed in mid-send: the shell restarts it, the window recovers, the reply arrives exactly once', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const one = await customer()
  await say(one.page, '优惠券用不了')
  await openConversation(desk, '优惠券用不了')
  // The gateway gets the reply, its answer never arrives: that is mid-send.
  line.stallAnswers()
  await reply(desk, '券的有效期我看一下')
  await expect(chat(one.page)).toContainText('券的有效期')
  await composer(desk).fill('还没写完的半句')
  const pid = await desk.pidOf('deskmate-engine')
  await expect.poll(() => desk.page.getByTestId('composer').inputValue()).toBe('还没写完的半句')
  await desk.page.waitForTimeout(600) // the composer saves what is typed every 300 ms; this is what must survive
  process.kill(pid as number, 'SIGKILL')
  line.mend()
  await until(async () => {
    const now = await desk.pidOf('deskmate-engine')
    return now !== null && now !== pid ? now : null
  }, 20_000, 'a new engine')
  await live(desk)
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '券的有效期' })).toHaveAttribute('data-delivery', 'sent', { timeout: 20_000 })
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '券的有效期' })).toHaveCount(1)
  await expect(composer(desk)).toHaveValue('还没写完的半句')
  await say(one.page, '好的谢谢')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '好的谢谢' })).toBeVisible()
  await expect(chat(one.page).getByText('券的有效期')).toHaveCount(1)
})

test('X-6 a restart of the whole desk continues where it was, even without the gateway', async ({ launch, userData }) => {
  const env = connection()
  const desk = await launch({ env, userData })
  await live(desk)
  const one = await customer()
  await say(one.page, '耳机左边没声音')
  await openConversation(desk, '耳机左边没声音')
  await composer(desk).fill('我先帮您看下保修')
  await desk.page.waitForTimeout(600) // as above
  await desk.close()
  line.cut()
  const again = await launch({ env, userData })
  await openConversation(again, '耳机左边没声音')
  await expect(composer(again)).toHaveValue('我先帮您看下保修')
  await search(again, '耳机')
  await expect(again.page.getByTestId('search-hit').first()).toContainText('耳机')
})
