import {
  SearchField as AriaSearchField,
  Button,
  Group,
  Input,
  type SearchFieldProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './Field.tsx'
import css from './field.module.css'
import { Icon } from './Icon.tsx'

export function SearchField({
  label,
  labelHidden,
  hint,
  error,
  placeholder,
  className,
  ...props
}: Omit<SearchFieldProps, 'children' | 'className'> &
  FieldWords & { placeholder?: string; className?: string }) {
  const { t } = useTranslation()
  return (
    <AriaSearchField {...props} className={classes(css.field, className)}>
      <FieldLabel label={label} {...(labelHidden && { labelHidden })} />
      <Group className={classes(css.box)}>
        <Icon name="search" />
        <Input className={classes(css.bare)} {...(placeholder && { placeholder })} />
        <Button className={classes(css.clear)} aria-label={t('clear')}>
          <Icon name="close" size={16} />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
    </AriaSearchField>
  )
}
