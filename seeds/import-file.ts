import { access, constants, stat } from 'node:fs/promises'
import { type Arguments, EXIT, Failure, readArguments } from './import-arguments.ts'
import { importClient } from './import-client.ts'
import { reportText } from './import-printout.ts'

type Client = ReturnType<typeof importClient>

async function checkFile({ path, words }: Arguments): Promise<void> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  await access(path, constants.R_OK).catch(() => {
    throw new Failure(EXIT.usage, words.noFile(path))
  })
  if (!isFile) throw new Failure(EXIT.usage, words.noFile(path))
}

/** A mapping of one's own is shown to the server on a dry run, which is then applied. */
async function runOf(client: Client, given: Arguments) {
  const { mapping, dryRun } = given
  if (!mapping) return client.upload(given, dryRun)
  const seen = await client.upload(given, true)
  // A question that comes before the columns, or no table at all: the mapping has nothing to say.
  if (!seen.kept || (seen.report.outcome === 'ask' && !seen.report.table)) return seen
  const read = await client.answer(seen.id, mapping)
  const isUsable = read.report.outcome === 'accept' || read.report.outcome === 'repair'
  return dryRun || !isUsable ? read : client.apply(read.id)
}

async function printMapping(client: Client, given: Arguments): Promise<number> {
  const { report, ...run } = await client.upload(given, true)
  if (report.mapping) {
    console.log(JSON.stringify(report.mapping, null, 2))
    return EXIT.accept
  }
  console.error(reportText(run, report, given.words, given.language))
  console.error(given.words.noMapping)
  return report.outcome === 'ask' ? EXIT.ask : EXIT.reject
}

async function undo(client: Client, id: string, { json, words }: Arguments): Promise<number> {
  const { run, removed, restored, survived } = await client.undo(id)
  console.log(
    json
      ? JSON.stringify({ id: run.id, removed, restored, survived })
      : words.undone(run.filename, removed, restored, survived),
  )
  return EXIT.accept
}

async function main(): Promise<number> {
  const given = readArguments()
  const { words, language, json, refused } = given
  if (given.help) {
    console.log(words.usage)
    return EXIT.accept
  }
  const client = importClient(given)
  if (given.undo !== undefined) return undo(client, given.undo, given)
  await checkFile(given)
  if (given.printMapping) return printMapping(client, given)
  const { report, ...run } = await runOf(client, given)
  console.log(json ? JSON.stringify(report) : reportText(run, report, words, language))
  const hasRefusedRows = report.refused.some(({ line }) => line !== null)
  if (refused !== undefined && hasRefusedRows) {
    await client.saveRefused(run.id, refused)
    console.error(words.refusedSaved(report.refusedRows, refused))
  }
  return EXIT[report.outcome]
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exitCode = error.exit
}
