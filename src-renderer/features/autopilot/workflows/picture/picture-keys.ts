import type { KeyboardEvent } from 'react'
import type { Editor } from './use-editor.ts'
import { stepTo, type Arrow } from './walk.ts'

/** How far Shift and an arrow move a step, in pixels of the picture. */
const NUDGE = 20
const MOVES: Readonly<Record<Arrow, readonly [number, number]>> = { ArrowUp: [0, -NUDGE], ArrowDown: [0, NUDGE], ArrowLeft: [-NUDGE, 0], ArrowRight: [NUDGE, 0] }

const isArrow = (key: string): key is Arrow => key in MOVES
const isTyping = (target: EventTarget): boolean => target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')

/** Keys that count in the whole editor. A field that is typed into takes back its own typing. @returns true: it was one */
export function editorKey(event: KeyboardEvent, editor: Editor, save: () => void): boolean {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.nativeEvent.isComposing) return false
  if (key === 's') save()
  else if (isTyping(event.target)) return false
  else if (key === 'z' && !event.shiftKey) editor.undo()
  else if (key === 'y' || key === 'z') editor.redo()
  else return false
  event.preventDefault()
  return true
}

interface Ways { edit: () => void; openList: () => void }

/** Keys on a step of the picture. */
export function stepKey(event: KeyboardEvent, editor: Editor, { edit, openList }: Ways): void {
  const id = event.target instanceof HTMLElement ? event.target.dataset.id : undefined
  if (event.defaultPrevented || event.nativeEvent.isComposing || id === undefined) return
  if (act(event, id, editor, { edit, openList })) event.preventDefault()
}

function act(event: KeyboardEvent, id: string, editor: Editor, { edit, openList }: Ways): boolean {
  const { workflow, linking } = editor
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'd' && !event.altKey ? (editor.duplicate(), true) : false
  if (event.altKey) return false
  if (isArrow(event.key)) {
    const node = workflow.nodes.find((one) => one.id === id)
    const [x, y] = MOVES[event.key]
    const to = stepTo(workflow, id, event.key)
    if (event.shiftKey && node) editor.move(id, { x: node.at.x + x, y: node.at.y + y })
    else if (to !== null) editor.goTo(to)
    return true
  }
  switch (event.key) {
    case 'Enter':
      if (linking?.by === 'keys') editor.connect({ from: linking.from, port: linking.port, to: id })
      else edit()
      return true
    case 'Escape':
      if (!linking) return false
      editor.stopLinking()
      return true
    case 'Delete': case 'Backspace': editor.remove(); return true
    case 'a': case 'A': openList(); return true
    // Once a line is begun, C is about where it begins, wherever the focus went.
    case 'c': case 'C': editor.link(linking?.by === 'keys' ? linking.from : id); return true
    default: return false
  }
}
