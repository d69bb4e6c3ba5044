import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { classes } from '#web/ui/classes.ts'
import { Brand } from './Brand.tsx'
import { Settings } from './Settings.tsx'
import css from './Threshold.module.css'

/** What surrounds the pages on the way in: the name of the product, the language, one sheet. */
export function Threshold({ wide = false, children }: { wide?: boolean; children: React.ReactNode }) {
  const { t } = useTranslation('accounts')
  return (
    <div className={css.threshold}>
      <header className={css.top}>
        <Brand />
        <div className={css.settings}>
          <Settings />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes(css.content, wide && css.wide)}>
        {children}
      </main>
      <footer className={css.foot}>
        <Link to={wide ? '/' : '/privacy'} search={({ lang }) => ({ lang })}>
          {t(wide ? 'signIn.title' : 'menu.privacy')}
        </Link>
      </footer>
    </div>
  )
}

/** The sheet of a page on the way in. */
export function ThresholdSheet({
  title,
  lead,
  children,
}: {
  /** Left out where the content has its own. */
  title?: string
  lead?: React.ReactNode
  children?: React.ReactNode
}) {
  return (
    <div className={css.sheet}>
      {title && (
        <header className={css.head}>
          <h1>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </header>
      )}
      {children}
    </div>
  )
}
