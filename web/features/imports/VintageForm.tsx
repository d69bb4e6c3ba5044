import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useAnswer } from './imports.queries.ts'
import css from './run.module.css'

const YEAR = /^\d{4}$/

/** Asks for the year of contours whose file does not say it; the file is then read again. */
export function VintageForm({ id }: { id: string }) {
  const { t } = useTranslation('imports')
  const say = useErrorWords()
  const answer = useAnswer(id)
  const [vintage, setVintage] = useState('')
  const isWhole = YEAR.test(vintage)
  return (
    <form
      className={css.panel}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) answer.mutate({ vintage })
      }}
    >
      <TextField
        label={t('vintage.label')}
        hint={t('vintage.hint')}
        error={vintage.length >= 4 && !isWhole ? t('vintage.wrong') : undefined}
        value={vintage}
        onChange={(text) => setVintage(text.trim())}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        className={css.year ?? ''}
      />
      <div>
        <Button type="submit" icon="check" isDisabled={!isWhole} isPending={answer.isPending}>
          {t('vintage.save')}
        </Button>
      </div>
      {answer.error && <ErrorState>{say(answer.error)}</ErrorState>}
    </form>
  )
}
