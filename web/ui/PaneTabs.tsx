import { useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { classes } from './classes.ts'
import css from './PaneTabs.module.css'

/** Ways of looking at one thing: a line of tabs and the one that is shown. Arrows walk, Enter shows; `tools` stand beside the tabs. */
export function PaneTabs<Value extends string>({
  label,
  options,
  value,
  onChange,
  tools,
  children,
}: {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  tools?: React.ReactNode
  children: React.ReactNode
}) {
  const list = useRef<HTMLDivElement>(null)

  // A line of tabs that scrolls shows the one that is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab that opens is what calls for it
  useEffect(() => {
    // React Aria draws the tabs once it has read them, which is after this.
    const soon = requestAnimationFrame(() =>
      list.current
        ?.querySelector('[data-selected]')
        ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' }),
    )
    return () => cancelAnimationFrame(soon)
  }, [value])

  return (
    <Tabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as Value)}
      keyboardActivation="manual"
      className={classes(css.pane)}
    >
      <div className={css.head}>
        <TabList ref={list} aria-label={label} className={classes(css.tabs)}>
          {options.map((option) => (
            <Tab key={option.value} id={option.value} className={classes(css.tab)}>
              {option.label}
            </Tab>
          ))}
        </TabList>
        {tools && <div className={css.tools}>{tools}</div>}
      </div>
      <TabPanel key={value} id={value} className={classes(css.body)}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
