/** Starts the app on the case that serves the page, or on the copy that the page carries. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MessagesProvider } from './messages/messages.tsx'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { appRouter } from './routes.tsx'
import { caseSource } from './source/case-source.ts'
import { copySource, dossierOf } from './source/copy-source.ts'
import { queryClient, SourceProvider } from './source/queries.tsx'
import './styles/app.css'

const dossier = dossierOf(document)
const source = dossier === null ? caseSource() : copySource(dossier)
const client = queryClient()
const router = appRouter()

function App() {
  const { language } = usePreferences()
  return (
    <MessagesProvider language={language}>
      <RouterProvider router={router} />
    </MessagesProvider>
  )
}

const place = document.getElementById('app')
if (place === null) throw new Error('the page has no element with the id "app"; it is not the built index.html')
createRoot(place).render(
  <StrictMode>
    <SourceProvider source={source}>
      <QueryClientProvider client={client}>
        <PreferencesProvider>
          <App />
        </PreferencesProvider>
      </QueryClientProvider>
    </SourceProvider>
  </StrictMode>,
)
