import type { Size, View } from './camera.ts'
import type { Network } from './graph.ts'
import { type Label, LINE, type Obstacle, readable, shortened, spotsAround } from './labels.ts'
import { LOOKS, type Tone } from './looks.ts'
import type { Places } from './nearest.ts'
import { symbolSize } from './stage.ts'
import type { StandOut } from './standout.ts'

export type Ink = Record<Tone | 'paper', string>
type Scene = { network: Network; places: Places; view: View; size: Size; out: StandOut; isDimmed: boolean }

const FONT = '"Atkinson Hyperlegible Next", system-ui, sans-serif'
const PLAIN = `500 13px ${FONT}`
const STRONG = `700 13px ${FONT}`
/** Under this size of symbol, and with more actors than that, only what stands out has names and signs. */
const NAMED_FROM = 16
const FEW = 120
const isFar = ({ view, network }: Scene) => symbolSize(view.k) < NAMED_FROM && network.nodes.length > FEW

/** The corner at the upper right where the buttons of the view are. */
const TOOLS = { width: 64, height: 170 }
const MOST_LABELS = 140
const MOST_SIGNS = 500
/** A line shorter than this has no room for a sign. */
const SIGN_FROM = 52

const widths = new Map<string, number>()
function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const width = widths.get(text) ?? context.measureText(text).width
  widths.set(text, width)
  return width
}

/** Names in the order in which they take their room: what stands out, then whoever has most ties around. */
function* labelsOf(context: CanvasRenderingContext2D, scene: Scene): Generator<Label> {
  const { network, places, view, size, out } = scene
  const reach = symbolSize(view.k) / 2
  /** At an edge of the field a name moves aside so that it is read whole. */
  const inside = (left: number, top: number, width: number) => {
    const right = size.width - (top < TOOLS.height ? TOOLS.width : 2)
    return Math.min(right - width / 2, Math.max(width / 2 + 2, left))
  }
  const labelOf = (node: number, isStrong: boolean): Label => {
    const text = shortened(network.nodes[node]!.name)
    const width = widthOf(context, text)
    const [x, y] = [view.k * places[2 * node]! + view.x, view.k * places[2 * node + 1]! + view.y]
    const isShown = x > 0 && x < size.width
    const spots = spotsAround(x, y, reach, width).map(
      ([left, top]) => [isShown ? inside(left, top, width) : left, top] as const,
    )
    return { text, width, isStrong, spots }
  }
  for (const node of new Set([...out.rings, ...out.nodes])) yield labelOf(node, true)
  if (isFar(scene)) return
  const others = network.nodes.map((_, node) => node).filter((node) => !out.nodes.has(node))
  for (const node of others.sort((a, b) => network.edgesOf[b]!.length - network.edgesOf[a]!.length))
    yield labelOf(node, false)
}

function* symbolsOf({ network, places, view }: Scene): Generator<Obstacle> {
  const size = symbolSize(view.k) * 0.55
  for (const node of network.nodes.keys())
    yield { x: view.k * places[2 * node]! + view.x, y: view.k * places[2 * node + 1]! + view.y, size }
}

function paintSigns(context: CanvasRenderingContext2D, scene: Scene, ink: Ink) {
  const { network, places, view, size, out, isDimmed } = scene
  const reach = symbolSize(view.k) / 2
  let left = MOST_SIGNS
  const isFew = isDimmed || isFar(scene)
  const edges = isFew ? [...out.edges].map((place) => network.edges[place]!) : network.edges
  for (const { from, to, word, isOutward } of edges) {
    const { sign, tone } = LOOKS[word]
    if (!sign && !isOutward) continue
    const [ax, ay] = [view.k * places[2 * from]! + view.x, view.k * places[2 * from + 1]! + view.y]
    const [bx, by] = [view.k * places[2 * to]! + view.x, view.k * places[2 * to + 1]! + view.y]
    const [x, y, length] = [(ax + bx) / 2, (ay + by) / 2, Math.hypot(bx - ax, by - ay)]
    if (length < SIGN_FROM + reach || x < 0 || y < 0 || x > size.width || y > size.height) continue
    if (!left--) return
    context.fillStyle = ink[tone]
    if (sign) {
      context.lineWidth = 4
      context.strokeText(sign, x, y - LINE / 2)
      context.fillText(sign, x, y - LINE / 2)
    }
    if (isOutward) {
      const [ux, uy] = [(bx - ax) / length, (by - ay) / length]
      const [tx, ty] = [bx - ux * (reach + 1), by - uy * (reach + 1)]
      context.beginPath()
      context.moveTo(tx, ty)
      context.lineTo(tx - ux * 10 - uy * 5, ty - uy * 10 + ux * 5)
      context.lineTo(tx - ux * 10 + uy * 5, ty - uy * 10 - ux * 5)
      context.fill()
    }
  }
}

/** Writes signs of ties and names of actors above the drawing; those that cannot be read are left out. */
export function paintWords(context: CanvasRenderingContext2D, scene: Scene, ink: Ink, ratio: number) {
  const { width, height } = scene.size
  // An empty canvas costs as much to lay over the page as a full one.
  const isEmpty = isFar(scene) && scene.out.nodes.size === 0
  context.canvas.hidden = isEmpty
  if (isEmpty) return
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  context.strokeStyle = ink.paper
  context.font = STRONG
  paintSigns(context, scene, ink)
  for (const { text, x, y, isStrong } of readable(labelsOf(context, scene), {
    width,
    height,
    most: MOST_LABELS,
    around: symbolsOf(scene),
  })) {
    context.font = isStrong ? STRONG : PLAIN
    context.lineWidth = 3.5
    context.strokeText(text, x, y)
    context.fillStyle = scene.isDimmed && !isStrong ? ink.soft : ink.ink
    context.fillText(text, x, y)
  }
}
