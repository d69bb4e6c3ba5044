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
/** Milliseconds for one picture: with the rest that a browser does, more than this is felt. */
const SLOW = 10
/** Milliseconds without movement after which everything is drawn again. */
const REST = { fast: 90, slow: 300 }

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

  /** The views that lines and words were last drawn for: until they are drawn again, they are moved as pictures. */
  const drawnFor = { lines: camera.view(), words: camera.view() }
  let rest: ReturnType<typeof setTimeout> | undefined
  /** This machine cannot draw everything anew for each picture of a movement. */
  let isSlow = false
  /** Nodes have moved since the lines were drawn. */
  let isStale = false
  const follow = (canvas: HTMLCanvasElement, from: View, { x, y, k }: View) => {
    const scale = k / from.k
    canvas.style.transform = `translate(${x - from.x * scale}px, ${y - from.y * scale}px) scale(${scale})`
  }
  const isDimmed = () => placed !== undefined && scene !== undefined && scene.out.nodes.size > 0
  const paintLines = (isResting: boolean) => {
    drawnFor.lines = camera.view()
    isStale = false
    lines.style.transform = ''
    stage.paint(drawnFor.lines, size, colours, isDimmed() ? DIM : 1, isResting)
  }
  const write = () => {
    if (!scene || !placed) return
    const { network, out } = scene
    const view = camera.view()
    drawnFor.words = view
    words.style.transform = ''
    const ratio = words.width / size.width
    paintWords(context, { network, places, view, size, out, isDimmed: isDimmed() }, ink, ratio)
  }
  function paint() {
    frame = 0
    // Another network waits for its places. The very first one waits on plain paper.
    if (placed && placed !== scene?.network) return
    clearTimeout(rest)
    if (!isMoving) {
      paintLines(true)
      return write()
    }
    isMoving = false
    const view = camera.view()
    if (isSlow && !isStale) follow(lines, drawnFor.lines, view)
    else paintLines(false)
    // Text is what costs most: it is written again once the view rests.
    follow(words, drawnFor.words, view)
    rest = setTimeout(
      () => {
        paintLines(true)
        write()
      },
      REST[isSlow ? 'slow' : 'fast'],
    )
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
  /** `isWhole`: not only what stands out has changed. */
  const put = (isWhole: boolean) => {
    if (!scene || placed !== scene.network) return
    const { network, out } = scene
    if (isWhole) stage.show({ edges: network.edges, nodes: drawnOf(scene, network.nodes.keys()) }, places)
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
      const isWhole = next.network !== scene?.network || next.standingOf !== scene.standingOf
      scene = next
      put(isWhole)
    },
    /** Where the nodes of a network now are; nothing is drawn while another network is shown. */
    place: (network: Network, next: Places) => {
      const isNew = network !== placed
      placed = network
      places = next
      index = undefined
      isStale = true
      if (isNew) put(true)
      else {
        stage.move(places)
        ask()
      }
    },
    dress: async (theme: 'light' | 'dark') => {
      const style = getComputedStyle(field)
      // Whichever way a colour is written, a canvas gives it back as `#rrggbb`.
      const read = (tone: keyof Ink) => {
        context.fillStyle = style.getPropertyValue(INKS[tone]).trim()
        return String(context.fillStyle)
      }
      ink = { ink: read('ink'), soft: read('soft'), signal: read('signal'), paper: read('paper') }
      colours = coloursOf(ink)
      await stage.load(theme)
      ask()
    },
    /** Measures how long this machine takes for one picture: the rest of the movement is drawn accordingly. */
    measure: () => {
      const before = performance.now()
      paintLines(false)
      stage.finish()
      isSlow = performance.now() - before > SLOW
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
