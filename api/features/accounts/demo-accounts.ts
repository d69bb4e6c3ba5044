import type { Role } from '#contract/roles'

type DemoRole = Exclude<Role, 'visitor'>

const id = (n: number) => `00000000-0000-7000-8000-00000000010${n}`

/** One fictitious person for each role of the demo. They have no address and no password: one click is enough. */
export const DEMO_ACCOUNTS: Record<DemoRole, { id: string; name: string }> = {
  participant: { id: id(1), name: 'Inès, stagiaire' },
  contributor: { id: id(2), name: 'Karim, contributeur' },
  trainer: { id: id(3), name: 'Solène, formatrice' },
  manager: { id: id(4), name: 'Marc, cadre' },
  observatory_officer: { id: id(5), name: 'Lucie, chargée d’observation' },
  administrator: { id: id(6), name: 'Nadia, administratrice' },
}

export const DEMO_IDS: readonly string[] = Object.values(DEMO_ACCOUNTS).map((account) => account.id)
