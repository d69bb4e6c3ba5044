import { type FormEvent, useState } from 'react'

/**
 * What a form does once it is sent: what is missing is said from then on (`wasSent`) and the keyboard goes to the first
 * field that says so; when all is there, `send`.
 */
export function useSubmit(isReady: boolean, send: () => void) {
  const [wasSent, setSent] = useState(false)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(true)
    if (isReady) return send()
    const form = event.currentTarget
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return { wasSent, onSubmit, startAgain: () => setSent(false) }
}
