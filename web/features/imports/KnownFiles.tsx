import { useTranslation } from 'react-i18next'
import css from './KnownFiles.module.css'
import { FILE_GROUPS, filesOf, KNOWN_COUNT } from './known-files.ts'

/** Which files need no description, by what they bring. */
export function KnownFiles() {
  const { t, i18n } = useTranslation('imports')
  return (
    <details className={css.known}>
      <summary>{t('known.title', { count: KNOWN_COUNT })}</summary>
      <p className={css.text}>{t('known.text')}</p>
      <div className={css.groups}>
        {FILE_GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`known.${group}`)}</h3>
            <ul>
              {filesOf(group, i18n.language).map(({ format, name, container }) => (
                <li key={format}>
                  {name} <span className={css.container}>{container}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}
