import { describe, expect, test } from 'vitest'
import { findInNote, type NoteFinding } from '#api/domain/note-filter'

const kinds = (note: string) => [...new Set(findInNote(note).map(({ kind }) => kind))]
const refused = (kind: NoteFinding, notes: string[]) => {
  for (const note of notes) expect(kinds(note), note).toContain(kind)
}

describe('what a note may not hold', () => {
  test('[NTE1] phone numbers, however they are written', () =>
    refused('phone', [
      'Appeler le 06 12 34 56 78 le soir',
      'tel:0612345678',
      '06.12.34.56.78',
      '06-12-34-56-78',
      '+33 6 12 34 56 78',
      '+33 (0)6 12 34 56 78',
      '0033612345678',
      '06 12 34 56 78',
      'O6 12 34 56 78',
      '0 6 1 2 3 4 5 6 7 8',
      '0262 12 34 56',
      'zéro six douze trente-quatre cinquante-six',
    ]))

  test('[NTE1] addresses of people on the net, and links', () => {
    refused('email', [
      'ecrire a jean.d@exemple.fr',
      'asso (at) exemple.org',
      'machin arobase exemple point com',
    ])
    refused('link', ['voir https://exemple.org/x', 'www.exemple.fr', 'facebook.com/quartier'])
  })

  test('[NTE2] postal addresses, buildings and positions', () => {
    refused('address', [
      'Au 12 rue des Lilas, deuxième étage',
      '12 bis, avenue du Général',
      '3 allée des tilleuls',
      '14 place Victor-Hugo',
      '5, résidence Les Peupliers',
      'bâtiment C, digicode 1234',
      'appt 12',
      'au 7 de la rue Haute',
      '8 bd Voltaire',
    ])
    refused('position', ['45.18756, 5.73578', '45,18756 ; 5,73578'])
  })

  test('[NTE3] dates of birth and numbers that tell a person', () => {
    refused('birth_date', [
      'née le 12/03/1954',
      'né en 1961',
      'Date de naissance inconnue',
      '12 mars 1984',
      'né(e) le 3 juin 1990',
      '04-11-1978',
    ])
    refused('identifier', [
      '1 84 12 76 451 089 46',
      '284127645108946',
      'allocataire n° 1234567',
      'allocataire 1234567 B',
    ])
  })

  test('[NTE4] names of people', () =>
    refused('name', [
      'Monsieur Dupont ne sort plus',
      'Mme Diallo vit seule',
      'mme diallo vit seule',
      'M. B. refuse toute aide',
      'Le docteur Lefèvre suit la famille',
      'La famille Nguyen est arrivée',
      'Mohamed ne vient plus',
      'Vu Fatima B. à la laverie',
      'Jean-Pierre Martin',
      'MARTIN Sylvie',
      'Aïssatou et ses enfants',
      'chez Michel',
    ]))

  test('[NTE5] places that must not be found', () =>
    refused('protected_place', [
      'Un squat derrière la voie ferrée',
      'Deux campements au bord du canal',
      'le bidonville',
      'À côté du foyer de femmes',
      'le foyer pour femmes victimes de violences',
      'Devant l’hébergement d’urgence',
      'près du centre d’hébergement d’urgence',
      'Trois hommes dorment sous le pont',
      'des tentes',
      'un point de deal',
    ]))

  test('[NTE6] what people of the trade write passes', () => {
    const notes = [
      'Des personnes âgées qui ne sortent plus, surtout les étages sans ascenseur.',
      'Beaucoup de familles monoparentales ; elles disent ne pas connaître la prime d’activité.',
      'Vu trois fois en maraude, mardi et jeudi, vers 20 h 30.',
      'Des jeunes de 18 à 25 ans devant le lycée Jean Moulin.',
      'Autour du centre social Simone Veil et de la place Pierre-Sémard.',
      'Les gens du quartier Saint-Martin viennent de moins en moins au CCAS.',
      'Le 115 ne répond pas ; le 3919 non plus.',
      'Monsieur X et Madame Y disent que la CAF a coupé leur RSA.',
      'Madame la maire et monsieur le préfet sont venus.',
      'Une dame de 72 ans, veuve, ne demande rien pour ne pas déranger.',
      'À 2 rues de la gare, 10 places de parking, 3 cours d’immeuble.',
      'Observé le 12/11/2026 à 18 h, puis le 03/10/2026 14 h.',
      'Environ 150 à 200 foyers, 40 % de propriétaires pauvres.',
      'France Travail, la Croix-Rouge, les Restos du Cœur et le Secours populaire y passent.',
      'En attente d’un hébergement d’urgence depuis trois mois.',
      'Des travailleurs saisonniers logés chez l’employeur, relevant de la MSA.',
      'Hôtel social complet ; des familles hébergées chez des tiers.',
      'Les Quatre-Vents, Bel-Horizon, La Filature : personne ne nous en parle.',
      'Dix-huit ans de travail ici, sept jours sur sept.',
      'Au café La Madeleine, le patron nous dit qu’ils ne reviennent pas.',
      'Personnes sortant d’hébergement d’urgence, sans suite.',
      'Le bus ne passe plus après 19 h ; deux arrêts sur cinq sont fermés.',
      'Le 1er mars 2026, permanence hors les murs au marché.',
      'Ils ont peur de perdre leur logement ; un cas sur deux.',
      'Le porte-à-porte de 2025 : 210 portes, 34 échanges.',
      'On nous a dit : « c’est pas pour nous ».',
      'Personne ne leur parle de leurs droits ; à 200 m. Beaucoup renoncent.',
      'Rue des Tanneurs, beaucoup de volets fermés.',
      'Montant moyen : 1 234 567 euros de RSA non versé, estimation 2024.',
    ]
    for (const note of notes) expect(findInNote(note), note).toEqual([])
  })

  test('[NTE7] what was found is told, piece by piece', () =>
    expect(findInNote('Mme Diallo, 12 rue des Lilas, 06 12 34 56 78')).toEqual([
      { kind: 'phone', piece: '06 12 34 56 78' },
      { kind: 'address', piece: '12 rue des Lilas' },
      { kind: 'name', piece: 'Mme Diallo' },
    ]))
})
