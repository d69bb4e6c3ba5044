import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import { REASONS, type Reason } from '#contract/reasons'
import { useMay } from '#web/me.ts'
import { useSaid } from '#web/records/useSaid.ts'
import { useSave } from '#web/records/useSave.ts'
import { useCreate, useShelve } from '#web/records/writing.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CommitField } from '#web/ui/CommitField.tsx'
import { ConflictDialog } from '#web/ui/ConflictDialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useSubmit } from '#web/ui/useSubmit.ts'
import css from './reasons.module.css'
import { reasonsQuery, reasonWays } from './reasons.queries.ts'

type Like = Reason['likeReason']
const NONE = 'none'
const LABEL_LENGTH = 120

/** The four reasons, locked, and those that the workspace adds, each looking at things in the way of one of them. */
export function ReasonsEditor() {
  const { t } = useTranslation('reasons')
  const mayFrame = useMay('cooperation:frame')
  const { data: added = [] } = useQuery(reasonsQuery)
  return (
    <Block title={t('title')} lead={t('lead')}>
      <ul className={css.locked}>
        {REASONS.map((one) => (
          <li key={one}>
            <Icon name="lock" size={18} />
            <span className="visually-hidden">{t('locked')} : </span>
            {t(`label.${one}`)}
          </li>
        ))}
      </ul>
      <h3>{t('added')}</h3>
      {added.length === 0 && <p className={css.soft}>{t('none')}</p>}
      <ul className={css.added}>
        {added.map((reason) => (
          <li key={reason.id}>{mayFrame ? <Added reason={reason} /> : reason.label}</li>
        ))}
      </ul>
      {mayFrame ? <Add /> : <p className={css.soft}>{t('readOnly')}</p>}
    </Block>
  )
}

function LikeSelect({ value, onChange }: { value: Like; onChange: (like: Like) => void }) {
  const { t } = useTranslation('reasons')
  return (
    <Select
      label={t('like')}
      hint={t('likeHint')}
      options={[
        ...REASONS.map((one) => ({ value: one as string, label: t(`label.${one}`) })),
        { value: NONE, label: t('likeNone') },
      ]}
      value={value ?? NONE}
      onChange={(next) => onChange(REASONS.find((one) => one === next) ?? null)}
    />
  )
}

function Added({ reason }: { reason: Reason }) {
  const { t } = useTranslation('reasons')
  const { save, conflict, keepYours, keepTheirs } = useSave(reasonWays, reason)
  const shelve = useShelve(reasonWays)
  const { saved, refused } = useSaid(reasonWays.key)
  const { id, label, likeReason } = reason
  const names = { label: t('name'), likeReason: t('like') }
  const field = conflict && names[conflict.field as keyof typeof names]
  const say = (value: unknown) =>
    REASONS.some((one) => one === value) ? t(`label.${value as 'be_introduced'}`) : `${value ?? ''}`
  return (
    <div className={css.reason}>
      <CommitField
        label={t('name')}
        value={label}
        onCommit={(next) => next && save({ label: next.slice(0, LABEL_LENGTH) }, t('name'))}
      />
      <LikeSelect value={likeReason} onChange={(next) => save({ likeReason: next }, t('like'))} />
      <IconButton
        icon="archive"
        label={t('archive', { label })}
        onPress={() =>
          shelve
            .mutateAsync({ id, verb: 'archive' })
            .then(({ seq }) => saved(t('archived', { label }), seq), refused)
        }
      />
      {conflict && field && (
        <ConflictDialog
          field={field}
          yours={say(conflict.yours)}
          theirs={say(conflict.theirs)}
          onYours={() => keepYours(field)}
          onTheirs={keepTheirs}
        />
      )}
    </div>
  )
}

function Add() {
  const { t } = useTranslation('reasons')
  const { t: say } = useTranslation('records')
  const [id, setId] = useState(() => v7())
  const [label, setLabel] = useState('')
  const [likeReason, setLike] = useState<Like>(null)
  const create = useCreate(reasonWays)
  const { saved, refused } = useSaid(reasonWays.key)
  const isMissing = label.trim() === ''
  const { wasSent, onSubmit, startAgain } = useSubmit(!isMissing && !create.isPending, () => {
    create.mutateAsync({ id, label: label.trim(), likeReason }).then(({ record, seq }) => {
      saved(say('added', { name: record.label }), seq)
      setId(v7())
      setLabel('')
      setLike(null)
      startAgain()
    }, refused)
  })
  return (
    <form noValidate className={css.reason} onSubmit={onSubmit}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={wasSent && isMissing ? t('nameMissing') : undefined}
        value={label}
        onChange={setLabel}
        maxLength={LABEL_LENGTH}
        autoComplete="off"
      />
      <LikeSelect value={likeReason} onChange={setLike} />
      <Button type="submit" icon="plus" isPending={create.isPending}>
        {t('add')}
      </Button>
    </form>
  )
}
