import { useQuery } from '@tanstack/react-query'
import { v7 as newId } from 'uuid'
import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { ShopRulesChange } from '../../src-shared/domain/shop-rules.ts'
import { keys } from './cache.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './hooks.ts'

/** How customers found it; `undefined` until the engine has answered. */
export function useRatings(): CallResult<'ratings.read'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'ratings'], queryFn: () => desk.client.call('ratings.read', {}), staleTime: 0 }).data
}

/** What supervisors decided for the shop; `undefined` until the engine has answered. */
export function useShopRules(): CallResult<'shopRules.read'> | undefined {
  const desk = useDesk()
  return useQuery({ queryKey: [...keys.team, 'shop-rules'], queryFn: () => desk.client.call('shopRules.read', {}), staleTime: 0 }).data
}

export const putShopRules = (desk: Desk, basedOn: number, change: ShopRulesChange): Promise<CallResult<'shopRules.put'>> => desk.client.call('shopRules.put', { id: newId(), basedOn, change })
