import { useMemo, useState } from 'react'
import { Group } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import { TIE_KINDS } from '#contract/ties'
import { ActorLabel } from '#web/records/ActorsView.tsx'
import { ActorSearch } from '#web/records/editors/ActorSearch.tsx'
import { Button } from '#web/ui/Button.tsx'
import { TieLine } from './TieLine.tsx'
import type { TieWord } from './tie.ts'
import css from './ties.module.css'

const OTHER_WORDS = ['absent', 'unknown'] as const

/** Adds a tie in two taps: an actor by its name, then a word. */
export function AddTie({
  actors,
  without,
  onTell,
}: {
  /** Every actor that may be named. */
  actors: readonly ActorBrief[]
  /** The actor itself, and those whose tie is said already. */
  without: readonly string[]
  onTell: (to: ActorBrief, word: TieWord) => void
}) {
  const { t } = useTranslation('ties')
  const [to, setTo] = useState<ActorBrief>()
  const byId = useMemo(() => new Map(actors.map((actor) => [actor.id, actor])), [actors])
  const tell = (word: TieWord) => {
    if (to) onTell(to, word)
    setTo(undefined)
  }
  if (!to)
    return (
      <ActorSearch
        label={t('add.whom')}
        actors={byId}
        without={without}
        onChoose={(id) => setTo(byId.get(id))}
      />
    )
  return (
    <Group className={css.adding ?? ''} aria-label={t('add.how', { name: to.name })}>
      <ActorLabel actor={to} />
      <div className={css.choices}>
        {TIE_KINDS.map((word, at) => (
          <Button key={word} autoFocus={at === 0} onPress={() => tell(word)}>
            <TieLine word={word} />
            {t(`word.${word}`)}
          </Button>
        ))}
      </div>
      <div className={css.choices}>
        {OTHER_WORDS.map((word) => (
          <Button key={word} look="quiet" onPress={() => tell(word)}>
            {t(`word.${word}`)}
          </Button>
        ))}
        <Button look="quiet" onPress={() => setTo(undefined)}>
          {t('add.other')}
        </Button>
      </div>
    </Group>
  )
}
