import { useState } from 'react'
import { X } from 'lucide-react'
import type { Lesson } from '../../../src-shared/domain/teaching.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { correct, takeBackCorrection, useLessons } from '../../bridge/teach.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'

/** Lines that are shown; more are counted. */
const SHOWN = 200

/** Every correction: what was said, by whom, when, and what became of it. One can be removed; all else is learned again without it. */
export function Lessons() {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const found = useLessons(SHOWN)
  const [removed, setRemoved] = useState<Lesson | null>(null)
  const remove = (lesson: Lesson) => {
    setRemoved(lesson)
    takeBackCorrection(desk, lesson.id).catch(report)
  }
  const bringBack = ({ id, messageId, conversationId, layer, wrong, right }: Lesson) => {
    setRemoved(null)
    correct(desk, id, { id: messageId, conversationId }, { layer, wrong, right }).catch(report)
  }
  return (
    <section className="setting taught" data-testid="lessons">
      <h4>{t('lessons.title')}</h4>
      <p className="small quiet">{found?.total === 0 ? t('lessons.empty', { key: keys.teach }) : t('lessons.what')}</p>
      <p className="small" role="status">{removed && <>{t('lessons.removed')} <Button onClick={() => bringBack(removed)} data-testid="lesson-back">{t('undo')}</Button></>}</p>
      <ul>{found?.lessons.map((lesson) => <Line key={lesson.id} lesson={lesson} onRemove={() => remove(lesson)} />)}</ul>
      {found && found.total > found.lessons.length && <p className="small quiet">{t('lessons.more', { count: found.total - found.lessons.length })}</p>}
    </section>
  )
}

function Line({ lesson, onRemove }: { lesson: Lesson; onRemove: () => void }) {
  const { t, label, language } = useWords()
  const zone = useShopZone()
  const { text, layer, wrong, right, by, at, state, refusal } = lesson
  const nameOf = (code: string | null): string => (code === null ? t('lessons.none') : layer === 'own' ? code : (label(code) ?? code))
  return (
    <li className="lesson" data-testid="lesson" data-state={state}>
      <div>
        <p className="one-line" title={text}><bdi>{text}</bdi></p>
        <p className="small lesson-change"><span className="quiet">{t(`teach.kind.${layer}`)}{t('list.colon')}{nameOf(wrong)} →</span> <b>{nameOf(right)}</b></p>
        <p className="small quiet">{by} · {dateTime(at, language, zone)} · {t(`lessons.state.${state}`)}</p>
      </div>
      <Button kind="bare" icon={<X size={14} aria-hidden />} name={t('lessons.remove.of', { text })} hint={t('lessons.remove')} onClick={onRemove} data-testid="lesson-remove" />
      {refusal && <p className="small lesson-why">{t(`lessons.why.${refusal.of}`, { example: refusal.example, label: label(refusal.label) ?? refusal.label })}</p>}
    </li>
  )
}
