import { useMemo } from 'react'
import { useSettings } from '../bridge/hooks.ts'
import { keyNames, type KeyName, type Shortcuts } from './bindings.ts'

export const OWN_KEYS: Shortcuts = {}

/** The names of all keys as they are now. */
export function useKeys(): Readonly<Record<KeyName, string>> {
  const shortcuts = useSettings()?.shortcuts ?? OWN_KEYS
  return useMemo(() => keyNames(shortcuts), [shortcuts])
}
