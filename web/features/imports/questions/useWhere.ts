import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/useFormat.ts'
import { nearestTown } from '#web/map/towns.ts'

const WITHIN = 8
const FAR = 160

/** Says where positions fall, by the towns that people know: « à 12 km de Lille », « entre Brest et Nice ». */
export function useWhere() {
  const { t } = useTranslation('mapping')
  const { number } = useFormat()
  return (positions: readonly (readonly [number, number])[]): string | undefined => {
    if (positions.length === 0) return undefined
    const found = positions.map(([longitude, latitude]) => nearestTown(longitude, latitude))
    if (found.some(({ km }) => km > FAR)) return t('where.far')
    const west = found[indexOfLeast(positions.map(([x]) => x))]!
    const east = found[indexOfLeast(positions.map(([x]) => -x))]!
    if (west.town !== east.town) return t('where.spread', { one: west.town, other: east.town })
    const { town, km } = west
    return km <= WITHIN ? t('where.at', { town }) : t('where.near', { town, km: number(km) })
  }
}

const indexOfLeast = (values: readonly number[]) => values.indexOf(Math.min(...values))
