import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorKey } from '#contract/indicators'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import css from './hot-spots.module.css'
import type { Part } from './hot-spots.queries.ts'

const [LEAST, MOST] = [2, 8]
/** An indicator that may be taken, under its name. */
export type Candidate = { key: string; label: string; indicator: IndicatorKey; isTurned: boolean }

/** Two to eight indicators, and for each which way is harder. */
export function CompositeChoice({
  candidates,
  onShow,
}: {
  candidates: readonly Candidate[]
  onShow: (parts: Part[]) => void
}) {
  const { t } = useTranslation('hotSpots')
  const [taken, setTaken] = useState<ReadonlyMap<string, boolean>>(new Map())
  const set = (key: string, turned: boolean | undefined) => {
    const next = new Map(taken)
    if (turned === undefined) next.delete(key)
    else next.set(key, turned)
    setTaken(next)
  }
  const isFull = taken.size >= MOST
  return (
    <div className={css.fold}>
      <p>{t('composite.help')}</p>
      <fieldset className={css.choices}>
        <legend className="visually-hidden">{t('composite.choose')}</legend>
        {candidates.map(({ key, label, isTurned }) => {
          const turned = taken.get(key)
          return (
            <div key={key}>
              <Checkbox
                isSelected={turned !== undefined}
                isDisabled={isFull && turned === undefined}
                onChange={(isOn) => set(key, isOn ? isTurned : undefined)}
              >
                {label}
              </Checkbox>
              {turned !== undefined && (
                <Checkbox
                  className={css.turned ?? ''}
                  isSelected={turned}
                  onChange={(isOn) => set(key, isOn)}
                >
                  {t('composite.turned')}
                </Checkbox>
              )}
            </div>
          )
        })}
      </fieldset>
      <Button
        look="primary"
        isDisabled={taken.size < LEAST}
        onPress={() =>
          onShow(
            candidates.flatMap(({ key, indicator }) => {
              const turned = taken.get(key)
              return turned === undefined ? [] : [{ ...indicator, turned }]
            }),
          )
        }
      >
        {t('composite.show')}
      </Button>
    </div>
  )
}
