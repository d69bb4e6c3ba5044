import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import { useSaid } from './useSaid.ts'
import type { Kept, Ways } from './ways.ts'
import { useCreate } from './writing.ts'

/** Adds a record, says so, and hands its id over. One id for every attempt: a lost answer never makes two. */
export function useAdd<R extends Kept & { name: string }>(ways: Ways<R>, onAdded: (id: string) => void) {
  const { t } = useTranslation('records')
  const [id] = useState(() => v7())
  const create = useCreate(ways)
  const { saved } = useSaid(ways.key)
  return async (input: Record<string, unknown>) => {
    const { record, seq } = await create.mutateAsync({ id, ...input })
    saved(t('added', { name: record.name }), seq)
    onAdded(record.id)
  }
}
