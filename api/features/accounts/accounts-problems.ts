import { problem } from '#api/http/problems'

/** The same for an unknown address and a wrong password. */
export const wrongSignIn = () => problem(401, 'wrong_sign_in', 'Wrong address or password')

export const wrongPassword = () => problem(403, 'wrong_password', 'This is not the current password')

/** An account without an address could not sign in with a password. */
export const emailMissing = () => problem(409, 'email_missing', 'This account has no address')

export const signInAgain = () =>
  problem(403, 'sign_in_again', 'This needs a session opened a few minutes ago')

export const weakPassword = () => problem(422, 'weak_password', 'This password is too easy to guess')

export const setupClosed = () => problem(403, 'setup_closed', 'This set-up link is unknown, too old or used')

export const emailTaken = () => problem(409, 'email_taken', 'An account has this address: sign in first')

export const visitClosed = () =>
  problem(403, 'visit_closed', 'This public link is unknown or has been changed')

export const invitationClosed = () =>
  problem(403, 'invitation_closed', 'This invitation is unknown, too old, used or withdrawn')

export const alreadyMember = () => problem(409, 'already_member', 'This account is a member already')

export const accountMissing = () =>
  problem(400, 'account_missing', 'A name, an address and a password are needed')

export const notMemberThere = () =>
  problem(404, 'workspace_not_found', 'This account is in no such workspace')

/** Beyond what the account's role may do. */
export const actionsBeyondRole = () =>
  problem(403, 'actions_beyond_role', 'A token may only what its account may')
