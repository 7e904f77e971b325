/** What stands round every view: masthead, views, notices on the case, and the keyboard help. */
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { HelpDialog } from './help.tsx'
import { useKeys } from './keys.ts'
import { LANGUAGES, type Language, useMessages } from './messages/messages.tsx'
import { THEMES, type Theme, usePreferences } from './preferences.tsx'
import { useOverview, useSource } from './source/queries.tsx'

const VIEWS = [
  { to: '/', name: 'overview', key: '1' },
  { to: '/documents', name: 'documents', key: '2' },
  { to: '/ledger', name: 'ledger', key: '3' },
  { to: '/lineage', name: 'lineage', key: '4' },
  { to: '/decisions', name: 'decisions', key: '5' },
  { to: '/search', name: 'search', key: '6' },
  { to: '/register', name: 'register', key: '7' },
] as const

export function Layout() {
  const { t } = useMessages()
  const { data } = useOverview()
  const source = useSource()
  const navigate = useNavigate()
  const [help, setHelp] = useState(false)
  useKeys({
    '?': () => setHelp(true),
    '/': () => navigate({ to: '/search' }),
    ...Object.fromEntries(VIEWS.map(({ to, key }) => [key, () => navigate({ to })])),
  })
  const header = data?.case
  const reader = data?.secondReader
  const invented = header?.invented === true
  return (
    <>
      <button type="button" className="skip" onClick={focusContent}>
        {t('app.skip')}
      </button>
      <aside className="banners" aria-label={t('app.notices')}>
        {source.kind === 'copy' && <p>{t('app.copyNotice')}</p>}
        {invented && <p>{t('app.inventedNotice')}</p>}
        {reader !== undefined && <p>{t('app.secondReader', { model: reader.model, host: reader.host })}</p>}
      </aside>
      <header>
        <div className="masthead">
          <p className="brand">{t('app.name')}</p>
          <p className="case-title">
            <bdi>{header?.title ?? '\u00a0'}</bdi>
          </p>
          <Settings />
          <nav aria-label={t('app.menu')}>
            <ul>
              {VIEWS.map(({ to, name }) => (
                <li key={name}>
                  <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
                    {t(`nav.${name}`)}
                  </Link>
                </li>
              ))}
              <li className="nav-help">
                <button type="button" onClick={() => setHelp(true)} aria-keyshortcuts="?">
                  {t('app.help')} <kbd>?</kbd>
                </button>
              </li>
            </ul>
          </nav>
        </div>
      </header>
      <Content />
      {invented && <div className="watermark" aria-hidden="true" data-word={t('app.invented')} />}
      <HelpDialog open={help} onOpenChange={setHelp} />
    </>
  )
}

/** After a change of view the focus goes to the view, so that a keyboard or screen reader goes on from there. */
function Content() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
  return (
    <main id="content" ref={main} tabIndex={-1}>
      <Outlet />
    </main>
  )
}

/** The address behind `#` belongs to the router, so skipping is a button that moves the focus. */
function focusContent() {
  document.getElementById('content')?.focus()
}

function Settings() {
  const { t } = useMessages()
  const { language, theme, choose } = usePreferences()
  return (
    <div className="settings">
      <label>
        <span className="unseen">{t('settings.language')}</span>
        <select value={language} onChange={(event) => choose({ language: event.target.value as Language })}>
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">{t('settings.theme')}</span>
        <select value={theme} onChange={(event) => choose({ theme: event.target.value as Theme })}>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {t(`settings.theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

export function NotFound() {
  const { t } = useMessages()
  return (
    <>
      <h1>{t('app.notFound')}</h1>
      <p>
        <Link to="/">{t('nav.overview')}</Link>
      </p>
    </>
  )
}
