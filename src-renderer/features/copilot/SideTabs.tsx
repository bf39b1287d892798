import { Columns2, PanelRightClose } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { setBeside, showTab, usePlace, type Tab } from './place.ts'
import { useBeside, useIsWide } from './use-beside.ts'
import './side.css'

/** Head of the column at the right: customer or copilot; where the window is wide, the copilot can have a column of its own. */
export function SideTabs() {
  const { t } = useWords()
  const keys = useKeys()
  const tab = usePlace((now) => now.tab)
  const wide = useIsWide()
  if (useBeside()) return null
  const of = (name: Tab, words: string, key: string) => (
    <button type="button" aria-pressed={tab === name} className="side-tab" title={`${words}  ${key}`} onClick={() => showTab(name)} data-testid={`tab-${name}`}>{words}</button>
  )
  return (
    <div className="side-tabs">
      <div role="group" aria-label={t('copilot.tabs')}>{of('context', t('copilot.tab.context'), keys.context)}{of('copilot', t('copilot'), keys.copilot)}</div>
      {wide && <Button kind="bare" icon={<Columns2 size={14} aria-hidden />} name={t('copilot.beside')} onClick={() => setBeside(true)} />}
    </div>
  )
}

/** Head of the copilot's own column. */
export function BesideHead() {
  const { t } = useWords()
  return (
    <div className="side-tabs">
      <h2>{t('copilot')}</h2>
      <Button kind="bare" icon={<PanelRightClose size={14} aria-hidden />} name={t('copilot.together')} onClick={() => setBeside(false)} />
    </div>
  )
}
