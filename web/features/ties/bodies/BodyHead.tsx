import { useTranslation } from 'react-i18next'
import type { Body } from '#contract/bodies'
import css from './BodiesView.module.css'
import { countsOf } from './seats.ts'

/** A body over its column: its name, and how many sit there. */
export function BodyHead({ body, onBody }: { body: Body; onBody: (id: string) => void }) {
  const { t } = useTranslation('ties')
  const { sitting, missing } = countsOf(body)
  return (
    <th scope="col" className={css.head}>
      <button type="button" className={css.bodyName} title={body.name} onClick={() => onBody(body.id)}>
        {body.acronym ?? body.name}
      </button>
      <span className={css.soft}>
        {t('bodies.sitting', { count: sitting })}
        {missing > 0 && `, ${t('bodies.missing', { count: missing })}`}
      </span>
    </th>
  )
}
