import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Standing } from '#web/ui/quadrants.ts'
import { Spinner } from '#web/ui/Spinner.tsx'
import { useTieWords } from '../useTieWords.ts'
import type { Network } from './graph.ts'
import css from './NetworkCanvas.module.css'
import { NetworkTools } from './NetworkTools.tsx'
import { DIRECTIONS, type Direction, nodeTowards } from './nearest.ts'
import { type Looked, standingOut } from './standout.ts'
import { useDrawing } from './useDrawing.ts'

/** How far from the middle of a symbol a mouse and a finger still meet it, in pixels. */
const REACH = { mouse: 12, finger: 22 }
const NEARER = 1.3
const STEP = 60

/** The sociogram. Arrows walk from actor to actor, Enter selects, L draws a tie, + and − zoom; the table says the same. */
export function NetworkCanvas({
  network,
  standingOf,
  selected,
  path,
  named,
  isTracing,
  onActor,
  onTie,
  onTrace,
  onStop,
}: {
  network: Network
  standingOf: (actorId: string) => Standing
  isTracing: boolean
  onActor: (id: string | undefined) => void
  onTie: (id: string) => void
  /** A tie is to be drawn from here; undefined when one may not. */
  onTrace: ((id: string) => void) | undefined
  /** No tie is to be drawn after all. */
  onStop: () => void
} & Omit<Looked, 'at'>) {
  const { t } = useTranslation('ties')
  const words = useTieWords()
  const [field, lines, labels] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
  ]
  /** Under the pointer, and where the keyboard is. */
  const [over, setOver] = useState<string>()
  const [here, setHere] = useState<string>()
  const help = useId()
  const out = useMemo(
    () => standingOut(network, { at: over ?? here, selected, path, named }),
    [network, over, here, selected, path, named],
  )
  const scene = useMemo(() => ({ network, out, standingOf }), [network, out, standingOf])
  const { drawing, state, showAll, hold } = useDrawing({ field, lines, words: labels }, scene)

  const nodeAt = ({
    clientX,
    clientY,
    pointerType,
  }: {
    clientX: number
    clientY: number
    pointerType: string
  }) => {
    const node = drawing.current?.nodeAt(
      clientX,
      clientY,
      pointerType === 'mouse' ? REACH.mouse : REACH.finger,
    )
    return node === undefined ? undefined : network.nodes[node]?.id
  }
  const walk = (direction: Direction) => {
    const from = network.placeOf.get(here ?? selected ?? '')
    const places = drawing.current?.places()
    const to = from === undefined ? 0 : places && nodeTowards(places, from, direction)
    if (to === undefined) return
    setHere(network.nodes[to]?.id)
    drawing.current?.reveal(to)
  }
  const zoom = (factor: number) => {
    hold()
    drawing.current?.camera.by(factor)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const at = here ?? selected
    const done = () => event.preventDefault()
    if (key in DIRECTIONS) {
      done()
      const [dx, dy] = DIRECTIONS[key as Direction]
      if (!shiftKey) return walk(key as Direction)
      hold()
      drawing.current?.camera.pan(-dx * STEP, -dy * STEP)
    } else if (key === '+' || key === '=') zoom(NEARER)
    else if (key === '-') zoom(1 / NEARER)
    else if (key === '0') showAll()
    else if (key === 'Enter' && at) {
      done()
      onActor(at)
    } else if (key.toLowerCase() === 'l' && at) onTrace?.(at)
    else if (key === 'Escape' && (here || isTracing)) {
      event.stopPropagation()
      setHere(undefined)
      onStop()
    }
  }
  const onClick = (event: PointerEvent<HTMLDivElement>) => {
    setHere(undefined)
    const id = nodeAt(event)
    if (id) return onActor(id)
    const edge = drawing.current?.edgeAt(event.clientX, event.clientY)
    if (edge !== undefined) onTie(network.edges[edge]!.tieId)
    else onActor(undefined)
  }
  const said = here ?? over
  const actor = said === undefined ? undefined : network.nodes[network.placeOf.get(said) ?? -1]
  return (
    <>
      <div
        ref={field}
        className={css.field}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing that is walked through with the arrows
        tabIndex={0}
        role="application"
        aria-label={t('network.label', { count: network.nodes.length, ties: network.edges.length })}
        aria-describedby={help}
        data-over={over !== undefined}
        data-tracing={isTracing}
        data-state={state}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse' && !event.buttons) setOver(nodeAt(event))
        }}
        onPointerLeave={() => setOver(undefined)}
        onBlur={() => setHere(undefined)}
        onClick={onClick as never}
      >
        <canvas ref={lines} />
        <canvas ref={labels} />
        {state === 'settling' && network.nodes.length > 0 && (
          <div className={css.waiting}>
            <Spinner label={t('network.settling')} />
          </div>
        )}
        {state === 'none' && <p className={css.waiting}>{t('network.noDrawing')}</p>}
      </div>
      <p id={help} hidden>
        {t(onTrace ? 'network.helpWrite' : 'network.help')}
      </p>
      <p role="status" className="visually-hidden">
        {actor && here && words.around(actor, network)}
      </p>
      <NetworkTools onNearer={() => zoom(NEARER)} onFarther={() => zoom(1 / NEARER)} onFit={showAll} />
    </>
  )
}
