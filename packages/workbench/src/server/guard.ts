/** Keeps every page but our own away from the case: host, origin and fetch-site are checked, and the policy is strict. */
import type { MiddlewareHandler } from 'hono'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/**
 * Refuses a request whose Host is not a loopback name (a rebound DNS name), whose Origin is another, or which a browser
 * says another site began. Requests that change something must carry JSON, which no plain form can send.
 */
export function guard(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    const host = req.header('host') ?? ''
    const origin = req.header('origin')
    const site = req.header('sec-fetch-site')
    const foreign =
      !LOOPBACK.test(host) ||
      (origin !== undefined && origin !== `http://${host}`) ||
      (site !== undefined &&
        site !== 'same-origin' &&
        site !== 'none' &&
        !isNavigation(req.header('sec-fetch-mode'), req.path))
    if (foreign) return context.json({ error: 'this case is served to its own page on this machine only' }, 403)
    if (
      req.method !== 'GET' &&
      req.method !== 'HEAD' &&
      !/^application\/json\b/.test(req.header('content-type') ?? '')
    ) {
      return context.json({ error: 'send JSON (content-type: application/json)' }, 415)
    }
    await next()
    context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
    context.header('Cross-Origin-Opener-Policy', 'same-origin')
    context.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    context.header('Cache-Control', 'no-store')
  }
}

/** A link elsewhere may open the front page, which shows nothing to the page that holds the link. */
function isNavigation(mode: string | undefined, path: string): boolean {
  return mode === 'navigate' && path === '/'
}
