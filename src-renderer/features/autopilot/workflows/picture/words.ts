import type { TFunction } from 'i18next'
import type { ActionKind } from '../../../../../src-shared/domain/commerce.ts'
import type { NodeOf, WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'
import type { ScreenWords } from '../../../../app/i18n/use-words.ts'

const PORTS = ['next', 'yes', 'no', 'else', 'found', 'missing', 'answered', 'silent', 'failed', 'done', 'refused', 'approved', 'declined'] as const
const ARGUMENTS = ['order', 'item', 'variant', 'reason', 'amount', 'mode', 'title', 'taxId', 'email', 'days', 'service', 'when', 'text', 'flag', 'address', 'method'] as const

/** What a way out is called; a case of a branch by what leads to it. */
export function portWords(node: WorkflowNode, port: string, t: TFunction): string {
  const found = node.type === 'branch' ? node.cases.find((one) => one.port === port) : undefined
  if (found) return found.is.map((one) => plain(one, t)).join(t('picture.or')) || port
  const name = PORTS.find((one) => one === port)
  return name ? t(`picture.port.${name}`) : port
}

/** What a value of an action is called. */
export function argumentWords(argument: string, t: TFunction): string {
  const name = ARGUMENTS.find((one) => one === argument)
  return name ? t(`picture.arg.${name}`) : argument
}

export const actionWords = (kind: ActionKind, t: TFunction): string => (kind === 'refund' || kind === 'invoice' ? t(`picture.act.${kind}`) : t(`action.${kind}`))

const plain = (value: string | number | boolean, t: TFunction): string => (typeof value === 'boolean' ? t(value ? 'picture.port.yes' : 'picture.port.no') : String(value))

/** What a step is called: its title, else what kind it is. */
export const titleWords = (node: WorkflowNode, { t, local }: Pick<ScreenWords, 't' | 'local'>): string => (node.title && local(node.title)) || t(`picture.type.${node.type}`)

/** What a step does, as one sentence. @param nameOf what another workflow is called */
export function sentence(node: WorkflowNode, { t, local, label }: ScreenWords, nameOf: (workflow: string) => string): string {
  const written = (text: { zh: string; en: string }): string => local(text) || t('picture.unwritten')
  switch (node.type) {
    case 'trigger': return t('picture.does.trigger', { topics: node.topics.map((topic) => label(topic) ?? topic).join(t('picture.or')) })
    case 'message': return t('picture.does.message', { text: written(node.text) })
    case 'question': return t('picture.does.question', { text: written(node.text) })
    case 'look-up': return t('picture.does.look-up', { what: t(`picture.what.${node.what}`) })
    case 'condition': return t('picture.does.condition', { tests: node.all.map((test) => testWords(test, t)).join(t('picture.and')) })
    case 'branch': return t('picture.does.branch', { value: node.value })
    case 'action': return t('picture.does.action', { action: actionWords(node.action, t) })
    case 'wait': return t('picture.does.wait', { count: node.minutes })
    case 'review': return t('picture.does.review', { note: written(node.note) })
    case 'hand-over': return t('picture.does.hand-over', { reason: written(node.reason) })
    case 'sub-flow': return t('picture.does.sub-flow', { name: node.workflow === '' ? t('picture.unwritten') : nameOf(node.workflow) })
    case 'end': return t('picture.does.end')
  }
}

function testWords(test: NodeOf<'condition'>['all'][number], t: TFunction): string {
  return t(`picture.test.${test.is}`, { value: test.value, to: test.to.map((one) => plain(one, t)).join(t('picture.or')) })
}
