import { HEADING_END } from '../sections.ts'

/** An article that came from a file, with what its text points to there, as it was written: `faq.md#how-long`, `#below`. */
export interface FromFile { id: string; title: string; source: string; place: string; links: readonly string[] }

/** `mailto:`, `https://` and the like lead out of the shop's files. */
const OUTSIDE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/** Which articles each one points to, among files that came in together or one after the other. What leads nowhere is left out. */
export function resolveLinks(articles: readonly FromFile[]): Map<string, Set<string>> {
  const files = new Map<string, FromFile[]>()
  for (const one of articles) {
    const file = plainPath(one.source)
    files.set(file, [...(files.get(file) ?? []), one])
  }
  const byStem = grouped([...files.keys()], withoutKind)
  const byName = grouped([...files.keys()], (file) => withoutKind(file.split('/').at(-1) ?? file))
  const only = (found: string[] | undefined): string | undefined => (found?.length === 1 ? found[0] : undefined)
  const fileOf = (from: string, path: string): string | undefined => {
    const wanted = plainPath(path.startsWith('/') ? path : `${from.split('/').slice(0, -1).join('/')}/${path}`)
    return files.has(wanted) ? wanted : only(byStem.get(withoutKind(wanted))) ?? only(byName.get(withoutKind(wanted.split('/').at(-1) ?? wanted)))
  }
  const target = (one: FromFile, link: string): FromFile | undefined => {
    const [path = '', anchor = ''] = decoded(link.replace(/\?[^#]*/u, '')).split('#', 2)
    if (OUTSIDE.test(link)) return undefined
    const own = plainPath(one.source)
    const parts = files.get(path === '' ? own : fileOf(own, path) ?? '')
    if (!parts) return anchor === '' ? byTitle(articles, path) : undefined
    return anchor === '' ? parts.find(({ place }) => place === '') ?? parts[0] : partAt(parts, anchor)
  }
  return new Map(articles.flatMap((one) => {
    const to = new Set(one.links.flatMap((link) => target(one, link)?.id ?? []))
    to.delete(one.id)
    return to.size > 0 ? [[one.id, to] as const] : []
  }))
}

/** A page of a wiki is named, not pathed. */
function byTitle(articles: readonly FromFile[], name: string): FromFile | undefined {
  const wanted = anchorOf(name)
  const found = articles.filter(({ title }) => [title, title.split(HEADING_END)[0] ?? title].some((one) => anchorOf(one) === wanted))
  return wanted !== '' && found.length === 1 ? found[0] : undefined
}

/** A place is told with the headings above it: the end of it counts. */
function partAt(parts: readonly FromFile[], anchor: string): FromFile | undefined {
  const wanted = anchorOf(anchor)
  const whole = parts.find(({ place }) => anchorOf(place) === wanted)
  const ends = parts.filter(({ place }) => anchorOf(place).endsWith(`-${wanted}`))
  return whole ?? (ends.length === 1 ? ends[0] : undefined)
}

/** A heading as links name it: small letters, hyphens for blanks, no other signs. */
const anchorOf = (heading: string): string => heading.normalize('NFKC').toLowerCase().trim().replace(/[\s_-]+/gu, '-').replace(/[^\p{L}\p{N}-]/gu, '')

/** Without `.` and `..`, in small letters. */
function plainPath(path: string): string {
  const steps: string[] = []
  for (const step of path.normalize('NFC').replaceAll('\\', '/').toLowerCase().split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const withoutKind = (path: string): string => path.replace(/\.[a-z\d]{1,8}$/u, '')

function grouped(all: readonly string[], by: (one: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return groups
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
