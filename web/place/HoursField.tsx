import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#web/ui/TextField.tsx'
import { Hours } from './Hours.tsx'
import { weekQuery } from './hours.queries.ts'

/** Hours in OSM syntax with the week that they mean; saved only when they can be read. */
export function HoursField({
  hours,
  onCommit,
}: {
  hours: string | null
  onCommit: (hours: string | null) => void
}) {
  const { t } = useTranslation('actors')
  const [text, setText] = useState(hours ?? '')
  const [today] = useState(() => new Date())
  const written = text.trim() || null
  const week = useQuery(weekQuery(written, today))
  const isWrong = Boolean(written) && week.isError
  return (
    <>
      <TextField
        label={t('place.hours')}
        hint={t('place.hoursHint')}
        error={isWrong ? t('place.hoursWrong') : undefined}
        value={text}
        onChange={setText}
        onBlur={() => written !== hours && (!written || week.isSuccess) && onCommit(written)}
      />
      {written && week.isSuccess && <Hours hours={written} today={today} />}
    </>
  )
}
