import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { SetUpField, SetUpForm, SetUpValue, SetUpValues } from '../../../../src-shared/domain/set-up.ts'
import type { ShopRow } from '../../../../src-shared/wire/seat-shops.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { putShop, testShop } from '../../../bridge/shops.ts'
import { Button } from '../../../ui/Button.tsx'
import type { LocalText } from '../../../../src-shared/domain/text.ts'

const first = (form: SetUpForm, row: ShopRow | null): SetUpValues => Object.fromEntries(form.fields.flatMap(({ name, initial }) => {
  const value = row?.values[name] ?? initial
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : []
}))

/** What a platform needs to be connected: Enter keeps it, and trying it first says in words what is wrong. */
export function ShopForm({ form, row, onDone }: { form: SetUpForm; row: ShopRow | null; onDone: () => void }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const [id] = useState<string>(() => row?.id ?? newId())
  const [name, setName] = useState(row?.name ?? local(form.title))
  const [enabled, setEnabled] = useState(row?.enabled ?? true)
  const [values, setValues] = useState(first(form, row))
  const [said, say] = useState<LocalText | 'well' | 'trying' | null>(null)
  // A secret that was left empty stays as it is kept.
  const told = (): SetUpValues => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const tryIt = (): void => {
    say('trying')
    testShop(desk, { id: row?.id ?? null, kind: form.kind, values: told() }).then(({ trouble }) => say(trouble ?? 'well'), (error: unknown) => { say(null); report(error) })
  }
  const keep = (): void => void putShop(desk, { id, kind: form.kind, name: name.trim(), enabled, values: told() }).then(() => { toast('said.shop-kept'); onDone() }, report)
  const set = (field: string, value: SetUpValue): void => setValues({ ...values, [field]: value })
  const field = (one: SetUpField) => <Field key={one.name} field={one} value={values[one.name]} isKept={row?.secrets.includes(one.name) ?? false} onChange={(value) => set(one.name, value)} />
  const rare = form.fields.filter((one) => one.rare)
  return (
    <form className="shop-form" data-testid="shop-form" onSubmit={(event) => { event.preventDefault(); keep() }}>
      <h3>{local(form.title)}</h3>
      {form.steps.map((step) => <p key={step.en} className="small quiet">{local(step)}</p>)}
      <label>{t('shops.name')}<input className="field" required maxLength={60} value={name} data-testid="shop-name" onChange={(event) => setName(event.target.value)} /></label>
      {form.fields.filter((one) => !one.rare).map(field)}
      {rare.length > 0 && <details><summary>{t('shops.more')}</summary>{rare.map(field)}</details>}
      <label className="shop-check"><input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />{t('shops.enabled')}</label>
      {form.hook && <p className="small quiet">{t('shops.hook', { path: `/shop-hooks/${id}` })}</p>}
      <p role="status" data-testid="shop-said" data-tone={said !== null && typeof said === 'object' ? 'danger' : undefined}>{said === 'well' ? t('shops.test.well') : said === 'trying' ? '…' : said === null ? '' : local(said)}</p>
      <div className="shop-actions">
        <Button kind="primary" type="submit" data-testid="shop-keep">{t('save')}</Button>
        <Button data-testid="shop-test" onClick={tryIt}>{t('shops.test')}</Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

function Field({ field, value, isKept, onChange }: { field: SetUpField; value: SetUpValue | undefined; isKept: boolean; onChange: (value: SetUpValue) => void }) {
  const { t, local } = useWords()
  const hint = field.hint && <span className="small quiet">{local(field.hint)}</span>
  if (field.type === 'yes-no') return <label className="shop-check"><input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />{local(field.label)}{hint}</label>
  const isSecret = field.type === 'secret'
  return (
    <label>{local(field.label)}{hint}
      <input
        className="field" type={isSecret ? 'password' : 'text'} autoComplete="off" spellCheck={false} required={field.required && !isKept} value={typeof value === 'string' ? value : ''}
        placeholder={isSecret && isKept ? t('shops.secret.kept') : field.example} data-testid={`shop-field-${field.name}`} onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
