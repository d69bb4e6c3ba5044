import { Link } from '@tanstack/react-router'
import type { Search } from '#web/search.ts'
import css from './Frame.module.css'

export function Brand() {
  return (
    <Link to="/" search={({ territory, lang }: Search) => ({ territory, lang })} className={css.brand ?? ''}>
      <svg aria-hidden="true" width="26" height="26" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" fill="#0b5c60" />
        <path d="M9 22V10l7 7 7-7v12" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
        <path
          d="M9 7.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2Zm14 0a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM9 19.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2Zm14 0a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2Z"
          fill="#fff"
        />
        <circle cx="16" cy="17" r="3.2" fill="#e9a11b" />
      </svg>
      Maillage
    </Link>
  )
}
