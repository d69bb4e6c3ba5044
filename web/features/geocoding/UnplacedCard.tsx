import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unplaced } from '#contract/geocoding'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { CandidateMap } from './CandidateMap.tsx'
import css from './geocoding.module.css'
import { type Lettered, lettered } from './letters.ts'

export const addressOf = ({ address, postcode, communeName, communeCode }: Unplaced): string =>
  [address, [postcode, communeName ?? communeCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** One place without a point. Open, it shows what was found; closed, it is a line that opens. */
export function UnplacedCard({
  item,
  isOpen,
  isPlacing,
  onOpen,
  onPlace,
  onHand,
  onSkip,
}: {
  item: Unplaced
  isOpen: boolean
  isPlacing: boolean
  onOpen: () => void
  onPlace: (candidate: Lettered) => void
  onHand: () => void
  onSkip: () => void
}) {
  const { t } = useTranslation('geocoding')
  const mayPlace = useMay('actor:write')
  const candidates = useMemo(() => lettered(item), [item])
  const heading = `unplaced-${item.placeId}`
  const words = (
    <>
      <span className={css.name}>{item.actor.name}</span>
      <span className={css.address}>{addressOf(item)}</span>
    </>
  )
  if (!isOpen)
    return (
      <li className={css.card}>
        <h3>
          <Button look="quiet" className={css.line ?? ''} onPress={onOpen} aria-expanded={false}>
            {words}
            <span className={css.count}>{t('one.count', { count: candidates.length })}</span>
          </Button>
        </h3>
      </li>
    )
  return (
    <li className={classes(css.card, css.open)}>
      <h3 id={heading} tabIndex={-1} className={css.title}>
        {words}
      </h3>
      <div className={css.body} data-map={candidates.length > 0}>
        <div className={css.choices}>
          <p>{t(candidates.length > 0 ? 'one.choose' : 'one.none')}</p>
          {mayPlace && (
            <ol className={css.candidates} aria-labelledby={heading}>
              {candidates.map((candidate) => (
                <li key={candidate.letter}>
                  <Button
                    className={css.candidate ?? ''}
                    isDisabled={isPlacing}
                    onPress={() => onPlace(candidate)}
                  >
                    <span className={css.letter}>{candidate.letter}</span>
                    <span className={css.words}>
                      <span>{candidate.label}</span>
                      <span className={css.match}>{t(`match.${candidate.match}`)}</span>
                    </span>
                  </Button>
                </li>
              ))}
            </ol>
          )}
          <div className={css.actions}>
            {mayPlace && (
              <Button icon="locate" look={candidates.length > 0 ? 'plain' : 'primary'} onPress={onHand}>
                {t('one.hand')}
              </Button>
            )}
            <Button look="quiet" onPress={onSkip}>
              {t('one.skip')}
            </Button>
          </div>
        </div>
        {candidates.length > 0 && (
          <CandidateMap candidates={candidates} onChoose={(one) => mayPlace && !isPlacing && onPlace(one)} />
        )}
      </div>
    </li>
  )
}
