import { useQuery } from '@tanstack/react-query'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

const KEY = [...keys.team, 'shops'] as const
const EVERY_MS = 10_000

/** Shops, what waits there and what was not understood; `undefined` until the gateway has answered, null when it cannot. */
export function useShops(): CallResult<'shops.list'> | null | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: KEY, queryFn: () => desk.client.call('shops.list', {}).catch(() => null), staleTime: 0, refetchInterval: EVERY_MS }).data
}

async function then<T>(desk: Desk, asked: Promise<T>): Promise<T> {
  const answer = await asked
  await desk.cache.invalidateQueries({ queryKey: KEY })
  return answer
}
export const testShop = (desk: Desk, params: CallParams<'shops.test'>): Promise<CallResult<'shops.test'>> => desk.client.call('shops.test', params)
export const putShop = (desk: Desk, params: CallParams<'shops.put'>): Promise<unknown> => then(desk, desk.client.call('shops.put', params))
export const removeShop = (desk: Desk, id: string): Promise<unknown> => then(desk, desk.client.call('shops.remove', { id }))
export const testWarehouse = (desk: Desk, params: CallParams<'warehouse.test'>): Promise<CallResult<'warehouse.test'>> => desk.client.call('warehouse.test', params)
export const putWarehouse = (desk: Desk, params: CallParams<'warehouse.put'>): Promise<unknown> => then(desk, desk.client.call('warehouse.put', params))
export const removeWarehouse = (desk: Desk, shopId: string): Promise<unknown> => then(desk, desk.client.call('warehouse.remove', { shopId }))
export const decideAtShop = (desk: Desk, params: CallParams<'shops.decide'>): Promise<unknown> => then(desk, desk.client.call('shops.decide', params))
export const handleShopLetter = (desk: Desk, params: CallParams<'shops.letter'>): Promise<unknown> => then(desk, desk.client.call('shops.letter', params))
