import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { groupsQuery } from '#web/features/assessments/assessments.queries.ts'
import { GroupPicker } from '#web/features/assessments/GroupPicker.tsx'
import { FlagSigns } from '#web/features/publics/FlagSigns.tsx'
import { Select } from '#web/ui/Select.tsx'
import { useChange, useViewPart } from '#web/useView.ts'
import { useCooperationContext } from './useCooperation.ts'

const ANY = 'any'

/** For which target public one looks, and for whom one speaks. */
export function LensFields({ className }: { className?: string | undefined }) {
  const { t } = useTranslation(['cooperation', 'publics'])
  const search = useViewPart(({ about, as }) => ({ about, as }))
  const change = useChange()
  const groups = useQuery(groupsQuery).data ?? []
  const { publics, may } = useCooperationContext()
  const about = [
    { value: ANY, label: t('lens.anyPublic') },
    ...publics.map(({ id, name, flags, known }) => ({
      value: id,
      label: name,
      detail: t(known ? 'lens.known' : 'lens.unknown'),
      symbol: <FlagSigns flags={flags} />,
    })),
  ]
  const shared = className === undefined ? {} : { className }
  return (
    <>
      <Select
        label={t('lens.about')}
        options={about}
        value={about.find(({ value }) => value === search.about)?.value ?? ANY}
        onChange={(id) => change({ about: id === ANY ? undefined : id })}
        {...shared}
      />
      {may.assess && (
        <GroupPicker
          groups={groups}
          value={search.as}
          onChange={(as) => change({ as }, { replace: true })}
          {...shared}
        />
      )}
    </>
  )
}
