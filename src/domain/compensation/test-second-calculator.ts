// A second calculator for the tests: it walks day by day through the calendar with a cash box, in big integers, and knows neither
// statements nor differences. It answers one question: what is each participant owed by the evening of a day, by what is written then?

type Model = {
  validFrom: string
  validTo?: string
  baseShare: number
  results: { afterMonths: number; share: number }[]
  tiers: { tier: string; price: number }[]
  plannedDays: number
  days?: 'weekdays' | 'calendar'
  clawback?: { withinMonths: number; share: number }
}
type Event = {
  id: string
  recorded: string
  kind: string
  participant?: string
  tier?: string
  on?: string
  corrects?: string
  instead?: { on?: string; tier?: string }
}
export type SecondInput = { models: Model[]; asOf: string; events: Event[] }

const dayMs = 86_400_000
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const numberOf = (day: string): number => Date.parse(day) / dayMs
const next = (day: string): string => text(Date.parse(day) + dayMs)

/** The same day so many months on, or the last day of that month when it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDate = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return text(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)))
}

/** Hundredths of a per cent of an amount: whole öre each, the largest remainders get what is left over, earlier ones first. */
function cut(amount: bigint, hundredths: bigint[]): bigint[] {
  const whole = hundredths.reduce((a, b) => a + b, 0n)
  const parts = hundredths.map(part => (amount * part) / whole)
  const order = hundredths.map((part, index) => ({ index, left: (amount * part) % whole }))
  order.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1))
  let over = amount - parts.reduce((a, b) => a + b, 0n)
  for (const { index } of order) if (over-- > 0n) parts[index]! += 1n
  return parts
}

/** Öre owed in all by the evening of a day. */
export function owedOn({ models, events }: SecondInput, evening: string): bigint {
  const story: Record<string, Record<string, string[]>> = {}
  const tierOf: Record<string, string> = {}
  for (const event of events) {
    if (event.recorded > evening || event.kind === 'corrected') continue
    let [on, tier] = [event.on!, event.tier]
    let taken = false
    for (const later of events) {
      if (later.kind !== 'corrected' || later.corrects !== event.id || later.recorded > evening) continue
      taken = later.instead === undefined
      on = later.instead?.on ?? event.on!
      tier = later.instead?.tier ?? event.tier
    }
    if (taken) continue
    const who = event.participant!
    story[who] = story[who] ?? {}
    story[who][event.kind] = [...(story[who][event.kind] ?? []), on]
    if (tier) tierOf[who] = tier
  }

  let owed = 0n
  for (const [who, happened] of Object.entries(story)) {
    const start = happened.started?.[0]
    if (start === undefined) continue
    let model: Model | undefined
    for (const one of models)
      if (one.validFrom <= start && !(one.validTo !== undefined && one.validTo <= start))
        if (model === undefined || one.validFrom >= model.validFrom) model = one
    const price = model?.tiers.find(one => one.tier === tierOf[who])?.price
    if (!model || price === undefined) continue
    const hundredths = [model.baseShare, ...model.results.map(one => one.share)].map(share =>
      BigInt(Math.round(share * 100)),
    )
    const [base, ...results] = cut(BigInt(Math.round(price * 100)), hundredths) as [bigint, ...bigint[]]

    const planned = BigInt(model.plannedDays)
    let served = 0n
    const lastServed = numberOf(happened.ended?.[0] ?? evening)
    for (let day = numberOf(start); day <= numberOf(evening) && day <= lastServed && served < planned; day++) {
      const weekday = (day + 3) % 7 // 1 January 1970 was a Thursday; Monday is 0
      if (model.days !== 'calendar' && weekday > 4) continue
      served += 1n
    }
    // The first days get the öre that do not divide.
    for (let day = 1n; day <= served; day++) owed += base / planned + (day <= base % planned ? 1n : 0n)

    const hired = happened.hired?.[0]
    if (hired === undefined || hired < start || hired > evening) continue
    const quit = happened.employment_ended?.[0]
    let paidAtHire = 0n
    for (const [index, { afterMonths }] of model.results.entries()) {
      const full = monthsLater(hired, afterMonths)
      if (afterMonths === 0) {
        owed += results[index]!
        paidAtHire += results[index]!
      } else if (full <= evening && (quit === undefined || next(quit) >= full)) {
        const seen = (happened.still_employed ?? []).filter(on => next(on) >= full && on <= evening)
        if (seen.length > 0) owed += results[index]!
      }
    }
    if (
      model.clawback &&
      quit !== undefined &&
      quit <= evening &&
      next(quit) < monthsLater(hired, model.clawback.withinMonths)
    ) {
      const part = paidAtHire * BigInt(Math.round(model.clawback.share * 100))
      owed -= (part * 2n + 10_000n) / 20_000n
    }
  }
  return owed
}
