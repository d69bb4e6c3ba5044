import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'

export type ToastWords = {
  text: string
  tone?: 'plain' | 'signal'
  /** One thing that can be done about it: « Annuler », « Réessayer ». */
  action?: { label: string; onPress: () => void }
}

export const toasts = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/** What was said concerns somebody who is no longer here. */
export const clearToasts = () => {
  for (const { key } of toasts.visibleToasts) toasts.close(key)
}

const READING_TIME = 8_000

/** Says something for 8 s, or until it is closed when it is a refusal. Returns its key, for `toasts.close`. */
export const toast = (words: ToastWords): string =>
  toasts.add(words, words.tone === 'signal' ? {} : { timeout: READING_TIME })
