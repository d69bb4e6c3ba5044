import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRow } from '#contract/imports'
import { Chip } from '#web/ui/Chip.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { useReason } from '../useReason.ts'
import css from './rows.module.css'
import { useValueWords } from './useValueWords.ts'

const TONES = { created: 'accent', updated: 'accent', refused: 'signal' } as const

/** One row of the file: what becomes of it, what changes field by field, and why it is doubtful. */
export function RowItem({
  row,
  isForecast,
  isOn,
  onShow,
}: {
  row: ImportRow
  isForecast: boolean
  isOn: boolean
  /** Shows it on the map; absent when it has no position. */
  onShow: (() => void) | undefined
}) {
  const { t } = useTranslation('imports')
  const { line, name, outcome, changes, problems } = row
  const [isOpen, setOpen] = useState(false)
  // Everything in a new record is new: it is read on demand.
  const isNew = outcome === 'created'
  const isWritten = !isForecast && (outcome === 'created' || outcome === 'updated')
  return (
    <li id={`row-${line}`} className={css.row} data-on={isOn || undefined} tabIndex={-1}>
      <div className={css.rowHead}>
        <span className={css.line}>{t('rows.line', { line })}</span>
        {name && <strong className={css.rowName}>{name}</strong>}
        <Chip tone={TONES[outcome as keyof typeof TONES] ?? 'plain'}>
          {isWritten ? t(`rows.written.${outcome}`) : t(`rows.outcome.${outcome}`)}
        </Chip>
        <span className={css.tools}>
          {onShow && (
            <button
              type="button"
              className={css.pin}
              aria-label={`${t('onMap')} : ${name ?? line}`}
              onClick={onShow}
            >
              <Icon name="pin" size={18} />
            </button>
          )}
          {isNew && changes.length > 0 && (
            <button
              type="button"
              className={css.pin}
              aria-label={t('rows.detail', { line })}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon name={isOpen ? 'chevronUp' : 'chevronDown'} size={18} />
            </button>
          )}
        </span>
      </div>
      <Problems problems={problems} />
      {(!isNew || isOpen) && <Changes changes={changes} isNew={isNew} />}
    </li>
  )
}

function Problems({ problems }: Pick<ImportRow, 'problems'>) {
  const { t } = useTranslation('imports')
  const reasonOf = useReason()
  if (problems.length === 0) return null
  return (
    <ul className={css.problems}>
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row never changes, and may say the same of two cells
        <li key={index} data-severity={problem.severity}>
          <Icon name={problem.severity === 'refused' ? 'close' : 'warning'} size={18} />
          <span>
            <span className="visually-hidden">{t(`rows.kind.${problem.severity}`)} : </span>
            {problem.field && <b>{problem.field} : </b>}
            {reasonOf(problem)}
            {problem.value && (
              <span className={css.soft}> — {t('rows.value', { value: problem.value })}</span>
            )}
            {problem.suggestion && (
              <span className={css.suggestion}>
                {t('rows.suggestion', { suggestion: problem.suggestion })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Field by field, before and after; what a person has written stays, and what the file says is shown beside. */
function Changes({ changes, isNew }: Pick<ImportRow, 'changes'> & { isNew: boolean }) {
  const { t } = useTranslation('imports')
  const { fieldName, valueWords } = useValueWords()
  if (changes.length === 0) return null
  return (
    <dl className={css.changes}>
      {changes.map(({ field, before, after, kept }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          {kept ? (
            <dd>
              {valueWords(field, before)} <Chip tone="signal">{t('rows.kept')}</Chip>{' '}
              <span className={css.soft}>{t('rows.inFile', { value: valueWords(field, after) })}</span>
            </dd>
          ) : isNew ? (
            <dd>{valueWords(field, after)}</dd>
          ) : (
            <dd>
              <del>{valueWords(field, before)}</del> <Icon name="arrowRight" size={16} />{' '}
              <ins>{valueWords(field, after)}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
