import type { ReactNode } from 'react'
import { BookOpen, Clapperboard, Command as CommandIcon, Package, SlidersHorizontal } from 'lucide-react'
import type { FoundArticle, FoundEnd, FoundOrder, FoundPerson } from '../../../src-shared/contract/found.ts'
import type { SearchHit } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useSettings } from '../../bridge/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { dateTime } from '../../ui/format.ts'
import { HoldsChip } from '../knowledge/HoldsChip.tsx'
import type { Entry } from './entries.ts'
import { Marked } from './Marked.tsx'
import type { RankedCommand } from './rank-commands.ts'

/** One line of the palette: what it is, why it was found, and what tells it from its neighbours. */
export function EntryLine({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case 'recent': return <Line icon={<Avatar name={entry.row.displayName} size={24} />} title={<bdi>{entry.row.displayName}</bdi>} note={<span dir="auto">{entry.row.lastLine}</span>} at={entry.row.lastAt} />
    case 'person': return <Person person={entry.person} />
    case 'order': return <OrderLine order={entry.order} />
    case 'message': return <Message hit={entry.hit} />
    case 'ended': return <Ended end={entry.end} />
    case 'article': return <ArticleLine article={entry.article} />
    case 'command': return <CommandLine ranked={entry.ranked} />
  }
}

function Line({ icon, title, note, at, end }: { icon: ReactNode; title: ReactNode; note?: ReactNode; at?: number; end?: ReactNode }) {
  const { language } = useWords()
  return (
    <>
      <span className="palette-icon" aria-hidden>{icon}</span>
      <span className="palette-title one-line">{title}</span>
      <span className="palette-note one-line small quiet">{note}</span>
      <span className="palette-end small quiet tabular">{end}{at !== undefined && dateTime(at, language)}</span>
    </>
  )
}

function Person({ person }: { person: FoundPerson }) {
  const { t } = useWords()
  const why = [
    ...(person.customerName ? [<Told key="name" text={t('palette.in.shop', { name: person.customerName })} part={person.customerName} spans={person.customerSpans} />] : []),
    ...(person.phoneTail ? [<Told key="phone" text={t('palette.phone', { tail: person.phoneTail })} part={person.phoneTail} spans={[{ start: 0, end: 4 }]} />] : []),
  ]
  return (
    <Line
      icon={<Avatar name={person.displayName} size={24} />} title={<bdi><Marked text={person.displayName} spans={person.nameSpans} /></bdi>} note={why}
      end={person.resolved && <Chip>{t('palette.resolved')}</Chip>} at={person.lastAt}
    />
  )
}

/** A sentence around a text that has marks of its own. */
function Told({ text, part, spans }: { text: string; part: string; spans: FoundPerson['nameSpans'] }) {
  const offset = [...text.slice(0, text.indexOf(part))].length
  return <span className="palette-why"><Marked text={text} spans={spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }))} /></span>
}

function OrderLine({ order }: { order: FoundOrder }) {
  const { t, local } = useWords()
  const byParcel = order.trackingNo !== null && order.noSpans.length === 0
  return (
    <Line
      icon={<Package size={16} />} title={<span className="tabular"><Marked text={order.no} spans={order.noSpans} /></span>}
      note={<><bdi>{order.displayName}</bdi> · {byParcel && order.trackingNo ? <>{t('palette.parcel')} <Marked text={order.trackingNo} spans={order.trackingSpans} /></> : local(order.title)}</>}
      end={<Chip>{t(`order.${order.status}`)}</Chip>}
    />
  )
}

function Message({ hit }: { hit: SearchHit }) {
  const { t } = useWords()
  return (
    <Line
      icon={<Avatar name={hit.displayName} size={24} />} title={<bdi>{hit.displayName}</bdi>} at={hit.at}
      note={<span className="palette-words" dir={hit.by === 'customer' ? 'auto' : undefined}>{hit.by === 'desk' && t('line.ours')}{hit.by === 'note' && t('line.note')}<Marked text={hit.text} spans={hit.spans} /></span>}
    />
  )
}

function Ended({ end }: { end: FoundEnd }) {
  const { t } = useWords()
  return <Line icon={<Avatar name={end.displayName} size={24} />} title={<bdi>{end.displayName}</bdi>} end={<Chip>{t(`disposition.${end.disposition}`)}</Chip>} at={end.at} />
}

function ArticleLine({ article }: { article: FoundArticle }) {
  const { t, local, language } = useWords()
  return (
    <Line
      icon={<BookOpen size={16} />} title={<Marked text={local(article.title)} spans={article.titleSpans[language]} />} note={local(article.body).replace(/\s+/g, ' ').slice(0, 120)}
      end={<><HoldsChip holds={article.holds} />{article.audience === 'internal' && <Chip tone="warning" title={t('articles.internal.title')}>{t('articles.internal')}</Chip>}</>}
    />
  )
}

function CommandLine({ ranked }: { ranked: RankedCommand }) {
  const { t } = useWords()
  const keys = useKeys()
  const settings = useSettings()
  const { command } = ranked
  const key = command.kind === 'action' ? keys[command.action] : ''
  const now = command.kind === 'set' && settings && command.chosen(settings)
  return (
    <Line
      icon={command.kind === 'action' ? <CommandIcon size={16} /> : command.kind === 'demo' ? <Clapperboard size={16} /> : <SlidersHorizontal size={16} />} title={<Marked text={ranked.title} spans={ranked.spans} />}
      end={<>{now && <Chip tone="accent">{t('palette.now')}</Chip>}{key && <kbd>{key}</kbd>}</>}
    />
  )
}
