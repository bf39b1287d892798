import { startModelServer } from '../support/model-server.ts'
import { axeFindings } from './support/axe.ts'
import { expect, test } from './support/app.ts'
import { openCustomer, say } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

test('EM-11 a model for meaning named in the settings reads the articles, and the trace of the next draft says that it helped to find them', async ({ launch }) => {
  const server = await startModelServer([{ do: 'tokens', tokens: ['运费由', '我们出。'] }], { vectors: [{ do: 'vectors' }] })
  const desk = await launch({ args: ['--lang=zh-CN'], env: { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } })
  const { page } = desk
  const { chat } = await desk.ready()
  await live(desk)
  const customer = await openCustomer(chat)
  try {
    await page.keyboard.press('Control+Comma')
    await page.locator('#settings-tab-model').click()
    await page.getByLabel('向量模型名').fill('made-up')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.locator('.model-note')).not.toBeEmpty()
    // The first articles are in before the next are asked for.
    await expect.poll(() => server.requests.filter(({ path }) => path === '/v1/embeddings').length).toBeGreaterThan(1)
    await page.keyboard.press('Escape')
    await say(customer.page, 'Wer zahlt die Versandkosten?')
    await openConversation(desk, 'Wer zahlt die Versandkosten?')
    await expect(page.getByTestId('ghost')).toHaveText('运费由我们出。')
    await composer(desk).focus()
    await page.keyboard.press('Alt+KeyV')
    await expect(page.getByTestId('trace-gather')).toContainText('按字词和意思 · made-up')
    expect.soft(await axeFindings(page)).toEqual([])
  } finally {
    await customer.close()
    await server.close()
  }
})
