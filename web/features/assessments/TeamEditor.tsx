import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Scales } from '#contract/scales'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Typeahead } from '#web/ui/Typeahead.tsx'
import { foundIn } from './foundIn.ts'
import { useScales } from './scales.commands.ts'
import css from './settings/settings.module.css'

const SHOWN = 12

/** Which actor is « notre équipe »: the middle of the circles, where introductions start. */
export function TeamEditor({
  scales,
  actors,
  mayFrame,
}: {
  scales: Scales
  actors: readonly Pick<ActorBrief, 'id' | 'name' | 'family'>[]
  mayFrame: boolean
}) {
  const { t } = useTranslation('assessments')
  const sayError = useErrorWords()
  const update = useScales()
  const [query, setQuery] = useState('')
  const team = actors.find(({ id }) => id === scales.teamId)
  const choose = (teamId: string | null) => update.mutate({ version: scales.version, set: { teamId } })
  return (
    <Block title={t('scales.team')} lead={t('scales.teamHint')}>
      <p className={css.team}>
        {team ? (
          <>
            <FamilySymbol family={team.family} size={28} />
            <strong>{team.name}</strong>
          </>
        ) : (
          t('scales.teamNone')
        )}
        {team && mayFrame && (
          <Button look="quiet" isPending={update.isPending} onPress={() => choose(null)}>
            {t('scales.teamRemove')}
          </Button>
        )}
      </p>
      {mayFrame && (
        <Typeahead
          label={t('scales.teamSearch')}
          query={query}
          onQuery={setQuery}
          onChoose={choose}
          empty={t('scales.teamEmpty')}
          options={foundIn(actors, query)
            .slice(0, SHOWN)
            .map(({ id, name, family }) => ({
              value: id,
              label: name,
              symbol: <FamilySymbol family={family} size={24} />,
            }))}
        />
      )}
      {update.isError && <ErrorState>{sayError(update.error)}</ErrorState>}
    </Block>
  )
}
