import { useTranslation } from 'react-i18next'
import { AUDIENCE_OF } from '#api/domain/permissions'
import { AUDIENCES, ROLES } from '#contract/roles'
import { Table } from '#web/ui/Table.tsx'
import css from '../PrivacyPage.module.css'

/** The three audiences, then the roles with what each may read and do: from the table that the server enforces. */
export function WhoSees() {
  const { t } = useTranslation(['privacy', 'members'])
  return (
    <>
      <dl className={css.audiences}>
        {AUDIENCES.map((audience) => (
          <div key={audience}>
            <dt>{t(`seen.audience.${audience}.name`)}</dt>
            <dd>{t(`seen.audience.${audience}.who`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('seen.roles')}</p>
      <Table caption={t('seen.title')} captionHidden>
        <thead>
          <tr>
            <th>{t('seen.role')}</th>
            <th>{t('seen.can')}</th>
            <th>{t('seen.reads')}</th>
          </tr>
        </thead>
        <tbody>
          {ROLES.map((role) => (
            <tr key={role}>
              <th scope="row">{t(`members:role.${role}`)}</th>
              <td data-label={t('seen.can')}>{t(`members:roleCan.${role}`)}</td>
              <td data-label={t('seen.reads')}>{t(`seen.audience.${AUDIENCE_OF[role]}.name`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p>{t('seen.between')}</p>
    </>
  )
}
