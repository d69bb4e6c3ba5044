import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ACTOR_SORTS, EXPORT_FORMATS } from '#contract/actors'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Menu, MenuItem } from '#web/ui/Menu.tsx'
import { Select } from '#web/ui/Select.tsx'
import { actorPagesQuery, type Filter, type ListQuery } from './actors.queries.ts'
import { exportUrl } from './filter.ts'
import css from './ListHead.module.css'

export type Sort = (typeof ACTOR_SORTS)[number]

/** « 152 acteurs, 171 lieux · 4 sans lieu », announced when it changes, and what was searched after correction. */
export function ListTotal({ query }: { query: ListQuery }) {
  const { t } = useTranslation('actors')
  const page = useInfiniteQuery(actorPagesQuery(query)).data?.pages[0]
  return (
    <div role="status" className={css.total}>
      {page?.corrected && <p>{t('corrected', { words: page.corrected })}</p>}
      {page && (
        <p data-figures>
          <strong>{t('actorsCount', { count: page.total })}</strong>
          {`, ${t('placesCount', { count: page.places })}`}
          {page.unplaced > 0 && ` · ${t('unplacedCount', { count: page.unplaced })}`}
        </p>
      )}
    </div>
  )
}

export function SortSelect({
  hasText,
  sort,
  onChange,
}: {
  hasText: boolean
  sort: Sort
  onChange: (sort: Sort) => void
}) {
  const { t } = useTranslation('actors')
  const sorts = ACTOR_SORTS.filter((one) => hasText || one !== 'relevance')
  return (
    <Select
      label={t('sort.label')}
      labelHidden
      options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
      value={!hasText && sort === 'relevance' ? 'name' : sort}
      onChange={onChange}
    />
  )
}

/** The whole filtered result as a file. */
export function Downloads({ filter }: { filter: Filter }) {
  const { t } = useTranslation('actors')
  return (
    <Menu label={t('download')} trigger={<IconButton icon="download" label={t('download')} />}>
      {EXPORT_FORMATS.map((format) => (
        <MenuItem
          key={format}
          id={format}
          href={exportUrl(filter, format)}
          download=""
          label={t(`export.${format}`)}
          detail={t(`exportDetail.${format}`)}
        />
      ))}
    </Menu>
  )
}
