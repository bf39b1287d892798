import { Pencil } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useQuestions } from '../../bridge/learning.ts'
import { Button } from '../../ui/Button.tsx'
import { byProduct } from './by-product.ts'
import { wantedQuestion } from './pages.ts'
import './card.css'

/** Questions of one product that are named here. */
const SHOWN = 3

/** Beside a conversation: what customers asked about its products and nothing answers yet. One press leads to writing it. */
export function OpenQuestionsCard({ id }: { id: string }) {
  const { t, local } = useWords()
  const all = useQuestions(id).data?.questions ?? []
  if (all.length === 0) return null
  const write = (question: string) => {
    wantedQuestion.set({ id: question })
    patchScreen({ dialog: 'questions' })
  }
  return (
    <section className="context-section" data-testid="open-questions">
      <h2>{t('asked.card')}</h2>
      {byProduct(all).map(({ product, questions }) => (
        <div key={product?.id ?? ''}>
          <h3 className="small quiet one-line">{product ? local(product.title) : t('asked.shop')}</h3>
          <ul className="open-questions small">
            {questions.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                <span dir="auto">{one.text} <span className="quiet">{t('asked.count', { count: one.count })}</span></span>
                <Button kind="bare" icon={<Pencil size={14} aria-hidden />} name={t('asked.write.of', { text: one.text })} hint={t('asked.write')} data-testid="card-write" onClick={() => write(one.id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="small"><button type="button" className="text-button" onClick={() => patchScreen({ dialog: 'questions' })}>{t('asked.card.all')}</button></p>
    </section>
  )
}
