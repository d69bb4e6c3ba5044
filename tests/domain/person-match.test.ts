import { describe, expect, it } from 'vitest'
import { ERASED, excerptsOf, personMatch, withoutElements, withoutPerson } from '#api/domain/person-match'

const marie = personMatch({
  name: 'Marie-Hélène Dupont',
  email: 'Marie.Dupont@exemple.fr',
  phone: '06 12 34 56 78',
})

describe('[RGPD1] a person is recognised', () => {
  it.each([
    'Marie-Hélène Dupont',
    'marie helene dupont',
    'DUPONT Marie-Hélène',
    'Voir avec Dupont, Marie Hélène.',
    'demander « Marie‑Hélène Dupont »',
    'Marie-Hélène Dupont'.normalize('NFD'),
    'MARIE.DUPONT@EXEMPLE.FR',
    'écrire à marie.dupont@exemple.fr.',
    'mailto:marie.dupont@exemple.fr',
    '0612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6.12.34.56.78',
    '0033612345678',
    'tél. 06-12-34-56-78, le matin',
  ])('in %s', (text) => expect(marie.isIn(text)).toBe(true))

  it.each([
    'Marie-Hélène Dupontel',
    'Marie Dupont',
    'Anne-Marie-Hélène',
    'marie.dupont@exemple.france',
    'marie.dupont@exemple.fr.example',
    'anne-marie.dupont@exemple.fr',
    '06 12 34 56 79',
    '106123456781',
    '0192f3a0-0612-7345-8678-061234567800',
  ])('not in %s', (text) => expect(marie.isIn(text)).toBe(false))

  it.each(['0612345678', '+33 6 12 34 56 78', '0033612345678', '+33 (0)6 12 34 56 78', '612345678'])(
    'however the number is asked for: %s',
    (phone) => {
      for (const text of ['06.12.34.56.78', '+33612345678', '00 33 6 12 34 56 78'])
        expect(personMatch({ phone }).isIn(text)).toBe(true)
    },
  )

  it('overseas and abroad, by all digits', () => {
    expect(personMatch({ phone: '0692 12 34 56' }).isIn('+262 692 12 34 56')).toBe(true)
    expect(personMatch({ phone: '+32 470 12 34 56' }).isIn('0032470123456')).toBe(true)
    expect(personMatch({ phone: '+32 470 12 34 56' }).isIn('+33 470 12 34 56')).toBe(false)
  })

  it('signs of a pattern are only signs', () => {
    expect(personMatch({ name: 'O’Brien (.*)' }).isIn("demander o'brien")).toBe(true)
    expect(personMatch({ email: 'anne-marie_1@mon-site.fr' }).isIn('Anne-Marie_1@mon-site.fr')).toBe(true)
    expect(personMatch({ email: 'a+b@exemple.fr' }).isIn('aab@exemple.fr')).toBe(false)
    expect(personMatch({ name: '***' }).isIn('anything')).toBe(false)
  })
})

it('[RGPD2] mentions are replaced where they stand, and the rest of the text is as it was', () => {
  const text = 'Œuvre de Marie-Hélène DUPONT (06 12 34 56 78) : « écrire à marie.dupont@exemple.fr ». Été !'
  expect(marie.redacted(text)).toBe(`Œuvre de ${ERASED} (${ERASED}) : « écrire à ${ERASED} ». Été !`)
  expect(marie.redacted('Été à Œuilly')).toBe('Été à Œuilly')
  expect(marie.redacted('🙂 Marie-Hélène Dupont 🙂')).toBe(`🙂 ${ERASED} 🙂`)
})

it('[RGPD2] of a value of any shape, own contacts leave their list and mentions elsewhere are replaced', () => {
  const own = { id: 'a', kind: 'email', value: 'marie.dupont@exemple.fr', label: null, person: null }
  const named = {
    id: 'b',
    kind: 'phone',
    value: '0320000000',
    person: { name: 'Marie-Hélène Dupont', role: null },
  }
  const other = {
    id: 'c',
    kind: 'phone',
    value: '0320000001',
    label: 'remplace Marie-Hélène Dupont',
    person: null,
  }
  const value = {
    name: 'CCAS',
    contacts: [own, named, other],
    nested: [{ note: ['06 12 34 56 78', 3, null] }],
  }
  expect(excerptsOf(marie, value)).toEqual([own, named, 'remplace Marie-Hélène Dupont', '06 12 34 56 78'])
  const after = withoutPerson(marie, value)
  expect(after).toEqual({
    name: 'CCAS',
    contacts: [{ ...other, label: `remplace ${ERASED}` }],
    nested: [{ note: [ERASED, 3, null] }],
  })
  expect(excerptsOf(marie, after)).toEqual([])
  expect(withoutPerson(marie, null)).toBe(null)
  expect(withoutPerson(marie, [own])).toEqual([])
})

it('[RET3] only the elements that are over leave a list, at any depth', () => {
  const gone = (element: unknown) => (element as { id?: string })?.id === 'x'
  expect(withoutElements({ after: { contacts: [{ id: 'x' }, { id: 'y' }] }, n: 1 }, gone)).toEqual({
    after: { contacts: [{ id: 'y' }] },
    n: 1,
  })
})
