import { useRef, useState } from 'react'
import type { OwnTopicsPreview } from '../../../src-shared/contract/teaching.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { saveCsv } from '../phrases/save-csv.ts'

export interface TopicWork {
  /** Learned, and not in use yet. */
  tried: OwnTopicsPreview | null
  /** What is going on, or how it ended. */
  note: string | null
  learning: boolean
  learn: (file: File) => void
  /** Of a learning that takes too long: its result is not looked at. */
  cancel: () => void
  use: () => void
  leave: () => void
  remove: () => void
  save: () => void
}

/** What a person does with the shop's own topics, one thing at a time, and what is said of it. */
export function useTopicWork(): TopicWork {
  const { t, language } = useWords()
  const desk = useDesk()
  const [tried, setTried] = useState<OwnTopicsPreview | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const [learning, setLearning] = useState(false)
  /** Counts what was begun: how something older ended is not said any more. */
  const begun = useRef(0)
  const begin = async (saying: string | null, work: (isCurrent: () => boolean) => Promise<string | null>): Promise<void> => {
    const mine = ++begun.current
    const isCurrent = () => begun.current === mine
    setNote(saying)
    const said = await work(isCurrent).catch((error: unknown) => sayOf(error, language) ?? t('said.failed'))
    if (!isCurrent()) return
    setNote(said)
    setLearning(false)
  }
  return {
    tried, note, learning,
    learn: (file) => {
      setTried(null)
      setLearning(true)
      void begin(t('topics.learning', { name: file.name }), async (isCurrent) => {
        const found = await desk.client.call('topics.learn', { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
        if (isCurrent()) setTried(found)
        return null
      })
    },
    cancel: () => {
      begun.current++
      setLearning(false)
      setNote(null)
    },
    use: () => void begin(null, async () => {
      if (!tried) return null
      await desk.client.call('topics.use', { token: tried.token })
      setTried(null)
      return t('topics.used')
    }),
    leave: () => setTried(null),
    remove: () => void begin(null, async () => {
      await desk.client.call('topics.remove', {})
      return t('topics.removed')
    }),
    save: () => void begin(null, async () => {
      saveCsv((await desk.client.call('topics.export', {})).csv, 'topics.csv')
      return null
    }),
  }
}
