import { useTranslation } from 'react-i18next'
import type { ImportRemark } from '#contract/imports'
import { type ImportMapping, type ImportTable, MAPPED_FIELDS } from '#contract/mappings'
import { Icon } from '#web/ui/Icon.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { doubtsOf } from '../runs.ts'
import { useReason } from '../useReason.ts'
import { fieldsOf, remarksOf, withField, withFigureName } from './draft.ts'
import css from './mapping.module.css'

const IGNORED = '-'
const SHOWN_DOUBTS = 3

/** One column of the file: its name, its first values, what it means, and what is doubtful in it. */
export function ColumnRow({
  column: { name, samples, kind },
  mapping,
  remarks,
  onChange,
}: {
  column: ImportTable['columns'][number]
  mapping: ImportMapping
  remarks: readonly ImportRemark[]
  onChange: (mapping: ImportMapping) => void
}) {
  const { t } = useTranslation(['mapping', 'imports'])
  const reasonOf = useReason()
  const [field = IGNORED, ...also] = fieldsOf(mapping, name)
  const said = mapping.columns.find((one) => one.column === name && one.field === 'figure')?.as
  const doubts = doubtsOf(remarksOf(remarks, mapping, name)).slice(0, SHOWN_DOUBTS)
  const words = (one: string) => t(`field.${one as 'name'}`)
  return (
    <li className={css.column} data-ignored={field === IGNORED || undefined}>
      <p className={css.name}>
        {name} <span className={css.kind}>{t(`kind.${kind}`)}</span>
      </p>
      <p className={css.samples}>
        {samples.length === 0 ? (
          <em>{t('table.empty')}</em>
        ) : (
          samples.map((sample, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: three samples of a file, which may be equal
            <span key={index}>{sample}</span>
          ))
        )}
      </p>
      <div className={css.meaning}>
        <Select
          label={t('table.meaningOf', { column: name })}
          labelHidden
          value={field}
          onChange={(next) => onChange(withField(mapping, name, next === IGNORED ? null : next))}
          options={[
            { value: IGNORED, label: t('table.ignored') },
            ...MAPPED_FIELDS[mapping.what].map((one) => ({ value: one as string, label: words(one) })),
          ]}
        />
        {also.length > 0 && <p className={css.soft}>+ {also.map(words).join(', ')}</p>}
        {field === 'figure' && (
          <TextField
            label={t('table.nameOf', { column: name })}
            labelHidden
            placeholder={t('table.figureName')}
            value={said ?? name}
            maxLength={60}
            onChange={(as) => onChange(withFigureName(mapping, name, as))}
          />
        )}
      </div>
      <div className={css.doubts}>
        {doubts.map(({ code, rows, example, isWhole }) => (
          <p key={code}>
            <Icon name="warning" size={16} />
            <span>
              {reasonOf(example)}
              {!isWhole && ` (${t('imports:doubts.rows', { count: rows })})`}
            </span>
          </p>
        ))}
      </div>
    </li>
  )
}
