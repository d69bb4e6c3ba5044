import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Territory } from '#contract/territories'
import { ApiError } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useView } from '#web/useView.ts'
import { ArchiveTerritory } from './ArchiveTerritory.tsx'
import { membersOfQuery } from './members.queries.ts'
import { TerritoryForm } from './TerritoryForm.tsx'
import { territoriesQuery, useUpdateTerritory } from './territories.queries.ts'

const absent = (id: string) =>
  new ApiError({ status: 404, code: 'territory_not_found', detail: `No territory ${id}` })

/** A territory that exists: its form, and its archiving. */
export function EditTerritory({ id }: { id: string }) {
  const { t } = useTranslation('common')
  const say = useErrorWords()
  const territories = useQuery(territoriesQuery())
  const territory = territories.data?.find((one) => one.id === id)
  const codes = territory ? [...territory.communes, ...territory.epcis] : []
  const members = useQuery(membersOfQuery(codes))
  const error = territories.error ?? members.error ?? (territories.data && !territory && absent(id))

  if (error) return <ErrorState>{say(error)}</ErrorState>
  if (!territory || (codes.length > 0 && !members.data)) return <Spinner label={t('loading')} />
  return <Edit territory={territory} members={members.data ?? []} />
}

function Edit({
  territory,
  members,
}: {
  territory: Territory
  members: NonNullable<Parameters<typeof TerritoryForm>[0]['members']>
}) {
  const { t } = useTranslation('territories')
  const navigate = useNavigate()
  const [{ lang }] = useView()
  const update = useUpdateTerritory()
  if (territory.demo) return <p>{t('demo')}</p>
  return (
    <>
      <TerritoryForm
        name={territory.name}
        members={members}
        hasPolygon={territory.polygon !== null}
        submitLabel={t('save')}
        isPending={update.isPending}
        error={update.error}
        onSubmit={(set) =>
          update.mutate(
            { territory, set },
            {
              onSuccess: ({ id, name }) => {
                toast({ text: t('saved', { name }) })
                navigate({ to: '/', search: { territory: id, lang } })
              },
            },
          )
        }
      />
      <ArchiveTerritory territory={territory} />
    </>
  )
}
