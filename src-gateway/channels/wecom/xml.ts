const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }
const NAME = /^[A-Za-z][\w.-]{0,63}$/

/**
 * The elements of a callback, `<xml><Name>text</Name>…</xml>`, one level deep. Only what Tencent sends is read: no
 * declarations, no attributes, no entities but the five. @returns null: anything else.
 */
export function readFlatXml(text: string): ReadonlyMap<string, string> | null {
  const open = text.indexOf('<xml>')
  const close = text.lastIndexOf('</xml>')
  if (open === -1 || close < open || text.slice(0, open).trim() !== '' || text.slice(close + '</xml>'.length).trim() !== '') return null
  const inner = text.slice(open + '<xml>'.length, close)
  const found = new Map<string, string>()
  for (let at = 0; at < inner.length;) {
    const start = inner.indexOf('<', at)
    if (start === -1) return inner.slice(at).trim() === '' ? found : null
    const nameEnd = inner.indexOf('>', start)
    if (inner.slice(at, start).trim() !== '' || nameEnd === -1) return null
    const name = inner.slice(start + 1, nameEnd)
    if (!NAME.test(name)) return null
    const closing = `</${name}>`
    const isCdata = inner.startsWith('<![CDATA[', nameEnd + 1)
    const end = isCdata ? inner.indexOf(`]]>${closing}`, nameEnd + 1) : inner.indexOf(closing, nameEnd + 1)
    if (end === -1) return null
    const raw = inner.slice(nameEnd + 1 + (isCdata ? '<![CDATA['.length : 0), end)
    const value = isCdata ? raw : plainText(raw)
    if (value === null || found.has(name)) return null
    found.set(name, value)
    at = end + (isCdata ? ']]>'.length : 0) + closing.length
  }
  return found
}

function plainText(raw: string): string | null {
  if (raw.includes('<')) return null
  let isKnown = true
  const text = raw.replace(/&([^;&]{0,8});?/g, (whole, name: string) => {
    const value = whole.endsWith(';') ? ENTITIES[name] : undefined
    if (value === undefined) isKnown = false
    return value ?? ''
  })
  return isKnown ? text : null
}
