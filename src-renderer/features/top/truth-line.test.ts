import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import { en } from '../../app/i18n/en.ts'
import { truthOf } from './truth-line.ts'

await i18next.init({ lng: 'en', keySeparator: false, nsSeparator: false, initAsync: false, resources: { en: { translation: en } }, interpolation: { escapeValue: false } })
const of = (link: DeskState['link']) => truthOf('up', { link } as DeskState, i18next.t, 'en')

test('Z-15 the line tells how far a catch-up is, and never "0 of 0"', () => {
  expect(of({ state: 'catching-up', done: 312, total: 1204 })).toEqual({ tone: 'busy', text: 'Catching up: 312 of 1,204', progress: 312 / 1204 })
  expect(of({ state: 'catching-up', done: 0, total: 0 })).toEqual({ tone: 'busy', text: 'Connecting…', progress: null })
  expect(of({ state: 'live' })).toEqual({ tone: 'live', text: 'Live', progress: null })
})

test('Z-15 an engine that is away is not called a line that is cut', () => {
  expect(truthOf('away', { link: { state: 'live' } } as DeskState, i18next.t, 'en')).toMatchObject({ tone: 'offline', text: en['truth.away'] })
  expect(truthOf('never', undefined, i18next.t, 'en')).toMatchObject({ tone: 'busy', text: en['truth.starting'] })
})
