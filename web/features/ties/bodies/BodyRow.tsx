import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '#contract/bodies'
import type { ActorBrief } from '#contract/briefs'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import css from './BodiesView.module.css'
import type { RoleAsked } from './RoleMenu.tsx'
import { RoleSign } from './RoleSign.tsx'
import { roleIn } from './seats.ts'

/** One actor across the bodies. Drawn again only when it changes: there are many. */
export const BodyRow = memo(function BodyRow({
  actor,
  bodies,
  isSelected,
  isBeside,
  onSelect,
  onAsk,
}: {
  actor: ActorBrief
  bodies: readonly Body[]
  isSelected: boolean
  /** Sits with the selected one somewhere. */
  isBeside: boolean
  onSelect: (id: string) => void
  onAsk: ((asked: RoleAsked) => void) | undefined
}) {
  const { t } = useTranslation('ties')
  return (
    <tr data-selected={isSelected} data-beside={isBeside}>
      <th scope="row">
        <button
          type="button"
          className={css.actor}
          aria-pressed={isSelected}
          onClick={() => onSelect(actor.id)}
        >
          <FamilySymbol family={actor.family} size={26} />
          {actor.name}
          {isBeside && <span className="visually-hidden">{t('bodies.besideSelected')}</span>}
        </button>
      </th>
      {bodies.map((body) => {
        const role = roleIn(body, actor.id)
        const words = t(role ? `bodies.role.${role}` : 'bodies.noRole')
        return (
          <td key={body.id} data-role={role}>
            {onAsk ? (
              <button
                type="button"
                className={css.cell}
                aria-haspopup="menu"
                aria-label={`${words} : ${actor.name}, ${body.name}`}
                onClick={({ currentTarget }) => onAsk({ actor, body, cell: currentTarget })}
              >
                {role && <RoleSign role={role} />}
              </button>
            ) : (
              <span className={css.cell}>
                {role && <RoleSign role={role} />}
                <span className="visually-hidden">{words}</span>
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
})
