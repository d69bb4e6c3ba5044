import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { groupsQuery, scalesQuery } from '#web/features/assessments/assessments.queries.ts'
import { GroupsEditor } from '#web/features/assessments/GroupsEditor.tsx'
import { ScalesEditor } from '#web/features/assessments/ScalesEditor.tsx'
import { TeamEditor } from '#web/features/assessments/TeamEditor.tsx'
import { ReasonsEditor } from '#web/features/reasons/ReasonsEditor.tsx'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './page.module.css'
import { useNames } from './records/useNames.ts'

/** The words, groups and reasons that a workspace works with. */
export function CooperationSettingsPage() {
  const { t } = useTranslation('records')
  const say = useErrorWords()
  const mayFrame = useMay('cooperation:frame')
  const scales = useQuery(scalesQuery)
  const { data: groups } = useQuery(groupsQuery)
  const { actors } = useNames()
  return (
    <div className={classes(css.page, css.narrow)}>
      <header>
        <h1>{t('settings.title')}</h1>
        <p className={css.lead}>{t('settings.lead')}</p>
      </header>
      <ReasonsEditor />
      {groups && <GroupsEditor groups={groups} mayFrame={mayFrame} />}
      {scales.error ? (
        <ErrorState onRetry={() => scales.refetch()}>{say(scales.error)}</ErrorState>
      ) : scales.data ? (
        <>
          <TeamEditor scales={scales.data} actors={[...actors.values()]} mayFrame={mayFrame} />
          <ScalesEditor scales={scales.data} mayFrame={mayFrame} />
        </>
      ) : (
        <Spinner label={t('loading')} />
      )}
    </div>
  )
}
