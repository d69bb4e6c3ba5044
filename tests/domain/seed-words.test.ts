import { expect, it } from 'vitest'
import { CONDITIONS, EVIDENCE_KINDS, FACTORS, LEVELS } from '#contract/assessments'
import { BODY_KINDS, BODY_ROLES } from '#contract/bodies'
import { FACILITATOR_KINDS } from '#contract/facilitators'
import { APPROACHES, ENGAGEMENTS } from '#contract/nomenclature'
import { DURATION_KINDS, ETHIC_PRINCIPLES, OUTREACH_PURPOSES } from '#contract/outreach'
import { REASONS } from '#contract/reasons'
import { QUADRANTS } from '#contract/scales'
import { PUBLIC_FLAGS } from '#contract/target-publics'
import { TIE_KINDS, TIE_STATES } from '#contract/ties'
import { resources } from '#web/i18n/resources.ts'

const { fr } = resources

/** The words of a closed list, in its order: one more, one fewer or another word is a change of the product. */
const wordsOf = (list: readonly string[], words: Record<string, string>) => list.map((key) => words[key])

it('[ASM30] the four reasons are the framing note’s, in its words and in its order', () => {
  expect(wordsOf(REASONS, fr.reasons.label)).toEqual([
    'Repérer des publics inconnus',
    'Être mis en relation',
    'Coordonner les acteurs de l’aller vers',
    'Réaliser l’aller vers avec le public visé',
  ])
})

it('[ASM31] the five kinds of tools and devices that facilitate are the framing note’s', () => {
  expect(wordsOf(FACILITATOR_KINDS, fr.facilitators.kind)).toEqual([
    'L’observation sociale',
    'Les instances de concertation, d’instruction ou de décision',
    'Les réseaux informels',
    'Les réseaux des personnes concernées',
    'Les appartenances communautaires',
  ])
})

it('[ASM32] a body is one of consultation, casework or decision, with members and absentees', () => {
  expect(wordsOf(BODY_KINDS, fr.bodies.kind)).toEqual(['Concertation', 'Instruction', 'Décision'])
  expect([...BODY_ROLES]).toEqual(['secretariat', 'member', 'guest', 'absentee'])
})

it('[ASM33] the three flags of a public are those of « aller vers qui ? », and it is already known or not', () => {
  expect(wordsOf(PUBLIC_FLAGS, fr.publics.flag)).toEqual([
    'qui n’expriment pas de demande',
    'qui n’ont pas accès à leurs droits',
    'avec qui prendre le temps d’entrer en relation',
  ])
})

it('[ASM34] the seven approaches are practised, wished, or taught', () => {
  expect(wordsOf(APPROACHES, fr.nomenclature.approach)).toEqual([
    'Pair-aidance',
    'Pouvoir d’agir',
    'Référent de parcours',
    'Conférence familiale',
    'Clinique de concertation',
    'Médiation sociale',
    'Aller vers numérique',
  ])
  expect([...ENGAGEMENTS]).toEqual(['practised', 'wished', 'can_train'])
  expect(Object.keys(fr.approaches.card)).toEqual([...APPROACHES])
})

it('[ASM35] the possibility is judged on five brakes and levers and on the four organisational conditions', () => {
  expect(wordsOf(CONDITIONS, fr.assessments.condition)).toEqual([
    'Ajuster les fonctionnements courants des structures',
    'Garantir le temps et la disponibilité',
    'Permettre une prise d’initiative (en interne et en externe)',
    'Appréhender la prise de risque',
  ])
  expect(wordsOf(FACTORS, fr.assessments.factor)).toEqual([
    'Mandat et périmètre',
    'Temps disponible',
    'Confiance et antécédents',
    'Cadre (secret, assurance, hiérarchie)',
    'Accessibilité (distance, horaires, langue)',
  ])
  expect(wordsOf(EVIDENCE_KINDS, fr.assessments.evidenceKind)).toEqual(['vu', 'rapporté', 'supposé'])
  expect([...LEVELS]).toEqual([0, 1, 2, 3])
})

it('[ASM36] the four quadrants say what to do, and none says how much', () => {
  expect(wordsOf(QUADRANTS, fr.assessments.standing)).toEqual([
    'à formaliser',
    'lever les freins',
    'entretenir le lien',
    'en veille',
  ])
})

it('[ASM37] a tie is known, confirmed absent or unknown; one works with, knows or has heard of', () => {
  expect([...TIE_STATES]).toEqual(['known', 'absent', 'unknown'])
  expect(wordsOf(TIE_KINDS, fr.ties.word)).toEqual(['travaille avec', 'connaît', 'a entendu parler'])
})

it('[ASM38] the purposes, the durations and the four principles of ethics are the framing note’s', () => {
  expect(wordsOf(ETHIC_PRINCIPLES, fr.outreach.principle)).toEqual([
    'Inconditionnalité',
    'Juste proximité',
    'Écoute',
    'Libre choix',
  ])
  expect([...OUTREACH_PURPOSES]).toEqual(['isolation', 'withdrawal', 'giving_up_rights'])
  expect([...DURATION_KINDS]).toEqual(['dated', 'open', 'unpredictable'])
})
