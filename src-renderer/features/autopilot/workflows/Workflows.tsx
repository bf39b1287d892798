import { useState } from 'react'
import { late } from '../../../app/late.tsx'
import { useWorkflow } from '../../../bridge/workflows.ts'
import { FlowTrialPage } from '../backtest/FlowTrialPage.tsx'
import { WorkflowForm } from './WorkflowForm.tsx'
import { WorkflowList, type OpenAs } from './WorkflowList.tsx'
import './workflows.css'

/** The picture brings a library of its own: it is fetched when the first one is opened. */
const picture = late<{ id: string; onBack: () => void; onForm: () => void }>(async () => (await import('./picture/PictureEditor.tsx')).PictureEditor)

/** Workflows as a list, and one of them as a picture, as a form, or held against the past. */
export function Workflows() {
  const [open, setOpen] = useState<{ id: string; as: OpenAs } | null>(null)
  const [left, setLeft] = useState<{ id: string; as: OpenAs } | null>(null)
  if (open === null) return <WorkflowList returnTo={left} onOpen={(id, as) => setOpen({ id, as })} />
  const back = () => { setLeft(open); setOpen(null) }
  if (open.as === 'trial') return <SavedTrial key={open.id} id={open.id} onBack={back} />
  return open.as === 'form'
    ? <WorkflowForm key={open.id} id={open.id} onBack={back} />
    : <picture.Part key={open.id} id={open.id} onBack={back} onForm={() => setOpen({ id: open.id, as: 'form' })} />
}

/** The back-test of a workflow as it was saved last. */
function SavedTrial({ id, onBack }: { id: string; onBack: () => void }) {
  const workflow = useWorkflow(id)?.workflow
  return workflow ? <FlowTrialPage workflow={workflow} onBack={onBack} /> : null
}
