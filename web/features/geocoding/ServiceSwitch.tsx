import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useMay } from '#web/me.ts'
import { Block } from '#web/ui/Block.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Switch } from '#web/ui/Switch.tsx'
import { geocodingQuery, useAllow } from './geocoding.queries.ts'

/** Where addresses go when the service is allowed, and for administrators the switch. */
export function ServiceSwitch() {
  const { t } = useTranslation('geocoding')
  const say = useErrorWords()
  const mayAllow = useMay('geocoding:allow')
  const { data: status } = useQuery(geocodingQuery())
  const allow = useAllow()
  if (!status) return null
  const isOn = allow.isPending ? allow.variables : status.service
  const host = new URL(status.serviceUrl).host
  return (
    <Block title={t('service.title')} lead={t('service.what', { host })}>
      <p>{t('service.leaves')}</p>
      {mayAllow ? (
        <Switch isSelected={isOn} isDisabled={allow.isPending} onChange={(next) => allow.mutate(next)}>
          {t('service.allow')}
        </Switch>
      ) : (
        <p>{t(isOn ? 'service.on' : 'service.off')}</p>
      )}
      {allow.error && <ErrorState>{say(allow.error)}</ErrorState>}
    </Block>
  )
}
