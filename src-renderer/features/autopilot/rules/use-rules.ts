import { useStore } from '../../../ui/store.ts'
import { rules, type RulesState } from './state.ts'

/** A part of the rules that are being changed. */
export const useRules = <S>(select: (state: RulesState) => S): S => useStore(rules, select)
