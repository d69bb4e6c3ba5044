import type { Random } from '../random.ts'
import type { Fabric } from './places.ts'
import { lengthOf, type Point2 } from './plane.ts'
import type { Street } from './streets.ts'
import type { PlannedZone } from './zones.ts'

export type NamedStreet = { zone: PlannedZone; name: string; points: Point2[] }

const TRADES =
  'des Tanneurs,des Cordiers,des Potiers,des Vanniers,des Merciers,des Orfèvres,du Four-Banal,de la Monnaie,du Puits-Doré,de l’Écu,du Chapitre,des Trois-Clefs,du Grand-Marché,de la Halle-au-Blé,des Vieux-Ponts,de la Poterne,de l’Écluse,du Pilori,des Lavandières,du Cheval-Noir,de la Petite-Porte,des Teinturiers,du Beffroi,des Bateliers,de l’Arquebuse,du Mûrier,des Jacinthes,de la Grange-aux-Dîmes'
const CRAFTS =
  'des Fileuses,des Verriers,de la Fonderie,des Cheminots,du Dépôt,de la Concorde,de la Solidarité,de l’Égalité,de la Fraternité,du Progrès,des Imprimeurs,des Maraîchers,du Tramway,de la Coopérative,des Ateliers,du Lavoir,de la Fabrique,des Fondeurs,de la Paix,du Vieux-Canal,des Menuisiers,de l’Espérance,de la République,des Apprentis,du Gazomètre,de la Cité-Nouvelle,des Métallos,des Modistes,des Brodeuses,du Moulin-à-Papier,de la Tréfilerie,des Charrons,du Pont-Tournant,des Bonnetiers,de la Marbrerie,des Forgerons,de la Régie,des Typographes,du Chemin-Creux,de la Manutention,des Arènes,du Petit-Bois,des Écluses,du Vert-Galant,de la Verrerie,des Repasseuses,du Belvédère,de la Sablière,des Compagnons,du Four-à-Chaux,de l’Abreuvoir,de la Croix-Nivert,des Tonneliers,du Marché-Neuf,de la Halle-aux-Cuirs,des Jardiniers,de la Folie,des Luthiers,du Vieux-Dépôt,de la Gaieté,des Ferblantiers,de la Treille,du Rempart,de la Brasserie,du Grand-Chêne,des Ardoisiers,de la Justice,des Peupliers,du Colombier,de la Filature,des Horlogers,de la Source,du Pré-Neuf'
const SKIES =
  'du Levant,du Couchant,des Constellations,de l’Horizon,des Alizés,de la Tramontane,des Quatre-Saisons,de la Grande-Ourse,du Mistral,des Équinoxes,de l’Aurore,des Comètes,du Zénith,de l’Étoile,des Solstices,des Nuages'
const GARDENS =
  'des Acacias,des Mésanges,des Glycines,des Tilleuls,des Rouges-Gorges,des Cerisiers,des Bouvreuils,des Lilas,des Charmes,des Hirondelles,des Pervenches,des Noisetiers,des Alouettes,des Sorbiers,des Églantiers,des Loriots,des Bruyères,des Chardonnerets,des Érables,des Primevères,des Fauvettes,des Aubépines,des Mimosas,des Pinsons'
const WORKS =
  'de l’Industrie,des Entrepôts,de l’Énergie,des Soudeurs,du Fret,de l’Innovation,des Grands-Moulins,de l’Embranchement,du Chantier,des Transporteurs'
const VILLAGE =
  'de l’Église,de la Fontaine,du Lavoir,des Écoles,du Château-d’Eau,de la Mairie,du Vieux-Four,des Vergers,de la Croix-Blanche,du Pressoir,des Prés,de la Grange,du Calvaire,des Noyers,du Clos,de la Forge,des Sources,du Verger,des Ruches,de la Mare'

const POOLS: Record<Fabric, { ways: string[]; names: string[]; count: number }> = {
  core: { ways: ['Rue'], names: TRADES.split(','), count: 5 },
  town: { ways: ['Rue'], names: CRAFTS.split(','), count: 5 },
  estate: { ways: ['Allée', 'Rue', 'Square'], names: SKIES.split(','), count: 5 },
  houses: { ways: ['Allée', 'Rue', 'Clos'], names: GARDENS.split(','), count: 5 },
  works: { ways: ['Rue'], names: WORKS.split(','), count: 4 },
  village: { ways: ['Rue', 'Chemin'], names: VILLAGE.split(','), count: 5 },
}

/** The longest streets of each quarter get a name that no other street of the commune bears. */
export function nameStreets(zones: PlannedZone[], streets: Street[], random: Random): NamedStreet[] {
  const taken = new Set<string>()
  return zones.flatMap((zone) => {
    const { ways, names, count } = POOLS[zone.quarter.fabric]
    const name = () => {
      for (let attempt = 0; attempt < 400; attempt++) {
        const found = `${random.pick(ways)} ${random.pick(names)}`
        const key = `${zone.commune.code} ${found}`
        if (taken.has(key)) continue
        taken.add(key)
        return found
      }
      return null
    }
    return streets
      .filter((street) => street.zone === zone)
      .sort((a, b) => lengthOf(b.points) - lengthOf(a.points))
      .slice(0, count)
      .flatMap(({ points }) => {
        const found = name()
        return found ? [{ zone, name: found, points }] : []
      })
  })
}
