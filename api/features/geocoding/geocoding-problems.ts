import { problem } from '#api/http/problems'

/** The service that an administrator allowed gave no answer in time. Nothing was written. */
export const geocoderUnreachable = () =>
  problem(502, 'geocoder_unreachable', 'The geocoding service does not answer')

/** It asked to wait longer than a person does. */
export const geocoderBusy = (seconds: number) =>
  problem(503, 'geocoder_busy', `The geocoding service asks to wait ${seconds} s`, { values: { seconds } })

/** It answered something else than what was asked. */
export const geocoderAnswer = () =>
  problem(502, 'geocoder_answer', 'The geocoding service answered something unexpected')
