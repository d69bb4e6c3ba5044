import { useTranslation } from 'react-i18next'
import type { Tie } from '#contract/ties'
import { useSaid } from '#web/records/useSaid.ts'
import { useShelve } from '#web/records/writing.ts'
import type { TieWord } from './tie.ts'
import { useTell } from './ties.commands.ts'
import { tieWays } from './ties.queries.ts'

/** An actor as a tie names it. */
export type End = { id: string; name: string }

/** Writes ties from any view: each write is said in a sentence, with the button that takes it back. */
export function useTieWriting() {
  const { t } = useTranslation('ties')
  const tell = useTell()
  const shelve = useShelve(tieWays)
  const { saved, refused } = useSaid(tieWays.key)

  /** Says a word on two actors. Resolves with the tie; with nothing when it was refused. */
  const say = (from: End, to: End, word: TieWord): Promise<Tie | undefined> =>
    tell.mutateAsync({ fromId: from.id, toId: to.id, word }).then(
      ({ record, seq }) => {
        saved(t(`told.${word}`, { from: from.name, to: to.name }), seq)
        return record
      },
      (error) => {
        refused(error)
        return undefined
      },
    )
  /** Puts a tie away: as if it had never been asked. */
  const forget = (id: string, from: End, to: End) =>
    shelve
      .mutateAsync({ id, verb: 'archive' })
      .then(({ seq }) => saved(t('forgotten', { from: from.name, to: to.name }), seq), refused)
  return { say, forget }
}
