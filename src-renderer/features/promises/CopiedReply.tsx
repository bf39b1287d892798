import type { Outside } from '../../../src-shared/domain/follow-up.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { dateTime } from '../../ui/format.ts'
import './promises.css'

/** A reply that is no message of any conversation here: where it was copied, and all that it said. */
export function CopiedReply({ outside: { platform, text, at } }: { outside: Outside }) {
  const { t, language } = useWords()
  const time = dateTime(at, language, useShopZone())
  return (
    <div className="copied-reply small" data-testid="copied-reply">
      <p className="quiet">{platform === 'other' ? t('promises.copied.other', { time }) : t('promises.copied', { where: t(`side.platform.${platform}`), time })}</p>
      <p dir="auto">{text}</p>
    </div>
  )
}
