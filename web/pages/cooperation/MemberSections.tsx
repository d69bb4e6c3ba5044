import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/me.ts'
import { Spinner } from '#web/ui/Spinner.tsx'

const CardSections = lazy(() => import('./CardSections.tsx'))

/** What cooperation says of an actor, on its card: for members, when a card is first opened. */
export function MemberSections({ id }: { id: string }) {
  const { t } = useTranslation('cooperation')
  if (!useMay('cooperation:read')) return null
  return (
    <Suspense fallback={<Spinner label={t('loading')} />}>
      <CardSections key={id} id={id} />
    </Suspense>
  )
}
