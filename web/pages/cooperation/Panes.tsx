import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#web/ui/IconButton.tsx'
import { useChange } from '#web/useView.ts'
import css from './Panes.module.css'
import { type Shown, turnTo } from './panes.ts'
import { ViewPane } from './ViewPane.tsx'

/** One view, or two side by side where there is room. */
export const Panes = memo(function Panes({ shown, isWide }: { shown: Shown; isWide: boolean }) {
  const { t } = useTranslation('cooperation')
  const change = useChange()
  const { first, beside } = shown
  return (
    <div className={css.room}>
      <div className={css.panes} data-two={isWide && beside !== null}>
        <ViewPane
          place="first"
          pane={first}
          onTurn={(pane) => change(turnTo(shown, 'first', pane))}
          tools={
            isWide &&
            !beside && (
              <IconButton
                icon="split"
                label={t('pane.open')}
                onPress={() => change({ pane: first, beside: first === 'map' ? 'matrix' : 'map' })}
              />
            )
          }
        />
        {isWide && beside && (
          <ViewPane
            place="beside"
            pane={beside}
            onTurn={(pane) => change(turnTo(shown, 'beside', pane))}
            tools={
              <IconButton
                icon="close"
                label={t('pane.close')}
                onPress={() => change({ pane: first, beside: 'none' })}
              />
            }
          />
        )}
      </div>
    </div>
  )
})
