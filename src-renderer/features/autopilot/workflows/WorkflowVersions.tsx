import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { workflowsChanged } from '../../../bridge/workflows.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'

interface Props { id: string; current: number; versions: CallResult<'workflow.get'>['versions']; onRestored: () => void }

/** How the workflow was before; each can be used again. */
export function WorkflowVersions({ id, current, versions, onRestored }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const earlier = versions.filter(({ version }) => version !== current)
  if (earlier.length === 0) return null
  const restore = (version: number) => void desk.client.call('workflow.restore', { id, version }).then(() => {
    workflowsChanged(desk)
    onRestored()
    toast('said.workflow-restored', { name: String(version) })
  }, report)
  return (
    <details className="workflow-versions">
      <summary>{t('workflows.versions', { count: earlier.length })}</summary>
      <ul>
        {earlier.map(({ version, savedAt, savedBy }) => (
          <li key={version}>
            <span className="small">{savedAt === null ? t('workflows.version.shipped', { version }) : t('workflows.version', { version, at: dateTime(savedAt, language, zone), by: savedBy })}</span>
            <Button onClick={() => restore(version)}>{t('workflows.restore')}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
