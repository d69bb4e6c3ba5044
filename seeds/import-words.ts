import type { ImportFormat, ImportReport, ImportRun } from '#contract/imports'

export type Language = 'fr' | 'en'

/** What the command line says besides the remarks of the reader. */
export type Words = {
  usage: string
  noFile(path: string): string
  unreachable(url: string): string
  closed(url: string): string
  noToken: string
  badToken: string
  refused(status: number, code: string, detail: string): string
  ended: Record<Exclude<ImportRun['state'], 'queued' | 'reading' | 'writing'>, string>
  reading(rows: string): string
  formats: Record<ImportFormat, string>
  outcomes: Record<ImportReport['outcome'], string>
  counts: Record<'rows' | 'created' | 'updated' | 'unchanged' | 'ignored' | 'refused', string>
  dryRun: string
  refusals: string
  reservations: string
  lines: string
  others(count: string): string
}

export const WORDS: Record<Language, Words> = {
  fr: {
    usage: 'Usage : npm run -s import -- FICHIER [--dry-run] [--json] [--vintage AAAA] [--lang fr|en]',
    noFile: (path) => `Fichier introuvable ou illisible : ${path}`,
    unreachable: (url) =>
      `Maillage ne répond pas à ${url}. Démarrez-le (npm start), ou indiquez son adresse dans MAILLAGE_URL.`,
    closed: (url) => `${url} a interrompu l’envoi : le fichier est peut-être trop gros (512 Mo au plus).`,
    noToken:
      'Il faut un jeton d’accès : créez-en un dans Maillage (Mon compte, Jetons d’accès), puis MAILLAGE_TOKEN=mlg_… npm run -s import -- FICHIER. La démonstration en affiche un au démarrage.',
    badToken:
      'MAILLAGE_TOKEN est inconnu, expiré ou révoqué : créez un autre jeton dans Maillage (Mon compte, Jetons d’accès).',
    refused: (status, code, detail) => `Refusé par le serveur (${status}, ${code}) : ${detail}`,
    ended: {
      done: 'Terminé.',
      failed: 'L’import a échoué : rien n’a été écrit. Le journal du serveur dit pourquoi.',
      cancelled: 'L’import a été annulé : rien n’a été écrit.',
      interrupted: 'Le serveur s’est arrêté pendant l’import : rien n’a été écrit.',
    },
    reading: (rows) => `${rows} lignes lues…`,
    formats: {
      france_services: 'liste des France services',
      data_inclusion_structures: 'structures data·inclusion',
      data_inclusion_services: 'services data·inclusion',
      iris_contours: 'contours d’IRIS',
      commune_contours: 'contours de communes',
    },
    outcomes: {
      accept: 'accepté',
      repair: 'accepté avec des réserves',
      ask: 'une question d’abord, rien n’a été écrit',
      reject: 'refusé, rien n’a été écrit',
    },
    counts: {
      rows: 'lignes',
      created: 'créées',
      updated: 'modifiées',
      unchanged: 'inchangées',
      ignored: 'ignorées',
      refused: 'refusées',
    },
    dryRun: 'Essai : rien n’a été écrit.',
    refusals: 'Refusé',
    reservations: 'Réserves',
    lines: 'lignes',
    others: (count) => `et ${count} autres (--json les donne toutes)`,
  },
  en: {
    usage: 'Usage: npm run -s import -- FILE [--dry-run] [--json] [--vintage YYYY] [--lang fr|en]',
    noFile: (path) => `No such file, or not readable: ${path}`,
    unreachable: (url) =>
      `Maillage does not answer at ${url}. Start it (npm start), or give its address in MAILLAGE_URL.`,
    closed: (url) => `${url} cut the transfer: the file may be too large (512 MB at most).`,
    noToken:
      'An access token is needed: make one in Maillage (My account, Access tokens), then MAILLAGE_TOKEN=mlg_… npm run -s import -- FILE. The demo prints one when it starts.',
    badToken:
      'MAILLAGE_TOKEN is unknown, expired or revoked: make another token in Maillage (My account, Access tokens).',
    refused: (status, code, detail) => `Refused by the server (${status}, ${code}): ${detail}`,
    ended: {
      done: 'Done.',
      failed: 'The import failed: nothing was written. The log of the server says why.',
      cancelled: 'The import was cancelled: nothing was written.',
      interrupted: 'The server stopped during the import: nothing was written.',
    },
    reading: (rows) => `${rows} rows read…`,
    formats: {
      france_services: 'list of France services',
      data_inclusion_structures: 'data·inclusion structures',
      data_inclusion_services: 'data·inclusion services',
      iris_contours: 'IRIS contours',
      commune_contours: 'contours of communes',
    },
    outcomes: {
      accept: 'accepted',
      repair: 'accepted with reservations',
      ask: 'a question first, nothing was written',
      reject: 'rejected, nothing was written',
    },
    counts: {
      rows: 'rows',
      created: 'created',
      updated: 'updated',
      unchanged: 'unchanged',
      ignored: 'ignored',
      refused: 'refused',
    },
    dryRun: 'Dry run: nothing was written.',
    refusals: 'Refused',
    reservations: 'Reservations',
    lines: 'lines',
    others: (count) => `and ${count} more (--json gives them all)`,
  },
}
