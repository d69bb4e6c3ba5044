import { boundsOf, type Published } from '#api/domain/disclosure-audit'
import { cellKey, type MaskedZone } from '#api/domain/disclosure-cells'
import { IDENTITIES } from '#api/domain/figure-identities'
import { randomFrom } from '#api/domain/random'

const communeCode = (c: number): string => `590${10 + c}`
const irisCode = (c: number, n: number): string => `${communeCode(c)}0${100 + n}`
const zone = (
  level: string,
  code: string,
  figures: Record<string, number>,
  ...larger: string[]
): MaskedZone => ({
  level,
  code,
  larger,
  figures,
  statuses: {},
})

/** A town of IRIS with true homes, small ones among them, its commune and its département. */
export function town(seed: number, communes: number, iris: number): MaskedZone[] {
  const random = randomFrom(seed)
  const draw = () => (random() < 0.25 ? Math.floor(random() * 14) : Math.floor(random() * 400))
  const sum = (zones: MaskedZone[]): Record<string, number> => {
    const total: Record<string, number> = {}
    for (const { figures } of zones)
      for (const [name, value] of Object.entries(figures)) total[name] = (total[name] ?? 0) + value!
    return total
  }
  const all: MaskedZone[] = []
  const towns = Array.from({ length: communes }, (_, c) => {
    const inside = Array.from({ length: iris }, (_, n) => {
      const owned = draw()
      const rented = draw()
      const free = Math.floor(random() * 15)
      const figures = {
        main_homes: owned + rented + free,
        homes_owned: owned,
        homes_rented: rented,
        homes_free: free,
        homes_social: Math.floor(rented * random()),
        rsa_households: draw(),
      }
      return zone('iris', irisCode(c, n), figures, `commune ${communeCode(c)}`)
    })
    all.push(...inside)
    const whole = zone('commune', communeCode(c), sum(inside), 'departement 59')
    all.push(whole)
    return whole
  })
  all.push(zone('departement', '59', sum(towns)))
  return all
}

/** What whoever reads everything that is shown can work out, with sums written anew and no knowledge of the mask's. */
export function recovered(zones: MaskedZone[], mask: ReadonlySet<string>): string[] {
  const keys = zones.flatMap(({ level, code, figures }) =>
    Object.keys(figures).map((figure) => cellKey(level, code, figure)),
  )
  const index = new Map(keys.map((key, n) => [key, n]))
  const truth = new Map(
    zones.flatMap(({ level, code, figures }) =>
      Object.entries(figures).map(([figure, value]) => [cellKey(level, code, figure), value!] as const),
    ),
  )
  const equations: Published[] = []
  let unnamed = keys.length
  const tell = (total: string, parts: string[], isOpen: boolean) => {
    const shown = (key: string) => (mask.has(key) ? 0 : truth.get(key)!)
    const hidden = parts.filter((key) => mask.has(key)).map((key) => index.get(key)!)
    equations.push({
      cells: isOpen ? [...hidden, unnamed++] : hidden,
      ...(mask.has(total) && { minus: [index.get(total)!] }),
      sum: shown(total) - parts.reduce((sum, key) => sum + shown(key), 0),
    })
  }
  for (const { level, code, figures } of zones) {
    for (const { total, parts, open } of IDENTITIES) {
      if (!(total in figures) || !parts.every((part) => part in figures)) continue
      tell(
        cellKey(level, code, total),
        parts.map((part) => cellKey(level, code, part)),
        open,
      )
    }
    const inside = zones.filter(({ larger }) => larger.includes(`${level} ${code}`))
    if (inside.length)
      for (const figure of Object.keys(figures))
        tell(
          cellKey(level, code, figure),
          inside.map((one) => cellKey(one.level, one.code, figure)),
          false,
        )
  }
  const withheld = keys.filter((key) => mask.has(key) && truth.get(key)! > 0)
  const bounds = boundsOf(
    equations,
    withheld.map((key) => index.get(key)!),
  )
  return withheld.filter((key) => {
    const found = bounds.get(index.get(key)!)
    return found && found.high - found.low < 11 - 1e-6
  })
}
