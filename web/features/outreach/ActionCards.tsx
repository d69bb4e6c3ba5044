import { useTranslation } from 'react-i18next'
import { CONDITIONS } from '#contract/assessments'
import { ETHIC_PRINCIPLES, type Outreach } from '#contract/outreach'
import { useFormat } from '#web/i18n/useFormat.ts'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { type ActorName, isBlank } from '#web/records/fields.ts'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ConditionMark } from './ConditionMark.tsx'
import css from './outreach.module.css'

/** Done by two actors at least, or still to be done: what several have to agree on. */
const isJoint = ({ actors, state }: Outreach) => actors.length > 1 || state !== 'existing'

/** Joint actions by name, each with who takes part and where its four conditions stand. */
export function ActionCards({
  outreach,
  actors,
  selected,
  onSelect,
  onOpen,
  action,
}: {
  outreach: readonly Outreach[]
  actors: ReadonlyMap<string, ActorName>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  /** Opens the sheet of an action. */
  onOpen: (id: string) => void
  /** The button of the empty state. */
  action?: React.ReactNode
}) {
  const { t } = useTranslation('outreach')
  const { compare } = useFormat()
  const joint = outreach.filter(isJoint).sort((one, other) => compare(one.name, other.name))
  if (joint.length === 0)
    return (
      <EmptyState title={t('cards.empty')} action={action}>
        {t('cards.emptyWords')}
      </EmptyState>
    )
  return (
    <ul className={css.cards} aria-label={t('cards.label')}>
      {joint.map((one) => (
        <li
          key={one.id}
          className={css.card}
          data-selected={one.actors.some(({ actorId }) => actorId === selected)}
        >
          <header>
            <Button
              look="quiet"
              className={css.open ?? ''}
              aria-label={t('cards.open', { name: one.name })}
              onPress={() => onOpen(one.id)}
            >
              {one.name}
            </Button>
            <Chip tone={one.state === 'existing' ? 'plain' : 'accent'}>{t(`state.${one.state}`)}</Chip>
          </header>
          {one.actors.length === 0 ? (
            <p className={css.soft}>{t('cards.nobody')}</p>
          ) : (
            <ul className={css.who}>
              {one.actors.map(({ actorId }) => (
                <li key={actorId}>
                  <ActorLabel
                    actor={actors.get(actorId)}
                    onPress={actors.has(actorId) ? () => onSelect(actorId) : undefined}
                  />
                </li>
              ))}
            </ul>
          )}
          <Glance action={one} />
        </li>
      ))}
    </ul>
  )
}

/** Where the four conditions stand, and how many of the four questions were answered. */
function Glance({ action: { conditions, ethics } }: { action: Outreach }) {
  const { t } = useTranslation('outreach')
  const { t: word } = useTranslation('assessments')
  const answered = ETHIC_PRINCIPLES.filter((one) => ethics[one]).length
  return (
    <>
      {isBlank(conditions) ? (
        <p className={css.soft}>{t('cards.noCondition')}</p>
      ) : (
        <ul className={css.glance} aria-label={t('cards.conditions')}>
          {CONDITIONS.map((one) => {
            const standing = conditions[one]?.state ?? 'none'
            return (
              <li key={one}>
                <ConditionMark standing={standing} />
                <span>
                  {word(`condition.${one}`)} · <strong>{word(`state.${standing}`)}</strong>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <p className={css.soft}>{t('answered', { count: answered })}</p>
    </>
  )
}
