import type { SideLoose } from '../../../src-shared/contract/side.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { useMay } from '../../bridge/people.ts'
import { Stopped } from '../composer/guard/Stopped.tsx'
import { copyReply } from './do-side.ts'
import { setEdit, setMode } from './panel.ts'

/** Words that do not get onto the clipboard: why, and the ways on. Nobody can be asked from here. */
export function StoppedCopy({ loose, text, findings, draftId }: { loose: SideLoose; text: string; findings: readonly Finding[]; draftId: string | null }) {
  const desk = useDesk()
  const mayLead = useMay('lead')
  const correct = () => {
    const points = findings.toSorted((a, b) => b.start - a.start).reduce((now, { start, end, expected }) => (expected === undefined ? now : now.toSpliced(start, end - start, ...expected)), [...text])
    setEdit(loose, { text: points.join(''), draftId })
  }
  const edit = () => {
    setEdit(loose, { text, draftId })
    setMode('edit')
  }
  return <Stopped act="copy" findings={findings} onCorrect={correct} onBack={edit} onWrite={edit} onOverride={mayLead ? (reason) => void copyReply(desk, { reason }) : undefined} />
}
