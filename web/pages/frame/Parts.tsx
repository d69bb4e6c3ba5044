import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Search } from '#web/search.ts'
import { usePathname } from '#web/useView.ts'
import css from './Parts.module.css'

type Address = NonNullable<Parameters<typeof Link>[0]['to']>

/**
 * Parts of one place, with the way from one to another over them; going there keeps the selection. `above` stays in view,
 * `scrolls` says whether the part is longer than the screen: what scrolls must be reachable by keyboard.
 */
export function Parts({
  label,
  parts,
  above,
  scrolls,
  children,
}: {
  label: string
  parts: readonly { to: Address; label: string }[]
  above?: ReactNode
  scrolls: boolean
  children: ReactNode
}) {
  const pathname = usePathname()
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the part that opens may lie beyond the edge
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (current) nav.current?.scrollTo({ left: current.offsetLeft - 32 })
  }, [pathname])
  return (
    <div className={css.frame}>
      <nav aria-label={label} className={css.nav} ref={nav}>
        <ul className={css.parts}>
          {parts.map(({ to, label: name }) => (
            <li key={name}>
              <Link
                to={to}
                search={(now: Search) => ({ ...now, record: undefined })}
                activeOptions={{ exact: true, includeSearch: false }}
                className={css.part ?? ''}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {above}
      <div className={css.content} {...(scrolls && { tabIndex: 0 })}>
        {children}
      </div>
    </div>
  )
}
