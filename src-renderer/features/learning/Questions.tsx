import { useEffect, useRef } from 'react'
import { Pencil } from 'lucide-react'
import type { OpenQuestion } from '../../../src-shared/contract/learning.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { answerQuestion, dismissQuestion, useQuestions } from '../../bridge/learning.ts'
import { Button } from '../../ui/Button.tsx'
import { FIRST } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { DidLine } from './DidLine.tsx'
import { byProduct } from './by-product.ts'
import { Missing } from './Missing.tsx'
import { wantedQuestion } from './pages.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { useDid } from './use-did.ts'

/** What customers asked and nothing answers, product by product; the answer is written in place. */
export function Questions() {
  const { t, local } = useWords()
  const desk = useDesk()
  const asked = useQuestions()
  const page = useRef<HTMLDivElement>(null)
  const writing = useStore(wantedQuestion, (now) => now.id)
  const write = (id: string | null) => wantedQuestion.set({ id })
  const { did, setDid, back } = useDid('asked.did.undone')
  const all = asked.data?.questions ?? []
  const isWriting = all.some(({ id }) => id === writing)
  useEffect(() => {
    // The page opens on the first question; who walks the tabs is left alone.
    if (!isWriting && !page.current?.contains(document.activeElement) && !document.activeElement?.closest('[role="tablist"]')) page.current?.querySelector<HTMLElement>('button')?.focus()
  }, [isWriting, all.length])
  // Whoever comes back later chooses anew.
  useEffect(() => () => wantedQuestion.set({ id: null }), [])
  const reopen = (id: string) => () => dismissQuestion(desk, id, false)
  const save = (one: OpenQuestion) => async (title: string, text: string) => {
    await answerQuestion(desk, { id: one.id, title, text })
    write(null)
    setDid({ words: 'asked.did.answered', undo: reopen(one.id) })
  }
  const dismiss = ({ id }: OpenQuestion) => void dismissQuestion(desk, id, true).then(() => setDid({ words: 'asked.did.dismissed', undo: reopen(id) }), report)
  if (!asked.data) return <Missing asked={asked} />
  return (
    <>
      <DidLine did={did} onBack={back} keys={all.length > 0 ? t('asked.keys') : ''} alone={all.length === 0} />
      {all.length === 0 ? <div className="empty"><h3>{t('asked.none')}</h3><p>{t('asked.none.text')}</p></div> : (
        <div ref={page} className="questions">
          {byProduct(all).map(({ product, questions }, at) => (
            <section key={product?.id ?? ''} data-testid="question-product">
              <h3>{product ? local(product.title) : t('asked.shop')} <span className="quiet tabular">{questions.length}</span></h3>
              <ul>
                {questions.map((one, n) => (
                  <li key={one.id} className="question" data-testid="question">
                    <div className="question-line">
                      <p><span dir="auto">{one.text}</span><br /><Told one={one} /></p>
                      <Button icon={<Pencil size={14} aria-hidden />} hint={t('asked.write.of', { text: one.text })} data-testid="question-write" {...(at === 0 && n === 0 && !isWriting ? FIRST : {})} aria-expanded={writing === one.id} onClick={() => write(writing === one.id ? null : one.id)}>{t('asked.write')}</Button>
                      <Button kind="bare" hint={t('asked.dismiss.of', { text: one.text })} data-testid="question-dismiss" onClick={() => dismiss(one)}>{t('asked.dismiss')}</Button>
                    </div>
                    {writing === one.id && <QuestionForm one={one} onSave={save(one)} onCancel={() => write(null)} />}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  )
}

function Told({ one }: { one: OpenQuestion }) {
  const { t, label } = useWords()
  return <span className="small quiet">{[one.topic === null ? null : label(one.topic), t('asked.count', { count: one.count })].filter(Boolean).join(' · ')}</span>
}
