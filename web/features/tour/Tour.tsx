import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Family } from '#contract/nomenclature'
import { Button } from '#web/ui/Button.tsx'
import { FamilySymbol } from '#web/ui/FamilySymbol.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import type { IconName } from '#web/ui/icons.ts'
import css from './Tour.module.css'

const STEPS = ['map', 'filter', 'files'] as const
const SEEN = 'maillage.tour'

const icons = (...names: IconName[]) => names.map((name) => <Icon key={name} name={name} size={28} />)
const symbols = (...families: Family[]) =>
  families.map((family) => <FamilySymbol key={family} family={family} size={36} />)

const DRAWINGS = {
  map: symbols('A', 'D', 'F', 'G', 'K'),
  filter: icons('list', 'filter', 'map', 'link'),
  files: icons('territory', 'upload', 'file', 'check'),
}

/** Three cards beside the map, once: skipped or finished, they never come back. Escape skips. */
export function Tour() {
  const { t } = useTranslation(['tour', 'common'])
  const [step, setStep] = useState(() => (localStorage.getItem(SEEN) ? STEPS.length : 0))
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const name = STEPS[step]

  useEffect(() => {
    if (STEPS[step]) heading.current?.focus({ preventScroll: true })
  }, [step])

  if (!name) return null

  const go = (next: number) => {
    setStep(next)
    if (STEPS[next]) return
    localStorage.setItem(SEEN, 'seen')
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  const skip = () => go(STEPS.length)

  return (
    <section
      aria-labelledby={id}
      className={css.tour}
      onKeyDown={(event) => event.key === 'Escape' && skip()}
    >
      <div className={css.head}>
        <p className={css.step}>{t('step', { step: step + 1, steps: STEPS.length })}</p>
        <IconButton icon="close" label={t('skip')} onPress={skip} />
      </div>
      <div className={css.drawing} aria-hidden="true">
        {DRAWINGS[name]}
      </div>
      <h2 id={id} ref={heading} tabIndex={-1} className={css.title}>
        {t(`steps.${name}.title`)}
      </h2>
      <p>{t(`steps.${name}.text`)}</p>
      <div className={css.actions}>
        {step === 0 ? (
          <Button look="quiet" onPress={skip}>
            {t('skip')}
          </Button>
        ) : (
          <Button look="quiet" onPress={() => go(step - 1)}>
            {t('back', { ns: 'common' })}
          </Button>
        )}
        <Button look="primary" onPress={() => go(step + 1)}>
          {step === STEPS.length - 1 ? t('start') : t('next', { ns: 'common' })}
        </Button>
      </div>
    </section>
  )
}
