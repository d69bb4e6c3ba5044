import type { Body } from '#contract/bodies'

type Words = { fr: string; en: string }

/** A body that many territories have: what a form begins with. Its name and meaning are then written as they are here. */
export type BodyTemplate = { id: string; kind: Body['kind']; acronym: string | null; name: Words }

/** By kind, then as people usually name them. */
export const BODY_TEMPLATES: readonly BodyTemplate[] = [
  {
    id: 'clsm',
    kind: 'consultation',
    acronym: 'CLSM',
    name: { fr: 'Conseil local de santé mentale', en: 'Local mental health council' },
  },
  {
    id: 'cls',
    kind: 'consultation',
    acronym: 'CLS',
    name: { fr: 'Contrat local de santé', en: 'Local health contract' },
  },
  {
    id: 'ptsm',
    kind: 'consultation',
    acronym: 'PTSM',
    name: { fr: 'Projet territorial de santé mentale', en: 'Territorial mental health project' },
  },
  {
    id: 'cts',
    kind: 'consultation',
    acronym: 'CTS',
    name: { fr: 'Conseil territorial de santé', en: 'Territorial health council' },
  },
  {
    id: 'clspd',
    kind: 'consultation',
    acronym: 'CLSPD',
    name: {
      fr: 'Conseil local de sécurité et de prévention de la délinquance',
      en: 'Local council for safety and crime prevention',
    },
  },
  {
    id: 'cispd',
    kind: 'consultation',
    acronym: 'CISPD',
    name: {
      fr: 'Conseil intercommunal de sécurité et de prévention de la délinquance',
      en: 'Inter-municipal council for safety and crime prevention',
    },
  },
  {
    id: 'residents_council',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Conseil citoyen', en: 'Residents’ council' },
  },
  {
    id: 'ctg',
    kind: 'consultation',
    acronym: 'CTG',
    name: { fr: 'Convention territoriale globale', en: 'Overall territorial agreement (family allowances)' },
  },
  {
    id: 'city_contract',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Contrat de ville', en: 'City contract' },
  },
  {
    id: 'solidarity_pact',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Pacte local des solidarités', en: 'Local solidarity pact' },
  },
  {
    id: 'solidarity_contract',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Contrat local des solidarités', en: 'Local solidarity contract' },
  },
  {
    id: 'tznr',
    kind: 'consultation',
    acronym: 'TZNR',
    name: { fr: 'Territoire zéro non-recours', en: 'Territory working towards zero non-take-up' },
  },
  {
    id: 'street_outreach_coordination',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Coordination des maraudes', en: 'Coordination of street outreach' },
  },
  {
    id: 'informal_coordination',
    kind: 'consultation',
    acronym: null,
    name: { fr: 'Coordination informelle d’acteurs', en: 'Informal coordination of actors' },
  },
  {
    id: 'rsa_team',
    kind: 'casework',
    acronym: null,
    name: { fr: 'Équipe pluridisciplinaire RSA', en: 'Multidisciplinary team for the RSA benefit' },
  },
  {
    id: 'ccapex',
    kind: 'casework',
    acronym: 'CCAPEX',
    name: {
      fr: 'Commission de coordination des actions de prévention des expulsions locatives',
      en: 'Commission coordinating the prevention of rental evictions',
    },
  },
  {
    id: 'siao_commission',
    kind: 'casework',
    acronym: null,
    name: { fr: 'Commission d’orientation du SIAO', en: 'Referral commission of the SIAO (shelter)' },
  },
  {
    id: 'cdaph',
    kind: 'decision',
    acronym: 'CDAPH',
    name: {
      fr: 'Commission des droits et de l’autonomie des personnes handicapées',
      en: 'Commission for the rights and autonomy of disabled people',
    },
  },
  {
    id: 'fsl_commission',
    kind: 'decision',
    acronym: null,
    name: {
      fr: 'Commission du fonds de solidarité pour le logement (FSL)',
      en: 'Commission of the housing solidarity fund (FSL)',
    },
  },
  {
    id: 'ccas_commission',
    kind: 'decision',
    acronym: null,
    name: {
      fr: 'Commission permanente du CCAS',
      en: 'Standing commission of the CCAS (social action centre)',
    },
  },
]

/** Acronyms that mean several things, and some of these: whoever writes one says which is meant here. */
export const AMBIGUOUS_ACRONYMS: Record<string, readonly Words[]> = {
  PTS: [
    { fr: 'Pacte territorial des solidarités', en: 'Territorial solidarity pact' },
    { fr: 'Projet territorial de solidarité', en: 'Territorial solidarity project' },
    { fr: 'Projet territorial de santé', en: 'Territorial health project' },
  ],
  CDS: [
    { fr: 'Centre départemental des solidarités', en: 'Départemental solidarity centre' },
    { fr: 'Centre de santé', en: 'Health centre' },
    { fr: 'Contrat des solidarités', en: 'Solidarity contract' },
  ],
}

/** What an acronym may mean, however it is typed; empty when it is known to mean one thing or is not known. */
export const meaningsOf = (acronym: string): readonly Words[] => {
  const letters = acronym.toUpperCase().replace(/[^A-Z]/g, '')
  return Object.hasOwn(AMBIGUOUS_ACRONYMS, letters) ? AMBIGUOUS_ACRONYMS[letters]! : []
}
