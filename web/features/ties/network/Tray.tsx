import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import css from './NetworkView.module.css'

const MOST = 60

/** Who has no tie on the drawing, in two rows: nobody is tied to them, or nobody was asked. Not the same thing. */
export function Tray({
  isolated,
  neverAsked,
  selected,
  onActor,
}: {
  isolated: readonly ActorBrief[]
  neverAsked: readonly ActorBrief[]
  selected: string | undefined
  onActor: (id: string) => void
}) {
  const { t } = useTranslation('ties')
  if (!isolated.length && !neverAsked.length) return null
  const rows = [
    ['isolated', isolated],
    ['neverAsked', neverAsked],
  ] as const
  return (
    <details className={css.tray}>
      <summary>{t('tray.title', { count: isolated.length + neverAsked.length })}</summary>
      {rows.map(
        ([name, actors]) =>
          actors.length > 0 && (
            <section key={name} className={css.trayRow}>
              <h3>{t(`tray.${name}`, { count: actors.length })}</h3>
              <p className={css.soft}>{t(`tray.${name}Help`)}</p>
              <ul>
                {actors.slice(0, MOST).map(({ id, name: called, family }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className={css.trayActor}
                      aria-pressed={id === selected}
                      onClick={() => onActor(id)}
                    >
                      <FamilySymbol family={family} size={24} />
                      {called}
                    </button>
                  </li>
                ))}
                {actors.length > MOST && <li>{t('tray.more', { count: actors.length - MOST })}</li>}
              </ul>
            </section>
          ),
      )}
    </details>
  )
}
