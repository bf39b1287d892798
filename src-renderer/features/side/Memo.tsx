import { useState } from 'react'
import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { keepMemo, shareMemo } from './do-side.ts'
import { setMode } from './panel.ts'

/** The longest memo that an order takes at once. */
const MEMO_MAX = 300

/** What the agent wants to remember of this customer: kept as it is typed, and put where colleagues see it on request. */
export function Memo({ loose }: { loose: SideLoose }) {
  const { t } = useWords()
  const desk = useDesk()
  const [text, setText] = useState(loose.memo.text)
  const { shareable } = loose.memo
  const share = () => void shareMemo(desk, loose.id, text).then((done) => {
    if (!done) return
    setText('')
    setMode('look')
  })
  return (
    <section className="side-memo" aria-label={t('side.memo')}>
      <textarea
        className="side-field" autoFocus rows={3} maxLength={MEMO_MAX} value={text} data-testid="side-memo-field"
        aria-label={loose.customer ? t('side.memo.field', { name: loose.customer.name }) : t('side.memo.nobody')}
        onChange={(event) => {
          setText(event.target.value)
          keepMemo(desk, loose.id, event.target.value)
        }}
      />
      <p className="small quiet">{t(loose.customer ? 'side.memo.kept' : 'side.memo.day')}</p>
      {shareable && <Button disabled={text.trim() === ''} data-testid="side-memo-share" onClick={share}>{t(`side.memo.${shareable}`)}</Button>}
    </section>
  )
}
