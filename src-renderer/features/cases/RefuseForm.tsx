import { useId, useState } from 'react'
import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { CASE_WORDS_MAX_LENGTH, PROOF_RECORDS, type CaseAct, type Proof } from '../../../src-shared/domain/case.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { formKeys } from './WordsForm.tsx'

/** Is there such a record to put beside the refusal? */
function has({ case: one, order, chat }: CaseView, proof: Proof): boolean {
  switch (proof) {
    case 'order': return order !== null
    case 'parcel': return (order?.logistics?.events.length ?? 0) > 0
    case 'chat': return chat.length > 0
    case 'pictures': return one.pictures.length > 0
    case 'inspection': return one.history.some(({ step }) => step === 'inspected-not-ok')
  }
}

/** A refusal needs a reason of the platform's list, words for the customer, and proof. */
export function RefuseForm({ view, onSend, onCancel }: { view: CaseView; onSend: (act: CaseAct) => void; onCancel: () => void }) {
  const { t, local } = useWords()
  const id = useId()
  const { refuseReasons, words: theirs } = view.case
  const [reasonCode, setReason] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [proof, setProof] = useState<readonly Proof[]>([])
  const [tried, setTried] = useState(false)
  const chosen = refuseReasons.find(({ code }) => code === reasonCode)
  // The reason in the customer's language, until the person writes something better.
  const words = typed ?? (chosen ? chosen.words[/\p{Script=Han}/u.test(theirs) ? 'zh' : 'en'] : '')
  const complete = chosen !== undefined && words.trim().length >= 2 && proof.length > 0
  const send = (): void => {
    setTried(true)
    if (complete) onSend({ kind: 'refuse', reasonCode, words: words.trim(), proof: [...proof] })
  }
  return (
    <div className="case-form" role="group" aria-labelledby={id} onKeyDown={formKeys(send, onCancel)}>
      <h2 id={id}>{t('case.refuse.title')}</h2>
      <fieldset>
        <legend>{t('case.refuse.reason')}</legend>
        {refuseReasons.map(({ code, words: name }, n) => (
          <label key={code}><input type="radio" name={id} autoFocus={n === 0} checked={code === reasonCode} onChange={() => setReason(code)} /> {local(name)}</label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('case.refuse.proof')}</legend>
        {PROOF_RECORDS.filter((one) => has(view, one)).map((one) => (
          <label key={one}><input type="checkbox" checked={proof.includes(one)} onChange={({ target }) => setProof((now) => (target.checked ? [...now, one] : now.filter((other) => other !== one)))} /> {t(`case.proof.${one}`)}</label>
        ))}
      </fieldset>
      <label className="case-form-words"><span>{t('case.refuse.words')}</span>
        <textarea rows={2} maxLength={CASE_WORDS_MAX_LENGTH} value={words} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {tried && !complete && <p className="case-warning small" role="alert">{t('case.refuse.missing')}</p>}
      <div className="case-actions">
        <Button kind="primary" shortcut="Ctrl Enter" hint={t('case.refuse')} onClick={send}>{t('case.refuse')}</Button>
        <Button shortcut="Esc" hint={t('case.form.cancel')} onClick={onCancel}>{t('case.form.cancel')}</Button>
      </div>
    </div>
  )
}
