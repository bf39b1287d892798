import { useEffect, useMemo, useState } from 'react'
import type { SeenPromise } from '../../../src-shared/contract/promises.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { seePromises } from '../../bridge/promises.ts'
import { useStore } from '../../ui/store.ts'
import { REPLY_MAX } from '../composer/limits.ts'
import { adjustmentsOf, withAdjustments } from './adjustments.ts'

/** Rest between two keys after which the words are read, in milliseconds. */
const PAUSE_MS = 200
const NONE: readonly SeenPromise[] = []

/** The promises in the words that are being written, as they will be kept; read when the typing pauses. */
export function useSeenPromises(id: string, text: string): SeenPromise[] {
  const desk = useDesk()
  const [seen, setSeen] = useState(NONE)
  const said = useStore(adjustmentsOf(desk, id), (now) => now)
  const isEmpty = text.trim() === '' || text.length > REPLY_MAX
  useEffect(() => {
    if (isEmpty) return
    let current = true
    const timer = setTimeout(() => {
      // Without an answer there is no chip; the engine reads the reply again when it goes.
      seePromises(desk, text).then((promises) => current && setSeen(promises), () => undefined)
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [desk, text, isEmpty])
  // Words that were taken out promise nothing, whatever was read of them a moment ago.
  return useMemo(() => (isEmpty ? [] : withAdjustments(seen.filter(({ words }) => text.includes(words)), said)), [seen, said, text, isEmpty])
}
