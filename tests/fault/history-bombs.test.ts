import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openHistory } from '../../src-engine/read-history.ts'

async function read(bytes: Uint8Array) {
  const session = openHistory({ name: 'export.xlsx', format: null, mapping: null, timeZone: 'Asia/Shanghai' })
  session.push(bytes)
  return session.end()
}
const sheet = (data: string): Uint8Array => zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`) })

test('HI-8 a workbook that unpacks to too much, or names a row a million below, is refused before it is unpacked (the engine would run out of memory)', async () => {
  await expect(read(sheet(' '.repeat(40 * 1024 * 1024)))).rejects.toMatchObject({ code: 'history-too-large' })
  await expect(read(sheet('<row r="1048576"><c r="A1048576"/></row>'))).rejects.toMatchObject({ code: 'history-too-large' })
})

test('HI-8 JSON nested deeper than any export is refused, not followed (the stack would end)', async () => {
  const session = openHistory({ name: 'deep.json', format: null, mapping: null, timeZone: 'Asia/Shanghai' })
  session.push(strToU8('['.repeat(5000) + ']'.repeat(5000)))
  await expect(session.end()).rejects.toMatchObject({ code: 'history-no-talk' })
})
