import { ListChecks } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/Button.tsx'

/** From the settings to the page that tells how well it works. */
export function UnderstandingLink() {
  const { t } = useWords()
  const keys = useKeys()
  return <p><Button icon={<ListChecks size={14} aria-hidden />} shortcut={keys.understanding} data-testid="understanding-open" onClick={() => patchScreen({ dialog: 'understanding' })}>{t('understanding')}</Button></p>
}
