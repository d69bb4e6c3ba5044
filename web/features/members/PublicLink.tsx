import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workspace } from '#contract/members'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Block } from '#web/ui/Block.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Confirm } from '#web/ui/Confirm.tsx'
import { CopyField } from '#web/ui/CopyField.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import form from '#web/ui/form.module.css'
import { toast } from '#web/ui/toasts.ts'
import { visitLink } from './links.ts'
import { useUpdateWorkspace } from './members.queries.ts'
import css from './PublicLink.module.css'

type Asked = 'rotate' | 'close'
const SAID = { on: 'opened', rotate: 'rotated', close: 'closed' } as const

/** What the public link shows and never shows. Only those who may change it are told what it is. */
export function PublicLink({
  workspace,
  mayWrite,
  children,
}: {
  workspace: Workspace
  mayWrite: boolean
  /** What came in by the link. */
  children?: React.ReactNode
}) {
  const { t } = useTranslation('members')
  const say = useErrorWords()
  const update = useUpdateWorkspace()
  const [asked, setAsked] = useState<Asked>()
  const close = () => {
    update.reset()
    setAsked(undefined)
  }
  const write = (what: keyof typeof SAID) =>
    update.mutate(
      { publicLink: what !== 'close' },
      {
        onSuccess: () => {
          setAsked(undefined)
          toast({ text: t(`publicLink.${SAID[what]}`) })
        },
      },
    )

  return (
    <Block title={t('publicLink.title')} lead={t('publicLink.text')}>
      <dl className={css.what}>
        <div>
          <dt>{t('publicLink.sees')}</dt>
          <dd>{t('publicLink.seesText')}</dd>
        </div>
        <div>
          <dt>{t('publicLink.hides')}</dt>
          <dd>{t('publicLink.hidesText')}</dd>
        </div>
      </dl>
      {!mayWrite ? (
        <p className={form.soft}>{t('publicLink.byAdministrator')}</p>
      ) : workspace.publicLink ? (
        <>
          <CopyField label={t('publicLink.label')} value={visitLink(location.origin, workspace.publicLink)} />
          <div className={form.actions}>
            {children}
            <Button icon="waiting" onPress={() => setAsked('rotate')}>
              {t('publicLink.rotate')}
            </Button>
            <Button look="danger" onPress={() => setAsked('close')}>
              {t('publicLink.close')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={form.soft}>{t('publicLink.isOff')}</p>
          {update.error && !asked && <ErrorState>{say(update.error)}</ErrorState>}
          <div>
            <Button icon="link" isPending={update.isPending} onPress={() => write('on')}>
              {t('publicLink.on')}
            </Button>
          </div>
        </>
      )}
      <Confirm
        title={t(asked === 'close' ? 'publicLink.closeTitle' : 'publicLink.rotateTitle')}
        confirm={t(asked === 'close' ? 'publicLink.close' : 'publicLink.rotate')}
        isOpen={asked !== undefined}
        onClose={close}
        isPending={update.isPending}
        error={asked && update.error}
        onConfirm={() => asked && write(asked)}
      >
        <p>{t(asked === 'close' ? 'publicLink.closeText' : 'publicLink.rotateText')}</p>
      </Confirm>
    </Block>
  )
}
