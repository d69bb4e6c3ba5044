import { useTranslation } from 'react-i18next'
import type { TargetPublic } from '#contract/target-publics'
import type { ViewProps } from '#web/records/fields.ts'
import { FlagSign } from './FlagSigns.tsx'
import css from './publics.module.css'

/** The flags of a public, each with its sign and its words. */
export function FlagsView({ record }: ViewProps<TargetPublic>) {
  const { t } = useTranslation('publics')
  return (
    <ul className={css.flags}>
      {record.flags.map((flag) => (
        <li key={flag}>
          <FlagSign flag={flag} />
          {t(`flag.${flag}`)}
        </li>
      ))}
    </ul>
  )
}
