import type { z } from 'zod'
import type { Contact } from '#contract/contacts'
import { stableId } from '../random.ts'

/** Invented people who answer for some of the actors, with what they do there. */
const PEOPLE = [
  ['Maud Lerouvray', 'coordinatrice'],
  ['Idriss Vanelle', 'référent bénévoles'],
  ['Jeanne Quillebois', 'accueil'],
  ['Tomas Eskandar', 'médiateur'],
  ['Lou Perrigaut', 'référente parcours'],
  ['Nour Belvaux', 'responsable d’équipe'],
  ['Armel Duthoit', 'travailleur social'],
  ['Coline Astruc', 'animatrice'],
] as const

/** One actor in so many has a person who agreed to be reached, and one in so many a note of the team. */
const PERSON_EVERY = 11
const NOTE_EVERY = 29
const DAY = 86_400_000

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10)

/** The person behind the actor of this rank, if there is one, as a contact of its own. */
export function personOf(
  index: number,
  name: string,
  seed: number,
  today: string,
): z.input<typeof Contact>[] {
  if (index % PERSON_EVERY !== 5) return []
  const [person, role] = PEOPLE[Math.floor(index / PERSON_EVERY) % PEOPLE.length]!
  return [
    {
      id: stableId(seed, `person:${name}`),
      kind: 'phone',
      value: `06 39 98 ${String(9_000 + index).replace(/(..)(..)/, '$1 $2')}`,
      label: null,
      audience: index % 2 ? 'private' : 'partners',
      person: {
        name: person,
        role,
        consentedOn: dayBefore(today, 60 + index),
        verifiedOn: index % 3 ? dayBefore(today, 20 + index) : null,
      },
    },
  ]
}

const NOTES = [
  'Préfère être appelé le matin ; absent pendant les vacances scolaires.',
  'Une première rencontre a eu lieu au forum des associations : à relancer.',
  'Ne pas donner ce contact sans leur avoir demandé.',
]

export const noteOf = (index: number): string | null =>
  index % NOTE_EVERY === 7 ? NOTES[Math.floor(index / NOTE_EVERY) % NOTES.length]! : null
