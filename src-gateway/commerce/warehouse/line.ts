import { AppError } from '../../../src-shared/errors.ts'
import { ask } from '../http/ask.ts'
import { parseJson } from '../http/big-json.ts'
import { badCredentials, badSignature, noPermission, PlatformRefusal, refusedBy, tooFast } from '../http/errors.ts'
import { at, fill, type Json } from '../rest/template.ts'
import type { ShopHost } from '../shop-kind.ts'
import type { MappedCall, WarehouseMapping, WarehouseState } from './mapping.ts'
import { signWarehouse } from './signing.ts'
import { PartlyStopped, type Seen, type StoppingAction, type Warehouse } from './warehouse.ts'

const BUSY_TRIES = 3
/** Of a look: with the shop's own reading before it, a claim on an intent still holds. */
const LOOK_TRIES = 2
const FARTHEST: readonly WarehouseState[] = ['cancelled', 'waiting', 'replaced', 'picked', 'merged', 'packed', 'shipped']

export type WarehouseSettings = Readonly<Record<string, string>> & { readonly secret: string; readonly base?: string }

const unheard = (cause?: unknown): AppError => new AppError({ code: 'shop-unreachable', retryable: true, say: { zh: '仓库系统没有回应，不确定是否已执行；稍后会自动去查，不会重复做。', en: 'The warehouse’s system did not answer, so it is not known whether it was done; it is looked up by itself and not done twice.' } }, { cause })
const text = (value: Json | undefined): string => (value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))

/** 省 市 区 of one line; the systems want them apart. @returns null: there are not three */
export function regionParts(region: string): { province: string; city: string; district: string } | null {
  const [province, city, ...district] = region.split(/[\s/·,，]+/u).filter(Boolean)
  return province && city && district.length > 0 ? { province, city, district: district.join(' ') } : null
}

/** A warehouse system that a mapping explains. Nothing is kept here between two calls. */
export function createWarehouse(mapping: WarehouseMapping, settings: WarehouseSettings, { clock, pause }: Pick<ShopHost, 'clock' | 'pause'>): Warehouse {
  const { answer, order } = mapping

  function failureOf(body: Json): PlatformRefusal {
    const code = text(at(body, answer.code))
    if (answer.busy.includes(code)) return tooFast(code)
    if (answer.signature.includes(code)) return badSignature(code)
    if (answer.credentials.includes(code)) return badCredentials(code)
    return answer.permission.includes(code) ? noPermission(code) : refusedBy(code || 'unknown')
  }
  async function put({ path, method, body }: MappedCall, source: Record<string, Json>, once: boolean): Promise<Json> {
    const { secret, ...open } = settings
    const own = fill(body, { ...source, settings: open as Json }) as Record<string, Json>
    const common = fill(mapping.common, { settings: open as Json, now: clock.now(), method }) as Record<string, Json>
    const params = Object.fromEntries(Object.entries(mapping.biz === null ? { ...common, ...own } : { ...common, [mapping.biz]: JSON.stringify(own) }).map(([name, value]) => [name, text(value)]))
    const form = new URLSearchParams({ ...params, sign: signWarehouse(mapping.signing, secret, params) }).toString()
    const heard = await ask({ url: `${(settings.base || mapping.base).replace(/\/$/u, '')}${path}`, body: form, type: 'application/x-www-form-urlencoded;charset=utf-8' }, { once, pause, tries: LOOK_TRIES })
    if (heard.status >= 400) throw refusedBy(String(heard.status))
    let said: Json
    try {
      said = parseJson(heard.text)
    } catch (thrown) {
      // A page of somebody in between is no answer of the system's.
      throw unheard(thrown)
    }
    if (!answer.ok.is.includes(text(at(said, answer.ok.at)))) throw failureOf(said)
    return said
  }
  async function call(mapped: MappedCall, source: Record<string, Json>, once: boolean): Promise<Json> {
    for (let tried = 1; ; tried++) {
      try {
        return await put(mapped, source, once)
      } catch (thrown) {
        const busy = thrown instanceof PlatformRefusal && thrown.retryable
        if (!busy && thrown instanceof AppError && thrown.code === 'shop-unreachable') throw unheard(thrown)
        if (!busy || tried >= BUSY_TRIES) throw thrown
        await pause(1000 * tried)
      }
    }
  }
  function stateOf(row: Json): WarehouseState {
    const flag = order.flags.find((one) => (Number(at(row, one.at) ?? 0) & one.bit) !== 0)
    const known = order.state.in[text(at(row, order.state.at))]
    if (flag && known !== 'shipped' && known !== 'cancelled') return flag.state
    if (known === undefined) throw refusedBy('unknown-state')
    return known
  }
  async function look(orderNo: string): Promise<Seen | null> {
    const found = at(await call(order, { orderNo }, false), order.rows)
    const rows = (Array.isArray(found) ? (found as readonly Json[]) : []).filter((row) => text(at(row, order.no)).split(',').includes(orderNo))
    if (rows.length === 0) return null
    const read = rows.map((row) => ({ id: text(at(row, order.id)), state: stateOf(row), shared: text(at(row, order.no)).includes(','), address: { name: text(at(row, order.address.name)), phone: text(at(row, order.address.phone)), detail: text(at(row, order.address.detail)) } }))
    const left = read.filter(({ state }) => state !== 'cancelled' && state !== 'replaced')
    if (left.length === 0) return { state: read.some(({ state }) => state === 'replaced') ? 'replaced' : 'cancelled', ids: [], addresses: [] }
    const farthest = left.map(({ state }) => state).sort((a, b) => FARTHEST.indexOf(b) - FARTHEST.indexOf(a))[0] ?? 'waiting'
    // Orders of somebody else's leave in the same parcel: nothing is stopped then by itself.
    const state = left.some(({ shared }) => shared) && farthest !== 'packed' && farthest !== 'shipped' ? 'merged' : farthest
    return { state, ids: left.map(({ id }) => id), addresses: left.map(({ address }) => address) }
  }
  async function stop(action: StoppingAction, { ids }: Seen): Promise<void> {
    const write = mapping.writes[action.kind]
    if (!write) throw refusedBy('no-call')
    const address = action.kind === 'change-address' ? { ...action.address, ...regionParts(action.address.region) } : null
    const source = { orderNo: action.orderNo, ids, address }
    if (!write.each) return void await call(write, source, true)
    for (const [n, id] of ids.entries()) {
      await call(write, { ...source, id }, true).catch((thrown: unknown) => {
        throw n > 0 && thrown instanceof PlatformRefusal ? new PartlyStopped() : thrown
      })
    }
  }
  return { abilities: mapping, look, stop }
}
