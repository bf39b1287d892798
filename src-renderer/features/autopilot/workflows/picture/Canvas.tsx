import { useMemo, useState, type KeyboardEvent } from 'react'
import { MarkerType, ReactFlow, useConnection, useReactFlow, type Edge, type NodeChange } from '@xyflow/react'
import type { Problem } from '../../../../../src-shared/domain/workflow-problem.ts'
import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { problemsOf } from '../edit.ts'
import { Card, type CardNode } from './Card.tsx'
import type { Editor } from './use-editor.ts'
import { inReadingOrder } from './walk.ts'
import { portWords, sentence, titleWords } from './words.ts'

const KINDS = { step: Card }
/** Before a card is measured, in pixels. */
const FIRST_SIZE = { initialWidth: 240, initialHeight: 100 }
/** Smaller than this a card cannot be read: then only a part of the picture is shown at first. */
const LEAST_ZOOM = 0.7
const MARGIN = 24

interface Props { editor: Editor; problems: readonly Problem[]; nameOf: (workflow: string) => string; onKey: (event: KeyboardEvent) => void; onEdit: () => void }

/** The steps and their lines. Stands inside a `ReactFlowProvider`. */
export function Canvas({ editor, problems, nameOf, onKey, onEdit }: Props) {
  const { t, local } = useWords()
  const flow = useReactFlow<CardNode>()
  const { nodes, setSizes, setDrag } = useNodes(editor, problems, nameOf)
  const lines = useLines(editor)
  const { linking, workflow } = editor
  const begin = (element: Element | null) => {
    const width = element?.clientWidth ?? 0
    const columns = workflow.nodes.map(({ at }) => at.x)
    const [left, right] = [Math.min(...columns), Math.max(...columns) + FIRST_SIZE.initialWidth]
    const zoom = Math.min(1, Math.max(LEAST_ZOOM, (width - 2 * MARGIN) / (right - left)))
    const x = (right - left) * zoom > width ? MARGIN - left * zoom : (width - (left + right) * zoom) / 2
    void flow.setViewport({ x, y: MARGIN - Math.min(...workflow.nodes.map(({ at }) => at.y)) * zoom, zoom })
  }
  const changed = (changes: NodeChange<CardNode>[]) => {
    for (const one of changes) {
      if (one.type === 'dimensions' && one.dimensions) setSizes(one.id, one.dimensions)
      if (one.type === 'position' && one.position && one.dragging) setDrag({ id: one.id, at: one.position })
    }
  }
  return (
    <div
      className="picture-canvas" data-testid="picture-canvas" role="group" aria-label={t('picture.canvas', { name: local(workflow.name) })} onKeyDown={onKey}
      onFocus={({ target }) => {
        const id = target instanceof HTMLElement ? target.dataset.id : undefined
        if (id === undefined) return
        editor.choose({ step: id })
        const node = flow.getNode(id)
        if (node) bringIntoView(flow, node, target.closest('.picture-canvas'))
      }}
    >
      <ReactFlow<CardNode>
        nodes={nodes} edges={lines} nodeTypes={KINDS} onNodesChange={changed} minZoom={0.2} maxZoom={1.5} proOptions={{ hideAttribution: true }}
        disableKeyboardA11y nodesFocusable edgesFocusable={false} elementsSelectable={false} deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null} panActivationKeyCode={null}
        panOnScroll zoomOnDoubleClick={false} connectionRadius={12} nodeDragThreshold={3}
        onInit={() => begin(document.querySelector('.picture-canvas'))}
        onNodeClick={(_event, node) => editor.goTo(node.id)} onNodeDoubleClick={onEdit}
        onEdgeClick={(_event, line) => editor.choose({ line: { from: line.source, port: line.sourceHandle ?? '' } })}
        onNodeDragStop={(_event, node) => {
          const { at } = workflow.nodes.find(({ id }) => id === node.id) ?? {}
          if (at && (at.x !== Math.round(node.position.x) || at.y !== Math.round(node.position.y))) editor.move(node.id, node.position)
          setDrag(null)
        }}
        onConnectStart={(_event, { nodeId, handleId }) => { if (nodeId !== null && handleId !== null) editor.link(nodeId, handleId) }}
        isValidConnection={({ target }) => !linking?.refused?.some(({ to }) => to === target)}
        onConnectEnd={(_event, { fromNode, fromHandle, toNode, toHandle }) => {
          editor.stopLinking()
          // Also where the line may not lead: then it is said why.
          if (fromNode && fromHandle?.id && toNode && toHandle) editor.connect({ from: fromNode.id, port: fromHandle.id, to: toNode.id })
        }}
      />
      <Reason editor={editor} />
    </div>
  )
}

/** Why the line in the hand, or on the keys, may not lead where it is held; else what was done last. */
function Reason({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const held = useConnection((now) => (now.inProgress && now.toNode ? now.toNode.id : null))
  const { linking, step } = editor
  const over = linking?.by === 'keys' ? (step?.id === linking.from ? null : (step?.id ?? null)) : held
  const refused = over === null ? undefined : linking?.refused?.find(({ to }) => to === over)
  return <p className="picture-said small" role="status" data-testid="picture-said" data-refused={refused ? '' : undefined}>{(refused ? editor.why(refused) : editor.said) || t('picture.keys')}</p>
}

function useNodes(editor: Editor, problems: readonly Problem[], nameOf: Props['nameOf']) {
  const words = useWords()
  const [sizes, setAllSizes] = useState<Readonly<Record<string, { width: number; height: number }>>>({})
  const [drag, setDrag] = useState<{ id: string; at: { x: number; y: number } } | null>(null)
  const { workflow, step, linking, focus } = editor
  const nodes = useMemo(() => inReadingOrder(workflow).map((node): CardNode => {
    const wrong = problemsOf(problems, node.id)
    const title = titleWords(node, words)
    const says = sentence(node, words, nameOf)
    const measured = sizes[node.id]
    const mark = wrong.length > 0 ? words.t('picture.marked', { count: wrong.length }) : null
    return {
      id: node.id, type: 'step', position: drag?.id === node.id ? drag.at : node.at, ...FIRST_SIZE, ...(measured ? { measured } : {}),
      className: step?.id === node.id ? 'chosen' : '', ariaLabel: [words.t(`picture.type.${node.type}`), title, says, mark].filter(Boolean).join(', '), domAttributes: { 'aria-roledescription': words.t('picture.step') },
      data: {
        type: node.type, title, says, problems: mark, isBarred: linking?.refused?.some(({ to }) => to === node.id) ?? false, focus: focus.step === node.id ? focus.times : 0,
        ports: portsOf(node).map(({ name }) => ({ name, words: portWords(node, name, words.t), isWrong: wrong.some(({ field }) => field === name) })),
      },
    }
  }), [workflow, step, linking, focus, problems, words, nameOf, sizes, drag])
  const setSizes = (id: string, size: { width: number; height: number }) => setAllSizes((all) => ({ ...all, [id]: size }))
  return { nodes, setSizes, setDrag }
}

function useLines({ workflow, chosen }: Editor): Edge[] {
  const words = useWords()
  return useMemo(() => workflow.edges.flatMap((edge): Edge[] => {
    const from = workflow.nodes.find(({ id }) => id === edge.from)
    const to = workflow.nodes.find(({ id }) => id === edge.to)
    if (!from || !to) return []
    const isChosen = chosen !== null && 'line' in chosen && chosen.line.from === edge.from && chosen.line.port === edge.port
    return [{
      id: `${edge.from} ${edge.port}`, source: edge.from, sourceHandle: edge.port, target: edge.to, targetHandle: 'in', type: 'smoothstep', className: isChosen ? 'chosen' : '', markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
      ariaLabel: words.t('picture.line.from', { name: titleWords(from, words), port: portWords(from, edge.port, words.t), to: titleWords(to, words) }), domAttributes: { 'aria-roledescription': words.t('picture.line') },
    }]
  }), [workflow, chosen, words])
}

/** Moves the picture only where the step does not lie whole in the frame. */
function bringIntoView(flow: ReturnType<typeof useReactFlow<CardNode>>, node: CardNode, frame: Element | null): void {
  const { x, y, zoom } = flow.getViewport()
  const { width = FIRST_SIZE.initialWidth, height = FIRST_SIZE.initialHeight } = node.measured ?? {}
  const [left, top] = [node.position.x * zoom + x, node.position.y * zoom + y]
  if (!frame || (left >= 0 && top >= 0 && left + width * zoom <= frame.clientWidth && top + height * zoom <= frame.clientHeight)) return
  void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom, duration: 0 })
}
