import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'

/** A word for those who will read a proposal, and why it could not be sent. */
export function Message({
  value,
  onChange,
  rows,
  error,
}: {
  value: string
  onChange: (value: string) => void
  rows: number
  error: unknown
}) {
  const { t } = useTranslation('proposals')
  const say = useErrorWords()
  return (
    <>
      <TextArea
        label={t('send.message')}
        hint={t('send.messageHint')}
        rows={rows}
        maxLength={1_000}
        value={value}
        onChange={onChange}
      />
      {Boolean(error) && <ErrorState>{say(error)}</ErrorState>}
    </>
  )
}
