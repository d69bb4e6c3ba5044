import { useTranslation } from 'react-i18next'
import type { Ring } from '#api/domain/network-rings'
import type { ActorBrief } from '#contract/briefs'
import type { Family } from '#contract/nomenclature'
import { familyMarkup } from '#web/ui/families.ts'
import { shortened } from '../network/labels.ts'
import css from './CirclesDrawing.module.css'
import { BANDS, linesOf, spotAt } from './geometry.ts'

/** The name of a ring, in the sector that is left free at the top. */
export function RingName({ ring, radius }: { ring: Ring; radius: number }) {
  const { t } = useTranslation('ties')
  const [inner, outer] = BANDS[ring]
  const middle = (-(inner + outer) / 2) * radius
  const lines = linesOf(t(`ringShort.${ring}`), ring === 'works_with' ? 9 : 16)
  return (
    <text className={css.ringName} textAnchor="middle">
      {lines.map((line, at) => (
        <tspan key={line} x="0" y={middle + (at - (lines.length - 1) / 2) * 14 + 4}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The name of a family, around the circles; its letter alone where there is no room. */
export function FamilyName({
  family,
  angle,
  radius,
  isShort,
  isMissing,
}: {
  family: Family
  angle: number
  radius: number
  isShort: boolean
  /** No actor of it is there at all. */
  isMissing: boolean
}) {
  const { t } = useTranslation('nomenclature')
  const { t: say } = useTranslation('ties')
  const { x, y } = spotAt(angle, radius + (isShort ? 11 : 10))
  const anchor = isShort || Math.abs(x) < radius * 0.25 ? 'middle' : x > 0 ? 'start' : 'end'
  const lines = isShort ? [family] : linesOf(`${family} · ${t(`family.${family}`)}`, 19)
  const rise = ((y / radius + 1) / 2) * 14 * (lines.length - 1)
  return (
    <text className={css.family} data-missing={isMissing} textAnchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={y + 4 + at * 14 - (14 * (lines.length - 1) - rise)}>
          {line}
        </tspan>
      ))}
      {isMissing && <title>{say('circles.missing')}</title>}
    </text>
  )
}

/** The letters that a line in the middle has room for, where there is room at all. */
const LETTERS = 13
const ROOMY = 260

/** Who is in the middle: by name, where there is room; else « nous », or the symbol of its family. */
export function Middle({ centre, isTeam, radius }: { centre: ActorBrief; isTeam: boolean; radius: number }) {
  const { t } = useTranslation('ties')
  const isRoomy = radius >= ROOMY
  const lines = isRoomy ? linesOf(centre.name, LETTERS).slice(0, 4) : isTeam ? [t('circles.us')] : []
  return (
    <>
      <circle className={css.centre} r={BANDS.works_with[0] * radius} />
      {lines.length > 0 ? (
        <text className={css.team} textAnchor="middle">
          {lines.map((line, at) => (
            <tspan key={line} x="0" y={(at - (lines.length - 1) / 2) * 15 + 4}>
              {shortened(line, LETTERS + 2)}
            </tspan>
          ))}
        </text>
      ) : (
        <g
          transform={`scale(${radius / 260}) translate(-16 -16)`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant drawing
          dangerouslySetInnerHTML={{ __html: familyMarkup(centre.family) }}
        />
      )}
    </>
  )
}
