import { useTranslation } from 'react-i18next'
import type { Contact, ContactPerson } from '#contract/contacts'
import { Button } from '#web/ui/Button.tsx'
import { AudienceSign } from '../audience/AudienceSign.tsx'
import type { ActorWords } from '../useActorWords.ts'
import { goesOn, goesSoon, today } from './consent.ts'
import css from './contacts.module.css'

/** Who answers there, since when they agree, and when their contact goes unless somebody asks them again. */
export function PersonLine({
  contact,
  person,
  words: { day },
  onRenew,
}: {
  contact: Contact
  person: ContactPerson
  words: ActorWords
  /** Only for those who write. */
  onRenew: ((contact: Contact) => void) | undefined
}) {
  const { t } = useTranslation('persons')
  const isRenewed = person.verifiedOn === today()
  return (
    <div className={css.person}>
      <p>
        <strong>{person.name}</strong>
        {person.role && `, ${person.role}`}
      </p>
      <p className={css.dates} data-soon={goesSoon(person)}>
        {t(person.verifiedOn ? 'consent.verified' : 'consent.given', {
          day: day(person.verifiedOn ?? person.consentedOn),
        })}{' '}
        {t('consent.goes', { day: day(goesOn(person)) })}
      </p>
      <AudienceSign audience={contact.audience} />
      {onRenew && !isRenewed && (
        <Button
          icon="check"
          aria-label={t('consent.renewOf', { name: person.name })}
          onPress={() => onRenew({ ...contact, person: { ...person, verifiedOn: today() } })}
        >
          {t('consent.renew')}
        </Button>
      )}
    </div>
  )
}
