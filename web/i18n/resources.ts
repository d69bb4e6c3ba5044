import accountsEn from './en/accounts.ts'
import actorsEn from './en/actors.ts'
import analysesEn from './en/analyses.ts'
import approachesEn from './en/approaches.ts'
import assessmentsEn from './en/assessments.ts'
import bodiesEn from './en/bodies.ts'
import calendarEn from './en/calendar.ts'
import commonEn from './en/common.ts'
import cooperationEn from './en/cooperation.ts'
import errorsEn from './en/errors.ts'
import estimateStartEn from './en/estimate-start.ts'
import estimatesEn from './en/estimates.ts'
import facilitatorsEn from './en/facilitators.ts'
import frameEn from './en/frame.ts'
import geocodingEn from './en/geocoding.ts'
import historyEn from './en/history.ts'
import hotSpotsEn from './en/hotSpots.ts'
import importsEn from './en/imports.ts'
import indicatorsEn from './en/indicators.ts'
import introductionsEn from './en/introductions.ts'
import mapEn from './en/map.ts'
import mappingEn from './en/mapping.ts'
import measuresEn from './en/measures.ts'
import membersEn from './en/members.ts'
import methodSheetEn from './en/method-sheet.ts'
import nomenclatureEn from './en/nomenclature.ts'
import observationsEn from './en/observations.ts'
import outreachEn from './en/outreach.ts'
import personsEn from './en/persons.ts'
import privacyEn from './en/privacy.ts'
import proposalsEn from './en/proposals.ts'
import publicsEn from './en/publics.ts'
import readingsEn from './en/readings.ts'
import reasonsEn from './en/reasons.ts'
import recordsEn from './en/records.ts'
import resemblancesEn from './en/resemblances.ts'
import sharingEn from './en/sharing.ts'
import territoriesEn from './en/territories.ts'
import tiesEn from './en/ties.ts'
import tourEn from './en/tour.ts'
import accounts from './fr/accounts.ts'
import actors from './fr/actors.ts'
import analyses from './fr/analyses.ts'
import approaches from './fr/approaches.ts'
import assessments from './fr/assessments.ts'
import bodies from './fr/bodies.ts'
import calendar from './fr/calendar.ts'
import common from './fr/common.ts'
import cooperation from './fr/cooperation.ts'
import errors from './fr/errors.ts'
import estimateStart from './fr/estimate-start.ts'
import estimates from './fr/estimates.ts'
import facilitators from './fr/facilitators.ts'
import frame from './fr/frame.ts'
import geocoding from './fr/geocoding.ts'
import history from './fr/history.ts'
import hotSpots from './fr/hotSpots.ts'
import imports from './fr/imports.ts'
import indicators from './fr/indicators.ts'
import introductions from './fr/introductions.ts'
import map from './fr/map.ts'
import mapping from './fr/mapping.ts'
import measures from './fr/measures.ts'
import members from './fr/members.ts'
import methodSheet from './fr/method-sheet.ts'
import nomenclature from './fr/nomenclature.ts'
import observations from './fr/observations.ts'
import outreach from './fr/outreach.ts'
import persons from './fr/persons.ts'
import privacy from './fr/privacy.ts'
import proposals from './fr/proposals.ts'
import publics from './fr/publics.ts'
import readings from './fr/readings.ts'
import reasons from './fr/reasons.ts'
import records from './fr/records.ts'
import resemblances from './fr/resemblances.ts'
import sharing from './fr/sharing.ts'
import territories from './fr/territories.ts'
import ties from './fr/ties.ts'
import tour from './fr/tour.ts'

const fr = {
  accounts,
  actors,
  analyses,
  approaches,
  assessments,
  bodies,
  calendar,
  common,
  cooperation,
  errors,
  estimateStart,
  estimates,
  facilitators,
  frame,
  geocoding,
  history,
  hotSpots,
  imports,
  indicators,
  introductions,
  map,
  mapping,
  measures,
  members,
  methodSheet,
  nomenclature,
  observations,
  outreach,
  persons,
  privacy,
  proposals,
  publics,
  readings,
  reasons,
  records,
  resemblances,
  sharing,
  territories,
  ties,
  tour,
}

/** Every word of the interface, by language and feature. */
export const resources = {
  fr,
  en: {
    accounts: accountsEn,
    actors: actorsEn,
    analyses: analysesEn,
    approaches: approachesEn,
    assessments: assessmentsEn,
    bodies: bodiesEn,
    calendar: calendarEn,
    common: commonEn,
    cooperation: cooperationEn,
    errors: errorsEn,
    estimateStart: estimateStartEn,
    estimates: estimatesEn,
    facilitators: facilitatorsEn,
    frame: frameEn,
    geocoding: geocodingEn,
    history: historyEn,
    hotSpots: hotSpotsEn,
    imports: importsEn,
    indicators: indicatorsEn,
    introductions: introductionsEn,
    map: mapEn,
    mapping: mappingEn,
    measures: measuresEn,
    members: membersEn,
    methodSheet: methodSheetEn,
    nomenclature: nomenclatureEn,
    observations: observationsEn,
    outreach: outreachEn,
    persons: personsEn,
    privacy: privacyEn,
    proposals: proposalsEn,
    publics: publicsEn,
    readings: readingsEn,
    reasons: reasonsEn,
    records: recordsEn,
    resemblances: resemblancesEn,
    sharing: sharingEn,
    territories: territoriesEn,
    ties: tiesEn,
    tour: tourEn,
  },
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof fr
  }
}
