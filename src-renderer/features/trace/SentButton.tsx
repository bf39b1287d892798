import { ListTree } from 'lucide-react'
import { patchScreen } from '../../app/screen.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'

interface Props {
  /** Of what was asked for. */
  id: string
  /** `local`, or the model's name. */
  by: string
  /** Why the endpoint did not answer, where it was asked. */
  problem: string | null
}

/** Leads from an answer to what an endpoint was sent for it; absent where none was asked. */
export function SentButton({ id, by, problem }: Props) {
  const { t } = useWords()
  if (by === 'local' && problem === null) return null
  return <Button kind="bare" className="sent-button" icon={<ListTree size={13} aria-hidden />} name={t('asked.open')} data-testid="asked-sent" onMouseDown={(event) => event.preventDefault()} onClick={() => patchScreen({ dialog: 'trace', asked: id })} />
}
