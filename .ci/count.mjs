// node .ci/count.mjs FAILED_STEPS REPORT…: prints `N passed, N failed`, and exits with 1 unless everything passed.
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
  } catch {
    failed++
  }
}
if (Number(steps) && !failed) failed = Number(steps)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
