import { useEffect, useEffectEvent, useState } from 'react'
import { Check, FileDown, PackageCheck, PackageX, MessageCircleQuestion, X } from 'lucide-react'
import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { actsOf, type CaseAct } from '../../../src-shared/domain/case.ts'
import { focusRow } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { select } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { ApproveAmount, amountIn } from './ApproveAmount.tsx'
import { takeStep } from './do-case.ts'
import { usePack } from './use-pack.ts'
import { RefuseForm } from './RefuseForm.tsx'
import { WishLine } from './WishLine.tsx'
import { WordsForm } from './WordsForm.tsx'

type Form = 'refuse' | 'ask' | 'not-ok'

const isTyping = (element: Element | null): boolean => element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type))

/** Single letters while nobody types, beside the buttons that say them. */
function useCaseKeys(does: Partial<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement) || document.querySelector('dialog[open]')) return
    const act = does[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** What may be done in the case now, at the foot of its page. */
export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useWords()
  const desk = useDesk()
  const [form, setForm] = useState<Form | null>(null)
  const [amount, setAmount] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const pack = usePack(view.case.id)
  const { row, case: one, order, stillAsked, conversationId } = view
  const acts = row.wish === null && order ? actsOf(one.state) : []
  const pays = one.asked.amount > 0
  const given = pays ? amountIn(amount, stillAsked) : null
  const mayApprove = acts.includes('approve') && (!pays || given !== null)

  const act = (step: CaseAct): void => {
    if (busy) return
    setBusy(true)
    void takeStep(desk, row, step).then((taken) => taken && setForm(null)).finally(() => setBusy(false))
  }
  const close = (): void => {
    setForm(null)
    focusRow()
  }
  const approve = (): void => { if (mayApprove) act({ kind: 'approve', amount: given }) }
  const open = (which: Form, kind: CaseAct['kind']) => (acts.includes(kind) ? () => setForm(which) : undefined)
  const step = (kind: CaseAct['kind'], wish: CaseAct) => (acts.includes(kind) ? () => act(wish) : undefined)
  const ok: CaseAct = { kind: 'inspected', ok: true, note: '' }
  useCaseKeys({
    ...(form === null ? { a: approve, x: open('refuse', 'refuse'), q: open('ask', 'ask'), g: step('received', { kind: 'received' }), i: step('inspected', ok), o: open('not-ok', 'inspected') } : { escape: close }),
    ...(conversationId === null ? {} : { c: () => select(conversationId) }), e: pack.save,
  })

  return (
    <footer className="case-foot" aria-busy={busy}>
      {form === 'refuse' && <RefuseForm view={view} onSend={act} onCancel={close} />}
      {form === 'ask' && <WordsForm title={t('case.ask.title')} missing={t('case.ask.missing')} onSend={(words) => act({ kind: 'ask', words })} onCancel={close} />}
      {form === 'not-ok' && <WordsForm title={t('case.not-ok.title')} missing={t('case.not-ok.missing')} onSend={(note) => act({ kind: 'inspected', ok: false, note })} onCancel={close} />}
      {form === null && (
        <div className="case-actions">
          {row.wish && <WishLine wish={row.wish} />}
          {acts.includes('approve') && (
            <>
              {pays && stillAsked.amount > 0 && <ApproveAmount typed={amount} most={stillAsked} onType={setAmount} />}
              <Button kind="primary" icon={<Check size={14} aria-hidden />} shortcut="A" hint={t('case.approve')} disabled={!mayApprove} onClick={approve}>{t('case.approve')}</Button>
            </>
          )}
          {acts.includes('refuse') && <Button icon={<X size={14} aria-hidden />} shortcut="X" hint={t('case.refuse')} onClick={() => setForm('refuse')}>{t('case.refuse')}</Button>}
          {acts.includes('ask') && <Button icon={<MessageCircleQuestion size={14} aria-hidden />} shortcut="Q" hint={t('case.ask')} onClick={() => setForm('ask')}>{t('case.ask')}</Button>}
          {acts.includes('received') && <Button kind="primary" icon={<PackageCheck size={14} aria-hidden />} shortcut="G" hint={t('case.received')} onClick={() => act({ kind: 'received' })}>{t('case.received')}</Button>}
          {acts.includes('inspected') && (
            <>
              <Button kind="primary" icon={<PackageCheck size={14} aria-hidden />} shortcut="I" hint={t('case.inspected.ok')} onClick={() => act(ok)}>{t('case.inspected.ok')}</Button>
              <Button icon={<PackageX size={14} aria-hidden />} shortcut="O" hint={t('case.inspected.not-ok')} onClick={() => setForm('not-ok')}>{t('case.inspected.not-ok')}</Button>
            </>
          )}
          {acts.length === 0 && row.wish === null && <p className="quiet small">{t(!order ? 'case.order.missing' : row.section === 'over' ? 'case.over' : 'case.theirs')}</p>}
          <span className="case-gap" />
          <Button icon={<FileDown size={14} aria-hidden />} shortcut="E" hint={t('case.pack')} busy={pack.busy} onClick={pack.save}>{t(pack.busy ? 'case.pack.busy' : 'case.pack')}</Button>
        </div>
      )}
    </footer>
  )
}
