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
    reason_already_exists: 'This reason already exists, with other content.',
    public_already_exists: 'This public already exists, with other content.',
    group_already_exists: 'This group already exists, with other content.',
    tie_already_exists: 'This tie already exists, with other content.',
    body_already_exists: 'This coordination body already exists, with other content.',
    facilitator_already_exists: 'This facilitator already exists, with other content.',
    outreach_already_exists: 'This outreach action already exists, with other content.',
    assessment_already_exists: 'This assessment already exists, with another content.',
    discussion_already_exists: 'This discussion already exists, with another content.',
    tie_exists: 'A tie is already noted between these two actors: open it to complete it.',
    acronym_without_meaning: 'Say what this acronym means here: it differs from one territory to the next.',
    community_belonging_not_claimed:
      'Community belonging is written only of organisations that present themselves so: tick it and name at least one organisation, never a person.',
    estimate_without_figures:
      'Figures are missing to estimate from: recipient households, poverty or contours. Import them in “Data”.',
    estimate_without_claimants:
      'No zone has both known recipient households and known poor households: there is nothing to estimate here.',
    estimate_already_exists: 'This estimate already exists: it was probably started just now.',
    estimate_not_found: 'This estimate does not exist, or no longer does.',
    too_few_zones:
      'Too few zones have a value: {{zones, number}}, at least {{least, number}} are needed. Choose a larger territory or smaller zones.',
    figures_are_counts: 'These figures are counts or amounts: choose a rate or a share.',
    estimate_has_ended: 'This estimate is over already: there is nothing left to stop.',
    cannot_undo: 'A more recent change prevents undoing this one.',
    import_cannot_cancel: 'This import is over: it can no longer be stopped.',
    import_cannot_apply: 'This import can no longer be written: drop the file again.',
    import_cannot_answer: 'This import is already decided: drop the file again to read it otherwise.',
    import_cannot_undo: 'This import cannot be undone: it wrote nothing, or was undone already.',
    reference_shared:
      'This import brought reference zones that other workspaces of this server use: it can no longer be undone.',
    import_file_gone: 'The checked file is no longer kept: drop it again.',
    forbidden: 'Your role does not allow this.',
    foreign_origin: 'The request comes from an address that is not that of Maillage: it is refused.',
    invalid_request: 'A field does not have the expected form. Correct what is marked.',
    actor_not_found: 'This actor does not exist, or no longer does.',
    territory_not_found: 'This territory does not exist or has been archived.',
    grid_not_found: 'This grid does not exist, or no longer does.',
    grid_not_ready: 'The squares of {{vintage}} are being worked out. Try again in a moment.',
    area_too_small:
      'Fewer than eleven households live in this area: nothing is said of it. Draw a larger one.',
    area_would_disclose:
      'Together with what was shown before, this area would tell of fewer than eleven households. Draw another one.',
    area_too_large: 'This area is too large: more than {{cells, number}} squares of 200 m.',
    zone_not_found: 'This zone does not exist.',
    reason_not_found: 'This reason does not exist, or no longer does.',
    public_not_found: 'This public does not exist, or no longer does.',
    group_not_found: 'This group does not exist, or no longer does.',
    tie_not_found: 'This tie does not exist, or no longer does.',
    body_not_found: 'This coordination body does not exist, or no longer does.',
    facilitator_not_found: 'This facilitator does not exist, or no longer does.',
    outreach_not_found: 'This outreach action does not exist, or no longer does.',
    unknown_indicator: 'This figure was not imported, or no longer is.',
    import_not_found: 'This import does not exist or has been erased.',
    mapping_not_found: 'This mapping no longer exists: it was already forgotten.',
    change_not_found: 'This change does not exist.',
    stale_write: 'Someone changed the same field in the meantime. Read its value again before saving yours.',
    territory_without_extent: 'Choose at least one commune or group of communes.',
    actor_already_taken: 'This actor has already been copied into your workspace.',
    cannot_put_back:
      'This line of the history holds no earlier value to put back: it may be a creation or an erasure.',
    proposal_already_exists: 'This proposal has already been sent.',
    proposal_decided: 'Somebody else has already accepted or refused this proposal.',
    resemblance_not_found: 'This pair is no longer there: one of the two records was archived or erased.',
    resemblance_decided: 'Somebody else has decided this pair already.',
    merge_would_leak:
      'More people would see the merged record than some of its values. Choose a narrower circle.',
    edited_since: 'A later edit prevents taking this decision back.',
    part_of_itself: 'That would go round in a circle: the other actor is a part of this one already.',
    proposal_not_found: 'This proposal does not exist, or no longer does.',
    account_missing: 'Give your name, your e-mail address and a password.',
    actions_beyond_role: 'A token cannot allow more than your role does.',
    already_member: 'You are already in this workspace.',
    email_missing: 'This account has no e-mail address: a password would not let anyone sign in.',
    email_taken: 'An account has this address already. Sign in first, then open the link again.',
    invitation_closed:
      'This invitation has been used, has expired or was withdrawn. Ask whoever invited you for another.',
    invitation_not_found: 'This invitation is gone: used, expired or withdrawn.',
    last_administrator:
      'This is the only person who administers the workspace. Give that role to somebody else first.',
    member_not_found: 'This person is not, or no longer, in the workspace.',
    not_operator: 'Only those who run this server can create a workspace.',
    outside_limits: 'Your writing rights do not cover this territory or this family of actors.',
    role_beyond_own: 'You can neither give nor take away rights wider than your own.',
    session_not_found: 'This session is over already.',
    setup_closed:
      'This set-up link has been used or is no longer valid. Restart Maillage: the console shows a new one as long as there is no account.',
    sign_in_again: 'For safety, sign out and in again, then start over.',
    sign_in_needed: 'Sign in to go on.',
    token_not_found: 'This token has been revoked already.',
    too_many_attempts: 'Too many failed attempts. Try again in {{seconds}} seconds.',
    unknown_territory: 'One of the chosen territories does not exist in this workspace.',
    visit_closed: 'This public link is no longer valid. Ask whoever gave it to you for the new one.',
    weak_password: 'This password is too easy to guess. Add words that have nothing to do with each other.',
    workspace_not_found: 'You are not in this workspace.',
    wrong_password: 'This is not your current password.',
    wrong_sign_in: 'Wrong address or password.',
    link_other_browser:
      'This link was asked for in another browser or on another device: open it where you asked for it, or ask for a new one here.',
    link_over:
      'This sign-in link has been used already or is more than ten minutes old. Ask for another one.',
    links_absent: 'This server sends no mail: sign in with your password.',
    passkey_already_added: 'This passkey is already registered.',
    passkey_not_found: 'This passkey has been removed already.',
    passkey_not_in_demo: 'The accounts of the demonstration are shared: they have no passkey.',
    passkey_question_over: 'The request for a passkey has expired or was answered already. Start again.',
    passkey_refused: 'This passkey was not recognised. Try again, or use another one.',
    passkeys_need_https:
      'Passkeys need an https address with a site name, or “localhost”: they do not work at the address that you are using.',
    provider_absent: 'This server is linked to no identity provider. Choose another way to sign in.',
    provider_answer_refused:
      'The answer of the identity provider could not be verified: for safety, it is refused. Try again; if it happens again, tell whoever runs Maillage.',
    provider_over:
      'The sign-in was interrupted: ten minutes have passed, or it began in another browser. Start again.',
    provider_refused:
      'The identity provider did not confirm your sign-in. Start again, or choose another way to sign in.',
    provider_unreachable:
      'The identity provider does not answer. Try again in a few minutes, or choose another way to sign in.',
    too_many_links:
      'Three links have been asked for this address already. Look in your junk mail, or try again in {{minutes}} minutes.',
    field_above_audience: 'Your role does not see this field, so it cannot write it either.',
    sensitive_role:
      'This would say too much about the person (past, health, origin or religion). Make it the type of the organisation or function instead.',
    geocoder_answer:
      'The geocoding service answered something else than a list of addresses. Nothing was saved; try again later.',
    geocoder_busy: 'The geocoding service is very busy: try again in {{seconds}} seconds. Nothing was saved.',
    geocoder_unreachable:
      'The geocoding service does not answer. Nothing was saved; try again later, or place the addresses by hand.',
    round_is_revealed:
      'This time of looking is revealed: nothing can be added to it or taken back. Ask for another one.',
    round_was_extended: 'These observations were already kept 30 days more: this can be done only once.',
    round_already_exists: 'This time of looking exists already, with another question.',
    round_not_found: 'This time of looking does not exist, or no longer does.',
    observation_already_exists: 'This observation is already put down.',
    observation_not_found: 'This observation does not exist, or no longer does.',
    observation_too_small:
      'This area is too small: at least one cell of 200 m, or seven for “somewhere here”.',
    note_names_someone: 'The note may name somebody. Say it another way.',
    note_locates_protected_place: 'The note tells of a place to protect. Say it another way.',
  },
} satisfies Same<typeof fr>
