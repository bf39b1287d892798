import { useEffect, useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { ChangeList } from './ChangeList.tsx'
import { takeWhole } from './do-rules.ts'
import { patchRules } from './state.ts'
import { useRules } from './use-rules.ts'

/** The versions, newest first: who, when, what they changed, and the way back to each. */
export function Versions() {
  const { t, language } = useWords()
  const zone = useShopZone()
  const desk = useDesk()
  const [versions, base] = [useRules((s) => s.versions), useRules((s) => s.base)]
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (versions !== null) return
    desk.client.call('policy.versions', {}).then((found) => patchRules({ versions: found.versions }), (error: unknown) => setProblem(sayOf(error, language) ?? t('said.failed')))
  }, [desk, versions, language, t, tries])
  const restore = (version: number) => {
    const found = versions?.find((one) => one.version === version)
    if (!found) return
    takeWhole(desk, { ...found.policy })
    patchRules({ notice: { kind: 'loaded', version } })
  }
  return (
    <section className="rule-panel" aria-label={t('rules.versions')} data-testid="rule-versions">
      <h3>{t('rules.versions')}</h3>
      {versions === null && problem !== null && <p role="alert">{problem} <Button onClick={() => { setProblem(null); setTries(tries + 1) }}>{t('again')}</Button></p>}
      {versions === null && problem === null && <p className="quiet" role="status">{t('rules.versions.reading')}</p>}
      {versions?.length === 0 && <p className="quiet">{t('rules.versions.first')}</p>}
      <ol className="rule-versions">
        {versions?.map(({ version, name, by, at, changes }) => (
          <li key={version} data-testid="rule-version">
            <p className="rule-line-head">
              <b>{t('rules.version', { version })}</b>
              <span className="quiet small">{by === 'gateway' ? t('rules.version.shop') : t('rules.version.by', { name: name || by, time: dateTime(at, language, zone) })}</span>
              {version === base?.version ? <span className="small">{t('rules.version.now')}</span> : <Button onClick={() => restore(version)}>{t('rules.restore')}</Button>}
            </p>
            {changes.length > 0 && <ChangeList changes={changes} heads={[t('rules.changes.before'), t('rules.changes.after')]} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
