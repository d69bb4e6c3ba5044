import type fr from '../fr/errors.ts'
import type { Same } from '../same.ts'

export default {
  unknown:
    'The operation did not succeed, with no other explanation (code “{{code}}”). Try again; if it happens again, give this code to whoever runs Maillage.',
  code: {
    server_unreachable:
      'Maillage does not answer. Check that the server is running or that the network works; whatever is saved is not lost.',
    unreadable_answer:
      'The answer cannot be read: another program may be answering in place of Maillage. Try again in a moment.',
    unexpected: 'An unexpected error happened in this page. Reload it.',
    unknown_path: 'This address of the API does not exist.',
    internal_error: 'An error happened on the server. Nothing was written; try again in a moment.',
    database_unavailable: 'The database does not answer. Try again in a few seconds.',
    body_too_large: 'What was sent is too large.',
    file_too_large: 'This file is too large. Split it, or ask whoever runs Maillage.',
    tile_not_found: 'This part of the map does not exist.',
    actor_already_exists: 'This actor already exists.',
    territory_already_exists: 'This territory already exists: it was probably created just now.',
    zone_already_exists: 'This zone already exists.',
    cannot_undo: 'A more recent change prevents undoing this one.',
    import_cannot_cancel: 'This import is over: it can no longer be stopped.',
    import_cannot_apply: 'This import can no longer be written: drop the file again.',
    import_file_gone: 'The checked file is no longer kept: drop it again.',
    forbidden: 'Your role does not allow this.',
    foreign_origin: 'The request comes from an address that is not that of Maillage: it is refused.',
    invalid_request: 'A field does not have the expected form. Correct what is marked.',
    actor_not_found: 'This actor does not exist, or no longer does.',
    territory_not_found: 'This territory does not exist or has been archived.',
    zone_not_found: 'This zone does not exist.',
    import_not_found: 'This import does not exist or has been erased.',
    change_not_found: 'This change does not exist.',
    stale_write: 'Someone changed the same field in the meantime. Read its value again before saving yours.',
    territory_without_extent: 'Choose at least one commune or group of communes.',
  },
} satisfies Same<typeof fr>
