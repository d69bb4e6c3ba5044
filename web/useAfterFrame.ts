import { startTransition, useEffect, useState } from 'react'

/** A value as it was at the frame before: what is drawn from it comes once everything else has been seen to change. */
export function useAfterFrame<Value>(value: Value): Value {
  const [seen, setSeen] = useState<{ value: Value }>({ value })
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined
    // A timer set in a frame runs after that frame is drawn; a deferred render of React may run before.
    const frame = requestAnimationFrame(() => {
      soon = setTimeout(() => startTransition(() => setSeen({ value })))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(soon)
    }
  }, [value])
  return seen.value
}
