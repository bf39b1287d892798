import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'
import { waitedSeconds, waitText, waitTone } from '../inbox/waiting.ts'

/** How long the customer has waited since the first capture that is not answered. */
export function Waited({ loose: { waitingSince, clock } }: { loose: SideLoose }) {
  const { t, local, language } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const seconds = useNow((now) => (waitingSince === null ? null : waitedSeconds(waitingSince, now + offset)))
  const tone = useNow((now) => waitTone(clock, now + offset))
  if (seconds === null) return null
  const text = waitText(seconds, language)
  const title = [t(`wait.${tone}`, { time: text }), t('side.wait'), clock && local(clock.rule.say)].filter(Boolean).join('\n')
  return <span className="row-clock tabular side-wait" data-tone={tone} data-testid="side-wait" title={title}>{text}</span>
}
