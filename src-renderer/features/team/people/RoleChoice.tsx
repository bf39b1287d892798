import { type Role, ROLES } from '../../../../src-shared/domain/roles.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Choice } from '../../settings/fields.tsx'

/** What somebody may; below it what the chosen one means. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useWords()
  return <Choice legend={t('people.role')} value={value} options={ROLES.map((role) => [role, t(`team.role.${role}`)])} help={t(`people.role.${value}.what`)} onChange={onChange} />
}
