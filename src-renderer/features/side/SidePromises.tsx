import type { RefObject } from 'react'
import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'
import { adjust, adjustmentsOf } from '../promises/adjustments.ts'
import { PromiseChips } from '../promises/PromiseChips.tsx'
import { say } from './panel.ts'

/** What the words promise, before they are copied: as in the composer, and what was taken off has its way back. */
export function SidePromises({ loose, text, home }: { loose: SideLoose; text: string; home: RefObject<HTMLElement | null> }) {
  const { t } = useWords()
  const desk = useDesk()
  const dropped = useStore(adjustmentsOf(desk, loose.id), (now) => now).findLast(({ dueAt, words }) => dueAt === null && text.includes(words))
  const back = () => (home.current?.querySelector<HTMLElement>('textarea') ?? document.querySelector<HTMLElement>('.side-stage'))?.focus()
  return (
    <>
      <PromiseChips id={loose.id} text={text} onDropped={(name) => say('side.said.promise-dropped', { name })} back={back} />
      {dropped && <button type="button" className="text-button small" data-testid="side-promise-back" onClick={() => { adjust(desk, loose.id, dropped, undefined); back() }}>{t('side.promise.back', { words: dropped.words })}</button>}
    </>
  )
}
