import { useTranslation } from 'react-i18next'
import type { ActorField } from '#contract/actors'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { classes } from '#web/ui/classes.ts'
import { Icon } from '#web/ui/Icon.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import type { ActorWords } from '../useActorWords.ts'
import css from './card.module.css'
import { type CardField, type EditorProps, OneLine } from './fields.tsx'

/** One field of the card: read, and one tap away from its editor. */
export function FieldRow({
  row: { field, icon, View, Editor },
  isEditing,
  isChanged = false,
  onEdit,
  onClose,
  ...props
}: Omit<EditorProps, 'close'> & {
  row: CardField
  isEditing: boolean
  /** It holds a proposed value that is not sent yet. */
  isChanged?: boolean
  /** Absent for those who only read. */
  onEdit: (() => void) | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { t: say } = useTranslation('proposals')
  const name = props.words.t(`field.${field}`)
  return (
    <section className={css.field} aria-label={name}>
      {icon ? <Icon name={icon} size={18} /> : !isEditing || <span />}
      {isEditing ? (
        <div className={css.editor}>
          <h3 className={css.fieldName}>{name}</h3>
          <Editor {...props} close={onClose} />
          <Button look="quiet" icon="check" onPress={onClose}>
            {t('done')}
          </Button>
        </div>
      ) : (
        <div className={classes(css.value, !icon && css.wide)}>
          {View ? <View {...props} /> : <OneLine field={field} {...props} />}
          {isChanged && (
            <p className={css.proposed}>
              <Chip tone="accent">{say('draft.proposed')}</Chip>
            </p>
          )}
        </div>
      )}
      {!isEditing && onEdit && (
        <IconButton icon="edit" label={props.words.t('editField', { field: name })} onPress={onEdit} />
      )}
    </section>
  )
}

/** Fields that say nothing yet take one line together, so that the card stays a card. */
export function MissingFields({
  rows,
  words: { t },
  onEdit,
}: {
  rows: CardField[]
  words: ActorWords
  onEdit: (field: ActorField) => void
}) {
  if (rows.length === 0) return null
  return (
    <section className={css.missing} aria-label={t('card.add')}>
      {rows.map(({ field }) => (
        <Button
          key={field}
          look="quiet"
          icon="plus"
          aria-label={t('addField', { field: t(`field.${field}`) })}
          onPress={() => onEdit(field)}
        >
          {t(`field.${field}`)}
        </Button>
      ))}
    </section>
  )
}
