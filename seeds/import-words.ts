import type { ImportReport, ImportRun } from '#contract/imports'
import type { ImportTable } from '#contract/mappings'
import type { QuestionAbout } from '#contract/questions'

export type Language = 'fr' | 'en'

/** What the command line says besides the remarks of the reader. */
export type Words = {
  usage: string
  noFile(path: string): string
  badAnswer(questions: string): string
  badMapping(path: string, reason: string): string
  noMapping: string
  notWritten(path: string, reason: string): string
  unreachable(url: string): string
  closed(url: string): string
  noToken: string
  badToken: string
  refused(status: number, code: string, detail: string): string
  ended: Record<Exclude<ImportRun['state'], 'queued' | 'reading' | 'writing'>, string>
  reading(rows: string): string
  outcomes: Record<ImportReport['outcome'], string>
  counts: Record<'rows' | 'created' | 'updated' | 'unchanged' | 'ignored' | 'refused', string>
  dryRun: string
  refusals: string
  reservations: string
  lines: string
  others(count: string): string
  suggestion: string
  run: string
  questions: Record<QuestionAbout, string>
  answerWith: string
  likely: string
  mapping(by: ImportTable['mappedBy']): string
  key: string
  source: string
  nameAndCommune: string
  unused: string
  confirm: string
  toDo(unplaced: number, resemblances: number, gone: number): string[]
  refusedSaved(rows: number, path: string): string
  undone(file: string, removed: number, restored: number, survived: number): string
}

export const WORDS: Record<Language, Words> = {
  fr: {
    usage: `Usage : npm run -s import -- FICHIER [options]
       npm run -s import -- --undo IMPORT

  --dry-run              dire ce que l’import ferait, sans rien écrire
  --vintage AAAA         millésime des contours ou de la géographie des chiffres
  --projection EPSG:2154 projection des coordonnées (ou 2154)
  --layer NOM            couche, feuille ou fichier de l’archive
  --encoding NOM         encodage : utf-8, windows-1252…
  --answer SUJET=VALEUR  toute autre réponse (axes=swapped, notation=dms…), autant de fois qu’il le faut
  --mapping suggested    accepter la correspondance proposée pour un tableau inconnu
  --mapping FICHIER.json la remplacer par celle-ci
  --print-mapping        afficher la correspondance proposée, en JSON, pour la corriger
  --refused FICHIER      y écrire les lignes refusées, avec la raison
  --undo IMPORT          défaire un import, par son numéro
  --json                 le rapport en JSON, et rien d’autre
  --lang fr|en           langue des messages
  --help                 cette aide

Variables : MAILLAGE_URL (http://127.0.0.1:3000), MAILLAGE_TOKEN (jeton d’accès).
Codes de sortie : 0 accepté, avec ou sans réserves · 1 question à trancher · 2 refusé · 3 serveur injoignable
                  4 commande mal écrite · 5 refus du serveur · 6 import inachevé`,
    noFile: (path) => `Fichier introuvable ou illisible : ${path}`,
    badAnswer: (questions) => `--answer s’écrit SUJET=VALEUR, et le sujet est l’un de : ${questions}`,
    badMapping: (path, reason) => `Correspondance illisible (${path}) : ${reason}`,
    noMapping:
      'Il n’y a pas de correspondance à afficher : le fichier est d’un format connu, ou une question vient avant.',
    notWritten: (path, reason) => `Impossible d’écrire ${path} : ${reason}`,
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
      undone: 'L’import a été défait.',
    },
    reading: (rows) => `${rows} lignes lues…`,
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
    suggestion: 'plutôt',
    run: 'Import',
    questions: {
      projection: 'Dans quelle projection sont les coordonnées ?',
      axes: 'La latitude et la longitude sont-elles inversées ? (swapped : oui, as_is : non)',
      notation: 'Les coordonnées sont-elles en degrés, minutes et secondes ? (dms : oui)',
      layer: 'Quelle couche, quelle feuille ou quel fichier ?',
      encoding: 'Dans quel encodage est le texte ?',
      mapping: 'Est-ce bien ce que signifie chaque colonne ?',
    },
    answerWith: 'répondre par',
    likely: 'probable',
    mapping: (by) =>
      by === 'saved'
        ? 'Colonnes, lues comme la dernière fois'
        : by === 'given'
          ? 'Colonnes, lues comme demandé'
          : 'Colonnes, telles qu’elles semblent se lire',
    key: 'reconnaître une ligne à',
    source: 'source',
    nameAndCommune: 'son nom et son adresse',
    unused: 'non importées',
    confirm: 'Accepter : --mapping suggested · Corriger : --print-mapping > m.json, puis --mapping m.json',
    toDo: (unplaced, resemblances, gone) => [
      ...(unplaced > 0 ? [`${unplaced} à placer sur la carte`] : []),
      ...(resemblances > 0 ? [`${resemblances} doublons possibles`] : []),
      ...(gone > 0 ? [`${gone} ne figurent plus dans la source`] : []),
    ],
    refusedSaved: (rows, path) => `${rows} lignes refusées écrites dans ${path}`,
    undone: (file, removed, restored, survived) =>
      `Import défait (${file}) : ${removed} retirés · ${restored} remis comme avant · ${survived} gardés, modifiés depuis`,
  },
  en: {
    usage: `Usage: npm run -s import -- FILE [options]
       npm run -s import -- --undo IMPORT

  --dry-run              say what the import would do, write nothing
  --vintage YYYY         year of the contours, or of the geography of the figures
  --projection EPSG:2154 projection of the coordinates (or 2154)
  --layer NAME           layer, sheet, or file of the archive
  --encoding NAME        encoding: utf-8, windows-1252…
  --answer ABOUT=VALUE   any other answer (axes=swapped, notation=dms…), as many times as needed
  --mapping suggested    accept what is proposed for an unknown table
  --mapping FILE.json    read it this way instead
  --print-mapping        print the proposed mapping as JSON, to be edited
  --refused FILE         write the refused rows there, each with its reason
  --undo IMPORT          undo an import, by its id
  --json                 the report as JSON, and nothing else
  --lang fr|en           language of the messages
  --help                 this help

Variables: MAILLAGE_URL (http://127.0.0.1:3000), MAILLAGE_TOKEN (access token).
Exit codes: 0 accepted, with or without reservations · 1 a question to answer · 2 rejected · 3 server unreachable
            4 wrong command · 5 refused by the server · 6 import not finished`,
    noFile: (path) => `No such file, or not readable: ${path}`,
    badAnswer: (questions) => `--answer is written ABOUT=VALUE, and it is about one of: ${questions}`,
    badMapping: (path, reason) => `Unreadable mapping (${path}): ${reason}`,
    noMapping: 'There is no mapping to print: the file is of a known format, or a question comes first.',
    notWritten: (path, reason) => `Cannot write ${path}: ${reason}`,
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
      undone: 'The import was undone.',
    },
    reading: (rows) => `${rows} rows read…`,
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
    suggestion: 'rather',
    run: 'Import',
    questions: {
      projection: 'In which projection are the coordinates?',
      axes: 'Are latitude and longitude exchanged? (swapped: yes, as_is: no)',
      notation: 'Are the coordinates degrees, minutes and seconds? (dms: yes)',
      layer: 'Which layer, sheet or file?',
      encoding: 'In which encoding is the text?',
      mapping: 'Is this what each column means?',
    },
    answerWith: 'answer with',
    likely: 'likely',
    mapping: (by) =>
      by === 'saved'
        ? 'Columns, read as the last time'
        : by === 'given'
          ? 'Columns, read as asked'
          : 'Columns, as they seem to read',
    key: 'a row is known by',
    source: 'source',
    nameAndCommune: 'its name and address',
    unused: 'not imported',
    confirm: 'Accept: --mapping suggested · Edit: --print-mapping > m.json, then --mapping m.json',
    toDo: (unplaced, resemblances, gone) => [
      ...(unplaced > 0 ? [`${unplaced} to place on the map`] : []),
      ...(resemblances > 0 ? [`${resemblances} possible duplicates`] : []),
      ...(gone > 0 ? [`${gone} no longer in the source`] : []),
    ],
    refusedSaved: (rows, path) => `${rows} refused rows written to ${path}`,
    undone: (file, removed, restored, survived) =>
      `Import undone (${file}): ${removed} removed · ${restored} put back · ${survived} kept, edited since`,
  },
}
