import { renderToStaticMarkup } from 'react-dom/server'
import { effectsCalculation, effectsOf } from '#domain/effects'
import styles from '../styles/picture.css?inline'
import type { Language } from './figures.ts'
import { EffectsPicture } from './picture.tsx'
import { texts } from './texts.ts'

/** The answer of `calc effects` as one HTML file that needs nothing beside it; undefined when the input has faults. */
export function drawEffects(input: unknown, language: Language): string | undefined {
  const done = effectsOf(input)
  const explained = effectsCalculation.calculate(input)
  if (!done.ok || !explained.ok) return undefined
  const body = renderToStaticMarkup(
    <EffectsPicture
      result={done.result}
      lines={explained.lines}
      notCounted={explained.notCounted ?? []}
      language={language}
    />,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts(language)('page')}</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>${body}</body>
</html>
`
}
