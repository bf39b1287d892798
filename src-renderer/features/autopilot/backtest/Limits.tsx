import { AutonomyLevel, type IntentPolicy } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** Levels of mood that a policy may allow; nobody angrier is answered by a machine. */
const MOODS = [0, 1, 2] as const

/** The limits of one intent, to be tried. */
export function Limits({ name, row, onChange }: { name: string; row: IntentPolicy; onChange: (change: Partial<IntentPolicy>) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="backtest-limits">
      <legend>{t('backtest.try', { name })}</legend>
      <label>{t('backtest.level')}<select className="field" value={row.level} onChange={({ target }) => onChange({ level: AutonomyLevel.parse(target.value) })}>{AutonomyLevel.options.map((level) => <option key={level} value={level}>{t(`autonomy.${level}`)}</option>)}</select></label>
      <label>{t('backtest.confidence')}<span className="backtest-range"><input type="range" min={0} max={100} step={5} value={Math.round(row.confidenceFloor * 100)} onChange={({ target }) => onChange({ confidenceFloor: Number(target.value) / 100 })} /><output className="tabular">{Math.round(row.confidenceFloor * 100)} %</output></span></label>
      <label>{t('backtest.emotion')}<select className="field" value={Math.min(2, row.maxEmotionLevel)} onChange={({ target }) => onChange({ maxEmotionLevel: Number(target.value) })}>{MOODS.map((mood) => <option key={mood} value={mood}>{t(`backtest.emotion.${mood}`)}</option>)}</select></label>
    </fieldset>
  )
}
