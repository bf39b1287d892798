import { describe, expect, test } from 'vitest'
import type { SideView } from '../../../src-shared/contract/side.ts'
import type { KeyPress } from '../../app/keymap.ts'
import { replyOf, sameAs } from './do-side.ts'
import { acceleratorOf, keyName } from './key-name.ts'
import { panel, setEdit, standingEdit } from './panel.ts'

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({ key: code.slice(-1), code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held })

describe('the key that works everywhere', () => {
  test('SP-22 needs two modifiers: Ctrl+C alone would be lost to every other program', () => {
    expect(acceleratorOf(press('KeyC', { ctrlKey: true }))).toBe('weak')
    expect(acceleratorOf(press('KeyD', { ctrlKey: true, altKey: true }))).toBe('Control+Alt+D')
    expect(acceleratorOf(press('F9', { ctrlKey: true, shiftKey: true }))).toBe('Control+Shift+F9')
    expect(acceleratorOf(press('Digit1', { metaKey: true, altKey: true }))).toBe('Super+Alt+1')
    expect(acceleratorOf(press('Enter', { key: 'Enter', ctrlKey: true, altKey: true }))).toBe('weak')
  })

  test('SP-22 a modifier alone, or a key of an input method, is nothing yet', () => {
    expect(acceleratorOf(press('ControlLeft', { key: 'Control', ctrlKey: true }))).toBeNull()
    expect(acceleratorOf(press('KeyD', { ctrlKey: true, altKey: true, isComposing: true }))).toBeNull()
  })

  test('SP-22 is called as people read it on their machine', () => {
    expect([keyName('CommandOrControl+Alt+D', false), keyName('CommandOrControl+Alt+D', true), keyName('', false)]).toEqual(['Ctrl Alt D', '⌘ ⌥ D', ''])
  })
})

describe('what would be copied', () => {
  const turn = (id: string, role: 'customer' | 'agent', text: string) => ({ id, role, text, at: 0 })
  const loose = (turns: ReturnType<typeof turn>[]) => ({ id: 'l', turns }) as NonNullable<SideView['loose']>
  const view = (turns: ReturnType<typeof turn>[], settled = true) => ({ settled, loose: loose(turns) }) as SideView
  const draft = { id: 'd', state: 'ready', text: '草稿' } as Parameters<typeof replyOf>[1]
  const asked = [turn('1', 'customer', '在吗')]

  test('SP-22 nothing before it is said who wrote, and nothing of a draft that is still being written', () => {
    expect(replyOf(view(asked, false), draft)).toBeNull()
    expect(replyOf(view(asked), { ...draft, state: 'streaming' } as typeof draft)).toBeNull()
    expect(replyOf(view(asked), draft)).toEqual({ text: '草稿', draftId: 'd' })
  })

  test('SP-22 words written for an earlier question are laid aside when the customer wrote again, and come back on request', () => {
    setEdit(loose(asked), { text: '自己写的', draftId: 'd' })
    expect(replyOf(view(asked), draft)).toEqual({ text: '自己写的', draftId: 'd' })
    const more = [...asked, turn('2', 'customer', '换个地址')]
    expect(replyOf(view(more), draft)).toEqual({ text: '草稿', draftId: 'd' })
    expect([standingEdit(panel.get().edits, loose(more)), panel.get().edits.get('l')?.text]).toEqual([undefined, '自己写的'])
  })

  test('SP-22 once copied it is the copied words again, not the draft that they replaced', () => {
    expect(replyOf(view([...asked, turn('2', 'agent', '改过的')]), draft)).toEqual({ text: '改过的', draftId: null })
  })

  test('SP-26 words that are checked for nobody are not copied for whoever was found meanwhile', () => {
    const found = (customer: { id: string } | null) => ({ settled: true, loose: { ...loose(asked), customer } }) as SideView
    expect(sameAs(found(null), found(null))).toBe(true)
    expect(sameAs(found(null), found({ id: 'c1' }))).toBe(false)
    expect(sameAs(found({ id: 'c1' }), found({ id: 'c1' }))).toBe(true)
  })
})
