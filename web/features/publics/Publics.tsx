import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetPublic } from '#contract/target-publics'
import { useMay } from '#web/me.ts'
import { OpenRecord } from '#web/records/OpenRecord.tsx'
import { RecordPage } from '#web/records/RecordPage.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Chip } from '#web/ui/Chip.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ToggleTabs } from '#web/ui/ToggleTabs.tsx'
import { AddPublic } from './AddPublic.tsx'
import { FlagSign } from './FlagSigns.tsx'
import css from './publics.module.css'
import { publicWays } from './publics.queries.ts'
import { usePublicFields } from './usePublicFields.tsx'

const SHOWN = ['all', 'known', 'unknown'] as const

/** For whom one reaches out: every public, those that nobody knows yet told apart. */
export function Publics({
  opened,
  onOpen,
}: {
  opened: string | undefined
  onOpen: (id: string | undefined) => void
}) {
  const { t } = useTranslation('publics')
  const mayWrite = useMay('cooperation:write')
  const fields = usePublicFields()
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all')
  const add = mayWrite && (
    <Button look="primary" icon="plus" onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const tabs = { all: t('all'), known: t('knownOnly'), unknown: t('unknownOnly') }
  return (
    <>
      <RecordPage
        ways={publicWays}
        title={t('title')}
        lead={t('lead')}
        action={add}
        filter={
          <ToggleTabs
            label={t('filter')}
            options={SHOWN.map((value) => ({ value, label: tabs[value] }))}
            value={shown}
            onChange={setShown}
          />
        }
        keep={({ known }) => shown === 'all' || known === (shown === 'known')}
        textOf={({ name, note }) => `${name} ${note ?? ''}`}
        line={(one) => <Line target={one} />}
        selected={opened}
        onOpen={onOpen}
        empty={
          <EmptyState title={t('empty')} action={add}>
            {t('emptyWords')}
          </EmptyState>
        }
        sheet={
          opened && (
            <OpenRecord ways={publicWays} id={opened} fields={fields} onClose={() => onOpen(undefined)} />
          )
        }
      />
      {isAdding && <AddPublic onClose={() => setAdding(false)} onAdded={onOpen} />}
    </>
  )
}

function Line({ target: { flags, known } }: { target: TargetPublic }) {
  const { t } = useTranslation('publics')
  return (
    <span className={css.line}>
      <Chip tone={known ? 'plain' : 'accent'}>{t(known ? 'known' : 'unknown')}</Chip>
      {flags.map((flag) => (
        <span key={flag} className={css.words}>
          <FlagSign flag={flag} size={18} /> {t(`flag.${flag}`)}
        </span>
      ))}
    </span>
  )
}
