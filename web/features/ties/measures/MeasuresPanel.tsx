import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './MeasuresPanel.module.css'
import { SentenceLine } from './SentenceLine.tsx'
import { sentencesOf, type Theme } from './sentences.ts'
import { useMeasures } from './useMeasures.ts'

const THEMES = ['who', 'leaving', 'bridges', 'goBetweens', 'shares'] as const satisfies Theme[]
const FEW = 4

/** What the ties say of the network, in sentences; each can be shown on the drawing. */
export function MeasuresPanel({
  actors,
  others,
  ties,
  named,
  onNamed,
}: {
  actors: readonly ActorBrief[]
  others: readonly ActorBrief[]
  ties: readonly Tie[]
  /** Those whom a sentence names now. */
  named: readonly string[] | undefined
  onNamed: (ids: readonly string[] | undefined) => void
}) {
  const { t } = useTranslation('measures')
  const members = useMemo(() => {
    const inside = new Set(actors.map(({ id }) => id))
    const tied = new Set(
      ties.flatMap(({ fromId, toId }) => (inside.has(fromId) ? [toId] : inside.has(toId) ? [fromId] : [])),
    )
    return [...actors, ...others.filter(({ id }) => tied.has(id))]
  }, [actors, others, ties])
  const measures = useMeasures(members, ties)
  const themes = useMemo(() => measures && sentencesOf(measures), [measures])
  if (!measures || !themes) return <Spinner label={t('waiting')} />
  if (!measures.asked) return <p className={css.soft}>{t('nothing')}</p>
  const { known, unknown } = measures.ties
  const lines = (theme: Theme, from: number, to?: number) =>
    themes[theme]
      .slice(from, to)
      .map((sentence) => (
        <SentenceLine
          key={`${sentence.about} ${sentence.ids.join(' ')}`}
          sentence={sentence}
          actors={members}
          isShown={named !== undefined && named.join() === sentence.ids.join()}
          onShow={onNamed}
        />
      ))
  return (
    <section className={css.panel} aria-label={t('title')}>
      <p className={css.soft}>{`${t('from', { count: known })} ${t('unknown', { count: unknown })}`}</p>
      {THEMES.filter((theme) => themes[theme].length > 0).map((theme) => (
        <section key={theme} className={css.theme}>
          <h3>{t(`theme.${theme}`)}</h3>
          <ul>{lines(theme, 0, FEW)}</ul>
          {themes[theme].length > FEW && (
            <details>
              <summary>{t('more', { count: themes[theme].length - FEW })}</summary>
              <ul>{lines(theme, FEW)}</ul>
            </details>
          )}
        </section>
      ))}
    </section>
  )
}
