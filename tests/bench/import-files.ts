import { execFileSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GRID_FIGURES } from '#contract/figures'

/** Writes a file line by line, thousands at a time. Answers with its path. */
async function writeLines(path: string, lines: Iterable<string>): Promise<string> {
  function* blocks() {
    let block = ''
    for (const line of lines) {
      block += line
      if (block.length < 64 * 1024) continue
      yield block
      block = ''
    }
    yield block
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path))
  return path
}

/** Associations with an address, contacts and Lambert-93 coordinates, as an observatory would export them. */
export function writeActors(path: string, rows: number): Promise<string> {
  function* lines() {
    yield 'id;nom;description;siret;adresse;code_postal;code_insee;commune;x;y;telephone;courriel;date_maj\n'
    for (let i = 0; i < rows; i += 1) {
      const commune = 59_001 + (i % 600)
      const x = (650_000 + (i % 1_000) * 55.5).toFixed(2).replace('.', ',')
      const y = (7_030_000 + (Math.floor(i / 1_000) % 200) * 99.9).toFixed(2).replace('.', ',')
      yield `A${i};Association ${i % 977} du quartier ${i % 613};"Accueil, écoute et accompagnement des habitants, ${i % 31} permanences par mois";;${(i % 180) + 1} rue des Écoles;59000;${commune};Commune ${i % 600};${x};${y};03 20 ${String(i % 100).padStart(2, '0')} 14 15;contact${i}@example.org;2026-0${(i % 9) + 1}-15\n`
    }
  }
  return writeLines(path, lines())
}

/** A list of France services of any length: a file that is known. */
export function writeListed(path: string, rows: number): Promise<string> {
  function* lines() {
    yield 'id_fs,lib_fs,adresse,insee_com,code_postal,lib_com,latitude,longitude,mail,telephone,h_lundi,format_fs\n'
    for (let i = 0; i < rows; i += 1) {
      const point = `${(44 + (i % 900) / 200).toFixed(5)},${(1 + Math.floor(i / 900) / 30).toFixed(5)}`
      yield `${i},France services n° ${i},${(i % 90) + 1} rue du Port,59350,59000,Lille,${point},fs${i}@example.org,0320101415,09:00 - 12:00,Fixe\n`
    }
  }
  return writeLines(path, lines())
}

/** The 200 m grid as Insee publishes it: 34 columns. */
export function writeGrid(path: string, cells: number): Promise<string> {
  function* lines() {
    const [ind, men, pauv, ...others] = GRID_FIGURES
    yield `idcar_200m,idcar_1km,idcar_nat,i_est_200,i_est_1km,lcog_geo,${[ind, men, pauv, ...others].join()}\n`
    const width = 1_600
    for (let i = 0; i < cells; i += 1) {
      const north = 2_100_000 + Math.floor(i / width) * 200
      const east = 3_300_000 + (i % width) * 200
      const km = `CRS3035RES1000mN${north - (north % 1000)}E${east - (east % 1000)}`
      const figures = others.map((_, n) => ((i * (n + 3)) % 97) / 10).join()
      yield `CRS3035RES200mN${north}E${east},${km},${km},${i % 5 === 0 ? 0 : 1},0,${59_001 + (i % 600)},${(i % 400) / 10},${(i % 150) / 10},${(i % 40) / 10},${figures}\n`
    }
  }
  return writeLines(path, lines())
}

const VERTICES = 100

/** As many IRIS, each a disk of a hundred vertices somewhere in France. */
export function writePolygons(path: string, count: number): Promise<string> {
  function* lines() {
    yield '{"type":"FeatureCollection","features":[\n'
    for (let i = 0; i < count; i += 1) {
      const [x, y] = [-1 + (i % 250) * 0.03, 44 + Math.floor(i / 250) * 0.03]
      const ring = Array.from({ length: VERTICES }, (_, n) => {
        const angle = (n * 2 * Math.PI) / VERTICES
        return `[${(x + 0.012 * Math.cos(angle)).toFixed(7)},${(y + 0.012 * Math.sin(angle)).toFixed(7)}]`
      })
      const code = `${String(59_001 + Math.floor(i / 100)).padStart(5, '0')}${String((i % 100) + 101).padStart(4, '0')}`
      yield `${i > 0 ? ',' : ''}{"type":"Feature","properties":{"CODE_IRIS":"${code}","NOM_IRIS":"Quartier ${i}","INSEE_COM":"${code.slice(0, 5)}","TYP_IRIS":"H"},"geometry":{"type":"Polygon","coordinates":[[${[...ring, ring[0]].join()}]]}}\n`
    }
    yield ']}\n'
  }
  return writeLines(path, lines())
}

/** The same features in another format, in Lambert-93 as their producers give them; zipped when it has several files. */
export function convert(geojson: string, driver: 'GPKG' | 'ESRI Shapefile'): string {
  const path = geojson.replace(/\.geojson$/, driver === 'GPKG' ? '.gpkg' : '.shz')
  execFileSync('ogr2ogr', ['-f', driver, path, geojson, '-t_srs', 'EPSG:2154'], { stdio: 'ignore' })
  return path
}
