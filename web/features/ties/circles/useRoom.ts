import { useCallback, useState } from 'react'

/** How much room an element has, in pixels; nothing until it is measured. */
export function useRoom() {
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      setRoom({ width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, ...room }
}
