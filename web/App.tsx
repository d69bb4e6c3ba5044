import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { createQueryClient } from './http/queryClient.ts'
import { words } from './i18n/language.ts'
import { createAppRouter } from './routes.tsx'
import { Toasts } from './ui/Toasts.tsx'

export function App() {
  const [client] = useState(createQueryClient)
  const [router] = useState(createAppRouter)
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={client}>
        <Localised>
          <RouterProvider router={router} />
          <Toasts />
        </Localised>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

/** React Aria's own words, its sorting and its figures follow the language of the page. */
function Localised({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation()
  return <I18nProvider locale={i18n.language}>{children}</I18nProvider>
}
