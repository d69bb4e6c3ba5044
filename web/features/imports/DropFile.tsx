import { useRef, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import css from './DropFile.module.css'
import { useCheckFile } from './imports.queries.ts'

/** Takes a file, dropped or chosen, and has it checked; `onRun` receives the run that checks it. */
export function DropFile({ onRun }: { onRun: (id: string) => void }) {
  const { t } = useTranslation('imports')
  const say = useErrorWords()
  const check = useCheckFile()
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const stop = useRef<AbortController>(null)

  function send(file: File | undefined) {
    if (!file) return
    setEmpty(file.size === 0)
    if (file.size === 0) return
    stop.current = new AbortController()
    setSending({ name: file.name, part: 0 })
    check.mutate(
      {
        file,
        signal: stop.current.signal,
        onProgress: (part) => setSending({ name: file.name, part }),
      },
      { onSuccess: ({ id }) => onRun(id), onSettled: () => setSending(null) },
    )
  }

  if (sending)
    return (
      <div className={css.sending}>
        <Progress label={t('steps.sending', { name: sending.name })} value={sending.part} />
        <div>
          <Button icon="close" onPress={() => stop.current?.abort()}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    )

  return (
    <div className={css.take}>
      <DropZone
        aria-label={t('drop.area')}
        className={classes(css.zone)}
        onDrop={async ({ items }) => {
          const item = items.find(({ kind }) => kind === 'file')
          if (item?.kind === 'file') send(await item.getFile())
        }}
      >
        {({ isDropTarget }) => (
          <>
            <Icon name="upload" size={32} />
            <Text slot="label" className={classes(css.title)}>
              {t(isDropTarget ? 'drop.over' : 'drop.title')}
            </Text>
            <p className={css.hint}>{t('drop.hint')}</p>
            <FileTrigger onSelect={(files) => send(files?.[0])}>
              <Button look="primary" icon="file">
                {t('drop.button')}
              </Button>
            </FileTrigger>
          </>
        )}
      </DropZone>
      {isEmpty && <ErrorState>{t('drop.empty')}</ErrorState>}
      {check.error && !stop.current?.signal.aborted && <ErrorState>{say(check.error)}</ErrorState>}
    </div>
  )
}
