import type { Load } from './load.ts'

export type Report = {
  row(what: string, ours: Load, peer: { name: string; perSecond: number }, goal: number): void
  note(text: string): void
}

const number = (n: number) => (n >= 100 ? Math.round(n).toLocaleString('en') : n.toFixed(1))

/** Prints as it goes: a claim is a ratio to a peer of the same run, with the goal beside it. */
export const printedReport = (): Report => {
  console.log('\n| what | per second | p50 ms | p95 ms | peer | peer per second | ratio | goal | |')
  console.log('|---|---|---|---|---|---|---|---|---|')
  return {
    row(what, ours, peer, goal) {
      const ratio = ours.perSecond / peer.perSecond
      const cells = [
        what,
        number(ours.perSecond),
        number(ours.p50),
        number(ours.p95),
        peer.name,
        number(peer.perSecond),
      ]
      console.log(
        `| ${cells.join(' | ')} | ${ratio.toFixed(2)} | ≥ ${goal} | ${ratio >= goal ? 'met' : 'missed'} |`,
      )
    },
    note: (text) => console.log(`\n${text}`),
  }
}
