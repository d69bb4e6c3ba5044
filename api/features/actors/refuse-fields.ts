import { isReadable, mayReadField } from '#api/domain/audience'
import { saysSensitiveType } from '#api/domain/sensitive-types'
import { aboveAudience, invalid, problem } from '#api/http/problems'
import type { ActorFields } from '#contract/actors'
import type { Audience } from '#contract/roles'

/**
 * Refuses fields that their writer could not read afterwards, and persons behind contacts whose consent or role cannot
 * be: a consent is dated and given, and nothing said of a person tells what the law protects most.
 */
export function refuseFields(audience: Audience, fields: Partial<ActorFields>, now: Date): void {
  for (const [field, value] of Object.entries(fields))
    if (value !== undefined && !mayReadField(audience, field)) throw aboveAudience(field)
  if (fields.audience && !isReadable(audience, fields.audience)) throw aboveAudience('audience')
  const today = now.toISOString().slice(0, 10)
  for (const [index, { person }] of (fields.contacts ?? []).entries()) {
    if (!person) continue
    if (person.consentedOn > today || (person.verifiedOn ?? '') > today)
      throw invalid({ [`/contacts/${index}/person`]: 'a consent or a verification cannot be in the future' })
    if (saysSensitiveType(person.role))
      throw problem(400, 'sensitive_role', 'This belongs to an organisation or a function, not to a person', {
        values: { role: person.role },
      })
  }
}
