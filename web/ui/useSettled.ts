import { useEffect, useState } from 'react'

const PAUSE = 180

/** A text once nobody has typed for a moment (180 ms), so that every letter is not a question to the server. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
