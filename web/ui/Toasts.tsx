import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import css from './Toasts.module.css'
import { toasts } from './toasts.ts'

/** Where short messages appear; mounted once. Each one is announced, and its timer waits while it is hovered. */
export function Toasts() {
  const { t } = useTranslation()
  return (
    <ToastRegion queue={toasts} aria-label={t('messages')} className={classes(css.region)}>
      {({ toast }) => {
        const { text, tone = 'plain', action } = toast.content
        const close = () => toasts.close(toast.key)
        return (
          <Toast toast={toast} className={classes(css.toast, css[tone])}>
            {tone === 'signal' && <Icon name="warning" />}
            <ToastContent className={classes(css.text)}>
              <Text slot="title">{text}</Text>
            </ToastContent>
            {action && (
              <Button
                look="quiet"
                className={classes(css.action)}
                onPress={() => {
                  close()
                  action.onPress()
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton icon="close" label={t('close')} onPress={close} className={classes(css.action)} />
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
