import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import type { Search } from '#web/search.ts'
import { Button } from '#web/ui/Button.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { ActorRow } from '../ActorRow.tsx'
import { similarQuery } from '../actors.queries.ts'
import { useActorWords } from '../useActorWords.ts'
import css from './add.module.css'

/** The name, and under it those that look like it: opening one ends the adding. */
export function NameStep({
  name,
  onName,
  onOpen,
  onNext,
}: {
  name: string
  onName: (name: string) => void
  onOpen: (id: string, point: readonly [number, number] | undefined) => void
  onNext: () => void
}) {
  const words = useActorWords()
  const { t } = words
  const { t: common } = useTranslation()
  const { t: say } = useTranslation('sharing')
  const maySee = useMay('shared:read')
  const similar = useQuery(similarQuery(useDeferredValue(name.trim()))).data ?? []
  return (
    <Form
      className={css.steps ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) onNext()
      }}
    >
      <TextField
        label={t('addActor.name')}
        hint={t('addActor.nameHint')}
        value={name}
        onChange={onName}
        autoFocus
      />
      <div role="status">
        {similar.length > 0 && (
          <>
            <p className={css.question}>{t('addActor.similar')}</p>
            <ul className={css.similar}>
              {similar.slice(0, 5).map((actor) => (
                <li key={actor.id}>
                  <Button
                    look="quiet"
                    className={css.known ?? ''}
                    onPress={() => onOpen(actor.id, actor.point?.coordinates)}
                  >
                    <ActorRow actor={actor} words={words} />
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Button look="primary" type="submit" isDisabled={!name.trim()}>
        {common('next')}
      </Button>
      {maySee && (
        <Link
          to="/shared"
          search={({ territory, lang }: Search) => ({ territory, lang })}
          className={css.elsewhere ?? ''}
        >
          {say('fromAdding')}
        </Link>
      )}
    </Form>
  )
}
