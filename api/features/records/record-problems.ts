import { problem } from '#api/http/problems'

/** Two actors have one tie at most. `id`: of the one that is there, null when the caller may not see it. */
export const tieExists = (id: string | null) =>
  problem(409, 'tie_exists', 'There is already a tie between these two actors', { values: { id } })

export const acronymWithoutMeaning = () =>
  problem(400, 'acronym_without_meaning', 'An acronym needs what it means here', {
    fields: { '/localMeaning': 'what the acronym means here' },
  })

/** Article 9 RGPD: of a community, only what organisations say of themselves. */
export const belongingNotClaimed = () =>
  problem(
    400,
    'community_belonging_not_claimed',
    'Community belonging is only what organisations named here say of themselves, and never of a function',
    {
      fields: { '/presentsItself': 'they present themselves so', '/actors': 'organisations or collectives' },
    },
  )
