import { useWords } from '../../app/i18n/use-words.ts'
import { CHOICES, needsModel } from './choices.ts'
import { MENU_ID, optionId } from './ids.ts'
import type { Rewriting } from './use-rewriting.ts'

/** What can be done with the words, over the thread and directly above the composer. The focus stays in the field, whose keys choose. */
export function RewriteMenu({ rewriting }: { rewriting: Rewriting }) {
  const { t } = useWords()
  const { menu, hasModel } = rewriting
  if (menu === null) return null
  return (
    // A press beside a line must not take the focus out of the field.
    <div className="rewrite-panel rewrite-menu" data-testid="rewrite-menu" onMouseDown={(event) => event.preventDefault()}>
      <ul id={MENU_ID} role="listbox" aria-label={t(rewriting.isPart() ? 'rewrite.menu.part' : 'rewrite.menu')}>
        {CHOICES.map((choice, at) => {
          const off = needsModel(choice) && !hasModel
          return (
            <li
              key={choice} id={optionId(at)} role="option" aria-selected={at === menu} aria-disabled={off || undefined} data-testid={`rewrite-${choice}`}
              onPointerMove={() => at !== menu && rewriting.point(at)} onClick={() => rewriting.choose(at)}
            >
              <kbd>{at + 1}</kbd> <span>{t(`rewrite.${choice}`)}</span> <span className="quiet small">{t(off ? 'rewrite.needs-model' : `rewrite.${choice}.hint`)}</span>
            </li>
          )
        })}
      </ul>
      <p className="rewrite-foot small quiet"><span><kbd>1</kbd>–<kbd>{CHOICES.length}</kbd> <kbd>Enter</kbd> {t('rewrite.keys.choose')}</span> <span><kbd>Esc</kbd> {t('rewrite.keys.close')}</span></p>
    </div>
  )
}
