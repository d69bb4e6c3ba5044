import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import css from './Sheet.module.css'

/**
 * What is selected, beside the page and not over it: a panel on the right, a sheet from below on a phone.
 * The keyboard goes to it when it opens or shows something else (`about` changes), Escape closes it, and
 * closing gives the keyboard back to where it came from.
 */
export function Sheet({
  title,
  about,
  onClose,
  actions,
  children,
  keepFocus = false,
}: {
  title: React.ReactNode
  /** Identity of what is shown. */
  about: string
  onClose: () => void
  /** Buttons beside the cross. */
  actions?: React.ReactNode
  children: React.ReactNode
  /** Leaves the keyboard where it is: someone walks through a list with the arrows. */
  keepFocus?: boolean
}) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const origin = useRef<Element | null>(null)
  const [isTall, setTall] = useState(false)
  const id = useId()

  useEffect(() => {
    origin.current = document.activeElement
    return () => {
      if (origin.current instanceof HTMLElement && origin.current.isConnected) origin.current.focus()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing shown is what calls the keyboard
  useEffect(() => {
    if (!keepFocus) heading.current?.focus({ preventScroll: true })
  }, [about, keepFocus])

  return (
    <section
      aria-labelledby={id}
      className={classes(css.sheet, isTall && css.tall)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={css.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={css.title}>
          {title}
        </h2>
        {actions}
        <IconButton
          icon={isTall ? 'chevronDown' : 'chevronUp'}
          label={t(isTall ? 'sheet.shorter' : 'sheet.taller')}
          className={classes(css.grow)}
          onPress={() => setTall(!isTall)}
        />
        <IconButton icon="close" label={t('close')} onPress={onClose} />
      </header>
      <div className={css.body}>{children}</div>
    </section>
  )
}
