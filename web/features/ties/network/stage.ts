import type { Size, View } from './camera.ts'
import { edgeLooksOf, edgeQuads, endsOf, TONES } from './edges.ts'
import type { Batch, Gl } from './gl.ts'
import type { NetworkEdge } from './graph.ts'
import type { Tone } from './looks.ts'
import type { Places } from './nearest.ts'
import { type Drawn, GRID, loadSheet, symbolNumbersOf, symbolQuads } from './symbols.ts'

/** Lines and symbols that are drawn together. */
export type Picture = { edges: readonly NetworkEdge[]; nodes: readonly Drawn[] }
/** Pixels. */
const SMALLEST_MARK = 7

type Colour = readonly [number, number, number]

/** How wide a symbol is, in pixels, when one looks from so far: it shrinks slower than the drawing. */
export const symbolSize = (k: number): number => Math.min(44, Math.max(8, 40 * k ** 0.75))
/** Lines grow thin with distance, less than the rest. */
const thicknessAt = (k: number): number => Math.min(1, Math.max(0.3, k ** 0.5))

/** Draws the network with WebGL; undefined where there is none. */
export function stageOn(canvas: HTMLCanvasElement) {
  const gl: Gl | null = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false })
  if (!gl) return undefined
  const [lines, symbols, sheet] = [edgeQuads(gl), symbolQuads(gl), gl.createTexture()]
  const layerOf = (): { lines: Batch; symbols: Batch; shown: Picture } => ({
    lines: lines.batch(),
    symbols: symbols.batch(),
    shown: { edges: [], nodes: [] },
  })
  // Everything, and what stands out in front of it.
  const [back, front] = [layerOf(), layerOf()]
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)

  const move = (layer: typeof back, places: Places) => {
    layer.lines.fill(0, endsOf(layer.shown.edges, places))
    symbolNumbersOf(layer.shown.nodes, places).forEach((numbers, at) => {
      layer.symbols.fill(at, numbers)
    })
  }
  const put = (layer: typeof back) => (picture: Picture, places: Places) => {
    layer.shown = picture
    layer.lines.fill(1, edgeLooksOf(picture.edges))
    move(layer, places)
  }
  return {
    show: put(back),
    lift: put(front),
    move: (places: Places) => {
      move(back, places)
      move(front, places)
    },
    load: (theme: 'light' | 'dark') => loadSheet(gl, sheet, theme),
    /** `dim`: how much of what does not stand out is left, 0 to 1. */
    paint: (
      { x, y, k }: View,
      { width, height }: Size,
      colours: Record<Tone | 'paper', Colour>,
      dim: number,
    ) => {
      gl.viewport(0, 0, canvas.width, canvas.height)
      gl.clearColor(...colours.paper, 1)
      gl.clear(gl.COLOR_BUFFER_BIT)
      lines.use()
      gl.uniform3f(lines.uniform('view'), x, y, k)
      gl.uniform2f(lines.uniform('size'), width, height)
      gl.uniform1f(lines.uniform('thickness'), thicknessAt(k))
      gl.uniform3fv(
        lines.uniform('tones'),
        TONES.flatMap((tone) => [...colours[tone]]),
      )
      gl.uniform1f(lines.uniform('opacity'), 0.62 * dim)
      back.lines.draw()
      symbols.use()
      gl.uniform3f(symbols.uniform('view'), x, y, k)
      gl.uniform2f(symbols.uniform('size'), width, height)
      gl.uniform1f(symbols.uniform('symbol'), symbolSize(k))
      gl.uniform2f(symbols.uniform('grid'), ...GRID)
      gl.uniform1f(symbols.uniform('smallest'), SMALLEST_MARK)
      gl.uniform1f(symbols.uniform('dim'), dim)
      back.symbols.draw()
      lines.use()
      gl.uniform1f(lines.uniform('opacity'), 1)
      front.lines.draw()
      symbols.use()
      gl.uniform1f(symbols.uniform('dim'), 1)
      front.symbols.draw()
    },
  }
}
export type Stage = NonNullable<ReturnType<typeof stageOn>>
