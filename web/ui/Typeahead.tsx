import { useState } from 'react'
import { SearchField as AriaSearchField, Autocomplete, Input, ListBox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'
import { Icon } from './Icon.tsx'
import { optionItem } from './optionItem.tsx'
import overlay from './overlay.module.css'
import type { Option } from './Select.tsx'

/**
 * A text that finds things one by one: each choice is handed over and the text empties for the next. What is
 * found stands under the text and not over the page: arrows walk through it, Enter chooses, Escape empties.
 * `empty` is said when the text finds nothing. While `isLoading`, what is shown answers an earlier text: Enter waits.
 */
export function Typeahead({
  options,
  query,
  onQuery,
  onChoose,
  empty,
  isLoading = false,
  placeholder,
  className,
  ...words
}: FieldWords & {
  options: readonly Option[]
  query: string
  onQuery: (query: string) => void
  onChoose: (value: string) => void
  empty: string
  isLoading?: boolean
  placeholder?: string
  className?: string
}) {
  const { t } = useTranslation()
  const isAsking = query.trim().length > 1
  // What was found stays behind the emptied text: React Aria still points at the option that was chosen.
  const [found, setFound] = useState(options)
  if (isAsking && found !== options) setFound(options)
  return (
    <Autocomplete inputValue={query} onInputChange={onQuery}>
      <AriaSearchField
        isInvalid={Boolean(words.error)}
        className={classes(css.field, className)}
        // Enter chooses: it never sends the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      >
        <FieldLabel label={words.label} {...(words.labelHidden && { labelHidden: true })} />
        <div
          className={css.box}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || !isLoading) return
            event.preventDefault()
            event.stopPropagation()
          }}
        >
          <Icon name="search" />
          <Input className={classes(css.bare)} {...(placeholder && { placeholder })} />
        </div>
        <FieldNotes hint={words.hint} error={words.error} />
        {/* Always there, for the text names it as what it controls. */}
        <div hidden={!isAsking} aria-busy={isLoading}>
          <ListBox
            items={isAsking ? options : found}
            aria-label={t('results')}
            selectionMode="none"
            onAction={(key) => {
              onChoose(String(key))
              onQuery('')
            }}
            className={classes(overlay.list, css.found)}
            renderEmptyState={() => <p className={overlay.heading}>{empty}</p>}
          >
            {optionItem}
          </ListBox>
        </div>
      </AriaSearchField>
    </Autocomplete>
  )
}
