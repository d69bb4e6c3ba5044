import type { Queries } from '#db/client'
import { workspaces } from '#db/schema/workspaces'

/** How many workspaces share this server's reference zones. */
export const countWorkspaces = (tx: Queries): Promise<number> => tx.$count(workspaces)
