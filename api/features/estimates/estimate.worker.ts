import { parentPort, workerData } from 'node:worker_threads'
import { answerOf, type EstimateJob } from '#api/domain/estimate-result'

const port = parentPort!
port.postMessage({
  result: answerOf(workerData as EstimateJob, (progress) => port.postMessage({ progress })),
})
