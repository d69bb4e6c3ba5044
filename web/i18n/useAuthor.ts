import { useTranslation } from 'react-i18next'

/** Says who wrote something: the name of a member, or in words what the server calls those who have no account. */
export function useAuthor(): (author: string) => string {
  const { t, i18n } = useTranslation('history')
  return (author) =>
    i18n.exists(`author.${author}`, { ns: 'history' }) ? t(`author.${author as 'visitor'}`) : author
}
