import { useEffect, useState } from 'react'
import type { InboxRow } from '../../src-shared/contract/desk.ts'
import type { Rows } from '../bridge/patches.ts'
import { keys } from '../bridge/cache.ts'
import { useDesk } from '../bridge/hooks.ts'
import { useWords } from './i18n/use-words.ts'

/** Announcements that come within this time, in milliseconds, are one sentence. */
const MERGE_MS = 1500

/** Says politely who was raised, for anger or risk; several at once are one sentence. */
export function LiveRegion() {
  const { t } = useWords()
  const desk = useDesk()
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    let raised: ReadonlySet<string> | null = null
    let merging: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = desk.cache.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.query.queryKey[0] !== keys.rows[0]) return
      const rows: InboxRow[] = []
      for (const row of (event.query.state.data as Rows | undefined)?.values() ?? []) if (row.flagged) rows.push(row)
      const fresh = raised ? rows.filter((row) => !raised?.has(row.id)) : []
      raised = new Set(rows.map((row) => row.id))
      if (fresh.length === 0) return
      merging.push(...fresh.map((row) => row.displayName))
      timer ??= setTimeout(() => {
        setNames(merging)
        merging = []
        timer = undefined
      }, MERGE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [desk])
  return <p className="hidden-text" role="status" aria-live="polite">{names.length > 0 ? t('live.flagged', { count: names.length, names: names.join(', ') }) : ''}</p>
}
