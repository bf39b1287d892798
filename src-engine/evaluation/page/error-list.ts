import { both, chip, escape, percent, type Words } from './html.ts'
import { WORDS } from './words.ts'

const LONGEST = 400

const cut = (text: string): string => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text)
const quote = (text: string): string => `<blockquote dir="auto">${escape(cut(text))}</blockquote>`

export interface LabelError {
  text: string
  expected: string | null
  told: string | null
  confidence: number
}

/** What was said, what people said of it, what was told instead and how sure. */
export function labelErrors(errors: readonly LabelError[]): string {
  if (errors.length === 0) return `<p>${both(WORDS.noErrors)}</p>`
  return `<ol class="errors">${errors.map(({ text, expected, told, confidence }) => `<li>${quote(text)}<p><span>${both(WORDS.expected)} ${chip(expected, 'expected')}</span><span>${both(WORDS.told)} ${chip(told, 'told')}</span>${told === null ? '' : `<span class="sure">${percent(confidence)}</span>`}</p></li>`).join('')}</ol>`
}

/** What was said and the score it got. */
export function feelingErrors(errors: readonly { text: string; score: number }[], title: Words): string {
  return `<section><h3>${both(title)}</h3><ol class="errors">${errors.map(({ text, score }) => `<li>${quote(text)}<p><span class="sure">${both(WORDS.score)} ${score.toFixed(2)}</span></p></li>`).join('')}</ol></section>`
}
