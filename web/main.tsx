import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { firstLanguage, startWords } from './i18n/language.ts'
import { startTheme } from './theme.ts'

startTheme()
startWords(firstLanguage(location.search, localStorage, navigator.languages))

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
