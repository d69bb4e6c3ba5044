import { describe, expect, test } from 'vitest'
import { readEitherDay } from '#api/domain/import-day'
import { writeWeek } from '#api/domain/import-hours'
import { readFiness, readRna, readSiret, siretChecks } from '#api/domain/import-identifiers'
import { weekOfRanges, weekOfRules } from '#api/domain/import-schedules'

const said = (cell: unknown) => {
  const { value, problems } = readSiret(cell, 'siret')
  return [value, ...problems.map(({ severity, code, suggestion }) => [severity, code, suggestion])]
}

describe('identifiers', () => {
  test('[IMP122] a SIRET is fourteen digits whose check digit holds', () => {
    expect(said('43493312300029')).toEqual(['43493312300029'])
    expect(said('434 933 123 00029')).toEqual(['43493312300029'])
    expect(said(43493312300029)).toEqual(['43493312300029'])
    expect(said('43493312300029.0')).toEqual(['43493312300029'])
    expect(said('43493312300028')).toEqual(['43493312300028', ['reservation', 'siret_check_failed', null]])
    expect(siretChecks('35600000049837')).toBe(true)
    expect(siretChecks('35600000049838')).toBe(false)
  })

  test('[IMP122] fourteen zeros mean none; a lost zero is suggested, never put back', () => {
    expect(said('00000000000000')).toEqual([null])
    expect(said('')).toEqual([null])
    expect(said(null)).toEqual([null])
    expect(said('5560069600011')).toEqual([null, ['reservation', 'leading_zero_lost', '05560069600011']])
    expect(said('434933123')).toEqual([null, ['reservation', 'siret_invalid', null]])
  })

  test('[IMP122] scientific notation is refused as destroyed, unless no digit was lost', () => {
    for (const cell of ['3,31254E+13', '1.23457E+13', '3.31254e13']) {
      expect(said(cell)).toEqual([null, ['refused', 'siret_destroyed', null]])
    }
    expect(said('8.2454114801871E13')[0]).toBe('82454114801871')
  })

  test('[IMP122] numbers of FINESS and of the register of associations', () => {
    expect(readFiness('2A0000014', 'finess').value).toBe('2A0000014')
    expect(readFiness('10000024', 'finess').problems[0]?.code).toBe('code_unreadable')
    expect(readRna('W9T1000001', 'rna').value).toBe('W9T1000001')
    expect(readRna('w751234567', 'rna').value).toBe('W751234567')
    expect(readRna('751P0001', 'rna').value).toBeNull()
  })

  test('[IMP122] a day is read in both orders', () => {
    expect(readEitherDay('27/03/2007')).toBe('2007-03-27')
    expect(readEitherDay('18/12/2024 17:42:39')).toBe('2024-12-18')
    expect(readEitherDay('2026-05-04')).toBe('2026-05-04')
    expect(readEitherDay('31/02/2024')).toBeNull()
    expect(readEitherDay('0001-01-01')).toBe('0001-01-01')
  })
})

describe('hours of producers', () => {
  const range = (first: string, last: string, ...hours: string[]) => ({
    nom_jour_debut: first,
    nom_jour_fin: last,
    valeur_heure_debut_1: hours[0] ?? '',
    valeur_heure_fin_1: hours[1] ?? '',
    valeur_heure_debut_2: hours[2] ?? '',
    valeur_heure_fin_2: hours[3] ?? '',
  })

  test('[IMP123] ranges of days of the directory', () => {
    const week = weekOfRanges([
      range('Lundi', 'Jeudi', '08:30:00', '12:00:00', '13:30:00', '17:00:00'),
      range('Samedi', 'Samedi', '09:00:00', '12:00:00'),
    ])
    expect(writeWeek(week!)).toBe('Mo-Th 08:30-12:00,13:30-17:00; Sa 09:00-12:00')
    expect(weekOfRanges([range('Jour férié', '', '08:00', '09:00')])).toBeNull()
    expect(writeWeek(weekOfRanges([])!)).toBeNull()
  })

  test('[IMP123] rules of HSDS that are plainly weekly, and no other', () => {
    const rule = { freq: 'WEEKLY', interval: 1, byday: 'TH,FR', opens_at: '10:00:00', closes_at: '18:00:00' }
    expect(writeWeek(weekOfRules([rule])!)).toBe('Th-Fr 10:00-18:00')
    expect(weekOfRules([{ ...rule, freq: 'MONTHLY' }])).toBeNull()
    expect(weekOfRules([{ ...rule, interval: 2 }])).toBeNull()
    expect(weekOfRules([{ ...rule, until: '2005-01-01' }])).toBeNull()
    expect(weekOfRules([{ ...rule, byday: '1MO' }])).toBeNull()
  })
})
