import { copilot } from '../../app/late-parts.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { BesideHead } from './SideTabs.tsx'
import { useBeside } from './use-beside.ts'

/** The copilot in a column of its own, right of the context; nothing where it is a tab. */
export function CopilotColumn() {
  const { t } = useWords()
  if (!useBeside()) return null
  return (
    <aside className="copilot-column" aria-label={t('copilot')}>
      <BesideHead />
      <copilot.Part />
    </aside>
  )
}
