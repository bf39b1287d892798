import { useState } from 'react'
import { WorkflowForm } from './WorkflowForm.tsx'
import { WorkflowList } from './WorkflowList.tsx'
import './workflows.css'

/** Workflows as a list, and one of them as a form. */
export function Workflows() {
  const [open, setOpen] = useState<string | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  return open === null
    ? <WorkflowList returnTo={left} onOpen={setOpen} />
    : <WorkflowForm key={open} id={open} onBack={() => { setLeft(open); setOpen(null) }} />
}
