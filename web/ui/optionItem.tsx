import { ListBoxItem } from 'react-aria-components'
import { classes } from './classes.ts'
import overlay from './overlay.module.css'
import type { Option } from './Select.tsx'

/** One choice of a list: its symbol, its name, and what tells it from another. */
export const optionItem = (option: Option) => (
  <ListBoxItem id={option.value} textValue={option.label} className={classes(overlay.item)}>
    {option.symbol}
    <span className={overlay.text}>
      {option.label}
      {option.detail && <span className={overlay.detail}>{option.detail}</span>}
    </span>
  </ListBoxItem>
)
