import { useState } from 'react'
import { late } from '../../../app/late.tsx'
import { WorkflowForm } from './WorkflowForm.tsx'
import { WorkflowList } from './WorkflowList.tsx'
import './workflows.css'

/** The picture brings a library of its own: it is fetched when the first one is opened. */
const picture = late<{ id: string; onBack: () => void; onForm: () => void }>(async () => (await import('./picture/PictureEditor.tsx')).PictureEditor)

/** Workflows as a list, and one of them as a picture or as a form. */
export function Workflows() {
  const [open, setOpen] = useState<{ id: string; as: 'form' | 'picture' } | null>(null)
  const [left, setLeft] = useState<{ id: string; as: 'form' | 'picture' } | null>(null)
  if (open === null) return <WorkflowList returnTo={left} onOpen={(id, as) => setOpen({ id, as })} />
  const back = () => { setLeft(open); setOpen(null) }
  return open.as === 'form'
    ? <WorkflowForm key={open.id} id={open.id} onBack={back} />
    : <picture.Part key={open.id} id={open.id} onBack={back} onForm={() => setOpen({ id: open.id, as: 'form' })} />
}
