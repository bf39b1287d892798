import { useCallback, useState } from 'react'
import type { RefusedLine } from '../../../../../src-shared/contract/workflow-picture.ts'
import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import type { Workflow, WorkflowEdge, WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'
import { report } from '../../../../app/do.ts'
import { useWords, type ScreenWords } from '../../../../app/i18n/use-words.ts'
import { useDesk } from '../../../../bridge/hooks.ts'
import { refusalsOf } from '../../../../bridge/workflow-picture.ts'
import { addedAfter, connected, disconnected, duplicated, moved, newId, removed, wayOnFrom } from './change.ts'
import { freshNode, type Addable } from './fresh.ts'
import { laidOut } from './layout.ts'
import { useDrawing, type Drawing } from './use-drawing.ts'
import { portWords, titleWords } from './words.ts'

/** The step or the line that keys and the form are about. */
export type Chosen = { step: string } | { line: { from: string; port: string } } | null
/** A line that is being drawn. `refused` null: the engine has not answered yet. */
export interface Linking { from: string; port: string; by: 'keys' | 'mouse'; refused: readonly RefusedLine[] | null }

/** Everything that can be done to the picture, by mouse, by keys and by the form alike. */
export interface Editor extends Drawing {
  chosen: Chosen
  step: WorkflowNode | null
  choose: (chosen: Chosen) => void
  /** Where the focus is to go; `times` counts up. */
  focus: { step: string; times: number }
  goTo: (step: string) => void
  /** What was done last, or why it was not, for the eye and for the ear. */
  said: string
  linking: Linking | null
  /** Without a port: the first that leads nowhere, or the next one when keys are drawing already. */
  link: (from: string, port?: string) => void
  stopLinking: () => void
  connect: (line: WorkflowEdge) => void
  disconnect: (from: string, port: string) => void
  why: (refused: RefusedLine) => string
  add: (type: Addable) => void
  remove: () => void
  duplicate: () => void
  move: (step: string, at: { x: number; y: number }) => void
  tidy: () => void
}

export function useEditor(saved: Workflow): Editor {
  const words = useWords()
  const { t } = words
  const drawing = useDrawing(saved)
  const { workflow, change } = drawing
  const [chosen, choose] = useState<Chosen>(() => ({ step: workflow.nodes.find(({ type }) => type === 'trigger')?.id ?? '' }))
  const [focus, setFocus] = useState({ step: '', times: 0 })
  const [said, say] = useState('')
  const named = (id: string): string => nameOf(workflow, id, words)
  const goTo = useCallback((step: string) => {
    choose({ step })
    setFocus(({ times }) => ({ step, times: times + 1 }))
  }, [])
  const lines = useLines(drawing, words, say, goTo)
  const step = chosen && 'step' in chosen ? (workflow.nodes.find(({ id }) => id === chosen.step) ?? null) : null

  const add = (type: Addable) => {
    const fresh = freshNode(type, newId(workflow, type))
    const from = step ?? (chosen && 'line' in chosen ? workflow.nodes.find(({ id }) => id === chosen.line.from) : null) ?? null
    const port = from && (chosen && 'line' in chosen ? chosen.line.port : wayOnFrom(workflow, from, portsOf(fresh).length > 0))
    change((now) => addedAfter(now, fresh, from?.id ?? null, port))
    say(t('picture.added', { name: t(`picture.type.${type}`) }))
    goTo(fresh.id)
  }
  const remove = () => {
    if (chosen && 'line' in chosen) {
      change((now) => disconnected(now, chosen.line.from, chosen.line.port))
      say(t('picture.line-removed'))
      return goTo(chosen.line.from)
    }
    if (!step) return
    if (step.type === 'trigger') return say(t('picture.keep-trigger'))
    const above = workflow.edges.find(({ to }) => to === step.id)?.from ?? workflow.nodes.find(({ id }) => id !== step.id)?.id
    change((now) => removed(now, step.id))
    say(t('picture.removed', { name: titleWords(step, words) }))
    if (above) goTo(above)
  }
  const duplicate = () => {
    if (!step || step.type === 'trigger') return step ? say(t('picture.keep-trigger')) : undefined
    const copy = newId(workflow, step.id)
    change((now) => duplicated(now, step.id, copy))
    say(t('picture.added', { name: named(step.id) }))
    goTo(copy)
  }
  return {
    ...drawing, ...lines, chosen, step, choose, focus, goTo, said, add, remove, duplicate,
    undo: () => { say(t(drawing.canUndo ? 'picture.undone' : 'picture.nothing')); drawing.undo() },
    redo: () => { if (drawing.canRedo) say(t('picture.redone')); drawing.redo() },
    move: (id, at) => change((now) => moved(now, id, at)),
    tidy: () => change(laidOut),
  }
}

const nameOf = (workflow: Workflow, id: string, words: ScreenWords): string => {
  const node = workflow.nodes.find((one) => one.id === id)
  return node ? titleWords(node, words) : id
}

type Lines = Pick<Editor, 'linking' | 'link' | 'stopLinking' | 'connect' | 'disconnect' | 'why'>

/** Drawing lines: the engine says where each may lead, before and again when it is let go. */
function useLines({ workflow, change }: Drawing, words: ScreenWords, say: (words: string) => void, goTo: (step: string) => void): Lines {
  const { t, local } = words
  const desk = useDesk()
  const [linking, setLinking] = useState<Linking | null>(null)
  const why = ({ to, node, say: reason }: RefusedLine): string => (node === null || node === to ? t('picture.refused', { why: local(reason) }) : t('picture.refused.at', { name: nameOf(workflow, node, words), why: local(reason) }))
  const link: Lines['link'] = (from, named) => {
    const node = workflow.nodes.find(({ id }) => id === from)
    const ports = node ? portsOf(node).map(({ name }) => name) : []
    const isGoingOn = linking?.by === 'keys' && linking.from === from
    const open = ports.findIndex((name) => !workflow.edges.some((edge) => edge.from === from && edge.port === name))
    const port = named ?? (isGoingOn ? ports[(ports.indexOf(linking.port) + 1) % ports.length] : ports[Math.max(0, open)])
    if (!node || port === undefined) return say(t('picture.no-way'))
    setLinking({ from, port, by: named === undefined ? 'keys' : 'mouse', refused: null })
    say(t('picture.linking', { name: titleWords(node, words), port: portWords(node, port, t) }))
    refusalsOf(desk, workflow, from, port).then((refused) => setLinking((now) => (now?.from === from && now.port === port ? { ...now, refused } : now)), report)
  }
  const connect: Lines['connect'] = (line) => {
    refusalsOf(desk, workflow, line.from, line.port).then((refused) => {
      const barred = refused.find(({ to }) => to === line.to)
      if (barred) return say(why(barred))
      setLinking(null)
      change((now) => connected(now, line))
      say(t('picture.linked', { name: nameOf(workflow, line.from, words), to: nameOf(workflow, line.to, words) }))
    }, report)
  }
  const stopLinking = () => {
    if (!linking) return
    setLinking(null)
    say('')
    if (linking.by === 'keys') goTo(linking.from)
  }
  return { linking, link, connect, stopLinking, why, disconnect: (from, port) => change((now) => disconnected(now, from, port)) }
}
