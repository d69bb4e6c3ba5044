import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, EVIDENCE_KINDS } from '#contract/assessments'
import { Button } from '#web/ui/Button.tsx'
import form from '#web/ui/form.module.css'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import { type Named, useDesk } from '../judging.ts'
import { type Draft, draftFrom, groundOf, hasSaid, NOTHING } from './draft.ts'
import css from './form.module.css'
import { GroundFields } from './GroundFields.tsx'
import { LevelField } from './LevelField.tsx'
import { SegmentField } from './SegmentField.tsx'

const ANY = 'any'

/** One judgement on one actor: levels first, what they rest on after. */
export function AssessForm({
  actor,
  reasonId: firstReason,
  history,
  onDone,
}: {
  actor: Named
  reasonId: string
  history: readonly Assessment[]
  onDone: () => void
}) {
  const { t } = useTranslation('assessments')
  const { judge, lens, speaksFor, reasons, reasonWords, publics } = useDesk()
  const assessor = { kind: speaksFor.kind, id: speaksFor.id }
  const [about, setAbout] = useState({ reasonId: firstReason, publicId: lens.publicId })
  const before = draftFrom(history, { ...about, actorId: actor.id, assessor })
  // What was typed stays when the reason changes; until then, each reason shows what was said for it.
  const [edited, setEdited] = useState<Draft | null>(null)
  const draft = edited ?? before
  const edit = (change: Partial<Draft>) => setEdited({ ...draft, ...change })

  const send = (said: Draft) => {
    void judge(actor, {
      assessor,
      ...about,
      need: said.need,
      possibility: said.possibility,
      ground: groundOf(said),
    })
    onDone()
  }
  const { wasSent, onSubmit } = useSubmit(hasSaid(draft), () => send(draft))
  const missing = wasSent && !hasSaid(draft) ? t('form.missing') : undefined
  return (
    <form className={form.form} onSubmit={onSubmit} noValidate>
      <p className={css.who}>
        {t('form.who', {
          name: speaksFor.kind === 'group' ? t('inNameOf', { name: speaksFor.name }) : t('inMyName'),
        })}
      </p>
      <div className={css.about}>
        <Select
          label={t('reason')}
          options={reasons.map((id) => ({ value: id, label: reasonWords(id) }))}
          value={about.reasonId}
          onChange={(reasonId) => setAbout({ ...about, reasonId })}
        />
        {publics.length > 0 && (
          <Select
            label={t('public')}
            options={[
              { value: ANY, label: t('anyPublic') },
              ...publics.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={about.publicId ?? ANY}
            onChange={(id) => setAbout({ ...about, publicId: id === ANY ? null : id })}
          />
        )}
      </div>
      <LevelField
        axis="need"
        value={draft.need}
        onChange={(need) => edit({ need })}
        {...(missing && { error: missing })}
      />
      <TextArea
        label={t('form.evidence')}
        hint={t('form.evidenceHint')}
        rows={2}
        maxLength={2_000}
        value={draft.evidence}
        onChange={(evidence) => edit({ evidence })}
      />
      <SegmentField
        label={t('form.evidenceKind')}
        options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`evidenceKind.${kind}`) }))}
        none={t('form.evidenceKindNone')}
        value={draft.evidenceKind}
        onChange={(evidenceKind) => edit({ evidenceKind })}
      />
      <LevelField
        axis="possibility"
        value={draft.possibility}
        onChange={(possibility) => edit({ possibility })}
      />
      <GroundFields draft={draft} onChange={edit} />
      <div className={css.actions}>
        {hasSaid(before) && (
          <Button look="quiet" onPress={() => send(NOTHING)}>
            {t('form.withdraw')}
          </Button>
        )}
        <Button type="submit" look="primary">
          {t('form.send')}
        </Button>
      </div>
    </form>
  )
}
