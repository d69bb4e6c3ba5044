import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ZoneCoverage } from '#contract/zones'
import { useFormat } from '#web/i18n/useFormat.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Table } from '#web/ui/Table.tsx'

/** Which contours the map can draw: level, vintage and source, and how many of the zones have one. */
export function Contours({ coverage }: { coverage: readonly z.infer<typeof ZoneCoverage>[] }) {
  const { t } = useTranslation(['imports', 'nomenclature'])
  const { number } = useFormat()
  const present = coverage.filter(({ contours }) => contours > 0)
  if (present.length === 0) return <EmptyState title={t('coverage.empty')} />
  return (
    <Table caption={t('coverage.title')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('coverage.level')}</th>
          <th scope="col">{t('coverage.vintage')}</th>
          <th scope="col" data-figures>
            {t('coverage.contours')}
          </th>
          <th scope="col">{t('coverage.source')}</th>
        </tr>
      </thead>
      <tbody>
        {present.map(({ level, vintage, source, licence, zones, contours }) => (
          <tr key={`${level} ${vintage} ${source}`}>
            <th scope="row">{t(`level.${level}`, { ns: 'nomenclature' })}</th>
            <td>{vintage === 'unknown' ? t('coverage.unknownVintage') : vintage}</td>
            <td data-figures>{t('coverage.of', { contours: number(contours), zones: number(zones) })}</td>
            <td>{[source, licence].filter(Boolean).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
