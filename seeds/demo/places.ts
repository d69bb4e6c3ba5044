import type { Point2 } from './plane.ts'

/** How a quarter is built, from the old town to the fields. */
export type Fabric = 'core' | 'town' | 'estate' | 'houses' | 'works' | 'village'

/** `anchors` are points, in metres, of the faces of the plan that make the quarter. */
export type Quarter = {
  name: string
  fabric: Fabric
  population: number
  anchors: Point2[]
}
export type Commune = { code: string; postcode: string; name: string; at: Point2; quarters: Quarter[] }

const quarter = (name: string, fabric: Fabric, population: number, ...anchors: Point2[]): Quarter => ({
  name,
  fabric,
  population,
  anchors,
})

/** Invented: no commune of France bears these names, and no code begins with 00. */
export const COMMUNES: Commune[] = [
  {
    code: '00101',
    postcode: '00100',
    name: 'Aubremont-sur-Virelle',
    at: [-60, 220],
    quarters: [
      quarter('Vieille Ville', 'core', 1_890, [430, 59]),
      quarter('Cathédrale', 'core', 1_620, [-475, 146], [-547, 334]),
      quarter('Gare – Préfecture', 'core', 1_740, [-302, 788], [247, 788], [444, 289]),
      quarter('Faubourg de la Digue', 'core', 2_010, [397, -658], [72, -904], [-395, -555]),
      quarter('Les Verriers', 'town', 2_140, [1_290, 868], [1_154, 75]),
      quarter('Port – Belvédère', 'town', 1_980, [1_008, -1_000], [1_679, 91]),
      quarter('Les Carrières', 'town', 1_540, [309, -1_521]),
      quarter('Les Tuileries', 'town', 2_060, [-550, -1_350]),
      quarter('La Filature', 'town', 1_780, [-1_300, -700]),
      quarter('Le Haut-Pré', 'town', 1_830, [-1_316, 763]),
      quarter('La Boucle', 'houses', 820, [-1_500, 268], [-2_293, 163]),
      quarter('Les Cheminots', 'town', 1_960, [-625, 1_731]),
      quarter('La Providence', 'town', 2_230, [612, 1_546]),
      quarter('Les Coteaux', 'houses', 1_310, [2_118, 1_549]),
      quarter('Les Sablons', 'works', 240, [2_432, 638]),
      quarter('Les Quatre-Vents', 'estate', 3_120, [1_177, 2_534]),
      quarter('Le Grand Jardin', 'houses', 1_690, [-926, 2_580]),
      quarter('Bel-Horizon', 'houses', 1_720, [-2_158, 1_694], [-2_908, 44]),
      quarter('Port-Sec', 'works', 190, [2_300, -400]),
      quarter('Montplaisir', 'estate', 2_840, [1_743, -1_505]),
      quarter('La Sapinière', 'houses', 1_560, [722, -2_244]),
      quarter('Les Hauts de Virelle', 'estate', 2_690, [-900, -2_250]),
      quarter('Les Peupliers', 'houses', 1_480, [-1_900, -1_800]),
      quarter('Le Gué', 'houses', 1_160, [-2_300, -900]),
    ],
  },
  {
    code: '00102',
    postcode: '00120',
    name: 'Saint-Évroy-des-Prés',
    at: [4_250, -150],
    quarters: [
      quarter('Bourg nord', 'village', 3_240, [4_300, 600]),
      quarter('Bourg sud – La Ferme', 'village', 2_910, [3_500, -1_300]),
      quarter('Les Jonquilles', 'village', 1_980, [5_200, -1_200]),
    ],
  },
  {
    code: '00103',
    postcode: '00130',
    name: 'Brennecourt',
    at: [3_600, 3_560],
    quarters: [
      quarter('Centre', 'village', 3_610, [3_083, 4_095]),
      quarter('Les Sablières', 'village', 720, [4_362, 1_697], [2_796, 1_396]),
    ],
  },
  {
    code: '00104',
    postcode: '00140',
    name: 'Courtelaine',
    at: [-4_650, 520],
    quarters: [
      quarter('Bourg', 'village', 2_330, [-4_636, -348]),
      quarter('La Motte', 'village', 560, [-3_700, -2_628]),
    ],
  },
  {
    code: '00105',
    postcode: '00150',
    name: 'Montessart',
    at: [-480, -3_850],
    quarters: [quarter('Montessart', 'village', 2_310, [521, -3_731])],
  },
  {
    code: '00106',
    postcode: '00160',
    name: 'Champlorme',
    at: [-2_880, 3_320],
    quarters: [quarter('Champlorme', 'village', 1_640, [-2_116, 3_225])],
  },
]
