import { useTranslation } from 'react-i18next'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import type { ZoneAcross } from './across.ts'

/** What each side says of a zone, in words. */
export function useReadingWords() {
  const { t } = useTranslation('readings')
  const { t: said } = useTranslation('observations')
  const { t: flagWords } = useTranslation('publics')
  return {
    figures: ({ figures }: ZoneAcross): string =>
      figures?.word ? t(`word.${figures.word}`) : t(`unsaid.${figures?.unsaid ?? 'no_figures'}`),
    /** One sentence for each thing that is said. */
    field: ({ field, fieldWord }: ZoneAcross): string[] => [
      t(`fieldWord.${fieldWord}`),
      ...(field && field.nobody > 0 ? [t('nobody', { count: field.nobody })] : []),
      ...(field && field.contested > 0 ? [t('contested', { count: field.contested })] : []),
    ],
    /** Of whom, and why in their view. */
    more: ({ field }: ZoneAcross): string[] =>
      field
        ? [
            ...PUBLIC_FLAGS.filter((flag) => field.flags.includes(flag)).map((flag) =>
              flagWords(`flag.${flag}`),
            ),
            ...field.causes.map((cause) => said(`form.cause.${cause}`)),
          ]
        : [],
  }
}
