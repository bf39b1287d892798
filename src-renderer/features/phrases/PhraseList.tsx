import { useEffect } from 'react'
import type { PhraseHit } from '../../../src-shared/contract/phrases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { GapText } from './GapText.tsx'
import { PictureCount } from './PictureCount.tsx'
import { LIST_ID, optionId, type Phrases } from './use-phrases.ts'
import './phrases.css'

/** The phrases that fit, over the thread and directly above the composer. The focus stays in the field, whose keys choose. */
export function PhraseList({ phrases }: { phrases: Phrases }) {
  const { t } = useWords()
  const { asked, found, busy, chosen, actions } = phrases
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (!asked) return null
  const hits = found?.hits ?? []
  const more = (found?.total ?? 0) - hits.length
  return (
    // A press beside an option must not take the focus out of the field.
    <div className="phrase-list" data-testid="phrase-list" onMouseDown={(event) => event.preventDefault()}>
      {hits.length === 0 && <p className="phrase-none quiet" role="status">{busy || !found ? t('phrases.loading') : asked.query === '' ? t('phrases.none.yet') : t('phrases.none', { query: asked.query })}</p>}
      <ul id={LIST_ID} role="listbox" aria-label={t('phrases.list')}>
        {hits.map((hit, at) => <HitOption key={hit.id} hit={hit} id={optionId(at)} chosen={at === chosen} onPoint={() => phrases.point(at)} onTake={() => phrases.insert(hit)} />)}
        {actions.map((action, n) => (
          <li
            key={action} id={optionId(hits.length + n)} className="phrase-action small" role="option" aria-selected={chosen === hits.length + n}
            onPointerMove={() => chosen !== hits.length + n && phrases.point(hits.length + n)} onClick={() => phrases.act(action)}
          >
            {t(`phrases.${action}`)}
          </li>
        ))}
      </ul>
      <p className="phrase-foot small quiet">
        <span><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> {t('phrases.keys.insert')}</span> <span><kbd>Esc</kbd> {t('phrases.keys.close')}</span>
        {more > 0 && <span className="phrase-more">{t('phrases.more', { count: more })}</span>}
      </p>
    </div>
  )
}

interface OptionProps {
  hit: PhraseHit
  id: string
  chosen: boolean
  onPoint: () => void
  onTake: () => void
}

function HitOption({ hit, id, chosen, onPoint, onTake }: OptionProps) {
  const { t } = useWords()
  return (
    <li id={id} role="option" aria-selected={chosen} data-testid="phrase-hit" onPointerMove={() => !chosen && onPoint()} onClick={onTake}>
      <span className="phrase-head">
        {hit.title !== '' && <b className="one-line">{hit.title}</b>}
        {hit.code !== '' && <span className="phrase-code">/{hit.code}</span>}
        <PictureCount count={hit.pictures.length} />
        {hit.otherLanguage && <Chip tone="warning">{t(`phrases.language.${hit.language}`)}</Chip>}
        <span className="phrase-of quiet small one-line">{hit.group !== '' && `${hit.group} · `}{t(`phrases.scope.${hit.scope}`)}</span>
      </span>
      <span className="phrase-text small"><GapText text={hit.text} /></span>
    </li>
  )
}
