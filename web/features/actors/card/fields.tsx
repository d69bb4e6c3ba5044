import type { ComponentType } from 'react'
import type { Actor, ActorField } from '#contract/actors'
import type { IconName } from '#web/ui/icons.ts'
import { PlacesEditor } from '../place/PlacesEditor.tsx'
import type { ActorWords } from '../useActorWords.ts'
import { AreaEditor, AreaView } from './AreaEditor.tsx'
import { ContactsEditor } from './ContactsEditor.tsx'
import { ContactsView } from './ContactsView.tsx'
import { describe } from './describe.ts'
import { ApproachesEditor, KindEditor, PublicsEditor, SecondaryTypesEditor } from './ListEditors.tsx'
import { PlacesView } from './PlacesView.tsx'
import { DescriptionEditor, SiretEditor } from './TextEditors.tsx'
import type { Save } from './useSave.ts'

export type ViewProps = { actor: Actor; words: ActorWords }
export type EditorProps = ViewProps & { save: Save; close: () => void }

type CardField = {
  field: ActorField
  /** None where each line has its own. */
  icon?: IconName
  isEmpty: (actor: Actor) => boolean
  View?: ComponentType<ViewProps>
  Editor: ComponentType<EditorProps>
}

const none =
  (field: 'places' | 'contacts' | 'publics' | 'approaches' | 'secondaryTypeIds') => (actor: Actor) =>
    actor[field].length === 0

/** What the card shows under the name, in this order; a field without `View` is said in one line. */
export const CARD_FIELDS: CardField[] = [
  { field: 'places', icon: 'pin', isEmpty: none('places'), View: PlacesView, Editor: PlacesEditor },
  {
    field: 'contacts',
    isEmpty: none('contacts'),
    View: ({ actor }) => <ContactsView contacts={actor.contacts} />,
    Editor: ContactsEditor,
  },
  {
    field: 'description',
    icon: 'info',
    isEmpty: ({ description }) => !description,
    Editor: DescriptionEditor,
  },
  { field: 'publics', icon: 'people', isEmpty: none('publics'), Editor: PublicsEditor },
  { field: 'approaches', icon: 'check', isEmpty: none('approaches'), Editor: ApproachesEditor },
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
]

/** A field in one line. */
export const OneLine = ({ field, actor, words }: ViewProps & { field: ActorField }) => (
  <p>{describe(field, actor[field], words)}</p>
)
