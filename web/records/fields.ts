import type { ComponentType } from 'react'
import type { ACTOR_KINDS, Family } from '#contract/nomenclature'
import type { IconName } from '#web/ui/icons.ts'
import type { Option } from '#web/ui/Select.tsx'

/** An actor as a record names it. */
export type ActorName = { id: string; name: string; family: Family; kind: (typeof ACTOR_KINDS)[number] }
/** An actor's part in something. */
export type Involvement = { actorId: string; role: string }

export type ViewProps<R> = { record: R; field: RecordField<R>; onActor?: ((id: string) => void) | undefined }
export type EditorProps<R> = {
  record: R
  field: RecordField<R>
  save: (set: Partial<R>) => void
  close: () => void
}

type Common<R> = {
  field: keyof R & string
  /** Its name, in the language of the page. */
  label: string
  icon?: IconName
  hint?: string
  /** What is said while it is empty; without it the field waits among those to complete. */
  empty?: string
  /** Its view has something to say even when nothing is written. */
  isAlways?: true
  /** Not there for the other records of the kind. */
  isFor?: (record: R) => boolean
}

/**
 * One field of a kind of record: how it is called, and which editor writes it. `one` and `some` choose among options,
 * `actors` gives actors a role, `own` brings what no other kind of record needs.
 */
export type RecordField<R> = Common<R> &
  (
    | { as: 'text'; isLong?: true; isRequired?: true }
    | { as: 'moment' }
    | { as: 'day' }
    | { as: 'flag'; yes: string; no: string }
    | { as: 'one'; options: readonly Option[]; none?: string }
    | {
        as: 'some'
        options: readonly Option[]
        noneFound?: string
        /** Where a line of words is not enough. */
        View?: ComponentType<ViewProps<R>>
      }
    | {
        as: 'actors'
        roles: readonly Option[]
        actors: ReadonlyMap<string, ActorName>
        /** The role that stands for an empty chair. */
        emptyChair?: string
      }
    | { as: 'communes' }
    | { as: 'zones' }
    | {
        as: 'own'
        say: (value: never) => string
        View?: ComponentType<ViewProps<R>>
        Editor: ComponentType<EditorProps<R>>
      }
  )
export type FieldAs<R, A extends RecordField<R>['as']> = Extract<RecordField<R>, { as: A }>

/** Nothing is said: no value, an empty list or an empty table. `false` says something. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)
