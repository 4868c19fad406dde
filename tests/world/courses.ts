import type { OrganisationKey } from './organisations.ts'

export type Course = {
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
export const courses: readonly Course[] = [
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
    'yrkessvenska-intensiv',
    vux,
    ['Yrkessvenska, intensiv', 'Vocational Swedish, intensive'],
    ['language:sv'],
    [5, 14, 20],
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
