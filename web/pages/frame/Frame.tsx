import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#contract/accounts'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { meQuery } from '#web/me.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import { usePathname } from '#web/useView.ts'
import { SetupPage } from '../SetupPage.tsx'
import { SignInPage } from '../SignInPage.tsx'
import { type Gate, gateOf } from './gate.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { Outside } from './Outside.tsx'
import { PasskeyNeeded } from './PasskeyNeeded.tsx'
import { Threshold } from './Threshold.tsx'
import { usePageTitle } from './usePageTitle.ts'
import { useAddressLanguage } from './useSettings.ts'

const STEPS: Record<Exclude<Gate, 'open'>, React.ComponentType> = {
  threshold: Outlet,
  passkey: PasskeyNeeded,
  setup: SetupPage,
  outside: Outside,
  signIn: SignInPage,
}

/** Every page stands in this: it opens for who may enter, and shows the step that is missing to who may not yet. */
export function Frame() {
  const { t } = useTranslation()
  const say = useErrorWords()
  const { data: me, error, refetch } = useQuery(meQuery())
  useAddressLanguage()
  if (me) return <Gated me={me} />
  return (
    <Threshold>
      {error ? (
        <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
      ) : (
        <Spinner label={t('loading')} />
      )}
    </Threshold>
  )
}

function Gated({ me }: { me: Me }) {
  const pathname = usePathname()
  const gate = gateOf(me, pathname)
  const passed = useRef(gate)

  // The step that had the keyboard is gone: the page that takes its place receives it.
  useEffect(() => {
    if (passed.current === gate) return
    passed.current = gate
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [gate])

  if (gate === 'open') return <OpenFrame me={me} />
  const Step = STEPS[gate]
  return (
    <Threshold wide={pathname === '/privacy'}>
      <StepTitle gate={gate} />
      <Step />
    </Threshold>
  )
}

function StepTitle({ gate }: { gate: Gate }) {
  usePageTitle(gate)
  return null
}
