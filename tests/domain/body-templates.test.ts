import { describe, expect, it } from 'vitest'
import { AMBIGUOUS_ACRONYMS, BODY_TEMPLATES, meaningsOf } from '#api/domain/body-templates'
import { BODY_KINDS, BodyInput } from '#contract/bodies'

/** The instances and dispositifs that the seed document and its reading name. */
const NAMED = [
  /CLSM/,
  /^CLS$/,
  /PTSM/,
  /CTS/,
  /CLSPD/,
  /CISPD/,
  /Conseil citoyen/,
  /CTG/,
  /Contrat de ville/,
  /Pacte local des solidarités/,
  /Contrat local des solidarités/,
  /TZNR/,
  /Équipe pluridisciplinaire RSA/,
  /CDAPH/,
  /CCAPEX/,
  /fonds de solidarité pour le logement/,
  /Commission permanente du CCAS/,
  /SIAO/,
  /maraudes/,
  /informelle/,
]

describe('bodies that many territories have', () => {
  it('[REC18] each one that is named is there, and none is an actor', () => {
    const said = BODY_TEMPLATES.map(({ acronym, name }) => [acronym ?? '', name.fr])
    for (const name of NAMED)
      expect(said.filter((words) => words.some((word) => name.test(word)))).toHaveLength(1)
    expect(BODY_TEMPLATES).toHaveLength(NAMED.length)
    expect(said.flat().join()).not.toMatch(/réussite éducative/i)
  })

  it('[REC18] each can be written as it is', () => {
    expect(new Set(BODY_TEMPLATES.map(({ id }) => id)).size).toBe(BODY_TEMPLATES.length)
    expect(new Set(BODY_TEMPLATES.map(({ kind }) => kind))).toEqual(new Set(BODY_KINDS))
    for (const { kind, acronym, name } of BODY_TEMPLATES) {
      const id = '01990000-0000-7000-8000-000000000000'
      const localMeaning = acronym && name.fr
      expect(BodyInput.safeParse({ id, kind, name: name.fr, acronym, localMeaning }).success).toBe(true)
      expect(name.en).not.toBe(name.fr)
    }
  })

  it('[REC18] an acronym that means several things has them all, however it is typed', () => {
    expect(Object.keys(AMBIGUOUS_ACRONYMS)).toEqual(['PTS', 'CDS'])
    expect(meaningsOf('p.t.s.')).toHaveLength(3)
    expect(meaningsOf(' cds ')).toBe(AMBIGUOUS_ACRONYMS.CDS)
    for (const clear of ['CLSM', '', 'constructor']) expect(meaningsOf(clear)).toEqual([])
    for (const meanings of Object.values(AMBIGUOUS_ACRONYMS)) expect(meanings.length).toBeGreaterThan(1)
  })
})
