import { useEffect, useState } from 'react'
import { ApiError } from '#web/http/errors.ts'

/** Seconds until the server looks at another try after too many failures; 0 when one may try now. */
export function useWait(error: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const asked = error instanceof ApiError && error.problem.code === 'too_many_attempts'
    const seconds = asked ? Number(error.problem.values?.seconds ?? 0) : 0
    setLeft(seconds)
    const until = Date.now() + seconds * 1_000
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 1_000)
    return () => clearInterval(timer)
  }, [error])
  return left
}
