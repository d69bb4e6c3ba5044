/** What the log keeps of an error. Messages and details quote what people wrote: they stay out. */
export type LoggedError = { type: string; message: string; stack: string; code?: string; cause?: LoggedError }

const FRAME = /^\s+at /

/** Its name, its code and where it happened, and the same of its cause; for pino's `err`. */
export function loggedError(error: Error): LoggedError {
  const { name, stack = '', cause } = error
  const { code } = error as { code?: unknown }
  const frames = stack.split('\n').filter((line) => FRAME.test(line))
  return {
    type: error.constructor.name,
    message: name,
    stack: frames.join('\n'),
    ...(typeof code === 'string' && { code }),
    ...(cause instanceof Error && { cause: loggedError(cause) }),
  }
}
