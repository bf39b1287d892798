import type { AttachedFile } from './attached-file.ts'

// Apart from the schema: the page starts without its library.

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** A size in decimal units, the same in every language. */
export function fileSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`
}

/** How a file stands in its message's text, for everything that reads texts alone. */
export const fileLine = (name: string, bytes: number): string => `📎 ${name} (${fileSize(bytes)})`

/** The text without the lines of its files at the end, for whoever shows the files themselves. Places before them stay. */
export function withoutFileLines(text: string, files: readonly AttachedFile[]): string {
  const lines = files.map(({ name, bytes }) => fileLine(name, bytes)).join('\n')
  if (files.length === 0 || !text.endsWith(lines)) return text
  const words = text.slice(0, text.length - lines.length)
  return words === '' || words.endsWith('\n') ? words.slice(0, -1) : text
}

/** What a double click runs: programs, scripts, installers, disk images, documents with macros, pages. */
const RUNS = new Set((
  'exe com scr pif bat cmd msi msp msix appx msc cpl dll sys ps1 psm1 vb vbs vbe js jse mjs ws wsf wsh hta lnk url inf reg jar jnlp application gadget chm scf ' +
  'app dmg pkg command tool workflow scpt terminal sh bash zsh fish run bin deb rpm appimage desktop py pl rb php apk ipa iso img vhd vhdx ' +
  'docm dotm xlsm xltm xlam xll pptm potm ppam ppsm sldm iqy slk html htm xhtml mht mhtml svg xht'
).split(' '))

/** May saving it harm whoever opens it later? By its last ending, whatever stands before. */
export function isRiskyName(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name.trim().replace(/[\s.]+$/, ''))?.[1]
  return ending !== undefined && RUNS.has(ending.toLowerCase())
}

/** The same by its first bytes: a program under a harmless name. */
export function isRiskyStart(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  return start.startsWith('MZ') || start === '\x7fELF' || start.startsWith('#!') || ['\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\xca\xfe\xba\xbe', '\xfe\xed\xfa\xcf', '\xfe\xed\xfa\xce'].includes(start)
}

/** A name that every system takes and that leads to no other folder: no separators, no hidden file, no device of Windows. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').replace(/[/\\:*?"<>|]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '').slice(0, 80)
  if (plain === '') return 'file'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain
}
