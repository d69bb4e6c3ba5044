import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActorBrief } from '#contract/briefs'
import type { Tie } from '#contract/ties'
import { useFormat } from '#web/i18n/useFormat.ts'
import { type Network, neighboursOf } from './network/graph.ts'
import { TIE_WORDS, type TieWord, wordOf } from './tie.ts'

const LISTED = 6

/** How ties are said. */
export function useTieWords() {
  const { t, i18n } = useTranslation('ties')
  const { day, compare } = useFormat()
  const list = useMemo(() => new Intl.ListFormat(i18n.language), [i18n.language])
  const word = useCallback((one: TieWord) => t(`word.${one}`), [t])

  /** « tous les mois · lien de confiance · formalisé · depuis le 3 mai 2024 »; empty when nothing more is known. */
  const details = (tie: Tie): string =>
    [
      tie.direction === 'outward' && tie.state === 'known' && t('direction.outward'),
      tie.frequency && t(`frequency.${tie.frequency}`),
      tie.quality && t(`quality.${tie.quality}`),
      tie.formalised !== null && t(tie.formalised ? 'formalised.yes' : 'formalised.no'),
      tie.since && t('since', { day: day(tie.since) }),
      tie.until && t('until', { day: day(tie.until) }),
      tie.basis && t(`basis.${tie.basis}`),
    ]
      .filter(Boolean)
      .join(' · ')

  /** Who is around an actor, said word by word. */
  const around = (actor: ActorBrief, network: Network): string => {
    const place = network.placeOf.get(actor.id)
    if (place === undefined) return actor.name
    const ties = network.edgesOf[place]!.map((edge) => network.edges[edge]!)
    const others = neighboursOf(network, place)
    const said = TIE_WORDS.flatMap((one) => {
      const names = others
        .filter((_, at) => ties[at]!.word === one)
        .map((other) => network.nodes[other]!.name)
        .sort(compare)
      if (!names.length) return []
      const rest = names.length - LISTED
      const shown = rest > 1 ? [...names.slice(0, LISTED), t('network.others', { count: rest })] : names
      return [`${word(one)} : ${list.format(shown)}`]
    })
    return `${actor.name}. ${said.join('. ')}.`
  }
  return { t, word, details, around, list: (names: string[]) => list.format(names), wordOf }
}
