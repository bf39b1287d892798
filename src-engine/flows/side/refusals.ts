import { AppError } from '../../../src-shared/errors.ts'

const refusal = (code: string, zh: string, en: string): AppError => new AppError({ code, retryable: false, say: { zh, en } })

export const noWords = (): AppError => refusal('side-no-words', '没有取到文字。先选中或复制客户的话，再按快捷键。', 'There were no words to take. Select or copy what the customer wrote, then press the key again.')
export const ownWords = (): AppError => refusal('side-own-words', '剪贴板里是刚复制的回复，不是客户的话。先复制客户的话，再按快捷键。', 'The clipboard holds the reply you just copied. Copy what the customer wrote, then press the key again.')
export const looseGone = (): AppError => refusal('side-gone', '这一段已经不在了，请重新取一次客户的话。', 'That piece is not kept any more. Take the customer’s words again.')
export const staleChoice = (): AppError => refusal('side-stale', '面板已经换到另一段，没有改动。请看清客户再选。', 'The panel has moved on, so nothing was changed. Check whom it shows, then choose.')
export const unsettled = (): AppError => refusal('side-unsettled', '还没有确认是哪位客户，先按数字选一位。', 'Say who the customer is first: press their digit.')
export const noPlace = (): AppError => refusal('side-no-place', '这位客户在工作台没有会话，备忘只留在这台电脑上。', 'This customer has no conversation on the desk, so the memo stays on this computer.')
export const unfilledGap = (names: string): AppError => refusal('phrase-gap', `${names} 还没有填，没有复制。`, `${names} is not filled in yet, so nothing was copied.`)
