import { renderToString } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, ServerRouter } from 'react-router'
import { appOf } from './shell/context.ts'

/** Pages are drawn whole on the server and carry no script that they need (house.md §8). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToString(<ServerRouter context={context} url={request.url} />)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** Real errors are told to the server's log with the request's id, which the page shows the end of. Answers such as 404 are no errors. */
export const handleError: HandleErrorFunction = (error, { context }) => {
  if (isRouteErrorResponse(error) && error.status < 500) return
  const { onError, requestId } = appOf(context)
  onError(error, requestId)
}
