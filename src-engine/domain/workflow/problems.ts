import type { Problem } from '../../../src-shared/domain/workflow-problem.ts'

/** What is said of each problem; `$` stands for what it is about. */
const SAY = {
  'not-filled-in': ['这里没有填好。', 'This is not filled in right.'],
  'one-trigger': ['流程要有一个、也只能有一个起点。', 'A workflow has exactly one beginning.'],
  'same-name': ['有两个步骤用了同一个编号。', 'Two steps have the same id.'],
  choices: ['至少写两个选项，每个选项写上顾客会说的词。', 'Give at least two choices, each with the words that customers say.'],
  'dangling-edge': ['这条线有一头没有接到步骤上。', 'This line leads to a step that is not there.'],
  'unknown-port': ['这个步骤没有这个出口。', 'This step has no such way out.'],
  'port-twice': ['一个出口只能接一条线。', 'A way out takes one line only.'],
  'into-trigger': ['线不能接回起点。', 'No line may lead back to the beginning.'],
  'open-port': ['这个出口还没有接到下一步。', 'This way out leads nowhere yet.'],
  'no-sub-flow': ['找不到这个子流程。', 'That sub-flow is not there.'],
  'sub-flow-circle': ['子流程互相套住了，走不完。', 'The sub-flows lead into one another and never end.'],
  unreachable: ['没有线走到这一步。', 'No way leads to this step.'],
  'no-end': ['从这一步走下去，到不了结束，也到不了人工。', 'From here no way leads to an end or to a person.'],
  circle: ['这里会一直绕圈：圈里要有提问、等待或审核。', 'This goes round for ever: a circle needs a question, a wait or a review in it.'],
  'words-before-person': ['消息后面直接转人工：顾客会以为已经答复了，会话也不在「需要你」里。把消息去掉，由人来说。', 'These words go out just before a person is called: the customer would count as answered and nobody would look. Leave them to the person.'],
  'other-type': ['同名的内容在另一个提问里是别的类型。', 'Another question collects something of another kind under this name.'],
  'not-known-yet': ['走到这里时还不知道「$」。', '“$” is not known yet when this step is reached.'],
  'wrong-type': ['「$」放在这里类型不对。', '“$” is not of the kind that belongs here.'],
  'needs-of': ['要写明是哪一单、哪一件的。', 'Say of which order, or of which item.'],
  'missing-argument': ['这个操作还缺这一项。', 'This action needs a value here.'],
  'unknown-argument': ['这个操作没有这一项。', 'This action takes no such value.'],
  'no-agreement': ['动钱或不能撤回的操作，之前要让顾客确认，或者由人审核。', 'Before money moves, or before what cannot be taken back, the customer has to say yes, or a person.'],
  'persons-matter': ['这类问题一直由人处理：流程可以收集信息、建工单，操作要先经人审核。', 'This matter is always a person’s: a workflow may gather facts and open a ticket, anything else needs a review first.'],
} as const satisfies Record<string, readonly [string, string]>

/** @param about what the sentence names, such as a value */
export function problem(code: keyof typeof SAY, node: string | null, field: string | null, about = ''): Problem {
  const [zh, en] = SAY[code]
  return { code, node, field, say: { zh: zh.replace('$', about), en: en.replace('$', about) } }
}
