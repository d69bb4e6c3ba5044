import { CatchBoundary } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PANES, type Pane } from '#web/search.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { PaneTabs } from '#web/ui/PaneTabs.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useChange, useViewPart } from '#web/useView.ts'
import css from './ViewPane.module.css'
import { VIEWS } from './views.tsx'

/** One view and the tabs that change it. A view that fails leaves the other one alone. */
export function ViewPane({
  place,
  pane,
  onTurn,
  tools,
}: {
  place: 'first' | 'beside'
  pane: Pane
  onTurn: (pane: Pane) => void
  /** Buttons beside the tabs. */
  tools?: React.ReactNode
}) {
  const { t } = useTranslation('cooperation')
  const table = useViewPart((search) => search.table)
  const change = useChange()
  const { Component, hasTwin } = VIEWS[pane]
  return (
    <section
      className={css.pane}
      data-place={place}
      data-pane={pane}
      aria-label={`${t(place === 'first' ? 'pane.first' : 'pane.second')}, ${t(`pane.${pane}`)}`}
    >
      <PaneTabs
        label={t(place === 'first' ? 'pane.first' : 'pane.second')}
        options={PANES.map((value) => ({ value, label: t(`pane.${value}`) }))}
        value={pane}
        onChange={onTurn}
        tools={
          <>
            {hasTwin && (
              <IconButton
                icon={table ? 'draw' : 'table'}
                label={t(table ? 'pane.drawing' : 'pane.table')}
                onPress={() => change({ table: table ? undefined : true })}
              />
            )}
            {tools}
          </>
        }
      >
        <h2 className="visually-hidden">{t(`pane.${pane}`)}</h2>
        <CatchBoundary getResetKey={() => pane} errorComponent={ViewFailed}>
          <Suspense
            fallback={
              <div className={css.opening}>
                <Spinner label={t('pane.opening')} />
              </div>
            }
          >
            <Component />
          </Suspense>
        </CatchBoundary>
      </PaneTabs>
    </section>
  )
}

function ViewFailed({ reset }: { reset: () => void }) {
  const { t } = useTranslation('cooperation')
  return (
    <div className={css.opening}>
      <ErrorState onRetry={reset}>{t('pane.failed')}</ErrorState>
    </div>
  )
}
