import { z } from 'zod'
import type { SetUpFormInput } from '../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { sayOf } from '../http/say-of.ts'
import type { ShopHost } from '../shop-kind.ts'
import { createWarehouse, type WarehouseSettings } from './line.ts'
import { StoppingKind, WarehouseMapping } from './mapping.ts'
import jushuitan from './mappings/jushuitan.json' with { type: 'json' }
import kuaimai from './mappings/kuaimai.json' with { type: 'json' }
import wangdiantong from './mappings/wangdiantong.json' with { type: 'json' }
import type { Warehouse } from './warehouse.ts'

/** A number that no shop gives an order: looking for it tries the credentials and finds nothing. */
const NOBODYS = '0'

export interface WarehouseKind {
  form: SetUpFormInput
  settings: z.ZodType<WarehouseSettings>
  mapping: WarehouseMapping
  create(settings: WarehouseSettings, host: Pick<ShopHost, 'clock' | 'pause'>): Warehouse
  /** Tries the credentials; null: all well, else in words what is wrong and what to do. */
  test(settings: WarehouseSettings, host: Pick<ShopHost, 'clock' | 'pause'>): Promise<LocalText | null>
}

const SECRET: LocalText = { zh: '应用密钥（App Secret）', en: 'App secret' }
const BASE: LocalText = { zh: '接口地址', en: 'Address of the API' }

const DONE_THERE: Readonly<Record<StoppingKind, LocalText>> = {
  cancel: { zh: '取消', en: 'cancels' }, 'change-address': { zh: '改地址', en: 'changes addresses' }, intercept: { zh: '拦截', en: 'stops parcels' },
}

/** What the system does by itself once it is asked; it is always asked first. */
function aboutOf({ writes }: WarehouseMapping): LocalText {
  const there = StoppingKind.options.filter((kind) => writes[kind] !== undefined).map((kind) => DONE_THERE[kind])
  if (there.length === 0) return { zh: '先问仓库；仓库还没开始处理的，才到平台上办', en: 'Asked first; only what it has not begun goes on to the platform' }
  const list = (language: keyof LocalText): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(there.map((one) => one[language]))
  return { zh: `先问仓库；${list('zh')}由仓库直接办`, en: `Asked first; ${list('en')} there` }
}

export function warehouseKind(raw: unknown): WarehouseKind {
  const mapping = WarehouseMapping.parse(raw)
  const fields = Object.entries(mapping.settings)
  const isToken = (name: string): boolean => /token/iu.test(name)
  const shape = Object.fromEntries(fields.map(([name]) => [name, z.string().trim().min(1).max(400)]))
  return {
    mapping,
    form: {
      kind: mapping.kind, title: mapping.title,
      about: aboutOf(mapping),
      steps: [{ zh: `在${mapping.title.zh}开放平台创建应用并授权，开通订单查询${mapping.writes.cancel ? '和取消' : ''}接口，把密钥填在这里。`, en: `Create an app on ${mapping.title.en}'s open platform, have it authorised for querying${mapping.writes.cancel ? ' and cancelling' : ''} orders, and enter its keys here.` }],
      fields: [
        ...fields.map(([name, label]) => ({ name, label: { zh: label, en: label }, type: isToken(name) ? 'secret' as const : 'text' as const, required: true })),
        { name: 'secret', label: SECRET, type: 'secret', required: true },
        { name: 'base', label: BASE, hint: { zh: '不填就用正式环境的地址。', en: 'Left empty, the live system’s address is used.' }, type: 'text', rare: true, example: mapping.base },
      ],
    },
    settings: z.object({ ...shape, secret: z.string().trim().min(1).max(400), base: z.url().optional() }) as unknown as z.ZodType<WarehouseSettings>,
    create: (settings, host) => createWarehouse(mapping, settings, host),
    test: async (settings, host) => {
      try {
        await createWarehouse(mapping, settings, host).look(NOBODYS)
        return null
      } catch (thrown) {
        return sayOf(thrown)
      }
    },
  }
}

/** Every warehouse system that can be set up, in the order in which the window offers them. */
export const WAREHOUSE_KINDS: readonly WarehouseKind[] = [jushuitan, wangdiantong, kuaimai].map(warehouseKind)
