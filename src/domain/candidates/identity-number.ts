import Personnummer from 'personnummer'
import type { Day } from '#kernel'

export type IdentityNumber = { readonly number: string; readonly kind: 'personnummer' | 'samordningsnummer' }

const shape = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})$/

/**
 * A Swedish identity number in any common form, as twelve digits: with or without century, hyphen, plus (a hundred years or more), or the
 * en dash of a word processor. Coordination numbers have 60 added to the day, and may lack month (00) or day (60) of birth.
 * Undefined when the check digit or the date is wrong, or the day of birth is after `today`.
 * @example parseIdentityNumber('900107-2397', '2026-03-02') // { number: '199001072397', kind: 'personnummer' }
 */
export function parseIdentityNumber(text: string, today: Day): IdentityNumber | undefined {
  const match = shape.exec(text.trim().replace(/[\u2010-\u2015\u2212]/g, '-'))
  if (!match) return undefined
  const [, century, year = '', month = '', day = '', sign = '', last = ''] = match
  const monthAndDay = month + String(Number(day) % 60).padStart(2, '0')
  const fullYear =
    century === undefined ? yearOf(Number(year), monthAndDay, sign === '+', today) : Number(century + year)
  if (`${fullYear}${monthAndDay}` > today.replaceAll('-', '')) return undefined
  const number = `${fullYear}${month}${day}${last}`
  const coordination = Number(day) >= 60
  const valid = coordination && lacksBirthDate(month, day) ? lastDigitFits(number) : Personnummer.valid(number)
  return valid ? { number, kind: coordination ? 'samordningsnummer' : 'personnummer' } : undefined
}

/** Two digits of a year: the latest such year that has begun, or with plus the latest a hundred years back (Folkbokföringslagen 18 §). */
function yearOf(twoDigits: number, monthAndDay: string, hundredOrMore: boolean, today: Day): number {
  const thisYear = Number(today.slice(0, 4))
  const year = thisYear - ((((thisYear - twoDigits) % 100) + 100) % 100)
  const unborn = `${year}${monthAndDay}` > today.replaceAll('-', '')
  return year - (hundredOrMore ? 100 : unborn ? 100 : 0)
}

/** Month 00 or day 60: on the official list of test numbers, yet no date, so the package refuses them. */
function lacksBirthDate(month: string, day: string): boolean {
  return (month === '00' && Number(day) <= 91) || (Number(month) <= 12 && day === '60')
}

/** The check digit by the Luhn rule over the last ten digits. */
function lastDigitFits(number: string): boolean {
  const sum = [...number.slice(2)].reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}
