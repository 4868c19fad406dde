import { addWeeks, type Day } from '#kernel'
import type { Calendar } from './calendar.ts'
import { dice } from './dice.ts'
import { idOf } from './identities.ts'
import { type OrganisationKey, organisationId } from './organisations.ts'
import type { Sheet } from './rows.ts'

type Course = {
  readonly key: string
  readonly provider: OrganisationKey
  readonly sv: string
  readonly en: string
  readonly concepts: readonly string[]
  readonly weeks: number
  readonly every: number
  readonly seats: number
  readonly payer: 'municipality' | 'employment_service' | 'employer' | 'coordination_association'
  readonly cost: number
  /** Days since its provider last said that this is true. */
  readonly confirmed: number
}

const course = (
  key: string,
  provider: OrganisationKey,
  [sv, en]: readonly [string, string],
  concepts: readonly string[],
  [weeks, every, seats]: readonly [number, number, number],
  [payer, cost]: readonly [Course['payer'], number],
  confirmed: number,
): Course => ({ key, provider, sv, en, concepts, weeks, every, seats, payer, cost, confirmed })

const yrkes = 'alvstrandens-yrkesskola'
const house = 'kompetenshuset'
const vux = 'vux-nordost'

/** What can be learnt in the world. Two entries have not been confirmed for half a year: their providers should look at them. */
const courses: readonly Course[] = [
  course(
    'yrkessvenska',
    vux,
    ['Yrkessvenska', 'Vocational Swedish'],
    ['language:sv'],
    [10, 35, 24],
    ['municipality', 0],
    12,
  ),
  course(
    'yrkessvenska-hisingen',
    house,
    ['Yrkessvenska på arbetsplatsen', 'Swedish at the workplace'],
    ['language:sv'],
    [20, 56, 16],
    ['municipality', 0],
    41,
  ),
  course(
    'hygienstad',
    yrkes,
    ['Städteknik och hygienstädning', 'Cleaning and hygiene cleaning'],
    ['beHF_mum_ANM', 'N9ho_NPL_JBg'],
    [4, 21, 14],
    ['municipality', 9_800],
    20,
  ),
  course(
    'hygien-kort',
    yrkes,
    ['Hygienstädning, påbyggnad', 'Hygiene cleaning, further course'],
    ['N9ho_NPL_JBg'],
    [2, 14, 10],
    ['municipality', 4_200],
    9,
  ),
  course(
    'golv',
    yrkes,
    ['Golvläggning från grunden', 'Floor laying from the beginning'],
    ['BHXE_FVm_nNT', 'uNL7_C1e_TK8'],
    [20, 70, 12],
    ['employment_service', 96_000],
    33,
  ),
  course(
    'golv-avjamning',
    yrkes,
    ['Golvavjämning', 'Floor levelling'],
    ['uNL7_C1e_TK8'],
    [6, 42, 8],
    ['employment_service', 24_000],
    204,
  ),
  course('park', house, ['Trädgårdsskötsel', 'Gardening'], ['AAaS_o41_sEg'], [8, 42, 16], ['municipality', 18_500], 15),
  course('rojsag', house, ['Röjsåg RA', 'Clearing saw RA'], ['F1Mf_Yru_39T'], [1, 21, 8], ['municipality', 5_200], 15),
  course(
    'livsmedel',
    vux,
    ['Livsmedelshygien', 'Food hygiene'],
    ['kj4Q_nLh_u8Q', 'xgpz_5A1_B2g'],
    [2, 14, 20],
    ['municipality', 2_900],
    27,
  ),
  course(
    'vag',
    'maskinskolan',
    ['Arbete på väg steg 1', 'Work on roads, step 1'],
    ['hFN6_Rbb_Apq'],
    [1, 14, 12],
    ['employer', 3_400],
    18,
  ),
  course(
    'anlaggning',
    'maskinskolan',
    ['Anläggningsarbete', 'Civil engineering work'],
    ['myMG_ygC_kDW'],
    [12, 56, 12],
    ['employment_service', 61_000],
    18,
  ),
  course(
    'malning',
    yrkes,
    ['Måleri, grund', 'Painting, basics'],
    ['wn7T_k1d_TBe'],
    [14, 63, 10],
    ['employment_service', 72_000],
    26,
  ),
  course(
    'tapet',
    yrkes,
    ['Tapetsering', 'Wallpapering'],
    ['pvuA_or6_TLK'],
    [6, 42, 8],
    ['employment_service', 31_000],
    26,
  ),
  course(
    'vard-hygien',
    'vardskolan',
    ['Basala hygienrutiner', 'Basic hygiene routines'],
    ['C1qR_L83_nzh'],
    [1, 14, 25],
    ['municipality', 1_200],
    5,
  ),
  course(
    'demens',
    'vardskolan',
    ['Demensvård', 'Dementia care'],
    ['hqYJ_jyZ_Ks8'],
    [5, 35, 18],
    ['municipality', 12_000],
    5,
  ),
  course(
    'omvardnad',
    vux,
    ['Vård och omsorg, del 1', 'Care, part 1'],
    ['x289_bKF_ihE'],
    [10, 49, 20],
    ['municipality', 0],
    12,
  ),
  course(
    'stallning',
    yrkes,
    ['Rullställning', 'Mobile scaffolding'],
    ['i19v_EqY_2x4'],
    [1, 21, 10],
    ['employer', 3_900],
    26,
  ),
  course(
    'innervagg',
    yrkes,
    ['Innerväggar och montering', 'Interior walls and fitting'],
    ['LBFi_a32_iRK', 'BZUR_w5p_XJJ'],
    [10, 56, 10],
    ['employment_service', 58_000],
    26,
  ),
  course(
    'truck',
    house,
    ['Truckutbildning TLP 10', 'Truck certificate TLP 10'],
    ['CiMi_7ax_tXs'],
    [2, 14, 12],
    ['employment_service', 7_500],
    191,
  ),
  course(
    'plock',
    house,
    ['Orderplockning', 'Order picking'],
    ['S1ZP_o8S_Jxf'],
    [2, 28, 12],
    ['municipality', 3_100],
    44,
  ),
  course(
    'fastighet',
    'maskinskolan',
    ['Fastighetsskötsel', 'Property care'],
    ['J5Xc_doF_TUR'],
    [16, 70, 12],
    ['employment_service', 74_000],
    60,
  ),
  course(
    'avfall',
    house,
    ['Avfallshantering', 'Waste handling'],
    ['YYdi_Fqb_834'],
    [3, 28, 14],
    ['coordination_association', 6_000],
    30,
  ),
]

export type Start = {
  readonly id: string
  readonly course: Course
  readonly from: Day
  readonly to: Day
  readonly seats: number
  taken: number
}

export type Courses = {
  /** Takes a seat on the last start that teaches the concept and is over before the day; undefined when none has room. */
  readonly book: (concept: string, before: Day, after: Day) => Start | undefined
  /** Writes the starts with the seats that were taken in the end. */
  readonly close: () => void
}

/** The catalogue (JSP-4), with starts from a year and a half back to half a year ahead. */
export function layOutCatalogue(sheet: Sheet, calendar: Calendar, seed: number): Courses {
  const starts: Start[] = []
  for (const one of courses) {
    sheet.add('catalogue.intervention', {
      id: idOf('intervention', one.key),
      provider_id: organisationId(one.provider),
      name_sv: one.sv,
      name_en: one.en,
      concepts: [...one.concepts],
      weeks: one.weeks,
      area_id: null,
      payer: one.payer,
      cost_ore: one.cost * 100,
      confirmed_on: calendar.day(-one.confirmed),
    })
    const throws = dice(seed, 'course', one.key)
    for (let offset = -560 + throws.between(0, one.every); offset < 200; offset += one.every) {
      const from = calendar.monday(offset)
      const id = idOf('start', `${one.key} ${starts.length}`)
      starts.push({
        id,
        course: one,
        from,
        to: calendar.workday(calendar.offset(addWeeks(from, one.weeks)) - 2),
        seats: one.seats,
        taken: 0,
      })
    }
  }
  return {
    book(concept, before, after) {
      const fitting = starts.filter(one => one.course.concepts.includes(concept) && one.from > after && one.to < before)
      const found = fitting.findLast(({ taken, seats }) => taken < seats)
      if (found) found.taken += 1
      return found
    },
    close() {
      for (const one of starts) {
        const throws = dice(seed, 'seats', one.id)
        // Others send people too: past starts went nearly full, and some coming ones are.
        const others =
          one.from < calendar.today
            ? throws.between(0, one.seats)
            : throws.chance(0.25)
              ? one.seats
              : throws.between(0, one.seats - 3)
        sheet.add('catalogue.start', {
          id: one.id,
          intervention_id: idOf('intervention', one.course.key),
          starts_on: one.from,
          ends_on: one.to,
          seats: one.seats,
          taken: Math.min(one.seats, Math.max(one.taken, others)),
        })
      }
    },
  }
}
