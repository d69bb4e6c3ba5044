import { useTranslation } from 'react-i18next'

/** Points away from the national rate: « 3 points au-dessous ». */
export function usePointsWords(): (points: number) => string {
  const { t } = useTranslation('estimates')
  return (points) =>
    points === 0
      ? t('total.same')
      : t('total.points', { count: Math.abs(points), side: t(points > 0 ? 'total.above' : 'total.below') })
}
