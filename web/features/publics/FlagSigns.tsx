import { useTranslation } from 'react-i18next'
import { PUBLIC_FLAGS, type TargetPublic } from '#contract/target-publics'
import css from './publics.module.css'

type Flag = (typeof PUBLIC_FLAGS)[number]

/** A crossed speech bubble, a closed door, an hourglass: three outlines that nobody takes for each other. */
const SHAPES: Record<Flag, string> = {
  no_expressed_demand: 'M4 5h16v11h-8l-4 4v-4H4V5Zm-1 17L21 2',
  no_access_to_rights: 'M6 3h12v18H6V3Zm-3 18h18M14.5 11v3M10 3v18',
  time_to_relate: 'M6 3h12M6 21h12M8 3v3.5l4 5.5-4 5.5V21m8-18v3.5L12 12l4 5.5V21',
}

/** The sign of a flag; silent, for words always stand with it or name the group. */
export function FlagSign({ flag, size = 20 }: { flag: Flag; size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className={css.sign}>
      <path d={SHAPES[flag]} />
    </svg>
  )
}

/** The flags of a public, by their signs alone: their words are read, and shown on hover. */
export function FlagSigns({ flags, size }: { flags: TargetPublic['flags']; size?: number }) {
  const { t } = useTranslation('publics')
  const shown = PUBLIC_FLAGS.filter((flag) => flags.includes(flag))
  if (shown.length === 0) return null
  const words = shown.map((flag) => t(`flag.${flag}`)).join(', ')
  return (
    <span role="img" aria-label={words} title={words} className={css.signs}>
      {shown.map((flag) => (
        <FlagSign key={flag} flag={flag} {...(size && { size })} />
      ))}
    </span>
  )
}
