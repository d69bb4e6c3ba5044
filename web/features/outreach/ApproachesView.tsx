import { useTranslation } from 'react-i18next'
import type { Outreach } from '#contract/outreach'
import { ApproachList } from '#web/approaches/ApproachList.tsx'
import type { ViewProps } from '#web/records/fields.ts'

/** The approaches of an action, each with what explains it. */
export function ApproachesView({ record: { approaches } }: ViewProps<Outreach>) {
  const { t } = useTranslation('nomenclature')
  return (
    <ApproachList lines={approaches.map((approach) => ({ approach, words: t(`approach.${approach}`) }))} />
  )
}
