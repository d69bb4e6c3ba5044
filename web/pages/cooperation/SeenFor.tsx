import { useTranslation } from 'react-i18next'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import { Chip } from '#web/ui/Chip.tsx'
import type { Standing } from '#web/ui/quadrants.ts'
import { useView } from '#web/useView.ts'
import css from './SeenFor.module.css'
import { StandingKey } from './StandingKey.tsx'

/** Over a map: for which reason it is seen, what the marks mean, and how to see it plainly again. */
export function SeenFor({ reason, words }: { reason: string; words: (standing: Standing) => string }) {
  const { t } = useTranslation('cooperation')
  const [, change] = useView()
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
      <div className={css.key}>
        <StandingKey words={words} />
      </div>
    </div>
  )
}
