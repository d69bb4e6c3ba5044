/** What anybody would try first here. */
const CONTEXT = [
  'maillage',
  'aller vers',
  'allervers',
  'travail social',
  'travailsocial',
  'département',
  'departement',
  'association',
  'observatoire',
  'formation',
  'motdepasse',
  'mot de passe',
]
/** Beyond, the rest adds time and no doubt; so do more ways of writing `e` as `3` (0.1 s at these limits, 0.9 s without). */
const WEIGHED = 48
const SUBSTITUTIONS = 20

type Estimator = { check(password: string, words: string[]): { score: number } }
let estimator: Promise<Estimator> | undefined

/** Its dictionaries take a fifth of a second and 60 MB: they are read the first time that somebody chooses a password. */
async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, french, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: SUBSTITUTIONS,
  })
}

const SEPARATORS = ['', ' ', '.', '-', '_']

/** A name or an address, its words, and these put together: apart, zxcvbn would count each as a choice of its own. */
function partsOf(text: string): string[] {
  const [name = ''] = text.split('@')
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const orders = [words, words.toReversed()]
  const together = SEPARATORS.flatMap((separator) => orders.map((order) => order.join(separator)))
  return [text, ...text.split(/[^\p{L}\p{N}]+/u), ...together].filter((part) => part.length > 2)
}

/** zxcvbn's score, 0 to 4, in French, in English, and with what is known of whoever chooses it. */
export async function strengthOf(password: string, words: readonly string[]): Promise<number> {
  estimator ??= load()
  const known = [...CONTEXT, ...words.flatMap(partsOf)]
  return (await estimator).check(password.slice(0, WEIGHED), known).score
}
