import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '#contract/imports'
import type { ImportAnswers, ImportQuestion } from '#contract/questions'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { useAnswer } from '../imports.queries.ts'
import { QuestionCard } from './QuestionCard.tsx'
import css from './questions.module.css'

/** What only a person can decide of this file, then one button that has it read again. */
export function Questions({
  run,
  questions,
  children,
}: {
  run: Pick<ImportRun, 'id' | 'answers'>
  questions: readonly ImportQuestion[]
  /** Other ways out, beside the button. */
  children?: React.ReactNode
}) {
  const { t } = useTranslation('mapping')
  const say = useErrorWords()
  const answer = useAnswer(run.id)
  const [answers, setAnswers] = useState<ImportAnswers>(() => likely(questions))
  const isReady = questions.every(({ about }) => answers[about] !== undefined)
  return (
    <div className={css.questions}>
      {questions.map((question) => (
        <QuestionCard
          key={question.about}
          question={question}
          value={answers[question.about] ?? null}
          onChange={(value) => setAnswers((now) => ({ ...now, [question.about]: value }))}
        />
      ))}
      <div className={css.actions}>
        <Button
          look="primary"
          icon="check"
          isDisabled={!isReady}
          isPending={answer.isPending}
          onPress={() => answer.mutate({ answers: { ...run.answers, ...answers } })}
        >
          {t('question.confirm')}
        </Button>
        {children}
      </div>
      {answer.error && <ErrorState>{say(answer.error)}</ErrorState>}
    </div>
  )
}

const likely = (questions: readonly ImportQuestion[]): ImportAnswers =>
  Object.fromEntries(questions.flatMap(({ about, suggested }) => (suggested ? [[about, suggested]] : [])))
