import { useTranslation } from 'react-i18next'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import { Chip } from '#web/ui/Chip.tsx'
import { useChange } from '#web/useView.ts'
import css from './SeenFor.module.css'

/** Over a map: for which reason it is seen, and how to see it plainly again. */
export function SeenFor({ reason }: { reason: string }) {
  const { t } = useTranslation('cooperation')
  const change = useChange()
  const { label } = useReasonWords()
  const name = label(reason)
  return (
    <div className={css.seen}>
      <Chip
        tone="accent"
        removeLabel={t('lens.leave', { reason: name })}
        onRemove={() => change({ reason: undefined, about: undefined })}
      >
        {t('lens.seenFor', { reason: name })}
      </Chip>
    </div>
  )
}
