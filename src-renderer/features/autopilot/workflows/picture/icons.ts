import { CircleCheck, Clock, GitBranch, MessageCircle, MessageCircleQuestionMark, Play, Search, Split, UserCheck, UserRound, Workflow, Zap, type LucideIcon } from 'lucide-react'
import type { NodeType } from '../../../../../src-shared/domain/workflow.ts'

/** A sign for each kind of step. */
export const ICONS: Readonly<Record<NodeType, LucideIcon>> = {
  trigger: Play, condition: Split, branch: GitBranch, 'look-up': Search, message: MessageCircle, question: MessageCircleQuestionMark, action: Zap, 'sub-flow': Workflow,
  wait: Clock, review: UserCheck, 'hand-over': UserRound, end: CircleCheck,
}
