import type { ReactNode } from 'react'
import type { ImportPreview, OnConflict } from '../../../src-shared/contract/phrases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { GapText } from './GapText.tsx'

const CONFLICTS = ['keep-both', 'replace', 'skip'] as const
/** Rows of a list that are shown before it is cut short. */
const SHOWN = 50

interface Props {
  preview: ImportPreview
  onConflict: OnConflict
  onChoose: (choice: OnConflict) => void
}

/** What an import would do: counts, the first new phrases, taken codes with the choice, and every row that stays out. */
export function PreviewOf({ preview, onConflict, onChoose }: Props) {
  const { t, language } = useWords()
  const { added, updated, same, conflicts, problems, sample } = preview
  const counts = [t('phrases.import.added', { count: added }), updated > 0 && t('phrases.import.updated', { count: updated }), same > 0 && t('phrases.import.same', { count: same })].filter(Boolean)
  return (
    <section className="preview" data-testid="import-preview" aria-live="polite">
      <p><b>{counts.join(language === 'zh' ? '，' : ', ')}</b> <span className="quiet small">{t(`phrases.import.${preview.format}`)} · {preview.encoding.toUpperCase()}</span></p>
      {added + updated + conflicts.length === 0 && same > 0 && <p>{t('phrases.import.nothing')}</p>}
      {sample.length > 0 && (
        <>
          <h3 className="small quiet">{t('phrases.import.sample')}</h3>
          <ul className="preview-sample">
            {sample.map((row, n) => (
              <li key={n}><span className="phrase-head">{row.title !== '' && <b className="one-line">{row.title}</b>}{row.code !== '' ? <span className="phrase-code">/{row.code}</span> : <span className="quiet small">{t('phrases.import.codeless')}</span>}<span className="phrase-of quiet small one-line">{row.group}</span></span><span className="phrase-text small"><GapText text={row.text} /></span></li>
            ))}
          </ul>
        </>
      )}
      {conflicts.length > 0 && (
        <fieldset className="setting">
          <legend>{t('phrases.import.conflicts', { count: conflicts.length })}</legend>
          <Lines>{conflicts.map(({ line, code, theirs, ours }) => t('phrases.import.conflict', { line, code, theirs, ours }))}</Lines>
          <div className="choices">
            {CONFLICTS.map((choice) => (
              <label key={choice} className="choice">
                <input type="radio" name="on-conflict" checked={onConflict === choice} onChange={() => onChoose(choice)} />
                <span>{t(`phrases.import.${choice}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {problems.length > 0 && (
        <div className="preview-problems">
          <h3>{t('phrases.import.problems', { count: problems.length })}</h3>
          <Lines>{problems.map(({ line, words, reason }) => t('phrases.import.problem', { line, words, reason: t(`phrases.import.reason.${reason}`) }))}</Lines>
        </div>
      )}
    </section>
  )
}

function Lines({ children }: { children: ReactNode[] }) {
  const { t } = useWords()
  return (
    <ul className="preview-lines small">
      {children.slice(0, SHOWN).map((line, n) => <li key={n}>{line}</li>)}
      {children.length > SHOWN && <li className="quiet">{t('phrases.import.more', { count: children.length - SHOWN })}</li>}
    </ul>
  )
}
