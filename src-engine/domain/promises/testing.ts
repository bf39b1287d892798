import type { PromiseKind } from '../../../src-shared/domain/follow-up.ts'

/** A promise as a label names it: `due` as `MM-DD HH:MM` of the shop's zone, `~` where none is named; `amount` as `CNY 20.00`. */
export interface Labelled {
  kind: PromiseKind
  due: string
  amount: string | null
}
export interface Example {
  text: string
  promises: Labelled[]
}

/** Lines of `reply TAB kind due [amount]`, several with ` | ` between, `-` for none. @throws Error naming a line that is none */
export function parseExamples(file: string): Example[] {
  return file.split('\n').filter(Boolean).map((line) => {
    const [text = '', labels = ''] = line.split('\t')
    if (labels === '-') return { text, promises: [] }
    const promises = labels.split(' | ').map((label) => {
      const match = /^([a-z]+) (~|\d\d-\d\d \d\d:\d\d)(?: ([A-Z]{3} \d+\.\d\d))?$/.exec(label)
      if (!match) throw new Error(`not a label: ${line}`)
      return { kind: match[1] as PromiseKind, due: match[2] ?? '', amount: match[3] ?? null }
    })
    return { text, promises }
  })
}

export interface Score {
  precision: number
  recall: number
  /** Of the promises that were found: share whose time is right, and of those with an amount, share whose amount is. */
  due: number
  amount: number
  /** Examples that were read otherwise. */
  wrong: { text: string; wanted: string; read: string }[]
}

const written = ({ kind, due, amount }: Labelled): string => [kind, due, amount].filter(Boolean).join(' ')

/** A found promise is right when its kind is; time and amount are told beside it. */
export function score(examples: readonly Example[], read: (text: string) => Labelled[]): Score {
  const tally = { found: 0, read: 0, wanted: 0, due: 0, amounts: 0, amount: 0 }
  const wrong: Score['wrong'] = []
  for (const { text, promises } of examples) {
    const got = read(text)
    const left = [...got]
    for (const wanted of promises) {
      const at = left.findIndex((one) => one.kind === wanted.kind)
      const [match] = at < 0 ? [] : left.splice(at, 1)
      if (!match) continue
      tally.found++
      if (match.due === wanted.due) tally.due++
      if (wanted.amount === null) continue
      tally.amounts++
      if (match.amount === wanted.amount) tally.amount++
    }
    tally.read += got.length
    tally.wanted += promises.length
    const [a, b] = [promises.map(written).join(' | '), got.map(written).join(' | ')]
    if (a !== b) wrong.push({ text, wanted: a, read: b })
  }
  return { precision: tally.found / tally.read, recall: tally.found / tally.wanted, due: tally.due / tally.found, amount: tally.amount / tally.amounts, wrong }
}
