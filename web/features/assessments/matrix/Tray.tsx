import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#api/domain/assessment'
import type { ActorBrief } from '#contract/briefs'
import { IconButton } from '#web/ui/IconButton.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { foundIn } from '../foundIn.ts'
import { useDesk } from '../judging.ts'
import { PlacedCard } from './PlacedCard.tsx'
import css from './tray.module.css'

const SHOWN = 60
/** Fewer are seen at a glance. */
const SEARCH_FROM = 8

/** Everybody who is not on the plane yet, by name. */
export function Tray({
  actors,
  positions,
  picked,
  children,
}: {
  actors: readonly ActorBrief[]
  positions: ReadonlyMap<string, Position>
  picked: readonly (string | undefined)[]
  /** What else waits for somebody. */
  children: React.ReactNode
}) {
  const { t } = useTranslation('assessments')
  const { mayAssess } = useDesk()
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const heading = useId()
  const found = foundIn(actors, query)
  const shown = found.slice(0, SHOWN)
  const stop = shown.find(({ id }) => picked.includes(id)) ?? shown[0]
  const detailOf = ({ id }: ActorBrief): string | undefined => {
    const position = positions.get(id)
    if (!position) return undefined
    return t(position.need === null ? 'tray.needMissing' : 'tray.possibilityMissing')
  }
  return (
    <section className={css.tray} data-open={isOpen} aria-labelledby={heading}>
      <header className={css.head}>
        <h3 id={heading} className={css.title}>
          {t('tray.title')} <span className={css.count}>{t('actors', { count: actors.length })}</span>
        </h3>
        {children}
        <IconButton
          icon={isOpen ? 'chevronDown' : 'chevronUp'}
          label={t(isOpen ? 'tray.close' : 'tray.open')}
          aria-expanded={isOpen}
          className={css.toggle ?? ''}
          onPress={() => setOpen(!isOpen)}
        />
        {actors.length > SEARCH_FROM && (
          <SearchField
            label={t('tray.search')}
            labelHidden
            placeholder={t('tray.search')}
            value={query}
            onChange={setQuery}
            className={css.search ?? ''}
          />
        )}
      </header>
      {actors.length === 0 && <p className={css.soft}>{t('tray.allPlaced')}</p>}
      {actors.length > 0 && found.length === 0 && <p className={css.soft}>{t('tray.none')}</p>}
      {shown.length > 0 && (
        <ul className={css.cards}>
          {shown.map((actor) => (
            <li key={actor.id}>
              <PlacedCard actor={actor} isTabStop={mayAssess && actor === stop} detail={detailOf(actor)} />
            </li>
          ))}
          {found.length > SHOWN && (
            <li className={css.soft}>{t('tray.more', { count: found.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </section>
  )
}
