import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVELS } from '#contract/assessments'
import { QUADRANTS, type Scales } from '#contract/scales'
import { codeOf } from '#web/http/errors.ts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { StandingMark } from '#web/ui/StandingMark.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { useScales } from './scales.commands.ts'
import { type Four, isWhole, type Labels, toScales } from './settings/labels.ts'
import { ScaleLabels } from './settings/ScaleLabels.tsx'
import css from './settings/settings.module.css'
import { type ScaleWords, useScaleWords } from './useScaleWords.ts'

const PRODUCT = { need: null, possibility: null, quadrants: null }

const labelsOf = (words: ScaleWords): Labels => ({
  need: words.levels('need') as unknown as Four,
  possibility: words.levels('possibility') as unknown as Four,
  quadrants: Object.fromEntries(QUADRANTS.map((one) => [one, words.standing(one)])) as Labels['quadrants'],
})

/** How levels and quadrants are called here. The four levels and the four quadrants themselves stay. */
export function ScalesEditor({ scales, mayFrame }: { scales: Scales; mayFrame: boolean }) {
  const { t } = useTranslation('assessments')
  const sayError = useErrorWords()
  const current = useScaleWords(scales)
  const product = useScaleWords(PRODUCT)
  const update = useScales()
  const read = useMemo(() => labelsOf(current), [current])
  const [edited, setEdited] = useState<Labels | null>(null)
  const labels = edited ?? read

  const save = (next: Labels) =>
    update.mutate(
      { version: scales.version, set: toScales(next, labelsOf(product)) },
      {
        onSuccess: () => {
          setEdited(null)
          toast({ text: t('scales.saved') })
        },
        onError: (error) => codeOf(error) === 'stale_write' && setEdited(null),
      },
    )
  const { onSubmit } = useSubmit(isWhole(labels), () => save(labels))
  const axis = (name: 'need' | 'possibility') => (
    <ScaleLabels
      title={t(`scales.${name}`)}
      isDisabled={!mayFrame}
      rows={LEVELS.toReversed().map((level) => ({
        key: String(level),
        mark: level,
        label: t('scales.level', { level }),
        value: labels[name][level],
      }))}
      onChange={(key, text) =>
        setEdited({
          ...labels,
          [name]: labels[name].map((label, level) => (level === Number(key) ? text : label)),
        })
      }
    />
  )
  const isProduct = !scales.need && !scales.possibility && !scales.quadrants
  return (
    <Block title={t('scales.title')} lead={mayFrame ? t('scales.lead') : t('scales.locked')}>
      <form className={form.form} onSubmit={onSubmit} noValidate>
        <div className={css.scales}>
          {axis('need')}
          {axis('possibility')}
          <ScaleLabels
            title={t('scales.quadrants')}
            isDisabled={!mayFrame}
            rows={QUADRANTS.map((one) => ({
              key: one,
              mark: <StandingMark standing={one} />,
              label: product.standing(one),
              value: labels.quadrants[one],
            }))}
            onChange={(key, text) =>
              setEdited({ ...labels, quadrants: { ...labels.quadrants, [key]: text } })
            }
          />
        </div>
        {update.isError && (
          <ErrorState>
            {codeOf(update.error) === 'stale_write' ? t('scales.stale') : sayError(update.error)}
          </ErrorState>
        )}
        {mayFrame && (
          <div className={form.actions}>
            <Button
              type="submit"
              look="primary"
              isPending={update.isPending}
              isDisabled={!edited || !isWhole(labels)}
            >
              {t('scales.save')}
            </Button>
            {(!isProduct || edited) && (
              <Button
                onPress={() => (isProduct ? setEdited(null) : save(labelsOf(product)))}
                isDisabled={update.isPending}
              >
                {t('scales.reset')}
              </Button>
            )}
          </div>
        )}
      </form>
    </Block>
  )
}
