import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/me.ts'
import { classes } from '#web/ui/classes.ts'
import css from './PrivacyPage.module.css'
import page from './page.module.css'
import { Kept } from './privacy/Kept.tsx'
import { WhoSees } from './privacy/WhoSees.tsx'

const SHORT = ['actors', 'few', 'third', 'erase'] as const
const NEVER = ['beneficiaries', 'sensitive', 'beliefs', 'notes'] as const

/** What is kept, why and for how long, in plain words. It opens for everybody. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy')
  const me = useMe()
  return (
    <div className={classes(page.page, page.narrow, css.text)}>
      <header>
        <h1>{t('title')}</h1>
        <p className={page.lead}>{t('lead')}</p>
      </header>
      <section className={css.short}>
        <h2>{t('short.title')}</h2>
        <ul className={css.points}>
          {SHORT.map((point) => (
            <li key={point}>{t(`short.${point}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('never.title')}</h2>
        <ul className={css.points}>
          {NEVER.map((point) => (
            <li key={point}>{t(`never.${point}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('kept.title')}</h2>
        <Kept />
        <p>{t('kept.auto')}</p>
        <p>{t('kept.position')}</p>
      </section>
      <section>
        <h2>{t('seen.title')}</h2>
        <p>{t('seen.text')}</p>
        <WhoSees />
      </section>
      <section>
        <h2>{t('rights.title')}</h2>
        <p>{t('rights.text')}</p>
        {me?.account ? (
          <p>
            {t('rights.account')}{' '}
            <Link to="/account" search={({ territory, lang }) => ({ territory, lang })}>
              {t('rights.accountLink')}
            </Link>
          </p>
        ) : (
          <p>{t('rights.noAccount')}</p>
        )}
        <p>{t('rights.delay')}</p>
      </section>
      <section>
        <h2>{t('third.title')}</h2>
        <p>{t('third.text')}</p>
      </section>
      <section>
        <h2>{t('cookies.title')}</h2>
        <p>{t('cookies.text')}</p>
      </section>
      <section>
        <h2>{t('responsible.title')}</h2>
        <p>
          {me?.workspace ? t('responsible.text', { workspace: me.workspace.name }) : t('responsible.unknown')}
        </p>
        <p>{t('responsible.source')}</p>
      </section>
    </div>
  )
}
