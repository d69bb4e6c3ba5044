import { useTranslation } from 'react-i18next'
import { useReasonWords } from '#web/features/reasons/useReasonWords.ts'
import { ChoiceChips } from '#web/ui/ChoiceChips.tsx'
import { Select } from '#web/ui/Select.tsx'
import { useChange, useViewPart } from '#web/useView.ts'

const ANY = 'any'

/** Through which reason one looks: the four, those of the workspace, or all of them together. */
export function ReasonLens({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation('cooperation')
  const reason = useViewPart((search) => search.reason)
  const change = useChange()
  const { options: reasons } = useReasonWords()
  const options = [{ value: ANY, label: t('lens.anyReason') }, ...reasons]
  const known = options.some(({ value }) => value === reason)
  const shared = {
    label: t('lens.reason'),
    options,
    value: known ? reason! : ANY,
    onChange: (next: string) => change({ reason: next === ANY ? undefined : next }),
  }
  return isNarrow ? <Select {...shared} labelHidden /> : <ChoiceChips {...shared} />
}
