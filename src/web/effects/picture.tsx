import type { ReactNode } from 'react'
import {
  type AssumptionName,
  type Effects,
  type EffectsResult,
  flowName,
  parties,
  sayRange,
  sentence,
} from '#domain/effects'
import type { ExplanationLine, Wording } from '#kernel'
import { DataTable, DefinitionList, Details, Page, Panel, Split, Tornado, type TornadoProps, Waterfall } from '#ui'
import {
  type Amounts,
  amountsFor,
  type FigureOf,
  type Language,
  nameOf,
  reachOf,
  tornadoOf,
  waterfallOf,
} from './figures.ts'
import { texts } from './texts.ts'

type PictureProps = {
  readonly result: EffectsResult
  readonly lines: readonly ExplanationLine[]
  readonly notCounted: readonly Wording[]
  readonly language: Language
}

/** The whole answer on one quiet page: who gains and who pays (P8), which assumption matters (P10), what is not counted. */
export function EffectsPicture({ result, lines, notCounted, language }: PictureProps): ReactNode {
  const t = texts(language)
  const sides = (['forecast', 'outcome'] as const).flatMap(when => {
    const effects = result[when]
    return effects ? [{ when, effects }] : []
  })
  if (sides.length === 0) return null
  const alone = sides.length === 1
  const all = sides.map(side => side.effects)
  const common = { alone, amounts: amountsFor(all, language), language }
  return (
    <Page
      title={titleOf(result, common.amounts, language)}
      kicker={t(alone ? (result.forecast ? 'kickerForecast' : 'kickerOutcome') : 'kickerBoth')}
    >
      {sides.map(side => (
        <WhoGains key={side.when} {...side} {...common} domain={reachOf(all)} />
      ))}
      <Matters all={sides.map(side => tornadoOf({ ...side, ...common }))} />
      <Split>
        <Assumed result={result} language={language} />
        <NotCounted notCounted={notCounted} language={language} />
      </Split>
      {sides.map(({ when, effects }) => {
        const title = alone ? t('flows') : `${t('flows')}: ${t(when).toLowerCase()}`
        return (
          <Details key={when} summary={title}>
            <Flows title={title} effects={effects} amounts={common.amounts} language={language} />
          </Details>
        )
      })}
      <Details summary={t('sources')}>
        <Sources lines={lines} language={language} />
      </Details>
    </Page>
  )
}

/** The answer in a line: what is expected, what came, or what came against what was expected. */
function titleOf({ forecast, outcome }: EffectsResult, amounts: Amounts, language: Language): string {
  const t = texts(language)
  const sum = (effects: Effects): string => amounts.plain(Math.abs(effects.gains.society.likely))
  if (!outcome) return forecast ? t(forecast.gains.society.likely < 0 ? 'loses' : 'gains', { sum: sum(forecast) }) : ''
  const title = t(outcome.gains.society.likely < 0 ? 'lost' : 'gained', { sum: sum(outcome) })
  return forecast ? t('against', { title, forecast: amounts.plain(forecast.gains.society.likely) }) : title
}

type WhoGainsProps = FigureOf & { readonly domain: readonly [number, number] }

function WhoGains(props: WhoGainsProps): ReactNode {
  const { when, effects, amounts, language } = props
  const t = texts(language)
  const name: Wording = { sv: texts('sv')(when), en: texts('en')(when) }
  const each = t('perPersonYear', { people: effects.people, sum: amounts.plain(effects.perPersonYear) })
  return (
    <Panel>
      <Waterfall
        {...waterfallOf(props)}
        summary={`${sentence(name, effects)[language]} ${t('notAll')}`}
        aside={<span className="ff-soft">{each}</span>}
      />
    </Panel>
  )
}

/** One tornado has the page's whole width; two stand beside each other. */
function Matters({ all }: { readonly all: readonly (TornadoProps | undefined)[] }): ReactNode {
  const panels = all
    .filter(one => one !== undefined)
    .map(one => (
      <Panel key={one.id}>
        <Tornado {...one} />
      </Panel>
    ))
  return panels.length > 1 ? <Split>{panels}</Split> : panels
}

function NotCounted({ notCounted, language }: Pick<PictureProps, 'notCounted' | 'language'>): ReactNode {
  return (
    <Panel title={texts(language)('notCounted')}>
      <ul>
        {notCounted.map(one => (
          <li key={one.sv}>{one[language]}</li>
        ))}
      </ul>
    </Panel>
  )
}

function Assumed({ result, language }: Pick<PictureProps, 'result' | 'language'>): ReactNode {
  const items = (Object.keys(result.assumptions) as AssumptionName[]).map(name => ({
    key: name,
    label: nameOf(name, language),
    value: sayRange(name, result.assumptions[name])[language],
  }))
  return (
    <Panel title={texts(language)('assumed')}>
      <DefinitionList items={items} />
    </Panel>
  )
}

type FlowsProps = Pick<FigureOf, 'effects' | 'amounts' | 'language'> & { readonly title: string }

/** The table bears the title of what is folded out, so that two of them are told apart by ear as well. */
function Flows({ title, effects, amounts, language }: FlowsProps): ReactNode {
  const t = texts(language)
  const side = (name: string): string =>
    name === 'work_done' || name === 'used_up' ? t(name) : parties[name as keyof typeof parties][language].toLowerCase()
  return (
    <>
      <p>{t('flowsNote')}</p>
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'flow', label: t('flow'), cell: row => flowName(row.flow)[language] },
          { key: 'from', label: t('from'), cell: row => side(row.from) },
          { key: 'to', label: t('to'), cell: row => side(row.to) },
          { key: 'amount', label: t('difference'), numeric: true, cell: row => amounts.signed(row.amount) },
        ]}
        rows={effects.flows}
        rowKey={row => row.flow}
        dense
      />
    </>
  )
}

/** Each rule once, with the first thing it says and where it comes from. */
function Sources({ lines, language }: Pick<PictureProps, 'lines' | 'language'>): ReactNode {
  const first = [...new Map(lines.toReversed().map(line => [line.rule, line])).values()].toReversed()
  return (
    <DefinitionList
      items={first.map(({ rule, says, source }) => ({ key: rule, label: says[language], value: source }))}
    />
  )
}
