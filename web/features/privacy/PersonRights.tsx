import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonQuery } from '#contract/privacy'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { PersonForm } from './PersonForm.tsx'
import { useErasePerson, useFindPerson } from './persons.queries.ts'
import css from './privacy.module.css'
import { Traces } from './Traces.tsx'
import { download } from './traces.ts'

/** Everything about one person: found at once, handed over, erased. */
export function PersonRights({ field }: { field: (name: string) => string }) {
  const { t } = useTranslation('persons')
  const say = useErrorWords()
  const find = useFindPerson()
  const erase = useErasePerson()
  const [query, setQuery] = useState<PersonQuery>()
  const [isErasing, setErasing] = useState(false)
  const result = useRef<HTMLHeadingElement>(null)
  const traces = find.data?.traces
  const sealed = find.data?.sealed ?? 0
  const isKnown = sealed > 0 || !!traces?.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is what calls the keyboard
  useEffect(() => result.current?.focus(), [traces, erase.data])

  const search = (wanted: PersonQuery) => {
    erase.reset()
    setQuery(wanted)
    find.mutate(wanted)
  }
  const again = () => {
    find.reset()
    erase.reset()
  }
  const eraseAll = () => query && erase.mutate(query, { onSuccess: () => setErasing(false) })

  if (erase.isSuccess) {
    const { erased } = erase.data
    return (
      <section className={css.result}>
        <h2 ref={result} tabIndex={-1}>
          {erased ? t('erase.done', { count: erased }) : t('erase.doneNone')}
        </h2>
        <p>{t('erase.doneWords')}</p>
        <Button icon="search" onPress={again}>
          {t('erase.another')}
        </Button>
      </section>
    )
  }
  return (
    <>
      <PersonForm isBusy={find.isPending} onFind={search} />
      {find.isError && <ErrorState>{say(find.error)}</ErrorState>}
      {traces && (
        <section className={css.result}>
          <h2 ref={result} tabIndex={-1}>
            {isKnown ? t('found.title') : t('found.none')}
          </h2>
          {!isKnown ? (
            <EmptyState title={t('found.none')}>{t('found.noneWords')}</EmptyState>
          ) : (
            <>
              <div className={css.actions}>
                {traces.length > 0 && <p>{t('found.count', { count: traces.length })}</p>}
                <Button icon="download" onPress={() => download(t('found.file'), { query, traces, sealed })}>
                  {t('found.download')}
                </Button>
                <Button look="danger" icon="warning" onPress={() => setErasing(true)}>
                  {t('found.erase')}
                </Button>
              </div>
              {sealed > 0 && <p>{t('found.sealed', { count: sealed })}</p>}
              <Traces traces={traces} field={field} />
            </>
          )}
        </section>
      )}
      {isErasing && traces && (
        <EraseDialog
          traces={traces}
          sealed={sealed}
          isBusy={erase.isPending}
          error={erase.error}
          onClose={() => setErasing(false)}
          onErase={eraseAll}
        />
      )}
    </>
  )
}
