import accountsEn from './en/accounts.ts'
import actorsEn from './en/actors.ts'
import commonEn from './en/common.ts'
import errorsEn from './en/errors.ts'
import frameEn from './en/frame.ts'
import geocodingEn from './en/geocoding.ts'
import historyEn from './en/history.ts'
import importsEn from './en/imports.ts'
import mapEn from './en/map.ts'
import mappingEn from './en/mapping.ts'
import membersEn from './en/members.ts'
import nomenclatureEn from './en/nomenclature.ts'
import personsEn from './en/persons.ts'
import privacyEn from './en/privacy.ts'
import proposalsEn from './en/proposals.ts'
import resemblancesEn from './en/resemblances.ts'
import sharingEn from './en/sharing.ts'
import territoriesEn from './en/territories.ts'
import tourEn from './en/tour.ts'
import accounts from './fr/accounts.ts'
import actors from './fr/actors.ts'
import common from './fr/common.ts'
import errors from './fr/errors.ts'
import frame from './fr/frame.ts'
import geocoding from './fr/geocoding.ts'
import history from './fr/history.ts'
import imports from './fr/imports.ts'
import map from './fr/map.ts'
import mapping from './fr/mapping.ts'
import members from './fr/members.ts'
import nomenclature from './fr/nomenclature.ts'
import persons from './fr/persons.ts'
import privacy from './fr/privacy.ts'
import proposals from './fr/proposals.ts'
import resemblances from './fr/resemblances.ts'
import sharing from './fr/sharing.ts'
import territories from './fr/territories.ts'
import tour from './fr/tour.ts'

const fr = {
  accounts,
  actors,
  common,
  errors,
  frame,
  geocoding,
  history,
  imports,
  map,
  mapping,
  members,
  nomenclature,
  persons,
  privacy,
  proposals,
  resemblances,
  sharing,
  territories,
  tour,
}

/** Every word of the interface, by language and feature. */
export const resources = {
  fr,
  en: {
    accounts: accountsEn,
    actors: actorsEn,
    common: commonEn,
    errors: errorsEn,
    frame: frameEn,
    geocoding: geocodingEn,
    history: historyEn,
    imports: importsEn,
    map: mapEn,
    mapping: mappingEn,
    members: membersEn,
    nomenclature: nomenclatureEn,
    persons: personsEn,
    privacy: privacyEn,
    proposals: proposalsEn,
    resemblances: resemblancesEn,
    sharing: sharingEn,
    territories: territoriesEn,
    tour: tourEn,
  },
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof fr
  }
}
