import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { toast } from '#web/ui/toasts.ts'
import { useView } from '#web/useView.ts'
import { TerritoryForm } from './TerritoryForm.tsx'
import { useCreateTerritory } from './territories.queries.ts'

/** Creates a territory and opens its map. */
export function NewTerritory() {
  const { t } = useTranslation('territories')
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const create = useCreateTerritory()
  // One id for every attempt: a second click or a lost answer never makes two territories.
  const [id] = useState(() => newId())
  return (
    <TerritoryForm
      submitLabel={t('submit')}
      isPending={create.isPending}
      error={create.error}
      onSubmit={(draft) =>
        create.mutate(
          { id, ...draft },
          {
            onSuccess: ({ name }) => {
              toast({ text: t('created', { name }) })
              navigate({ to: '/', search: { territory: id, lang } })
            },
          },
        )
      }
    />
  )
}
