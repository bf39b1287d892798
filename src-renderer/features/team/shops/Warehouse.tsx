import { useState } from 'react'
import type { SetUpForm } from '../../../../src-shared/domain/set-up.ts'
import type { ShopRow, WarehouseRow } from '../../../../src-shared/wire/seat-shops.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { putWarehouse, removeWarehouse, testWarehouse } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { ConnectionForm } from '../set-up/ConnectionForm.tsx'
import { KindCards } from '../set-up/KindCards.tsx'
import { valuesOf } from './values-of.ts'

interface Props { shop: ShopRow; kinds: readonly SetUpForm[]; row: WarehouseRow | undefined; onDone: () => void }

/** Which warehouse sends a shop's orders: first which system, then its keys. */
export function Warehouse({ shop, kinds, row, onDone }: Props) {
  const { t } = useWords()
  const [kind, setKind] = useState<string | null>(row?.kind ?? null)
  const form = kinds.find((one) => one.kind === kind)
  useFocusBack(form?.kind ?? null, 'warehouse-of')
  const known = row?.kind === kind ? row : undefined
  return (
    <section className="connections" data-testid="warehouse" aria-label={t('warehouse.of', { name: shop.name })}>
      <h3 id="warehouse-of" ref={focusOnceDrawn} tabIndex={-1}>{t('warehouse.of', { name: shop.name })}</h3>
      <p className="quiet">{t('warehouse.about')}</p>
      {form
        ? <WarehouseForm key={form.kind} shop={shop} form={form} row={known} isSet={row !== undefined} onOther={() => setKind(null)} onDone={onDone} />
        : <><KindCards kinds={kinds} onChoose={(one) => setKind(one.kind)} /><div className="connection-buttons"><Button onClick={onDone}>{t('setup.back')}</Button></div></>}
    </section>
  )
}

interface FormProps { shop: ShopRow; form: SetUpForm; row: WarehouseRow | undefined; isSet: boolean; onOther: () => void; onDone: () => void }

function WarehouseForm({ shop, form, row, isSet, onOther, onDone }: FormProps) {
  const { t } = useWords()
  const desk = useDesk()
  const [enabled, setEnabled] = useState(row?.enabled ?? true)
  const [sure, setSure] = useState(false)
  const remove = (): void => {
    if (!sure) return setSure(true)
    removeWarehouse(desk, shop.id).then(() => { toast('said.warehouse-removed'); onDone() }, report)
  }
  return (
    <ConnectionForm
      form={form} known={row ? { name: shop.name, values: valuesOf(row.values), secretsSet: row.secrets } : null} hook={null} named={false}
      onTest={async (values) => (await testWarehouse(desk, { shopId: shop.id, kind: form.kind, values })).trouble}
      onSave={(_name, values) => putWarehouse(desk, { shopId: shop.id, kind: form.kind, values, enabled }).then(() => toast(enabled ? 'said.warehouse-kept' : 'said.warehouse-kept-off'))}
      onClose={onDone}
      more={<>
        <Button onClick={onOther}>{t('warehouse.other')}</Button>
        {isSet && <Button data-testid="warehouse-remove" onClick={remove}>{t(sure ? 'setup.remove.do' : 'warehouse.remove')}</Button>}
      </>}
    >
      <label className="choice"><input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} /><span>{t('warehouse.enabled')}</span></label>
    </ConnectionForm>
  )
}
