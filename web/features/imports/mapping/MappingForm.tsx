import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#contract/imports'
import type { ImportMapping, ImportTable } from '#contract/mappings'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useAnswer } from '../imports.queries.ts'
import { ColumnRow } from './ColumnRow.tsx'
import { missingOf } from './draft.ts'
import { MappingSettings, WhatField } from './MappingSettings.tsx'
import css from './mapping.module.css'

const same = (one: ImportMapping, other: ImportMapping) => JSON.stringify(one) === JSON.stringify(other)

export type MappingRead = {
  id: string
  table: ImportTable
  /** As the file was read. */
  mapping: ImportMapping
  report: Pick<ImportReport, 'refused' | 'reservations'>
}

/** A table that is no known file: how it is understood, to be corrected or confirmed. Nothing is written here. */
export function MappingForm({
  id,
  table,
  mapping: read,
  report,
  children,
}: MappingRead & {
  /** Other ways out, beside the button. */
  children?: React.ReactNode
}) {
  const { t } = useTranslation('mapping')
  const say = useErrorWords()
  const answer = useAnswer(id)
  const [mapping, setMapping] = useState(read)
  const isTouched = !same(mapping, read)
  const missing = missingOf(mapping)
  const remarks = [...report.refused, ...report.reservations]
  return (
    <div className={css.form}>
      <WhatField table={table} mapping={mapping} onChange={setMapping} />
      <div>
        <div className={css.titles} aria-hidden="true">
          <span>{t('table.column')}</span>
          <span>{t('table.samples')}</span>
          <span>{t('table.meaning')}</span>
          <span>{t('table.doubts')}</span>
        </div>
        <ul className={css.columns} aria-label={t('table.title')}>
          {table.columns.map((column) => (
            <ColumnRow
              key={column.name}
              column={column}
              mapping={mapping}
              remarks={remarks}
              onChange={setMapping}
            />
          ))}
        </ul>
        <p className={css.soft}>
          {table.headerLine === null
            ? t('table.noHeader')
            : t('table.headerLine', { line: table.headerLine })}
        </p>
      </div>
      <MappingSettings table={table} mapping={mapping} onChange={setMapping} />
      {missing.length > 0 && (
        <ul className={css.missing}>
          {missing.map((one) => (
            <li key={one}>{t(`table.missing.${one}`)}</li>
          ))}
        </ul>
      )}
      <div className={css.actions}>
        <Button
          look="primary"
          icon="check"
          isDisabled={missing.length > 0}
          isPending={answer.isPending}
          onPress={() => answer.mutate({ mapping })}
        >
          {t(isTouched ? 'table.reread' : 'table.confirm')}
        </Button>
        {isTouched && (
          <Button icon="undo" onPress={() => setMapping(read)}>
            {t('table.back')}
          </Button>
        )}
        {children}
      </div>
      {answer.error && <ErrorState>{say(answer.error)}</ErrorState>}
    </div>
  )
}
