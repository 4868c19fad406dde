import type { ReactNode } from 'react'
import { Figure, type TwinTable } from './figure.tsx'
import type { LanesProps } from './lane.ts'
import { LanesDrawing } from './lanes-drawing.tsx'

/** The same items as the picture, in the same order. */
export function lanesTable({ lanes, words }: Pick<LanesProps, 'lanes' | 'words'>): TwinTable {
  return {
    columns: [{ label: words.what }, { label: words.lane }, { label: words.when }, { label: words.note }],
    rows: lanes.flatMap(lane =>
      lane.items.map(item => [item.label, lane.label, item.when, item.kind === 'problem' ? words.problem : '']),
    ),
  }
}

function LaneLists({ lanes, words, level = 2 }: LanesProps): ReactNode {
  const Name = `h${Math.min(6, level + 1)}` as 'h3'
  return (
    <div className="ff-lane-lists">
      {lanes.map(lane => (
        <section key={lane.key} className={`ff-lane-list ff-lane--${lane.tone}`}>
          <Name>{lane.label}</Name>
          <ol>
            {lane.items.map(item => (
              <li key={item.key} className={`ff-lane-entry ff-lane-entry--${item.kind}`}>
                {item.href ? <a href={item.href}>{item.label}</a> : <b>{item.label}</b>}
                <span className="ff-soft">{item.when}</span>
              </li>
            ))}
          </ol>
          {lane.items.length === 0 ? <p className="ff-soft">{words.none}</p> : null}
        </section>
      ))}
    </div>
  )
}

/** Do the processes meet in time (P2)? Lanes on one axis, drawn for two widths; below that one list per lane. */
export function Lanes(props: LanesProps): ReactNode {
  return (
    <Figure {...props} table={lanesTable(props)}>
      <LanesDrawing {...props} size="wide" />
      <LanesDrawing {...props} size="medium" />
      <LaneLists {...props} />
    </Figure>
  )
}
