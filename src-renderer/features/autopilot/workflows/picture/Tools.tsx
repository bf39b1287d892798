import { useReactFlow } from '@xyflow/react'
import { Copy, Maximize, Plus, Redo2, Trash2, Undo2, WandSparkles, ZoomIn, ZoomOut } from 'lucide-react'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import type { Editor } from './use-editor.ts'

/** What the keys do, for the mouse. */
export function Tools({ editor, onAdd }: { editor: Editor; onAdd: () => void }) {
  const { t } = useWords()
  const flow = useReactFlow()
  return (
    <div className="picture-tools" role="toolbar" aria-label={t('picture.tools')}>
      <Button icon={<Plus size={14} aria-hidden />} hint={t('picture.add')} shortcut="A" data-testid="picture-add" onClick={onAdd}>{t('picture.add')}</Button>
      <Button icon={<Copy size={14} aria-hidden />} name={t('picture.duplicate')} shortcut="Ctrl+D" onClick={editor.duplicate} />
      <Button icon={<Trash2 size={14} aria-hidden />} name={t('picture.remove')} shortcut="Del" onClick={editor.remove} />
      <Button icon={<Undo2 size={14} aria-hidden />} name={t('picture.undo')} shortcut="Ctrl+Z" disabled={!editor.canUndo} data-testid="picture-undo" onClick={editor.undo} />
      <Button icon={<Redo2 size={14} aria-hidden />} name={t('picture.redo')} shortcut="Ctrl+Y" disabled={!editor.canRedo} onClick={editor.redo} />
      <Button icon={<WandSparkles size={14} aria-hidden />} hint={t('picture.tidy.hint')} onClick={editor.tidy}>{t('picture.tidy')}</Button>
      <span className="picture-space" />
      <Button icon={<ZoomOut size={14} aria-hidden />} name={t('picture.out')} onClick={() => void flow.zoomOut({ duration: 0 })} />
      <Button icon={<ZoomIn size={14} aria-hidden />} name={t('picture.in')} onClick={() => void flow.zoomIn({ duration: 0 })} />
      <Button icon={<Maximize size={14} aria-hidden />} hint={t('picture.fit')} onClick={() => void flow.fitView({ duration: 0, padding: 0.05 })}>{t('picture.fit')}</Button>
    </div>
  )
}
