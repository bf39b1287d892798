import { HandHelping } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useNow } from '../../ui/now.ts'

/** The conversation is offered to this desk, and for how many seconds still. */
export function OfferChip({ until }: { until: number }) {
  const { t } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const seconds = useNow((now) => Math.max(0, Math.ceil((until - now - offset) / 1000)))
  if (seconds === 0) return null
  return <Chip tone="accent" name={t('chip.offer.title', { seconds })} testId="chip-offer"><HandHelping size={10} aria-hidden /><span className="tabular">{t('chip.offer', { seconds })}</span></Chip>
}
