/** A town that people know, to say where something lies when nothing else is drawn: name, longitude, latitude. */
export type Town = readonly [name: string, longitude: number, latitude: number]

export const TOWNS: readonly Town[] = [
  ['Paris', 2.35, 48.86],
  ['Marseille', 5.37, 43.3],
  ['Lyon', 4.84, 45.76],
  ['Toulouse', 1.44, 43.6],
  ['Nice', 7.26, 43.7],
  ['Nantes', -1.55, 47.22],
  ['Montpellier', 3.88, 43.61],
  ['Strasbourg', 7.75, 48.58],
  ['Bordeaux', -0.58, 44.84],
  ['Lille', 3.06, 50.63],
  ['Rennes', -1.68, 48.11],
  ['Reims', 4.03, 49.26],
  ['Le Havre', 0.11, 49.49],
  ['Saint-Étienne', 4.39, 45.43],
  ['Dunkerque', 2.38, 51.03],
  ['Grenoble', 5.72, 45.19],
  ['Dijon', 5.04, 47.32],
  ['Angers', -0.56, 47.47],
  ['Le Mans', 0.2, 48.0],
  ['Brest', -4.49, 48.39],
  ['Tours', 0.69, 47.39],
  ['Amiens', 2.3, 49.89],
  ['Limoges', 1.26, 45.83],
  ['Clermont-Ferrand', 3.08, 45.78],
  ['Besançon', 6.02, 47.24],
  ['Metz', 6.18, 49.12],
  ['Orléans', 1.91, 47.9],
  ['Rouen', 1.1, 49.44],
  ['Caen', -0.37, 49.18],
  ['Perpignan', 2.9, 42.69],
  ['Pau', -0.37, 43.3],
  ['Poitiers', 0.34, 46.58],
  ['La Rochelle', -1.15, 46.16],
  ['Troyes', 4.08, 48.3],
  ['Rodez', 2.57, 44.35],
  ['Ajaccio', 8.74, 41.93],
  ['Bastia', 9.45, 42.7],
  ['Pointe-à-Pitre', -61.53, 16.24],
  ['Fort-de-France', -61.07, 14.61],
  ['Cayenne', -52.33, 4.93],
  ['Saint-Denis (La Réunion)', 55.45, -20.88],
  ['Mamoudzou', 45.23, -12.78],
  ['Saint-Pierre-et-Miquelon', -56.18, 46.78],
  ['Nouméa', 166.45, -22.27],
  ['Papeete', -149.57, -17.54],
]

const KM_PER_DEGREE = 111.2

/** Kilometres between two positions in degrees, on a plane that is good enough to name a town. */
const distance = ([, x, y]: Town, longitude: number, latitude: number): number =>
  Math.hypot((x - longitude) * Math.cos((latitude * Math.PI) / 180), y - latitude) * KM_PER_DEGREE

/** The nearest of {@link TOWNS} to a position in degrees, and how far it is, in kilometres. */
export function nearestTown(longitude: number, latitude: number): { town: string; km: number } {
  const [nearest] = TOWNS.map((town) => ({
    town: town[0],
    km: Math.round(distance(town, longitude, latitude)),
  })).sort((one, other) => one.km - other.km)
  return nearest!
}
