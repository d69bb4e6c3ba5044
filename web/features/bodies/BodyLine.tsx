import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '#contract/bodies'
import { momentIn } from '#web/records/moment.ts'
import { Chip } from '#web/ui/Chip.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import css from './bodies.module.css'

const minuteOf = (date: Date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

/** A body in a list: its kind, its acronym with what it means here, who sits there, when it meets. */
export function BodyLine({ body }: { body: Body }) {
  const { t, i18n } = useTranslation('bodies')
  const [now] = useState(() => minuteOf(new Date()))
  const { kind, acronym, localMeaning, name, actors, nextMeeting } = body
  const chairs = actors.filter(({ role }) => role === 'absentee').length
  const seats = actors.length - chairs
  return (
    <>
      <span className={css.line}>
        <Chip>{t(`kind.${kind}`)}</Chip>
        {acronym && (
          <span>
            <abbr>{acronym}</abbr>
            {localMeaning && localMeaning !== name && ` (${localMeaning})`}
          </span>
        )}
        {seats > 0 && <span>{t('seats', { count: seats })}</span>}
        {chairs > 0 && <strong className={css.chairs}>{t('chairs', { count: chairs })}</strong>}
      </span>
      {nextMeeting && (
        <span className={css.line}>
          <Icon name="calendar" size={16} />
          {t(nextMeeting >= now ? 'next' : 'lastKnown', { moment: momentIn(i18n.language, nextMeeting) })}
        </span>
      )}
    </>
  )
}
