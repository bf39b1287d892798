import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopVoice } from '../../bridge/shop-voice.ts'

const HABITS = ['greeting', 'address', 'particle', 'emoji', 'signOff'] as const

/** The voice that drafts take on, as it was counted in the shop's replies; there is nothing to set. */
export function ShopVoice() {
  const { t } = useWords()
  const voice = useShopVoice()
  return (
    <section className="setting" aria-labelledby="shop-voice-title" data-testid="shop-voice">
      <h4 id="shop-voice-title">{t('settings.voice')}</h4>
      <p className="quiet small">{t('settings.voice.help')}</p>
      <div className="small" role="status">{voice && <Said voice={voice} />}</div>
    </section>
  )
}

function Said({ voice }: { voice: CallResult<'voice.read'> }) {
  const { t } = useWords()
  if (voice.replies < voice.least) return <p>{t('settings.voice.few', { count: voice.replies, least: voice.least })}</p>
  const habits = HABITS.flatMap((habit) => (voice[habit] === null ? [] : [t(`settings.voice.${habit}`, { words: voice[habit] })]))
  return <p>{t('settings.voice.from', { count: voice.replies })}{habits.length > 0 ? habits.join(t('list.comma')) : t('settings.voice.plain')}</p>
}
