import actorsEn from './en/actors.ts'
import commonEn from './en/common.ts'
import errorsEn from './en/errors.ts'
import frameEn from './en/frame.ts'
import importsEn from './en/imports.ts'
import mapEn from './en/map.ts'
import nomenclatureEn from './en/nomenclature.ts'
import territoriesEn from './en/territories.ts'
import tourEn from './en/tour.ts'
import actors from './fr/actors.ts'
import common from './fr/common.ts'
import errors from './fr/errors.ts'
import frame from './fr/frame.ts'
import imports from './fr/imports.ts'
import map from './fr/map.ts'
import nomenclature from './fr/nomenclature.ts'
import territories from './fr/territories.ts'
import tour from './fr/tour.ts'

const fr = { actors, common, errors, frame, imports, map, nomenclature, territories, tour }

/** Every word of the interface, by language and feature. */
export const resources = {
  fr,
  en: {
    actors: actorsEn,
    common: commonEn,
    errors: errorsEn,
    frame: frameEn,
    imports: importsEn,
    map: mapEn,
    nomenclature: nomenclatureEn,
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
