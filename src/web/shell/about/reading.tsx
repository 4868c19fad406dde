import type { ReactElement } from 'react'
import type { RouterContextProvider } from 'react-router'
import { Prose } from '#ui'
import { appOf } from '../context.ts'
import { EitherFrame } from '../either-frame.tsx'
import type { Language } from '../language.ts'

/** A page to read: a sentence first, then short pieces under their headings. A piece is a paragraph, or a list of a few. */
export type Reading = {
  readonly title: string
  readonly lede: string
  readonly sections: readonly { readonly title: string; readonly pieces: readonly (string | readonly string[])[] }[]
}

/** Every language has every page: the compiler asks for a missing one. */
export type Readings = Readonly<Record<Language, Reading>>

export type ReadingFacts = {
  readonly reading: Reading
  readonly language: Language
  readonly participant: boolean
  readonly pageTitle: string
}

/** What a reading page needs of the visit, signed in or not. */
export function readingFor(context: Readonly<RouterContextProvider>, readings: Readings): ReadingFacts {
  const { language, actor } = appOf(context)
  const reading = readings[language]
  return { reading, language, participant: actor?.role === 'participant', pageTitle: reading.title }
}

export function ReadingPage({ facts, path }: { facts: ReadingFacts; path: string }): ReactElement {
  const { reading, language, participant } = facts
  return (
    <EitherFrame participant={participant} language={language} path={path} title={reading.title} lede={reading.lede}>
      {reading.sections.map(section => (
        <section key={section.title}>
          <Prose>
            <h2>{section.title}</h2>
            {section.pieces.map(piece =>
              typeof piece === 'string' ? (
                <p key={piece}>{piece}</p>
              ) : (
                <ul key={piece[0]}>
                  {piece.map(line => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ),
            )}
          </Prose>
        </section>
      ))}
    </EitherFrame>
  )
}
