import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '#web/ui/SearchField.tsx'

const PAUSE = 250

/** The text of the filter: sent after a short pause in typing, at once on Enter. */
export function ActorSearch({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation('actors')
  const [typed, setTyped] = useState(q)
  const [sent, setSent] = useState(q)
  // The address changed by another way: back, a chip taken away, a link.
  if (q !== sent) {
    setSent(q)
    setTyped(q)
  }
  const send = useEffectEvent((text: string) => {
    setSent(text.trim())
    if (text.trim() !== q) onChange(text.trim())
  })
  useEffect(() => {
    const timer = setTimeout(() => send(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const now = (text: string) => {
    setTyped(text)
    setSent(text.trim())
    onChange(text.trim())
  }
  return (
    <SearchField
      label={t('search')}
      labelHidden
      placeholder={t('searchExample')}
      value={typed}
      onChange={setTyped}
      onSubmit={now}
      onClear={() => now('')}
    />
  )
}
