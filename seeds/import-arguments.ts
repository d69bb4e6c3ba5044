import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ImportMapping } from '#contract/mappings'
import { ImportAnswers, QUESTIONS } from '#contract/questions'
import { type Language, WORDS, type Words } from './import-words.ts'

/** What the shell is told. The first four follow from the report. */
export const EXIT = {
  accept: 0,
  repair: 0,
  ask: 1,
  reject: 2,
  unreachable: 3,
  usage: 4,
  refused: 5,
  unfinished: 6,
} as const

export class Failure extends Error {
  readonly exit: number
  constructor(exit: number, message: string) {
    super(message)
    this.exit = exit
  }
}

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  'print-mapping': { type: 'boolean', default: false },
  answer: { type: 'string', multiple: true },
  layer: { type: 'string' },
  projection: { type: 'string' },
  encoding: { type: 'string' },
  mapping: { type: 'string' },
  refused: { type: 'string' },
  undo: { type: 'string' },
  vintage: { type: 'string' },
  lang: { type: 'string' },
} as const

const languageOf = (chosen: string | undefined): Language => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return /^en/i.test(chosen ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '') ? 'en' : 'fr'
}

/** A projection is known by its number: `2154` is `EPSG:2154`. */
const projectionOf = (text: string): string => (/^\d+$/.test(text) ? `EPSG:${text}` : text)

function answersOf(given: readonly string[], shortcuts: ImportAnswers, words: Words): ImportAnswers {
  const pairs = given.map((text) => {
    const [about, ...value] = text.split('=')
    return [about, value.join('=')]
  })
  const answers = ImportAnswers.strict().safeParse({ ...shortcuts, ...Object.fromEntries(pairs) })
  const isComplete = pairs.every(([, value]) => value !== '')
  if (!answers.success || !isComplete) throw new Failure(EXIT.usage, words.badAnswer(QUESTIONS.join(', ')))
  const { projection, ...others } = answers.data
  return { ...others, ...(projection !== undefined && { projection: projectionOf(projection) }) }
}

function mappingOf(path: string, words: Words): ImportMapping {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Failure(EXIT.usage, words.badMapping(path, (error as Error).message))
  }
  const mapping = ImportMapping.safeParse(content)
  if (mapping.success) return mapping.data
  const wrong = mapping.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new Failure(EXIT.usage, words.badMapping(path, wrong.join(' · ')))
}

export type Arguments = ReturnType<typeof readArguments>

/** What the command line asks for. Throws {@link Failure} with how it is used. */
export function readArguments() {
  const parsed = (() => {
    try {
      return parseArgs({ options: OPTIONS, allowPositionals: true })
    } catch (error) {
      const { usage } = WORDS[languageOf(undefined)]
      throw new Failure(EXIT.usage, `${(error as Error).message}\n${usage}`)
    }
  })()
  const { values, positionals } = parsed
  const language = languageOf(values.lang)
  const words = WORDS[language]
  const [path] = positionals
  const isAlone = values.undo !== undefined || values.help
  if (positionals.length !== (isAlone ? 0 : 1)) throw new Failure(EXIT.usage, words.usage)
  const { layer, projection, encoding, mapping } = values
  const isSuggested = mapping === 'suggested'
  const shortcuts: ImportAnswers = {
    ...(layer !== undefined && { layer }),
    ...(projection !== undefined && { projection }),
    ...(encoding !== undefined && { encoding }),
    ...(isSuggested && { mapping: 'confirmed' }),
  }
  return {
    language,
    words,
    path: path ?? '',
    json: values.json,
    help: values.help,
    dryRun: values['dry-run'],
    printMapping: values['print-mapping'],
    refused: values.refused,
    undo: values.undo,
    vintage: values.vintage,
    answers: answersOf(values.answer ?? [], shortcuts, words),
    mapping: mapping === undefined || isSuggested ? null : mappingOf(mapping, words),
  }
}
