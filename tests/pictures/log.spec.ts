import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { corpus, type Dated } from '../../bench/corpus/corpus.ts'
import { SEAT_TOKEN } from '../../bench/desk/places.ts'
import { openShopGateway, type ShopGateway } from '../../bench/desk/shop-gateway.ts'
import { expect, test, type Desk, type LaunchOptions } from '../e2e/support/app.ts'
import { live, row } from '../e2e/support/desk.ts'
import { albumOf, LANGUAGES, windowOf, type Language } from './album.ts'
import { hardWords } from './hard-words.ts'

/** Desks on a gateway whose log is written here. */
const BATCH = 2_000
const MANY = 10_000
let folder = ''
let gateway: ShopGateway

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskmate-pictures-'))
  gateway = await openShopGateway(folder, randomBytes(32).toString('hex'))
})
test.afterEach(async () => {
  await gateway.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function write(log: Iterable<Dated>): Promise<void> {
  const all = [...log]
  for (let from = 0; from < all.length; from += BATCH) {
    await gateway.store.write(async (tx) => { for (const { at, change } of all.slice(from, from + BATCH)) await tx.append(at, change) })
  }
}

/** The corpus with nobody's case closed. */
function* allOpen(): Generator<Dated> {
  for (const dated of corpus({ conversations: MANY, messagesEach: 2 })) {
    if (dated.change.type === 'message' || dated.change.conversation.status === 'open') yield dated
  }
}

const start = (launch: (options: LaunchOptions) => Promise<Desk>, language: Language) =>
  launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: gateway.url, DESKMATE_SEAT_TOKEN: SEAT_TOKEN } })

for (const language of LANGUAGES) {
  test(`names and words that are hard to set (${language})`, async ({ launch }) => {
    await write(hardWords(Date.now()))
    const desk = await start(launch, language)
    await live(desk)
    const take = albumOf(desk.page, language, windowOf(desk.app))
    const names = { german: 'Maximiliane', chinese: '欧阳上官', emoji: 'Família', arabic: 'محمد', hebrew: 'שירה', marks: 'ＡＢＣ' }
    for (const [name, part] of Object.entries(names)) {
      await row(desk, part).click()
      await expect(desk.page.getByTestId('bubble').first()).toBeVisible()
      await expect(row(desk, part)).toHaveAttribute('aria-selected', 'true')
      await take(`words-${name}`)
    }
  })

  test(`${MANY.toLocaleString('en')} open conversations (${language})`, async ({ launch }) => {
    await write(allOpen())
    const desk = await start(launch, language)
    await expect(desk.page.getByTestId('truth')).toHaveAttribute('data-tone', 'live', { timeout: 240_000 })
    await expect(row(desk, /./).first()).toBeVisible()
    await row(desk, /./).nth(2).click()
    await expect(desk.page.getByTestId('bubble').first()).toBeVisible()
    await albumOf(desk.page, language, windowOf(desk.app))('desk-10000')
  })
}
