import type { Standing } from '#web/ui/quadrants.ts'
import { cameraOn, fitting, type Size, showing, type View } from './camera.ts'
import type { Network } from './graph.ts'
import type { Tone } from './looks.ts'
import { indexOf, type NodeIndex, nearestEdge, type Places } from './nearest.ts'
import { stageOn, symbolSize } from './stage.ts'
import type { StandOut } from './standout.ts'
import type { Drawn } from './symbols.ts'
import { type Ink, paintWords } from './words.ts'

const INKS: Record<Tone | 'paper', string> = {
  ink: '--ink',
  soft: '--line-strong',
  signal: '--signal-ink',
  paper: '--paper',
}
/** What is left of the rest while something stands out. */
const DIM = 0.3
const EDGE_REACH = 7
/** Milliseconds without movement after which words are written again. */
const REST = 90

/** `#rrggbb` as three fractions. */
const fractionsOf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number]

const coloursOf = ({ ink, soft, signal, paper }: Ink) => ({
  ink: fractionsOf(ink),
  soft: fractionsOf(soft),
  signal: fractionsOf(signal),
  paper: fractionsOf(paper),
})

export type Scene = { network: Network; out: StandOut; standingOf: (actorId: string) => Standing }

/**
 * The drawing of a network in two canvases over one another: lines and symbols, then words. Nothing of it is React's:
 * a view that moves paints again, and nothing else happens. Undefined where there is no WebGL.
 */
export function drawingOn(
  field: HTMLElement,
  lines: HTMLCanvasElement,
  words: HTMLCanvasElement,
  onHand: () => void,
) {
  const stage = stageOn(lines)
  const context = words.getContext('2d')
  if (!stage || !context) return undefined
  let scene: Scene | undefined
  let places: Places = new Float32Array()
  let placed: Network | undefined
  let index: NodeIndex | undefined
  let size: Size = { width: 1, height: 1 }
  let ink: Ink = { ink: '#000000', soft: '#000000', signal: '#000000', paper: '#ffffff' }
  let colours = coloursOf(ink)
  let frame = 0
  let isMoving = false
  const move = () => {
    isMoving = true
    ask()
  }
  const camera = cameraOn(field, move, onHand)

  /** Words follow the view as they are; they are written again once it rests: text is what costs most. */
  let written: View = { x: 0, y: 0, k: 1 }
  let rest: ReturnType<typeof setTimeout> | undefined
  const write = (isDimmed: boolean) => {
    if (!scene || !placed) return
    const { network, out } = scene
    written = camera.view()
    words.style.transform = ''
    words.style.opacity = ''
    const ratio = words.width / size.width
    paintWords(context!, { network, places, view: written, size, out, isDimmed }, ink, ratio)
  }
  const follow = ({ x, y, k }: View) => {
    words.style.transform = `translate(${x - written.x}px, ${y - written.y}px)`
    words.style.opacity = k === written.k ? '' : '0'
  }
  function paint() {
    frame = 0
    // Another network waits for its places. The very first one waits on plain paper.
    if (placed && placed !== scene?.network) return
    const isDimmed = placed !== undefined && scene !== undefined && scene.out.nodes.size > 0
    const view = camera.view()
    stage!.paint(view, size, colours, isDimmed ? DIM : 1)
    clearTimeout(rest)
    if (isMoving) {
      isMoving = false
      follow(view)
      rest = setTimeout(() => write(isDimmed), REST)
    } else write(isDimmed)
  }
  function ask() {
    frame ||= requestAnimationFrame(paint)
  }
  const drawnOf = ({ network, out, standingOf }: Scene, nodes: Iterable<number>): Drawn[] =>
    [...nodes].map((node) => {
      const { id, family, filtered } = network.nodes[node]!
      const isChosen = out.rings.has(node)
      return { node, family, standing: standingOf(id), isFaint: !filtered, isChosen }
    })
  const put = () => {
    if (!scene || placed !== scene.network) return
    const { network, out } = scene
    stage.show({ edges: network.edges, nodes: drawnOf(scene, network.nodes.keys()) }, places)
    const lifted = new Set([...out.nodes, ...out.rings])
    const edges = [...out.edges].map((place) => network.edges[place]!)
    stage.lift({ edges, nodes: drawnOf(scene, lifted) }, places)
    ask()
  }
  const spotOf = (clientX: number, clientY: number, { x, y, k }: View) => {
    const box = field.getBoundingClientRect()
    return [(clientX - box.left - x) / k, (clientY - box.top - y) / k] as const
  }
  return {
    camera,
    show: (next: Scene) => {
      scene = next
      put()
    },
    /** Where the nodes of a network now are; nothing is drawn while another network is shown. */
    place: (network: Network, next: Places) => {
      const isNew = network !== placed
      placed = network
      places = next
      index = undefined
      if (isNew) put()
      else {
        stage.move(places)
        ask()
      }
    },
    dress: async (theme: 'light' | 'dark') => {
      const style = getComputedStyle(field)
      const read = (tone: keyof Ink) => style.getPropertyValue(INKS[tone]).trim()
      ink = { ink: read('ink'), soft: read('soft'), signal: read('signal'), paper: read('paper') }
      colours = coloursOf(ink)
      await stage.load(theme)
      ask()
    },
    resize: (next: Size) => {
      size = next
      const ratio = Math.min(2, devicePixelRatio)
      for (const canvas of [lines, words]) {
        canvas.width = Math.round(size.width * ratio)
        canvas.height = Math.round(size.height * ratio)
      }
      // At once: a canvas that has a new size is empty.
      paint()
    },
    fit: () => camera.set(fitting(places, size)),
    reveal: (node: number) => {
      const [x, y] = [places[2 * node], places[2 * node + 1]]
      if (x !== undefined && y !== undefined) camera.set(showing(camera.view(), x, y, size))
    },
    nodeAt: (clientX: number, clientY: number, reach: number) => {
      index ??= indexOf(places)
      const view = camera.view()
      const within = Math.max(reach, symbolSize(view.k) * 0.55) / view.k
      return index.nearest(...spotOf(clientX, clientY, view), within)
    },
    edgeAt: (clientX: number, clientY: number) => {
      const view = camera.view()
      return (
        scene &&
        nearestEdge(scene.network.edges, places, ...spotOf(clientX, clientY, view), EDGE_REACH / view.k)
      )
    },
    places: () => places,
    stop: () => {
      cancelAnimationFrame(frame)
      clearTimeout(rest)
      camera.stop()
    },
  }
}
export type Drawing = NonNullable<ReturnType<typeof drawingOn>>
