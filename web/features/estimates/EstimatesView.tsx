import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EstimateRun } from '#contract/estimates'
import type { Territory } from '#contract/territories'
import { Button } from '#web/ui/Button.tsx'
import css from './estimates.module.css'
import { OpenedRun } from './OpenedRun.tsx'
import { RunList } from './RunList.tsx'
import type { Draft } from './start/draft.ts'
import { Start } from './start/Start.tsx'

type Again = { offer: string; draft: Draft }
const againOf = ({ benefit, level, name, parameters }: EstimateRun): Again => ({
  offer: `${benefit}@${level}`,
  draft: { name, parameters, seed: null },
})

/**
 * « Où pourrions-nous demander à nos partenaires ce qu'ils voient ? » Runs and what could be estimated; or one run with its map.
 * `opened` and `zone` belong to the address of the page.
 */
export function EstimatesView({
  territory,
  opened,
  onOpen,
  zone,
  onZone,
}: {
  territory: Territory
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  zone: string | undefined
  onZone: (zoneId: string | undefined) => void
}) {
  const { t } = useTranslation('estimates')
  const [again, setAgain] = useState<Again>()
  return (
    <div className={css.view}>
      <header className={css.head}>
        <h1>{t('question')}</h1>
        <p className={css.lead}>{t('lead')}</p>
      </header>
      {opened ? (
        <>
          <Button
            look="quiet"
            icon="chevronLeft"
            className={css.back ?? ''}
            onPress={() => onOpen(undefined)}
          >
            {t('runs.back')}
          </Button>
          <OpenedRun
            key={opened}
            id={opened}
            zone={zone}
            onZone={onZone}
            onAgain={(run) => {
              setAgain(againOf(run))
              onOpen(undefined)
            }}
          />
        </>
      ) : (
        <>
          <RunList territoryId={territory.id} onOpen={onOpen} />
          <Start key={JSON.stringify(again)} territory={territory} again={again} onStarted={onOpen} />
        </>
      )}
    </div>
  )
}
