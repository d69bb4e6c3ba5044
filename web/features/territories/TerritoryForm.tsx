import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { MemberList } from './MemberList.tsx'
import { MemberSearch } from './MemberSearch.tsx'
import { codesOf, type Member, withMember } from './members.ts'
import css from './TerritoryForm.module.css'

export type TerritoryDraft = { name: string; communes: string[]; epcis: string[] }

/** Name, then communes and EPCI. What is missing is said where it is missing, once the form was sent. */
export function TerritoryForm({
  name: firstName = '',
  members: firstMembers = [],
  hasPolygon = false,
  submitLabel,
  isPending,
  error,
  onSubmit,
}: {
  name?: string
  members?: readonly Member[]
  /** Its drawn outline is extent enough. */
  hasPolygon?: boolean
  submitLabel: string
  isPending: boolean
  error: unknown
  onSubmit: (draft: TerritoryDraft) => void
}) {
  const { t } = useTranslation('territories')
  const say = useErrorWords()
  const [name, setName] = useState(firstName)
  const [members, setMembers] = useState(firstMembers)
  const [wasSent, setSent] = useState(false)
  const missing = {
    name: name.trim() === '' && t('name.missing'),
    members: members.length === 0 && !hasPolygon && t('members.missing'),
  }

  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        const [wrong] = Object.entries(missing).find(([, words]) => words) ?? []
        if (wrong) return event.currentTarget.querySelectorAll('input')[wrong === 'name' ? 0 : 1]?.focus()
        onSubmit({
          name: name.trim(),
          communes: codesOf(members, 'commune'),
          epcis: codesOf(members, 'epci'),
        })
      }}
    >
      <TextField
        label={t('name.label')}
        hint={t('name.hint')}
        error={(wasSent && missing.name) || undefined}
        value={name}
        onChange={setName}
        maxLength={120}
        isRequired
        autoComplete="off"
      />
      <MemberSearch
        error={(wasSent && missing.members) || undefined}
        onChoose={(member) => setMembers((now) => withMember(now, member))}
      />
      <MemberList
        members={members}
        onRemove={(removed) => setMembers((now) => now.filter((member) => member !== removed))}
      />
      {hasPolygon && <p>{t('polygon')}</p>}
      {Boolean(error) && <ErrorState>{say(error)}</ErrorState>}
      <div>
        <Button type="submit" look="primary" isPending={isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  )
}
