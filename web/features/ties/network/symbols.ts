import { FAMILIES, type Family } from '#contract/nomenclature'
import { familyMarkup } from '#web/ui/families.ts'
import { markMarkup, STANDINGS, type Standing } from '#web/ui/quadrants.ts'
import { type Gl, quadsOf } from './gl.ts'
import type { Places } from './nearest.ts'

const VERTEX = `#version 300 es
layout(location=0) in vec2 corner;
layout(location=1) in vec2 place;
layout(location=2) in vec4 look;
layout(location=3) in float opacity;
uniform vec3 view;
uniform vec2 size;
uniform float symbol;
uniform vec2 grid;
uniform float smallest;
out vec2 texel;
out float alpha;
void main() {
  vec2 spot = place * view.z + view.xy + (look.zw + corner * 0.5 * look.y) * symbol;
  vec2 cell = vec2(mod(look.x, grid.x), floor(look.x / grid.x));
  texel = (cell + corner * 0.5 + 0.5) / grid;
  alpha = opacity;
  // A mark that nobody could tell from another is not drawn.
  if (look.y * symbol < smallest) spot = vec2(-99.0);
  gl_Position = vec4((spot / size * 2.0 - 1.0) * vec2(1.0, -1.0), 0.0, 1.0);
}`

const FRAGMENT = `#version 300 es
precision mediump float;
in vec2 texel;
in float alpha;
uniform sampler2D sheet;
out vec4 colour;
void main() {
  colour = texture(sheet, texel) * alpha;
}`

export const symbolQuads = (gl: Gl) => quadsOf(gl, VERTEX, FRAGMENT, [2, 4, 1])

/** Pixels of a cell of the sheet; columns and rows of it. */
const CELL = 96
const COLUMNS = 8
const ROWS = 4
export const GRID = [COLUMNS, ROWS] as const

const familyCell = (family: Family) => FAMILIES.indexOf(family)
const markCell = (standing: Standing) => 2 * FAMILIES.length + STANDINGS.indexOf(standing)
const chosenCell = (family: Family) => FAMILIES.length + FAMILIES.indexOf(family)

/** Every symbol and mark in one image: families, families chosen, then standings. */
async function sheetOf(theme: 'light' | 'dark'): Promise<HTMLImageElement> {
  const paper = theme === 'light' ? '#ffffff' : '#1f1d1a'
  const cells = [
    ...FAMILIES.map((family) => ['-4 -4 40 40', familyMarkup(family)]),
    ...FAMILIES.map((family) => ['-4 -4 40 40', familyMarkup(family, { selected: true })]),
    ...STANDINGS.map((standing) => [
      '-4 -4 24 24',
      `<circle cx="8" cy="8" r="11.5" fill="${paper}"/>${markMarkup(standing, theme)}`,
    ]),
  ]
  const drawn = cells.map(
    ([box, markup], at) =>
      `<svg x="${(at % COLUMNS) * CELL + 2}" y="${Math.floor(at / COLUMNS) * CELL + 2}" width="${CELL - 4}" height="${CELL - 4}" viewBox="${box}">${markup}</svg>`,
  )
  const [width, height] = [COLUMNS * CELL, ROWS * CELL]
  const image = new Image(width, height)
  image.src = `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`,
  )}`
  await image.decode()
  return image
}

/** Puts the sheet of a theme where the drawing reads it. */
export async function loadSheet(gl: Gl, texture: WebGLTexture, theme: 'light' | 'dark'): Promise<void> {
  const image = await sheetOf(theme)
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image)
  gl.generateMipmap(gl.TEXTURE_2D)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_NEAREST)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE)
}

/** A node as it is drawn. */
export type Drawn = {
  node: number
  family: Family
  standing: Standing
  /** Outside of the filter: smaller and paler. */
  isFaint: boolean
  isChosen: boolean
}

const MARK = { size: 0.48, aside: 0.27 }

/** Two quads a node: its symbol, then its mark at the lower right; nothing said yet has no mark. */
export function symbolNumbersOf(drawn: readonly Drawn[], places: Places) {
  const spots = new Float32Array(4 * drawn.length)
  const looks = new Float32Array(8 * drawn.length)
  const opacities = new Float32Array(2 * drawn.length)
  drawn.forEach(({ node, family, standing, isFaint, isChosen }, at) => {
    const [x, y, size] = [places[2 * node]!, places[2 * node + 1]!, isFaint ? 0.72 : 1]
    const isMarked = standing !== 'unjudged'
    const aside = MARK.aside * size
    spots.set([x, y, x, y], 4 * at)
    looks.set([isChosen ? chosenCell(family) : familyCell(family), size, 0, 0], 8 * at)
    looks.set([markCell(standing), isMarked ? MARK.size * size : 0, aside, aside], 8 * at + 4)
    opacities.set(isFaint && !isChosen ? [0.6, 0.6] : [1, 1], 2 * at)
  })
  return [spots, looks, opacities] as const
}
