import { contentOf } from '#api/features/assessments/assess'
import { append } from '#api/features/assessments/assessments.write.repository'
import { createRecord } from '#api/features/records/edit-record'
import { KINDS } from '#api/features/records/kinds.repository'
import { AssessmentInput } from '#contract/assessments'
import { BodyInput } from '#contract/bodies'
import { FacilitatorInput } from '#contract/facilitators'
import { GroupInput } from '#contract/groups'
import { OutreachInput } from '#contract/outreach'
import { TargetPublicInput } from '#contract/target-publics'
import { TieInput } from '#contract/ties'
import { scales } from '#db/schema/cooperation'
import type { WorkspaceTransaction } from '#db/workspace'
import type { DemoCooperation } from './demo/cooperation.ts'

/** What is written before what refers to it. */
const RECORDS = [
  ['group', 'groups', GroupInput],
  ['public', 'publics', TargetPublicInput],
  ['tie', 'ties', TieInput],
  ['body', 'bodies', BodyInput],
  ['facilitator', 'facilitators', FacilitatorInput],
  ['outreach', 'outreach', OutreachInput],
] as const

/** Writes what a room would have written in a day, by the same way as people do. */
export async function seedCooperation(
  transaction: WorkspaceTransaction,
  demo: DemoCooperation,
  now: Date,
): Promise<void> {
  for (const [kind, list, Input] of RECORDS)
    for (const record of demo[list]) await createRecord(transaction, KINDS[kind], Input.parse(record), now)
  for (const assessment of demo.assessments)
    await append(transaction, contentOf(AssessmentInput.parse(assessment), null), now)
  await transaction.tx.insert(scales).values({ workspaceId: transaction.workspaceId, teamId: demo.teamId })
}
