import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/i18n/useFormat.ts'
import { Chip } from '#web/ui/Chip.tsx'
import { codesOf, type Member, populationOf } from './members.ts'
import css from './TerritoryForm.module.css'

/** What the territory is made of so far, each removable, and how large that is. */
export function MemberList({
  members,
  onRemove,
}: {
  members: readonly Member[]
  onRemove: (member: Member) => void
}) {
  const { t } = useTranslation('territories')
  const { number, compare } = useFormat()
  const population = populationOf(members)
  const [communes, epcis] = [codesOf(members, 'commune').length, codesOf(members, 'epci').length]
  const summary = [
    communes > 0 && t('summary.communes', { count: communes }),
    epcis > 0 && t('summary.epcis', { count: epcis }),
    population !== null && t('summary.population', { population: number(population) }),
  ]

  return (
    <section className={css.chosen} aria-live="polite">
      <h2 className={css.heading}>{t('members.chosen')}</h2>
      {members.length === 0 ? (
        <p className={css.soft}>{t('members.empty')}</p>
      ) : (
        <>
          <ul className={css.members}>
            {members
              .toSorted((a, b) => compare(a.name, b.name))
              .map((member) => (
                <li key={member.level + member.code}>
                  <Chip
                    onRemove={() => onRemove(member)}
                    removeLabel={t('members.remove', { name: member.name })}
                  >
                    {member.name}
                  </Chip>
                </li>
              ))}
          </ul>
          <p className={css.soft}>{summary.filter(Boolean).join(' · ')}</p>
        </>
      )}
    </section>
  )
}
