import { useRef } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { takeWhole } from './do-rules.ts'
import { readJson, saveJson } from './files.ts'
import { patchRules } from './state.ts'
import { useRules } from './use-rules.ts'

/** The rules as a file, and back. A file becomes the draft only when it can be read as a policy; else its first wrong place is named. */
export function FileButtons() {
  const { t, language } = useWords()
  const desk = useDesk()
  const draft = useRules((s) => s.draft)
  const input = useRef<HTMLInputElement>(null)
  const problem = (text: string) => patchRules({ notice: { kind: 'problem', text } })
  const bringIn = async (file: File) => {
    const read = readJson(await file.text())
    if ('line' in read) return problem(read.line === null ? t('rules.import.no-policy') : t('rules.import.no-json', { line: read.line, column: read.column }))
    const { problems } = await desk.client.call('policy.check', { draft: read.draft })
    const wrong = problems.find(({ law }) => law === null)
    if (wrong) return problem(t('rules.import.wrong', { field: wrong.field || t('rules.import.top'), say: wrong.say[language] }))
    takeWhole(desk, read.draft)
    patchRules({ notice: { kind: 'imported' }, panel: { at: 'findings' } })
  }
  return (
    <>
      <Button onClick={() => draft && saveJson(draft, 'deskmate-rules.json')}>{t('rules.export')}</Button>
      <Button onClick={() => input.current?.click()}>{t('rules.import')}</Button>
      <input
        ref={input} type="file" accept="application/json,.json" hidden data-testid="rule-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) bringIn(file).catch((error: unknown) => problem(sayOf(error, language) ?? t('said.failed')))
        }}
      />
    </>
  )
}
