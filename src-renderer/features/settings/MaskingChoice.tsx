import { isNearby, type Masking } from '../../../src-shared/domain/masking.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Choice } from './fields.tsx'

/** What an address may read of customers. */
export function MaskingChoice({ address, value, onChange }: { address: string; value: Masking; onChange: (masking: Masking) => void }) {
  const { t } = useWords()
  return (
    <>
      <Choice legend={t('masking')} value={value} options={[['all', t('masking.all')], ['secrets', t('masking.secrets')]]} help={t(`masking.help.${value}`)} onChange={onChange} />
      {value === 'secrets' && !isNearby(address) && <p className="small settings-note" role="note">{t('masking.warn')}</p>}
    </>
  )
}
