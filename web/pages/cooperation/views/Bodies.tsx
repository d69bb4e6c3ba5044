import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { bodyWays } from '#web/features/bodies/bodies.queries.ts'
import { BodiesView } from '#web/features/ties/bodies/BodiesView.tsx'
import { useSaid } from '#web/records/useSaid.ts'
import { useSaveFields } from '#web/records/writing.ts'
import { useSelected } from '#web/useView.ts'
import { useCooperationContext } from '../useCooperation.ts'

/** Which actors of the page sit in which bodies. */
export default function Bodies() {
  const navigate = useNavigate()
  const { actors, others, bodies, onSelect, may } = useCooperationContext()
  const { t } = useTranslation('cooperation')
  const { saved, refused } = useSaid(bodyWays.key)
  const seat = useSaveFields(bodyWays)
  return (
    <BodiesView
      actors={actors}
      others={others}
      bodies={bodies}
      selected={useSelected()}
      onSelect={onSelect}
      onBody={(record) => navigate({ to: '/cooperations/bodies', search: (now) => ({ ...now, record }) })}
      onRole={
        may.write
          ? (bodyId, actorId, role) => {
              const record = bodies.find(({ id }) => id === bodyId)
              if (!record) return
              const rest = record.actors.filter((one) => one.actorId !== actorId)
              seat
                .mutateAsync({ record, set: { actors: role ? [...rest, { actorId, role }] : rest } })
                .then(({ seq }) => saved(t('seated', { body: record.name }), seq), refused)
            }
          : undefined
      }
    />
  )
}
