import { Clipboard, Minus, PanelTopOpen, X } from 'lucide-react'
import type { SideView } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sideState } from '../../app/side-state.ts'
import { useDeskState, useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { Waited } from './Waited.tsx'

/** The bar by which the panel is moved: which shop it speaks for, and as a bar alone, of whom. */
export function Head({ view }: { view: SideView | undefined }) {
  const { t, local } = useWords()
  const shop = useDeskState()?.shop
  const platform = useSettings()?.side.platform ?? 'other'
  const collapsed = useStore(sideState, (s) => s?.collapsed ?? false)
  const name = view?.loose ? view.loose.customer?.name ?? t('side.nobody') : null
  return (
    <header className="side-head">
      <h1 className="side-shop">
        <span className="one-line">{collapsed && name !== null ? name : shop ? local(shop) : 'Deskmate'}</span>
        <span className="quiet small one-line">{collapsed && shop ? local(shop) : t(platform === 'other' ? 'side.title' : `side.platform.${platform}`)}</span>
      </h1>
      {view?.loose && <Waited loose={view.loose} />}
      <Button kind="bare" icon={<Clipboard size={15} aria-hidden />} name={t('side.take')} data-testid="side-take" onClick={() => window.deskmate?.side('take')} />
      {collapsed
        ? <Button kind="bare" icon={<PanelTopOpen size={15} aria-hidden />} name={t('side.whole')} data-testid="side-whole" onClick={() => window.deskmate?.side('whole')} />
        : <Button kind="bare" icon={<Minus size={15} aria-hidden />} name={t('side.bar')} data-testid="side-bar" onClick={() => window.deskmate?.side('bar')} />}
      <Button kind="bare" icon={<X size={15} aria-hidden />} name={t('close')} data-testid="side-close" onClick={() => window.deskmate?.side('close')} />
    </header>
  )
}
