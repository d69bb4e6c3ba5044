import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { GridList, GridListItem, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useErrorWords } from '#web/i18n/useErrorWords.ts'
import { useFormat } from '#web/i18n/useFormat.ts'
import { useMay } from '#web/me.ts'
import { Button } from '#web/ui/Button.tsx'
import { classes } from '#web/ui/classes.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Spinner } from '#web/ui/Spinner.tsx'
import css from './RecordPage.module.css'
import { archivedQuery, type Kept, listQuery, type Ways } from './ways.ts'

const MANY = 6

type Listed<R> = {
  title: string
  selected: string | undefined
  onOpen: (id: string) => void
  /** One record in the list, under its name. */
  line: (record: R) => React.ReactNode
}

/** Every record of a kind by name: what it is about, what can be searched, and the one that is open beside them. */
export function RecordPage<R extends Kept & { name: string }>({
  ways,
  lead,
  action,
  filter,
  keep = () => true,
  textOf,
  empty,
  sheet,
  children,
  ...listed
}: Listed<R> & {
  ways: Ways<R>
  lead: string
  /** The button that adds one. */
  action: React.ReactNode
  /** Stands beside the search. */
  filter?: React.ReactNode
  keep?: (record: R) => boolean
  /** Where the search looks. */
  textOf: (record: R) => string
  /** What to do when there is none at all. */
  empty: React.ReactNode
  /** The open record. */
  sheet: React.ReactNode
  children?: React.ReactNode
}) {
  const { t } = useTranslation('records')
  const say = useErrorWords()
  const { compare } = useFormat()
  const { contains } = useFilter({ sensitivity: 'base' })
  const { data, error, refetch } = useQuery(listQuery(ways))
  const [text, setText] = useState('')
  const kept = (data ?? [])
    .filter((record) => keep(record) && contains(textOf(record), text.trim()))
    .sort((one, other) => compare(one.name, other.name))
  return (
    <div className={css.page}>
      <div className={css.main}>
        <div className={css.column}>
          <header className={css.head}>
            <div>
              <h1>{listed.title}</h1>
              <p className={css.lead}>{lead}</p>
            </div>
            {action}
          </header>
          {error ? (
            <ErrorState onRetry={() => refetch()}>{say(error)}</ErrorState>
          ) : !data ? (
            <Spinner label={t('loading')} />
          ) : data.length === 0 ? (
            empty
          ) : (
            <>
              <div className={css.tools}>
                {filter}
                {data.length >= MANY && (
                  <SearchField
                    label={t('search')}
                    labelHidden
                    placeholder={t('search')}
                    value={text}
                    onChange={setText}
                  />
                )}
              </div>
              {kept.length > 0 ? (
                <Rows records={kept} {...listed} />
              ) : (
                <EmptyState title={text.trim() ? t('nothingFound', { text: text.trim() }) : t('noneFound')} />
              )}
            </>
          )}
          {children}
          <Archives ways={ways} {...listed} />
        </div>
      </div>
      {sheet}
    </div>
  )
}

function Rows<R extends Kept & { name: string }>({
  records,
  title,
  selected,
  onOpen,
  line,
}: Listed<R> & { records: R[] }) {
  return (
    <GridList
      aria-label={title}
      items={records}
      dependencies={[line, selected]}
      className={classes(css.list)}
      onAction={(key) => onOpen(String(key))}
    >
      {(record) => (
        <GridListItem
          id={record.id}
          textValue={record.name}
          className={classes(css.row, record.id === selected && css.selected)}
        >
          <span className={css.name}>{record.name}</span>
          {line(record)}
        </GridListItem>
      )}
    </GridList>
  )
}

/** What was put away, for those who may put it back. */
function Archives<R extends Kept & { name: string }>({ ways, ...listed }: Listed<R> & { ways: Ways<R> }) {
  const { t } = useTranslation('records')
  const mayArchive = useMay('cooperation:archive')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery({ ...archivedQuery(ways), enabled: isOpen && mayArchive })
  if (!mayArchive) return null
  const archived = data?.filter(({ archivedAt }) => archivedAt)
  return (
    <section className={css.archives} aria-label={t('archives')}>
      <Button look="quiet" icon="archive" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? 'hideArchived' : 'showArchived')}
      </Button>
      {isOpen && archived?.length === 0 && <p>{t('noArchive')}</p>}
      {isOpen && archived && archived.length > 0 && (
        <Rows records={archived} {...listed} title={t('archives')} />
      )}
    </section>
  )
}
