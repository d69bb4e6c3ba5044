import { backdropOf } from './backdrop.ts'
import type { Size, View } from './camera.ts'
import { edgeLooksOf, edgeQuads, endsOf, TONES } from './edges.ts'
import type { Batch, Gl, Quads } from './gl.ts'
import type { NetworkEdge } from './graph.ts'
import type { Tone } from './looks.ts'
import type { Places } from './nearest.ts'
import { type Drawn, GRID, loadSheet, symbolNumbersOf, symbolQuads } from './symbols.ts'

/** Lines and symbols that are drawn together. */
export type Picture = { edges: readonly NetworkEdge[]; nodes: readonly Drawn[] }
/** How strongly a line is drawn that does not stand out. */
const FAINT = 0.62
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
  const backdrop = backdropOf(gl)
  /** What the backdrop shows, and how often what it is made of has changed. */
  let [kept, version] = ['', 0]
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
    show: (picture: Picture, places: Places) => {
      version += 1
      put(back)(picture, places)
    },
    lift: put(front),
    move: (places: Places) => {
      version += 1
      move(back, places)
      move(front, places)
    },
    /** Waits until everything is drawn: reading one pixel needs all of them. */
    finish: () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)),
    load: async (theme: 'light' | 'dark') => {
      await loadSheet(gl, sheet, theme)
      version += 1
    },
    /** `dim`: how much of what does not stand out is left, 0 to 1. `isResting`: this view is there to stay. */
    paint: (
      view: View,
      size: Size,
      colours: Record<Tone | 'paper', Colour>,
      dim: number,
      isResting: boolean,
    ) => {
      const asked = JSON.stringify([view, size, colours, version, canvas.width])
      gl.viewport(0, 0, canvas.width, canvas.height)
      const look = (quads: Quads) => {
        quads.use()
        gl.uniform3f(quads.uniform('view'), view.x, view.y, view.k)
        gl.uniform2f(quads.uniform('size'), size.width, size.height)
      }
      look(lines)
      gl.uniform1f(lines.uniform('thickness'), thicknessAt(view.k))
      gl.uniform3fv(
        lines.uniform('tones'),
        TONES.flatMap((tone) => [...colours[tone]]),
      )
      look(symbols)
      gl.uniform1f(symbols.uniform('symbol'), symbolSize(view.k))
      gl.uniform2f(symbols.uniform('grid'), ...GRID)
      gl.uniform1f(symbols.uniform('smallest'), SMALLEST_MARK)
      const draw = (layer: typeof back, opacity: number) => {
        lines.use()
        gl.uniform1f(lines.uniform('opacity'), opacity)
        layer.lines.draw()
        symbols.use()
        layer.symbols.draw()
      }
      if (asked !== kept) {
        gl.clearColor(...colours.paper, 1)
        gl.clear(gl.COLOR_BUFFER_BIT)
        draw(back, FAINT)
        if (isResting || dim < 1) {
          backdrop.keep(canvas.width, canvas.height)
          kept = asked
        }
      }
      if (asked === kept) backdrop.draw(colours.paper, dim)
      draw(front, 1)
    },
  }
}
