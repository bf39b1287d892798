import { app, dialog } from 'electron'
import type { DeskLanguage, LocalText } from '../src-shared/domain/text.ts'

const TITLE: LocalText = { zh: 'Deskmate 没有打开', en: 'Deskmate did not open' }

/** Says why the desk cannot open and ends the app with status 1. Nobody looks at a dialog of a headless run. */
export function refuse(say: LocalText, language: DeskLanguage, headless: boolean): void {
  if (headless) process.stderr.write(`${say[language]}\n`)
  else dialog.showErrorBox(TITLE[language], say[language])
  app.exit(1)
}
