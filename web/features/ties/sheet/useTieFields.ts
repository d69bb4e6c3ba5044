import { useTranslation } from 'react-i18next'
import {
  TIE_BASES,
  TIE_CONTENTS,
  TIE_FREQUENCIES,
  TIE_QUALITIES,
  type Tie,
  type TieKind,
} from '#contract/ties'
import type { RecordField } from '#web/records/fields.ts'
import { useAudienceField } from '#web/records/useAudienceField.ts'
import type { End } from '../useTieWriting.ts'
import { DirectionEditor, FormalisedEditor, WordEditor } from './TieEditors.tsx'

/** A tie with the name that a sheet gives it, and its two ends. */
export type NamedTie = Tie & { name: string; from: End; to: End }

const isKnown = ({ state }: Tie) => state === 'known'

/** What is said of a tie, in the order in which one asks. */
export function useTieFields({ from, to }: { from: End; to: End }): RecordField<NamedTie>[] {
  const { t } = useTranslation('ties')
  const audience = useAudienceField<NamedTie>()
  const ways = { from: from.name, to: to.name }
  return [
    {
      as: 'own',
      field: 'kind',
      label: t('field.kind'),
      say: (value: TieKind) => t(`word.${value}`),
      Editor: WordEditor,
    },
    {
      as: 'some',
      field: 'contents',
      label: t('field.contents'),
      icon: 'exchange',
      isFor: isKnown,
      options: TIE_CONTENTS.map((value) => ({ value, label: t(`content.${value}`) })),
    },
    {
      as: 'own',
      field: 'direction',
      label: t('field.direction'),
      icon: 'arrowRight',
      isFor: isKnown,
      say: (value: Tie['direction']) => t(value === 'mutual' ? 'direction.mutual' : 'direction.fromTo', ways),
      Editor: DirectionEditor,
    },
    {
      as: 'one',
      field: 'frequency',
      label: t('field.frequency'),
      icon: 'calendar',
      isFor: isKnown,
      none: t('formalised.unknown'),
      options: TIE_FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) })),
    },
    {
      as: 'one',
      field: 'quality',
      label: t('field.quality'),
      icon: 'link',
      isFor: isKnown,
      none: t('formalised.unknown'),
      options: TIE_QUALITIES.map((value) => ({ value, label: t(`quality.${value}`) })),
    },
    {
      as: 'own',
      field: 'formalised',
      label: t('field.formalised'),
      icon: 'file',
      hint: t('formalisedHint'),
      isFor: isKnown,
      say: (value: boolean) => t(value ? 'formalised.yes' : 'formalised.no'),
      Editor: FormalisedEditor,
    },
    { as: 'day', field: 'since', label: t('field.since'), icon: 'clock', isFor: isKnown },
    { as: 'day', field: 'until', label: t('field.until'), icon: 'clock', isFor: isKnown },
    {
      as: 'one',
      field: 'basis',
      label: t('field.basis'),
      icon: 'eye',
      none: t('formalised.unknown'),
      options: TIE_BASES.map((value) => ({ value, label: t(`basis.${value}`) })),
    },
    { as: 'text', field: 'source', label: t('field.source'), icon: 'info', hint: t('sourceHint') },
    { as: 'text', field: 'note', label: t('field.note'), icon: 'edit', isLong: true },
    ...audience,
  ]
}
