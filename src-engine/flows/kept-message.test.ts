import { expect, test } from 'vitest'
import { keptWords } from './kept-message.ts'

const file = (name: string) => ({ sha256: 'a'.repeat(64), name, type: '', bytes: 12 })

test('CN-34 a file is kept under the name that its line has when the secrets are stars (a number of a card in a file\'s name)', () => {
  const files = [file('🙂 scan.pdf'), file('110105194912310021.pdf')]
  const text = 'my card\n📎 🙂 scan.pdf (12 B)\n📎 110105194912310021.pdf (12 B)'
  const kept = text.replace('110105194912310021', '*'.repeat(18))
  expect(keptWords({ text, files }, kept)).toEqual({ text: kept, files: [file('🙂 scan.pdf'), file(`${'*'.repeat(18)}.pdf`)] })
  expect(keptWords({ text, files }, text)).toEqual({ text })
  expect(keptWords({ text: 'card 1', files }, 'card *').files?.map(({ name }) => name)).toEqual(['file', 'file'])
})
