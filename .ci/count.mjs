// node .ci/count.mjs FAILED_STEPS REPORT…: names every test that failed, prints `N passed, N failed`, and exits with 1
// unless everything passed.
import { readFileSync } from 'node:fs'

const [steps, ...reports] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const path of reports) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    passed += report.numPassedTests
    failed += report.numFailedTests
    if (!report.success && !report.numFailedTests) failed++
    for (const file of report.testResults) {
      if (file.status === 'failed' && !file.assertionResults.length) console.log(`✗ ${file.name}\n  ${file.message}`)
      for (const test of file.assertionResults)
        if (test.status === 'failed') console.log(`✗ ${test.fullName} (${file.name})\n  ${test.failureMessages.join('\n  ')}`)
    }
  } catch {
    failed++
  }
}
if (Number(steps) && !failed) failed = Number(steps)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
