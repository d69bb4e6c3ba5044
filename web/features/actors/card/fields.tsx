import type { ComponentType } from 'react'
import type { Actor, ActorField } from '#contract/actors'
import type { IconName } from '#web/ui/icons.ts'
import { AudienceEditor, AudienceView } from '../audience/AudienceField.tsx'
import { NoteEditor, NoteView } from '../audience/NoteField.tsx'
import { ContactsEditor } from '../contacts/ContactsEditor.tsx'
import { ContactsView } from '../contacts/ContactsView.tsx'
import { PlacesEditor } from '../place/PlacesEditor.tsx'
import type { ActorRights } from '../useActorRights.ts'
import type { ActorWords } from '../useActorWords.ts'
import { ApproachesView } from './ApproachesView.tsx'
import { AreaEditor, AreaView } from './AreaEditor.tsx'
import { describe } from './describe.ts'
import { ApproachesEditor, KindEditor, PublicsEditor, SecondaryTypesEditor } from './ListEditors.tsx'
import { PlacesView } from './PlacesView.tsx'
import { DescriptionEditor, FinessEditor, RnaEditor, SiretEditor } from './TextEditors.tsx'
import type { Save } from './useSave.ts'

export type ViewProps = { actor: Actor; words: ActorWords }
export type FieldViewProps = ViewProps & { rights: ActorRights; save: Save }
export type EditorProps = FieldViewProps & { close: () => void }

export type CardField = {
  field: ActorField
  /** None where each line has its own. */
  icon?: IconName
  isEmpty: (actor: Actor) => boolean
  /** Not there for whoever proposes: what only those who write decide. */
  isForWriters?: true
  View?: ComponentType<FieldViewProps>
  Editor: ComponentType<EditorProps>
}

const none =
  (field: 'places' | 'contacts' | 'publics' | 'approaches' | 'secondaryTypeIds') => (actor: Actor) =>
    actor[field].length === 0

/** What the card shows under the name, in this order; a field without `View` is said in one line. */
const CARD_FIELDS: CardField[] = [
  { field: 'places', icon: 'pin', isEmpty: none('places'), View: PlacesView, Editor: PlacesEditor },
  {
    field: 'contacts',
    isEmpty: none('contacts'),
    View: ContactsView,
    Editor: ContactsEditor,
  },
  {
    field: 'description',
    icon: 'info',
    isEmpty: ({ description }) => !description,
    Editor: DescriptionEditor,
  },
  { field: 'publics', icon: 'people', isEmpty: none('publics'), Editor: PublicsEditor },
  {
    field: 'approaches',
    icon: 'check',
    isEmpty: none('approaches'),
    View: ApproachesView,
    Editor: ApproachesEditor,
  },
  {
    field: 'area',
    icon: 'territory',
    View: AreaView,
    isEmpty: ({ area }) => area.communes.length === 0 && area.zones.length === 0 && !area.polygon,
    Editor: AreaEditor,
  },
  {
    field: 'secondaryTypeIds',
    icon: 'layers',
    isEmpty: none('secondaryTypeIds'),
    Editor: SecondaryTypesEditor,
  },
  { field: 'kind', icon: 'settings', isEmpty: ({ kind }) => kind === 'organisation', Editor: KindEditor },
  { field: 'siret', icon: 'file', isEmpty: ({ siret }) => !siret, Editor: SiretEditor },
  { field: 'finess', icon: 'file', isEmpty: ({ finess }) => !finess, Editor: FinessEditor },
  { field: 'rna', icon: 'file', isEmpty: ({ rna }) => !rna, Editor: RnaEditor },
  {
    field: 'note',
    icon: 'lock',
    isForWriters: true,
    isEmpty: ({ note }) => !note,
    View: NoteView,
    Editor: NoteEditor,
  },
  {
    field: 'audience',
    icon: 'eye',
    isForWriters: true,
    isEmpty: () => false,
    View: AudienceView,
    Editor: AudienceEditor,
  },
]

/** Every field in the order in which one reads a card. */
export const READING_ORDER: readonly string[] = [
  'name',
  'typeId',
  ...CARD_FIELDS.map(({ field }) => field),
  'verifiedAt',
]

/** The fields of a card: one that the server keeps to itself, and one that is not for whoever looks, are not there. */
export const fieldsOf = (actor: Actor, { writes }: ActorRights): CardField[] =>
  CARD_FIELDS.filter(({ field, isForWriters }) => actor[field] !== undefined && (writes || !isForWriters))

/** A field in one line. */
export const OneLine = ({ field, actor, words }: ViewProps & { field: ActorField }) => (
  <p>{describe(field, actor[field], words)}</p>
)
