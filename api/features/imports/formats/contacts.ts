import type { ContactDraft, RowProblem } from '#api/domain/import-draft'
import { reservation, suggesting } from '#api/domain/import-remarks'
import { readEmails, readLine, readPhone, readWebsite } from '#api/domain/import-text'
import type { Cell } from './place.ts'

/** As many of each kind as an actor's card can show. */
const MAX_OF_A_KIND = 5

/** Every value of a cell: a list, or text where `|` and line breaks part them. */
const parts = ({ value }: Cell): string[] =>
  (Array.isArray(value) ? value : String(value ?? '').split(/[|\n]/))
    .map((part) => readLine(part, 300))
    .filter((part) => part !== null)

/** A web address, its scheme restored when people left it out: `www.example.org`. */
const readSite = (text: string): string | null =>
  readWebsite(/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(text) ? `https://${text}` : text)

function phonesOf(cell: Cell): { values: string[]; problems: RowProblem[] } {
  const values = parts(cell).flatMap((part) => readPhone(part) ?? [])
  const lost = values.filter((value) => /^[1-79]\d{8}$/.test(value.replace(/[\s.]/g, '')))
  const problems = lost.map((value) =>
    suggesting(reservation('leading_zero_lost', cell.field, value), readPhone(`0${value}`)),
  )
  return { values, problems }
}

function sitesOf(cell: Cell): { values: string[]; problems: RowProblem[] } {
  const said = parts(cell)
  const values = said.flatMap((part) => readSite(part) ?? [])
  const isLost = values.length === 0 && said.length > 0
  return { values, problems: isLost ? [reservation('website_unreadable', cell.field, said[0])] : [] }
}

function emailsOf(cell: Cell): { values: string[]; problems: RowProblem[] } {
  const said = parts(cell)
  const values = said.flatMap((part) => readEmails(part.replace(/^mailto:/i, '')))
  const isLost = values.length === 0 && said.length > 0
  return { values, problems: isLost ? [reservation('email_unreadable', cell.field, said[0])] : [] }
}

/** How to reach an organisation; what cannot be read is left out, and said. */
export function contactsOf(said: { phone?: Cell; email?: Cell; website?: Cell }): {
  contacts: ContactDraft[]
  problems: RowProblem[]
} {
  const read = [
    { kind: 'phone' as const, ...(said.phone ? phonesOf(said.phone) : NOTHING) },
    { kind: 'email' as const, ...(said.email ? emailsOf(said.email) : NOTHING) },
    { kind: 'website' as const, ...(said.website ? sitesOf(said.website) : NOTHING) },
  ]
  return {
    contacts: read.flatMap(({ kind, values }) =>
      [...new Set(values)].slice(0, MAX_OF_A_KIND).map((value) => ({ kind, value })),
    ),
    problems: read.flatMap(({ problems }) => problems),
  }
}

const NOTHING = { values: [], problems: [] }
