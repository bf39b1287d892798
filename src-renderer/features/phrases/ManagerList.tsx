import { Fragment, useState, type KeyboardEvent } from 'react'
import { Download, Plus, Trash2, Upload } from 'lucide-react'
import type { ListedPhrase } from '../../../src-shared/contract/phrases.ts'
import type { Phrase, PhraseScope } from '../../../src-shared/domain/phrase.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { count } from '../../ui/format.ts'
import { GapText } from './GapText.tsx'
import { editPhrase, managerView, writePhrase } from './manager.ts'
import { PictureCount } from './PictureCount.tsx'
import { saveCsv } from './save-csv.ts'
import { shownTitle } from './title.ts'
import { useAllPhrases } from './use-all.ts'

const SCOPES = [null, 'personal', 'team', 'shop'] as const

/** All phrases, group by group. @param done what was just done, in a sentence */
export function ManagerList({ done }: { done: string }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [query, setQuery] = useState('')
  const [scope, setScope] = useState<PhraseScope | null>(null)
  const [removed, setRemoved] = useState<Phrase | null>(null)
  const all = useAllPhrases(query, scope)
  const remove = (phrase: Phrase) => void desk.client.call('phrase.remove', { id: phrase.id }).then(() => setRemoved(phrase), report)
  const undo = () => {
    if (!removed) return
    setRemoved(null)
    void desk.client.call('phrase.save', { phrase: removed }).catch(report)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!removed || !event.altKey || event.code !== 'KeyZ') return
    event.preventDefault()
    undo()
  }
  const exportAll = () => void desk.client.call('phrase.export', { scope }).then(({ csv }) => saveCsv(csv, `${t('phrases')}.csv`), report)
  return (
    <div className="manager-list" onKeyDown={onKeyDown}>
      <div className="manager-bar">
        <input ref={focusFirst} className="field" type="search" autoFocus value={query} aria-label={t('phrases.search')} placeholder={t('phrases.search')} spellCheck={false} onChange={(event) => setQuery(event.target.value)} />
        <Button icon={<Plus size={14} aria-hidden />} kind="primary" onClick={() => writePhrase()}>{t('phrases.new')}</Button>
        <Button icon={<Upload size={14} aria-hidden />} onClick={() => managerView.set({ at: 'import' })}>{t('phrases.import')}</Button>
        <Button icon={<Download size={14} aria-hidden />} hint={t('phrases.export.of')} disabled={!all?.total} onClick={exportAll}>{t('phrases.export')}</Button>
      </div>
      <div className="manager-line">
        <div className="manager-scopes" role="group" aria-label={t('phrases.scope')}>
          {SCOPES.map((one) => (
            <button key={one ?? 'all'} type="button" className="scope" aria-pressed={scope === one} onClick={() => setScope(one)}>
              {t(`phrases.scope.${one ?? 'all'}`)} {all && <span className="quiet tabular">{count(one ? all.counts[one] : SCOPES.reduce((sum, s) => sum + (s ? all.counts[s] : 0), 0), language)}</span>}
            </button>
          ))}
        </div>
        <p className="manager-note small" role="status">
          {removed ? <>{t('phrases.removed', { name: shownTitle(removed, language) })} <Button key={removed.id} autoFocus onClick={undo}>{t('undo')} <kbd>Alt Z</kbd></Button></> : done}
        </p>
      </div>
      <div className="manager-rows">
        {all?.phrases.map((listed, n) => (
          <Fragment key={listed.phrase.id}>
            <GroupHead phrase={listed.phrase} before={all.phrases[n - 1]?.phrase} searching={query.trim() !== ''} />
            <Row listed={listed} onRemove={() => remove(listed.phrase)} />
          </Fragment>
        ))}
        {all?.total === 0 && <p className="quiet manager-none">{query.trim() === '' ? t('phrases.none.yet') : t('phrases.nothing', { query: query.trim() })}</p>}
        {all && all.total > all.phrases.length && <p className="quiet small manager-none">{t('phrases.shown', { shown: count(all.phrases.length, language), total: count(all.total, language) })}</p>}
      </div>
    </div>
  )
}

/** Named where a group begins. Hits of a search stand by how well they fit, not by group. */
function GroupHead({ phrase, before, searching }: { phrase: Phrase; before: Phrase | undefined; searching: boolean }) {
  const { t, local } = useWords()
  const nameOf = ({ group }: Phrase): string => local(group) || group.zh || group.en
  if (searching || (before && nameOf(before) === nameOf(phrase))) return null
  return <h3 className="small quiet">{nameOf(phrase) || t('phrases.group.none')}</h3>
}

function Row({ listed: { phrase, uses, waiting }, onRemove }: { listed: ListedPhrase; onRemove: () => void }) {
  const { t, local, language } = useWords()
  const title = shownTitle(phrase, language)
  return (
    <div className="manager-row" data-testid="phrase-row">
      <button type="button" className="manager-open" title={t('phrases.edit.of', { name: title })} onClick={() => editPhrase(phrase)}>
        <span className="phrase-head">
          {(phrase.title.zh || phrase.title.en) && <b className="one-line">{title}</b>}
          {phrase.code !== '' && <span className="phrase-code">/{phrase.code}</span>}
          <PictureCount count={phrase.pictures.length} />
          <Chip tone={phrase.scope === 'personal' ? 'plain' : 'accent'}>{t(`phrases.scope.${phrase.scope}`)}</Chip>
          {waiting && <Chip tone="warning" title={t('phrases.waiting')}>{t('chip.queued')}</Chip>}
          {uses > 0 && <span className="phrase-of quiet small">{t('phrases.used', { count: uses })}</span>}
        </span>
        <span className="phrase-text small"><GapText text={local(phrase.text) || phrase.text.zh || phrase.text.en} /></span>
      </button>
      <Button kind="bare" icon={<Trash2 size={14} aria-hidden />} name={t('phrases.remove.of', { name: title })} onClick={onRemove} />
    </div>
  )
}
