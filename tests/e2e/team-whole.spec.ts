import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect as soon, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { deskOf, joinTeam } from './support/team.ts'

/** Two desks, three browsers and a gateway share one machine here: each has time. */
const expect = soon.configure({ timeout: 45_000 })

const gateway = new TestGateway()
const folders: string[] = []
const customers: Customer[] = []
test.beforeAll(() => gateway.start())
test.afterAll(async () => {
  for (const one of customers.splice(0)) await one.close()
  await gateway.dispose()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const AGENT = '小雨'
const BOSS = 'Morgan'
/** What the three customers say first. */
const PARCEL = '我的包裹三天没动了，怎么退款'
const ANGRY = '骗子店！再不处理我打12315投诉你们！！！'
const ENGLISH = 'Hello, could you tell me how I get an invoice for my order please?'
/** Nothing of this may reach a customer. */
const INNER = ['300', '最多补偿', '请稍等我去问', 'He is furious']

const seatOf = (page: 'wall' | 'reviews' | 'tickets', { page: window }: Desk) => window.getByTestId(`team-${page}`)
async function openTab(desk: Desk, page: 'wall' | 'reviews' | 'tickets'): Promise<void> {
  if (!await desk.page.getByRole('tab').first().isVisible()) await desk.page.keyboard.press('Control+Shift+KeyT')
  await desk.page.locator(`[role=tab][data-page=${page}]`).click()
  await expect(seatOf(page, desk)).toBeVisible()
}
const wallLine = (desk: Desk, words: string) => desk.page.getByTestId('wall-line').filter({ hasText: words })
/** Sends words; where a colleague was just seen typing the desk asks once, and the same key sends. */
async function answer(desk: Desk, text: string): Promise<void> {
  await composer(desk).fill(text)
  await expect(async () => {
    await composer(desk).press('Control+Enter')
    await soon(composer(desk)).toHaveValue('', { timeout: 5000 })
  }).toPass({ timeout: 45_000 })
}
const whose = (desk: Desk, words: string) => wallLine(desk, words).locator('[title]').first()

test('RO-21 a team\'s whole hour in real windows and browsers: customers are routed with reasons, a reply waits, is changed and approved, a whisper, a take-over, a ticket; each customer reads only what is theirs (parts that work alone and not together)', async ({ launch }) => {
  test.setTimeout(360_000)
  const [agentSeat, bossSeat] = [
    await joinTeam(gateway, 'desk-of-agent', { name: AGENT, role: 'agent', languages: ['zh'] }),
    await joinTeam(gateway, 'desk-of-boss', { name: BOSS, role: 'supervisor', languages: ['en'] }),
  ].map((member) => deskOf(gateway, member))
  if (!agentSeat || !bossSeat) throw new Error('two people join')
  folders.push(agentSeat.userData, bossSeat.userData)
  const agent = await launch({ args: ['--lang=zh-CN'], ...agentSeat })
  const boss = await launch({ args: ['--lang=en-US'], ...bossSeat })
  for (const desk of [agent, boss]) await expect(desk.page.getByTestId('truth')).toHaveAttribute('data-tone', 'live')
  for (const language of ['zh-CN', 'zh-CN', 'en-US']) customers.push(await openCustomer(gateway.chatUrl, { language }))
  const [parcel, angry, english] = customers
  if (!parcel || !angry || !english) throw new Error('three customers come')

  // The supervisor says what waits: replies of agents that name more than 200.
  await openTab(boss, 'reviews')
  await boss.page.getByTestId('review-rules').click()
  await boss.page.getByTestId('rules-findings').selectOption('none')
  await boss.page.getByTestId('rules-over').fill('200')
  await boss.page.getByTestId('rules-save').click()
  await expect(boss.page.getByText('Saved')).toBeVisible()

  // Routed: each customer to whoever speaks their language, and the wall says so.
  await openTab(boss, 'wall')
  await say(parcel.page, PARCEL)
  await say(angry.page, ANGRY)
  await say(english.page, ENGLISH)
  for (const [words, name, why] of [[PARCEL, AGENT, /speaks Chinese/i], [ANGRY, AGENT, /speaks Chinese.*first in the queue/i], [ENGLISH, BOSS, /speaks English/i]] as const) {
    await expect(wallLine(boss, words)).toContainText(name)
    await expect(whose(boss, words)).toHaveAttribute('title', why)
  }
  expect.soft(await axeFindings(boss.page)).toEqual([])

  // Held, changed and approved by keys; the customer reads the approved words once.
  await openConversation(agent, PARCEL)
  await composer(agent).fill('给您退 300 元')
  await composer(agent).press('Control+Enter')
  const anyway = agent.page.getByTestId('send-anyway')
  const held = agent.page.getByTestId('review-note')
  await expect(anyway.or(held).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.getByRole('button').last().click()
  await expect(held).toContainText('等主管审核')
  await openTab(boss, 'reviews')
  await expect(boss.page.getByTestId('review')).toContainText('给您退 300 元')
  await expect(boss.page.getByTestId('review')).toContainText(AGENT)
  await boss.page.getByTestId('reviews-count').click()
  await boss.page.keyboard.press('e')
  await expect(boss.page.getByTestId('review-words')).toBeFocused()
  await boss.page.getByTestId('review-words').fill('先给您退 150 元')
  await boss.page.keyboard.press('Control+Enter')
  await expect(boss.page.getByTestId('reviews-empty')).toBeVisible()
  await expect(chat(parcel.page)).toContainText('先给您退 150 元')
  await expect(held).toHaveCount(0)

  // Whispered to the agent who has the angry customer: nobody else reads it.
  await openConversation(agent, ANGRY)
  await answer(agent, '非常抱歉，我马上为您处理')
  await expect(chat(angry.page)).toContainText('非常抱歉，我马上为您处理')
  // Begun, and kept by the desk before anything else happens.
  await composer(agent).fill('请稍等我去问')
  await openTab(boss, 'wall')
  const line = boss.page.getByTestId('wall-line').filter({ hasText: '非常抱歉，我马上为您处理' }).or(wallLine(boss, ANGRY)).first()
  await line.focus()
  await boss.page.keyboard.press('w')
  await boss.page.getByTestId('wall-whisper-words').fill('最多补偿 20 元')
  await boss.page.getByTestId('wall-whisper-words').press('Enter')
  await expect(agent.page.locator('.note[data-whisper]')).toContainText('最多补偿 20 元')

  // Taken over: what the agent had begun stays there, and is a note for the supervisor.
  await expect(boss.page.getByTestId('wall-whisper-words')).toHaveCount(0)
  await line.focus()
  await boss.page.keyboard.press('t')
  await boss.page.getByTestId('wall-take-over-words').fill('He is furious')
  await boss.page.getByTestId('wall-take-over-words').press('Enter')
  await expect(agent.page.getByTestId('beside')).toContainText('He is furious')
  await expect(composer(agent)).toHaveValue('请稍等我去问')
  await expect(boss.page.getByTestId('note').filter({ hasText: '请稍等我去问' })).toBeVisible()
  await answer(boss, '您好，我是主管，我来处理')
  await expect(chat(angry.page)).toContainText('您好，我是主管，我来处理')

  // A ticket of the first customer's: made in two keys, finished by the supervisor, told to the agent.
  await composer(agent).fill('')
  await openConversation(agent, '先给您退 150 元')
  await agent.page.keyboard.press('Control+Shift+KeyJ')
  await expect(agent.page.getByTestId('ticket-title')).toBeFocused()
  await agent.page.keyboard.press('Enter')
  await expect(agent.page.getByTestId('ticket-card')).toContainText('1 号')
  await openTab(boss, 'tickets')
  await boss.page.getByTestId('tickets-all').click()
  await boss.page.getByTestId('ticket').click()
  await expect(seatOf('tickets', boss)).toContainText(AGENT)
  await boss.page.getByTestId('ticket-done').click()
  await expect(agent.page.getByText(/“.+”已完成/)).toBeVisible()
  await expect(agent.page.getByTestId('ticket-card')).toHaveAttribute('data-done', '')

  // The third is the supervisor's own, and is answered.
  await boss.page.keyboard.press('Escape')
  await openConversation(boss, ENGLISH)
  await answer(boss, 'I will send your invoice today')
  await expect(chat(english.page)).toContainText('I will send your invoice today')

  expect(await chat(parcel.page).getByText('先给您退 150 元').count()).toBe(1)
  for (const [one, others] of [[parcel, ['主管', 'invoice today']], [angry, ['150', 'invoice today']], [english, ['150', '主管']]] as const) {
    const read = await chat(one.page).textContent() ?? ''
    expect([...INNER, ...others].filter((words) => read.includes(words))).toEqual([])
  }
})
