import type { ReactElement } from 'react'
import type { DistrictGiven, SnapshotTables } from '#domain/reports'
import { formatNumber, formatPercent, type Language, shellTexts } from '#shell'
import { Figure, Picture } from '#ui'
import { texts } from './texts.ts'

type Key = SnapshotTables['keys'][number]
type Props = { readonly tables: SnapshotTables; readonly language: Language }

/** A difference of less than a place is what whole places must give. */
const worthSeeing = 1

/**
 * Do the districts get their share? Places given, less what the key gives, on both sides of nought: a row a district, a column a key, so that
 * ten districts and two keys fit on a sheet. Places are commitments and counted exactly (trust.md P-A1).
 */
export function StateDistricts({ tables, language }: Props): ReactElement {
  const t = texts(language)
  const keys = tables.keys.filter(key => key.districts.length > 0)
  const districts = keys[0]?.districts ?? []
  const widest = Math.max(1, ...keys.flatMap(key => key.districts.map(one => Math.abs(one.given - one.due))))
  const name = (key: Key): string => (language === 'en' ? key.nameEn : key.nameSv)
  const of = (key: Key, area: string): DistrictGiven | undefined => key.districts.find(one => one.area === area)
  return (
    <Figure
      id="stadsdelarna"
      title={t('districts')}
      summary={keys.map(key => `${name(key)}: ${summaryOf(key, language)}`).join(' ')}
      showTable={shellTexts(language)('showAsTable')}
      table={{
        columns: [
          { label: t('district') },
          ...keys.flatMap(key =>
            [t('keyShare'), t('due'), t('given'), t('claim')].map(word => ({
              label: `${word}, ${name(key)}`,
              numeric: true,
            })),
          ),
        ],
        rows: districts.map(district => [
          district.name,
          ...keys.flatMap(key => {
            const one = of(key, district.area)
            if (!one) return [t('none'), t('none'), t('none'), t('none')]
            return [
              formatPercent(one.percent / 100, language, 1),
              formatNumber(one.due, language, 1),
              formatNumber(one.given, language),
              signed(one, language),
            ]
          }),
        ]),
      }}
    >
      <Picture id="stadsdelarna" className="rs-districts">
        <div className="rs-district rs-district--head">
          <span />
          {keys.map(key => (
            <span key={key.group}>
              <b>{name(key)}</b> <span className="ff-soft">{t('placesGiven', { n: key.given })}</span>
            </span>
          ))}
        </div>
        {districts.map(district => (
          <div key={district.area} className="rs-district">
            <span>{district.name}</span>
            {keys.map(key => {
              const one = of(key, district.area)
              return one ? (
                <Difference key={key.group} one={one} widest={widest} which={name(key)} language={language} />
              ) : (
                <span key={key.group} />
              )
            })}
          </div>
        ))}
      </Picture>
    </Figure>
  )
}

/** More than its share to the right, in pine; less to the left, in sun: somebody waits. */
function Difference(props: { one: DistrictGiven; widest: number; which: string; language: Language }): ReactElement {
  const { one, widest, which, language } = props
  const difference = one.given - one.due
  const length = (Math.abs(difference) / widest) * 50
  return (
    <span className="rs-difference">
      <span className="rs-which ff-soft">{which}</span>
      <svg width="100%" height="20" aria-hidden="true">
        <line className="rs-nought" x1="50%" x2="50%" y1="0" y2="20" />
        <rect
          className={difference < 0 ? 'rs-less' : 'rs-more'}
          x={`${difference < 0 ? 50 - length : 50}%`}
          y="3"
          width={`${length}%`}
          height="14"
          rx="3"
        />
      </svg>
      <span className={Math.abs(difference) >= worthSeeing ? 'rs-number rs-number--strong' : 'rs-number'}>
        {signed(one, language)}
      </span>
    </span>
  )
}

function signed({ given, due }: DistrictGiven, language: Language): string {
  const difference = Math.round((given - due) * 10) / 10
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return `${sign}${formatNumber(Math.abs(difference), language, 1)}`
}

function summaryOf(key: Key, language: Language): string {
  const t = texts(language)
  if (key.given === 0) return t('districtsNone')
  const byDifference = key.districts.toSorted((a, b) => a.given - a.due - (b.given - b.due))
  const [least, most] = [byDifference[0], byDifference.at(-1)]
  if (!least || !most || (most.given - most.due < worthSeeing && least.due - least.given < worthSeeing))
    return t('districtsEven', { n: key.given })
  return t('districtsSum', { n: key.given, most: most.name, least: least.name })
}
