import { useWords } from '../../app/i18n/use-words.ts'
import { KEYS } from '../../app/keymap.ts'
import { patchScreen } from '../../app/screen.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './help.css'

/** The keys, by where they work. */
export function HelpDialog() {
  const { t } = useWords()
  const groups = [
    { title: t('help.anywhere'), keys: [[KEYS.next, t('help.next')], [KEYS.previous, t('help.previous')], ['Alt J / Alt K', t('help.steps.always')], [KEYS.search, t('help.search')], [KEYS.resolve, t('help.resolve')], [KEYS.undo, t('help.undo')]] },
    { title: t('help.composer'), keys: [[KEYS.compose, t('help.compose')], [KEYS.take, t('help.take')], [KEYS.sentence, t('help.sentence')], [KEYS.dismiss, t('help.dismiss')], [KEYS.recall, t('help.recall')], [KEYS.send, t('help.send')], [KEYS.newline, t('help.newline')]] },
    { title: t('help.autopilot'), keys: [[`${KEYS['undo-autopilot']} / U`, t('help.stop')], [KEYS['pause-autopilot'], t('help.pause')]] },
    { title: t('help.window'), keys: [[KEYS.context, t('help.context')], [KEYS.settings, t('settings')], [KEYS['other-window'], t('help.window.own')], [KEYS.queue, t('help.queue')], [KEYS.help, t('help.help')]] },
  ]
  return (
    <Dialog title={t('help.title')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="help">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>{group.keys.map(([key, text]) => <div key={text}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
