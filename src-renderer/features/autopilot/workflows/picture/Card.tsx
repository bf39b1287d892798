import { useEffect, useRef } from 'react'
import { Handle, Position, useConnection, useUpdateNodeInternals, type Node, type NodeProps } from '@xyflow/react'
import type { NodeType } from '../../../../../src-shared/domain/workflow.ts'
import { ICONS } from './icons.ts'

/** What a card shows of a step. `focus`: counts up when the focus is to come here. */
export interface CardData extends Record<string, unknown> {
  type: NodeType
  title: string
  says: string
  ports: readonly { name: string; words: string; isWrong: boolean }[]
  problems: string | null
  isBarred: boolean
  focus: number
}
export type CardNode = Node<CardData, 'step'>

/** A step: its sign and title, a sentence of what it does, and its ways out by their names. */
export function Card({ id, data }: NodeProps<CardNode>) {
  const card = useRef<HTMLDivElement>(null)
  const measure = useUpdateNodeInternals()
  // While a line is drawn the whole card is where it can be let go.
  const isAimedAt = useConnection((now) => now.inProgress && now.fromNode.id !== id)
  const names = data.ports.map(({ name }) => name).join(' ')
  useEffect(() => measure(id), [measure, id, names])
  useEffect(() => {
    if (data.focus > 0) card.current?.closest<HTMLElement>('.react-flow__node')?.focus({ preventScroll: true })
  }, [data.focus])
  const Icon = ICONS[data.type]
  return (
    <div ref={card} className="step-card" data-type={data.type} data-wrong={data.problems ? '' : undefined} data-barred={data.isBarred ? '' : undefined} data-aimed={isAimedAt ? '' : undefined}>
      {data.type !== 'trigger' && <Handle type="target" position={Position.Top} id="in" isConnectableStart={false} className="step-in" />}
      <div className="step-head"><Icon size={14} aria-hidden /> <b>{data.title}</b> {data.problems && <span className="step-mark small">{data.problems}</span>}</div>
      <div className="step-says small">{data.says}</div>
      {data.ports.length > 0 && (
        <div className="step-ports">
          {data.ports.map(({ name, words, isWrong }) => (
            <span key={name} className="step-port" data-wrong={isWrong ? '' : undefined}>
              <span>{words}</span>
              <Handle type="source" position={Position.Bottom} id={name} isConnectableEnd={false} className="step-out" />
            </span>
          ))}
        </div>
      )}
    </div>
  )
}
