import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActorAssessments } from '#web/features/assessments/ActorAssessments.tsx'
import { ActorInvolvements } from '#web/features/bodies/ActorInvolvements.tsx'
import { bodiesQuery } from '#web/features/bodies/bodies.queries.ts'
import { facilitatorsQuery } from '#web/features/facilitators/facilitators.queries.ts'
import { outreachQuery } from '#web/features/outreach/outreach.queries.ts'
import { ActorTies } from '#web/features/ties/ActorTies.tsx'
import { tiesQuery } from '#web/features/ties/ties.queries.ts'
import { useMay } from '#web/me.ts'
import { Fold } from '#web/ui/Fold.tsx'
import { useChange, useViewPart } from '#web/useView.ts'
import { briefsQuery } from './briefs.queries.ts'
import css from './CardSections.module.css'
import { useJudging } from './useJudging.ts'

const NONE: never[] = []

/** What members say of an actor: their opinions, its ties, where it sits. */
export default function CardSections({ id }: { id: string }) {
  const { t } = useTranslation('cooperation')
  const territory = useViewPart((search) => search.territory)
  const change = useChange()
  const navigate = useNavigate()
  const mayWrite = useMay('cooperation:write')
  const judging = useJudging()
  const briefs = useQuery(briefsQuery(territory ? { territory } : {})).data?.items ?? NONE
  const ties = useQuery(tiesQuery).data ?? NONE
  const actor = briefs.find((brief) => brief.id === id)
  const parts = {
    bodies: useQuery(bodiesQuery).data ?? NONE,
    facilitators: useQuery(facilitatorsQuery).data ?? NONE,
    outreach: useQuery(outreachQuery).data ?? NONE,
  }
  return (
    <div className={css.sections}>
      <Section title={t('card.opinions')}>
        <ActorAssessments {...judging} actor={{ id, name: actor?.name ?? '' }} />
      </Section>
      <Section title={t('card.ties')}>
        <ActorTies
          actorId={id}
          actors={briefs}
          ties={ties}
          mayWrite={mayWrite}
          onActor={(other) => change({ actor: other })}
          onTie={(record) =>
            navigate({ to: '/cooperations', search: (now) => ({ ...now, actor: id, record }) })
          }
        />
      </Section>
      <Section title={t('card.involvements')}>
        <ActorInvolvements
          actorId={id}
          {...parts}
          onOpen={(place, record) =>
            navigate({ to: `/cooperations/${place}`, search: (now) => ({ ...now, record }) })
          }
        />
      </Section>
    </div>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Fold title={title} isOpen className={css.section}>
      <div className={css.body}>{children}</div>
    </Fold>
  )
}
