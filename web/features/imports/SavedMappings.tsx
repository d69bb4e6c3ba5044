import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { toast } from '#web/ui/toasts.ts'
import { mappingsQuery, useRemoveMapping } from './imports.queries.ts'
import css from './run.module.css'

/** Tables that were described once; nothing is shown before there is one. */
export function SavedMappings() {
  const { t } = useTranslation('mapping')
  const { day } = useFormat()
  const say = useErrorWords()
  const mayRun = useMay('import:run')
  const { data = [] } = useQuery(mappingsQuery())
  const remove = useRemoveMapping()
  if (data.length === 0) return null
  return (
    <Block title={t('saved.title')} lead={t('saved.text')}>
      <ul className={css.saved}>
        {data.map(({ id, name, columns, usedAt }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>{' '}
              <span className={css.soft}>
                {t('saved.columns', { count: columns.length })} · {t('saved.used', { date: day(usedAt) })}
              </span>
            </span>
            {mayRun && (
              <IconButton
                icon="close"
                label={t('saved.remove', { name })}
                onPress={() =>
                  remove.mutate(id, {
                    onSuccess: () => toast({ text: t('saved.removed', { name }) }),
                    onError: (error) => toast({ text: say(error), tone: 'signal' }),
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}
