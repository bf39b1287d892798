import { useEffect, useRef } from 'react'
import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { RisingBars } from '../../ui/RisingBars.tsx'

/** What the customer wrote, our copied replies between, and what was understood of it. Drawn as text. */
export function Captured({ loose }: { loose: SideLoose }) {
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const newest = loose.turns.at(-1)?.id
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [newest])
  return (
    <section className="side-captured" aria-label={t('side.words')}>
      <ul ref={list} tabIndex={0} aria-label={t('side.words')}>
        {loose.turns.map(({ id, role, text }) => (
          <li key={id} data-role={role} data-testid="side-turn">{role === 'agent' && <span className="small quiet">{t('side.you')} </span>}{text}</li>
        ))}
      </ul>
      <Chips loose={loose} />
    </section>
  )
}

function Chips({ loose: { reading } }: { loose: SideLoose }) {
  const { t, label } = useWords()
  if (!reading) return null
  const { level, emotion, topics, marks } = reading
  return (
    <p className="side-chips">
      {level >= 2 && <Chip tone={level >= 3 ? 'danger' : 'warning'} testId="side-emotion"><RisingBars level={level} />{label(emotion) ?? emotion}</Chip>}
      {marks.map((code) => <Chip key={code} tone="danger">{label(code) ?? code}</Chip>)}
      {topics.map((code) => <Chip key={code}>{label(code) ?? code}</Chip>)}
      {level < 2 && topics.length === 0 && marks.length === 0 && <span className="small quiet">{t('side.words')}</span>}
    </p>
  )
}
