import { expect, test } from 'vitest'
import { fileLine, fileSize, isRiskyName, isRiskyStart, safeFileName, withoutFileLines } from './file-names.ts'

const file = (name: string, bytes: number) => ({ sha256: 'a'.repeat(64), name, type: '', bytes })

test('CN-31 the lines of the files are taken from the end of a text and from nowhere else (words of a customer that vanish)', () => {
  const files = [file('a.pdf', 1500), file('b.zip', 12)]
  const lines = '📎 a.pdf (1.5 kB)\n📎 b.zip (12 B)'
  expect(withoutFileLines(`hello\n${lines}`, files)).toBe('hello')
  expect(withoutFileLines(lines, files)).toBe('')
  expect(withoutFileLines(`hello${lines}`, files)).toBe(`hello${lines}`)
  expect(withoutFileLines(`${lines}\nafter`, files)).toBe(`${lines}\nafter`)
  expect(withoutFileLines('hello', files)).toBe('hello')
  expect(withoutFileLines('hello', [])).toBe('hello')
  expect([fileSize(0), fileSize(999), fileSize(30_000_000), fileLine('a.pdf', 1)]).toEqual(['0 B', '999 B', '30.0 MB', '📎 a.pdf (1 B)'])
})

test.each(['invoice.pdf.exe', 'a.EXE', 'a.exe ', 'a.exe.', 'b.lnk', 'x.js', 'table.xlsm', 'page.html', 'run.sh', 'app.apk', 'disk.iso'])('CN-33 %s is warned about (a program that looks like a paper)', (name) => {
  expect(isRiskyName(name)).toBe(true)
})

test.each(['invoice.pdf', 'exe', 'table.xlsx', 'photos.zip', 'voice.amr', 'notes.txt', 'my.exe.pdf'])('CN-33 %s is not', (name) => {
  expect(isRiskyName(name)).toBe(false)
})

test('CN-33 a program is known by its first bytes under any name', () => {
  expect([...['MZ\x90', '\x7fELF\x02', '#!/bin/sh', '\xcf\xfa\xed\xfe'], ...['%PDF-1.7', 'PK\x03\x04', '']].map((start) => isRiskyStart(Uint8Array.from(start, (sign) => sign.charCodeAt(0))))).toEqual([true, true, true, true, false, false, false])
})

test.each([
  ['../../.bashrc', '_.._.bashrc'], ['C:\\Windows\\a.txt', 'C__Windows_a.txt'], ['.hidden', 'hidden'], ['...', 'file'], ['con.txt', '_con.txt'], ['NUL', '_NUL'],
  ['fdp.\u202eexe', 'fdp.exe'], ['合同（终稿）.pdf', '合同（终稿）.pdf'], ['a\u0000b\n.txt', 'ab.txt'],
])('CN-33 the name %s is offered as %s (a name that leaves the folder, or hides its ending)', (name, offered) => {
  expect(safeFileName(name)).toBe(offered)
})
