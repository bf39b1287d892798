import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DemoCase } from '../../src-shared/domain/demo-cases.ts'
import { DemoConversation, DemoShop } from '../../src-shared/domain/demo-shop.ts'
import { PhraseWords, type SharedPhrase } from '../../src-shared/domain/phrase.ts'
import { Policy } from '../../src-shared/domain/policy.ts'
import { cannotStart } from '../refusals.ts'

const DEMO_SHOP_DIR = 'demo-shop'

export const picturesDir = (resourcesDir: string): string => join(resourcesDir, DEMO_SHOP_DIR, 'pictures')

/** Reads and checks resources/demo-shop; one JSON file per part. @throws AppError `resources`. */
export async function loadDemoShop(resourcesDir: string): Promise<DemoShop> {
  const part = (name: string) => readJson(join(resourcesDir, DEMO_SHOP_DIR, `${name}.json`))
  const [shop, products, customers, orders, articles, conversations] = await Promise.all(
    ['shop', 'products', 'customers', 'orders', 'articles', 'conversations'].map(part))
  return parse(DemoShop, { shop, products, customers, orders, articles, conversations }, 'demo-shop')
}

/** Reads and checks the recorded conversations alone: an opened gateway needs nothing else of the shop. @throws AppError `resources`. */
export async function loadDemoConversations(resourcesDir: string): Promise<DemoConversation[]> {
  const what = join(DEMO_SHOP_DIR, 'conversations.json')
  return parse(z.array(DemoConversation), await readJson(join(resourcesDir, what)), what)
}

/** Reads and checks the after-sale cases; a shop may have none. @throws AppError `resources`. */
export async function loadDemoCases(resourcesDir: string): Promise<DemoCase[]> {
  const path = join(resourcesDir, DEMO_SHOP_DIR, 'cases.json')
  return existsSync(path) ? parse(z.array(DemoCase), await readJson(path), 'demo-shop/cases.json') : []
}

/** Reads and checks resources/policies/default.json. @throws AppError `resources`. */
export async function loadDefaultPolicy(resourcesDir: string): Promise<Policy> {
  return parse(Policy, await readJson(join(resourcesDir, 'policies', 'default.json')), 'policies/default.json')
}

/** Reads and checks the shop's quick phrases; a shop may have none. Personal ones are nobody's here and stay out. @throws AppError `resources`. */
export async function loadDemoPhrases(resourcesDir: string): Promise<Omit<SharedPhrase, 'updatedAt'>[]> {
  const path = join(resourcesDir, DEMO_SHOP_DIR, 'phrases.json')
  if (!existsSync(path)) return []
  const phrases = parse(z.array(PhraseWords), await readJson(path), 'demo-shop/phrases.json')
  return phrases.flatMap(({ scope, ...words }) => (scope === 'personal' ? [] : [{ ...words, scope }]))
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw broken(path, cause)
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw broken(`${what}: ${z.prettifyError(parsed.error)}`, parsed.error)
  return parsed.data
}

function broken(what: string, cause: unknown): Error {
  return cannotStart('resources', `安装目录里的文件缺失或损坏：${what}`, `A file of the installation is missing or damaged: ${what}`, cause)
}
