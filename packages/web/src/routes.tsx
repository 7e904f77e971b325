/** The app's addresses. They live behind `#`, so that they also work in a page opened from disk. */
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Layout, NotFound } from './layout.tsx'
import { DecisionsView } from './views/decisions.tsx'
import { DocumentsView } from './views/documents.tsx'
import { LedgerView } from './views/ledger.tsx'
import { LineageView } from './views/lineage.tsx'
import { OverviewView } from './views/overview.tsx'
import { ReaderView } from './views/reader.tsx'
import { EstimateView } from './views/register/estimate.tsx'
import { ListsView } from './views/register/lists.tsx'
import { NumbersView } from './views/register/numbers.tsx'
import { PersonView } from './views/register/person.tsx'
import { PersonsView } from './views/register/persons.tsx'
import { ReviewView } from './views/register/review.tsx'
import { SearchView } from './views/search.tsx'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound })

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewView })
const documents = createRoute({ getParentRoute: () => root, path: '/documents', component: DocumentsView })
const lineage = createRoute({
  getParentRoute: () => root,
  path: '/lineage',
  validateSearch: (given: Record<string, unknown>): { asOf?: string } => word(given, 'asOf'),
  component: function Lineage() {
    return <LineageView asOf={lineage.useSearch().asOf ?? null} />
  },
})
const decisions = createRoute({ getParentRoute: () => root, path: '/decisions', component: DecisionsView })

/** `at` is `START-END` in UTF-16 offsets of the text; `claim` the id of a figure or claim. */
const reader = createRoute({
  getParentRoute: () => root,
  path: '/document/$id',
  validateSearch: (given: Record<string, unknown>): { at?: string; claim?: string } => ({
    ...word(given, 'at'),
    ...word(given, 'claim'),
  }),
  component: function Reader() {
    const { id } = reader.useParams()
    const { at, claim } = reader.useSearch()
    return <ReaderView key={id} id={id} at={at ?? null} chosen={claim ?? null} />
  },
})

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  validateSearch: (given: Record<string, unknown>): { asOf?: string } => word(given, 'asOf'),
  component: function Ledger() {
    return <LedgerView asOf={ledger.useSearch().asOf ?? null} />
  },
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (given: Record<string, unknown>): { q?: string } => word(given, 'q'),
  component: function Search() {
    return <SearchView words={search.useSearch().q ?? ''} />
  },
})

const persons = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: (given: Record<string, unknown>): { q?: string; list?: string; only?: string } => ({
    ...word(given, 'q'),
    ...word(given, 'list'),
    ...word(given, 'only'),
  }),
  component: function Persons() {
    const { q, list, only } = persons.useSearch()
    return <PersonsView asked={{ q: q ?? '', list: list ?? '', only: only ?? '' }} />
  },
})

const person = createRoute({
  getParentRoute: () => root,
  path: '/register/person/$id',
  component: function Person() {
    const { id } = person.useParams()
    return <PersonView key={id} id={id} />
  },
})

const review = createRoute({ getParentRoute: () => root, path: '/register/review', component: ReviewView })
const lists = createRoute({ getParentRoute: () => root, path: '/register/lists', component: ListsView })
const numbers = createRoute({ getParentRoute: () => root, path: '/register/numbers', component: NumbersView })
const estimate = createRoute({ getParentRoute: () => root, path: '/register/estimate', component: EstimateView })

function word<Name extends string>(given: Record<string, unknown>, name: Name): { [Key in Name]?: string } {
  const value = given[name]
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [Key in Name]?: string }
}

/** Query values stay plain text; the router's own rule would read an id of digits as a number. */
export function appRouter() {
  return createRouter({
    routeTree: root.addChildren([
      overview,
      documents,
      reader,
      ledger,
      lineage,
      decisions,
      search,
      persons,
      person,
      review,
      lists,
      numbers,
      estimate,
    ]),
    history: createHashHistory(),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (values) => {
      const pairs = Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
    },
    scrollRestoration: false,
    defaultPreload: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof appRouter>
  }
}
