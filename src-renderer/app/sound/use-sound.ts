import { useEffect } from 'react'
import type { DeskState, Settings } from '../../../src-shared/contract/desk.ts'
import { EMPTY_ROWS, keys } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { Rows } from '../../bridge/patches.ts'
import { screen } from '../screen.ts'
import { chime } from './chime.ts'
import { worthASound } from './sound-rules.ts'

/** Sounds once when a customer begins to need somebody. What is there when the desk opens makes no sound. */
export function useSound(): void {
  const desk = useDesk()
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    let before: Rows | undefined = desk.cache.getQueryData<Rows>(keys.rows)
    return desk.cache.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.query.queryKey[0] !== keys.rows[0]) return
      const after = (event.query.state.data as Rows | undefined) ?? EMPTY_ROWS
      const known = before
      before = after
      const settings = desk.cache.getQueryData<Settings>(keys.settings)
      if (!known || known === after || !settings) return
      const now = performance.now()
      const worth = worthASound(known, after, {
        sound: settings.sound, away: settings.presence === 'away', live: desk.cache.getQueryData<DeskState>(keys.desk)?.link.state === 'live',
        looking: document.hasFocus() ? screen.get().selected : null, now: new Date(), since: now - last,
      })
      if (!worth) return
      last = now
      chime(settings.sound.volume)
    })
  }, [desk])
}
