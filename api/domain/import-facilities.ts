import type { TypeTable } from './import-types.ts'

/** Categories of establishments of FINESS (ANS, TRE_R66). FINESS is mostly hospitals and care homes: only these enter. */
export const ESTABLISHMENTS: TypeTable = {
  '124': 'centres-de-sante',
  '142': 'clat',
  '156': 'cmp',
  '165': 'act',
  '172': 'ase',
  '175': 'ase',
  '177': 'ase',
  '178': 'caarud',
  '180': 'lhss',
  '197': 'csapa',
  '213': 'lam',
  '214': 'chrs',
  '223': 'pmi',
  '236': 'ase',
  '241': 'pjj',
  '246': 'esat',
  '256': 'residences-sociales',
  '257': 'fjt',
  '258': 'pensions-de-famille',
  '259': 'residences-sociales',
  '286': 'prevention-specialisee',
  '295': 'ase',
  '340': 'mjpm',
  '347': 'centres-de-prevention',
  '425': 'cattp',
  '439': 'centres-de-sante',
  '440': 'pjj',
  '441': 'pjj',
  '442': 'cph',
  '443': 'cada',
  '460': 'aides-a-domicile',
  '603': 'maisons-de-sante',
  '604': 'cpts',
  '606': 'dac',
  '608': 'equipes-mobiles-medico-sociales',
  '609': 'mdph',
  '620': 'pharmacies',
  '636': 'centres-de-prevention',
  '637': 'clat',
  '638': 'cegidd',
  '640': 'aides-a-domicile',
  '643': 'ase',
  '644': 'ase',
  '645': 'centres-de-prevention',
  '701': 'maison-des-adolescents',
  '705': 'gem',
}

/**
 * Categories that outreach works with and that the nomenclature has no type for; they enter, and a person chooses:
 * temporary housing (RHVS), other reception centres, where day centres are often filed, listening points for the young.
 */
export const ESTABLISHMENTS_TO_CHOOSE: ReadonlySet<string> = new Set(['216', '219', '702'])

/** A facility of the BPE: its type, and how it is called, since many rows carry no name. */
export type Facility = { type: string; name: string }

/** `TYPEQU` of the Base permanente des équipements (Insee) that the nomenclature has a type for. */
export const FACILITIES: Readonly<Record<string, Facility>> = {
  A122: { type: 'france-travail', name: 'France Travail' },
  A124: { type: 'mjd', name: 'Maison de justice et du droit' },
  A125: { type: 'antenne-justice', name: 'Antenne de justice' },
  A126: { type: 'cdad', name: 'Conseil départemental d’accès au droit' },
  A128: { type: 'france-services', name: 'France services' },
  A129: { type: 'mairie', name: 'Mairie' },
  A130: { type: 'baj', name: 'Bureau d’aide juridictionnelle' },
  A206: { type: 'poste', name: 'Bureau de poste' },
  A207: { type: 'poste', name: 'Relais poste' },
  A208: { type: 'poste', name: 'Agence postale' },
  A501: { type: 'coiffeurs', name: 'Coiffeur' },
  A506: { type: 'laveries', name: 'Laverie' },
  C101: { type: 'ecoles', name: 'École' },
  C201: { type: 'colleges', name: 'Collège' },
  D106: { type: 'urgences', name: 'Service d’urgences' },
  D108: { type: 'centres-de-sante', name: 'Centre de santé' },
  D109: { type: 'cmp', name: 'Centre médico-psychologique' },
  D110: { type: 'centres-de-prevention', name: 'Centre de santé et de prévention' },
  D113: { type: 'maisons-de-sante', name: 'Maison de santé pluriprofessionnelle' },
}
