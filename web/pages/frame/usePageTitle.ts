import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePathname } from '#web/useView.ts'
import type { Gate } from './gate.ts'

/** Pages that look at one territory say which. */
const ON_TERRITORY = {
  '/': 'map',
  '/actors': 'actors',
  '/analyses': 'analyses',
  '/cooperations': 'cooperations',
  '/data': 'files',
  '/field': 'observations',
} as const

const TITLES = {
  '/account': 'accounts:page.title',
  '/analyses/estimates': 'analyses:nav.estimates',
  '/analyses/hot-spots': 'analyses:nav.hotSpots',
  '/analyses/readings': 'analyses:nav.readings',
  '/cooperations/bodies': 'cooperation:nav.bodies',
  '/cooperations/facilitators': 'cooperation:nav.facilitators',
  '/cooperations/outreach': 'cooperation:nav.outreach',
  '/cooperations/publics': 'cooperation:nav.publics',
  '/cooperations/settings': 'cooperation:nav.settings',
  '/duplicates': 'resemblances:page.title',
  '/events': 'persons:events.title',
  '/join': 'accounts:join.submit',
  '/persons': 'persons:page.title',
  '/privacy': 'privacy:title',
  '/proposals': 'proposals:page.title',
  '/setup': 'accounts:setup.title',
  '/shared': 'sharing:title',
  '/sign-in': 'accounts:signIn.title',
  '/sign-in/link': 'accounts:byLink.title',
  '/territories/new': 'territories:titleNew',
  '/visit': 'accounts:visit.title',
  '/workspace': 'members:title',
} as const

/** A step that stands where another page was asked for. */
const STEPS = {
  outside: 'accounts:outside.title',
  passkey: 'accounts:passkey.title',
  setup: 'accounts:setup.title',
  signIn: 'accounts:signIn.title',
} as const

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)

/** The title of the document says the page, then the territory, then the product: tabs show its beginning. */
export function usePageTitle(gate: Gate, territory?: string) {
  const { t } = useTranslation([
    'frame',
    'accounts',
    'analyses',
    'cooperation',
    'members',
    'methodSheet',
    'persons',
    'privacy',
    'proposals',
    'resemblances',
    'sharing',
    'territories',
  ])
  const path = usePathname()
  const at = path.startsWith('/data/') ? '/data' : path
  const place = gate === 'open' && has(ON_TERRITORY, at) && ON_TERRITORY[at]
  const page = has(STEPS, gate)
    ? t(STEPS[gate])
    : place
      ? t(`places.${place}`)
      : has(TITLES, path)
        ? t(TITLES[path])
        : path.endsWith('/sheet')
          ? t('methodSheet:title')
          : path.startsWith('/territories/')
            ? t('territories:titleEdit')
            : t('notFound.title')

  useEffect(() => {
    document.title = [page, place && territory, 'Maillage'].filter(Boolean).join(' · ')
  }, [page, place, territory])
}
