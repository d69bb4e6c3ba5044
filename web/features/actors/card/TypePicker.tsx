import { useState } from 'react'
import {
  Autocomplete,
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  useFilter,
} from 'react-aria-components'
import { FAMILIES } from '#contract/nomenclature'
import { classes } from '#web/ui/classes.ts'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import overlay from '#web/ui/overlay.module.css'
import { SearchField } from '#web/ui/SearchField.tsx'
import { useActorWords } from '../useActorWords.ts'
import css from './TypePicker.module.css'

/** The types by family, searched by label and by the names they have from one département to another. */
export function TypePicker({
  value,
  onChange,
  label,
  autoFocus = false,
}: {
  value: string | null
  onChange: (typeId: string) => void
  label: string
  autoFocus?: boolean
}) {
  const { t, name, type: labelOf, types } = useActorWords()
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const families = FAMILIES.map((family) => ({
    family,
    types: types.filter(
      (type) =>
        type.family === family &&
        [labelOf(type.id), ...type.aliases].some((one) => contains(one, text.trim())),
    ),
  })).filter((group) => group.types.length > 0)
  return (
    <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={!text}>
      <div className={css.picker}>
        <SearchField label={label} placeholder={t('typeSearch')} autoFocus={autoFocus} />
        <ListBox
          aria-label={label}
          items={families}
          dependencies={[labelOf]}
          selectionMode="single"
          selectedKeys={value ? [value] : []}
          onSelectionChange={(keys) => {
            const [key] = keys
            if (key !== undefined) onChange(String(key))
          }}
          className={classes(css.list)}
          renderEmptyState={() => <p className={overlay.heading}>{t('typeNone')}</p>}
        >
          {({ family, types }) => (
            <ListBoxSection id={`family ${family}`}>
              <Header className={overlay.heading}>{name(`family.${family}`)}</Header>
              <Collection items={types}>
                {(type) => (
                  <ListBoxItem id={type.id} textValue={labelOf(type.id)} className={classes(overlay.item)}>
                    <FamilySymbol family={family} size={28} />
                    <span className={overlay.text}>
                      {labelOf(type.id)}
                      {type.aliases.length > 0 && (
                        <span className={overlay.detail}>{type.aliases.join(', ')}</span>
                      )}
                    </span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </div>
    </Autocomplete>
  )
}
