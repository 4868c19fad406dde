import type { District } from './areas.ts'

/** One line of a profile, before it gets an identity. `concept` is what a person's competence and a course are held against. */
export type Wanted = {
  readonly kind: 'must' | 'merit' | 'teachable'
  readonly type: 'skill' | 'language' | 'licence' | 'hours' | 'experience' | 'education'
  readonly concept: string
  readonly sv: string
  readonly en: string
  readonly level?: number
  readonly weeks?: number
}

/** A kind of work that the city buys, with the profile it usually leads to. Skills and occupations are taxonomy concepts. */
export type Trade = {
  readonly occupation: string
  readonly ssyk: string
  readonly cpv: string
  readonly title: string
  readonly service: string
  readonly tasks: string
  readonly education: string
  readonly prior: string
  readonly wanted: readonly Wanted[]
}

const swedish = (level: number): Wanted => ({
  kind: 'must',
  type: 'language',
  concept: 'language:sv',
  sv:
    level >= 4 ? 'Svenska, tala och skriva' : level >= 3 ? 'Svenska på arbetsplatsen' : 'Svenska, enkla instruktioner',
  en: level >= 4 ? 'Swedish, spoken and written' : level >= 3 ? 'Swedish at work' : 'Swedish, simple instructions',
  level,
  weeks: level >= 4 ? 30 : 20,
})
const early: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:early',
  sv: 'Kan börja kl. 06',
  en: 'Can start at 06',
}
const evening: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:evening',
  sv: 'Kan arbeta kvällar',
  en: 'Can work evenings',
}
const weekend: Wanted = {
  kind: 'must',
  type: 'hours',
  concept: 'hours:weekend',
  sv: 'Kan arbeta helger',
  en: 'Can work weekends',
}
const licence = (kind: Wanted['kind'] = 'merit'): Wanted => ({
  kind,
  type: 'licence',
  concept: 'licence:B',
  sv: 'Körkort B',
  en: 'Driving licence B',
})
const experience = (ssyk: string): Wanted => ({
  kind: 'merit',
  type: 'experience',
  concept: `experience:${ssyk}`,
  sv: 'Erfarenhet av arbetet',
  en: 'Experience of the work',
  level: 2,
})
const skill = (kind: Wanted['kind'], concept: string, sv: string, en: string, weeks?: number): Wanted => ({
  kind,
  type: 'skill',
  concept,
  sv,
  en,
  weeks,
})

export const trades = {
  cleaning: {
    occupation: 'KF64_AvU_S4N',
    ssyk: '9111',
    cpv: '90910000',
    title: 'Lokalvårdare',
    service: 'Lokalvård i kontor och skolor',
    tasks: 'Daglig städning av kontor, klassrum och entréer. Arbete i par, måndag till fredag.',
    education: 'Ingen särskild utbildning krävs',
    prior: 'Van vid kroppsarbete',
    wanted: [
      swedish(3),
      skill('must', 'beHF_mum_ANM', 'Kontorsstädning', 'Office cleaning', 4),
      early,
      licence(),
      experience('9111'),
      skill('teachable', 'N9ho_NPL_JBg', 'Hygienstädning', 'Hygiene cleaning', 2),
    ],
  },
  floors: {
    occupation: '4eaw_x3V_ddY',
    ssyk: '7122',
    cpv: '45432100',
    title: 'Golvläggare',
    service: 'Golventreprenad',
    tasks: 'Lägga plastmatta och trägolv i skolor och bostäder tillsammans med en erfaren golvläggare.',
    education: 'Gymnasium eller motsvarande kunskaper',
    prior: 'Hantverksvana är bra',
    wanted: [
      swedish(3),
      skill('must', 'rwir_xvu_443', 'God fysik (tunga lyft)', 'Good physique (heavy lifting)'),
      early,
      licence(),
      experience('7122'),
      skill('teachable', 'BHXE_FVm_nNT', 'Golvläggning', 'Floor laying', 20),
      skill('teachable', 'uNL7_C1e_TK8', 'Golvavjämning', 'Floor levelling', 6),
    ],
  },
  parks: {
    occupation: '4Y6u_JPp_jas',
    ssyk: '6113',
    cpv: '77310000',
    title: 'Parkarbetare',
    service: 'Skötsel av parker och grönytor',
    tasks: 'Klippa, rensa, plantera och hålla parker rena. Arbete utomhus hela året.',
    education: 'Ingen särskild utbildning krävs',
    prior: 'Intresse för utomhusarbete',
    wanted: [
      swedish(2),
      skill('must', 'rwir_xvu_443', 'God fysik (tunga lyft)', 'Good physique (heavy lifting)'),
      licence('merit'),
      experience('6113'),
      skill('teachable', 'AAaS_o41_sEg', 'Trädgårdsskötsel', 'Gardening', 8),
      skill('teachable', 'F1Mf_Yru_39T', 'Röjsågskörkort Nivå RA', 'Clearing saw licence, level RA', 1),
    ],
  },
  meals: {
    occupation: 'EaDK_DwG_ujx',
    ssyk: '9412',
    cpv: '55523100',
    title: 'Måltidsbiträde',
    service: 'Skolmåltider',
    tasks: 'Förbereda och servera lunch, diska och hålla köket rent i skolor och förskolor.',
    education: 'Ingen särskild utbildning krävs',
    prior: 'Vana vid kök är bra',
    wanted: [
      swedish(3),
      early,
      experience('9412'),
      skill('merit', 'xgpz_5A1_B2g', 'Städning och diskning, restaurangkök', 'Cleaning and dishwashing, kitchens', 2),
      skill('teachable', 'kj4Q_nLh_u8Q', 'Livsmedelshygien', 'Food hygiene', 2),
    ],
  },
  groundworks: {
    occupation: 'bpwq_MEr_hvP',
    ssyk: '7114',
    cpv: '45112000',
    title: 'Markarbetare',
    service: 'Markarbeten',
    tasks: 'Gräva, fylla, sätta kantsten och bygga gångvägar tillsammans med maskinförare.',
    education: 'Gymnasium eller motsvarande kunskaper',
    prior: 'Vana vid kroppsarbete',
    wanted: [
      swedish(3),
      skill('must', 'rwir_xvu_443', 'God fysik (tunga lyft)', 'Good physique (heavy lifting)'),
      early,
      licence('must'),
      experience('7114'),
      skill('teachable', 'hFN6_Rbb_Apq', 'Arbete på väg steg 1', 'Work on roads, step 1', 1),
      skill('teachable', 'myMG_ygC_kDW', 'Anläggningsarbete', 'Civil engineering work', 12),
    ],
  },
  painting: {
    occupation: 'rv19_K1B_Fuo',
    ssyk: '7131',
    cpv: '45442100',
    title: 'Målare',
    service: 'Måleriarbeten',
    tasks: 'Spackla, slipa och måla väggar och snickerier i skolor och bostäder.',
    education: 'Gymnasium eller motsvarande kunskaper',
    prior: 'Hantverksvana är bra',
    wanted: [
      swedish(3),
      early,
      licence(),
      experience('7131'),
      skill('teachable', 'wn7T_k1d_TBe', 'Snickerimålning och ytbehandling', 'Joinery painting and finishing', 14),
      skill('teachable', 'pvuA_or6_TLK', 'Tapetsering, väggar', 'Wallpapering', 6),
    ],
  },
  care: {
    occupation: '4zLr_jP5_peZ',
    ssyk: '5330',
    cpv: '85311100',
    title: 'Vårdbiträde',
    service: 'Hemtjänst och äldreboende',
    tasks: 'Hjälpa äldre med måltider, hygien och sällskap. Schema med vissa kvällar och helger.',
    education: 'Grundskola',
    prior: 'Vana vid att möta människor',
    wanted: [
      swedish(4),
      evening,
      weekend,
      licence(),
      experience('5330'),
      skill('merit', 'x289_bKF_ihE', 'Allmän omvårdnadserfarenhet', 'General care experience', 10),
      skill('teachable', 'C1qR_L83_nzh', 'Basala hygienrutiner', 'Basic hygiene routines', 1),
      skill('teachable', 'hqYJ_jyZ_Ks8', 'Demensvård', 'Dementia care', 5),
    ],
  },
  carpentry: {
    occupation: 'HdcS_g6a_jPk',
    ssyk: '7111',
    cpv: '45422000',
    title: 'Snickare',
    service: 'Byggnadssnickeri',
    tasks: 'Bygga innerväggar, sätta dörrar och fönster tillsammans med en erfaren snickare.',
    education: 'Gymnasium eller motsvarande kunskaper',
    prior: 'Hantverksvana',
    wanted: [
      swedish(3),
      early,
      licence(),
      experience('7111'),
      skill('merit', 'BZUR_w5p_XJJ', 'Inredning, monteringsvana', 'Interior fitting', 8),
      skill('teachable', 'i19v_EqY_2x4', 'Rullställning', 'Mobile scaffolding', 1),
      skill('teachable', 'LBFi_a32_iRK', 'Beklädnad, innervägg', 'Interior wall cladding', 10),
    ],
  },
  warehouse: {
    occupation: 'DLEi_bTh_oLA',
    ssyk: '4322',
    cpv: '63122000',
    title: 'Lagerarbetare',
    service: 'Förråd och distribution',
    tasks: 'Ta emot, plocka och packa varor till skolor och äldreboenden.',
    education: 'Ingen särskild utbildning krävs',
    prior: 'Noggrannhet',
    wanted: [
      swedish(3),
      early,
      licence(),
      experience('4322'),
      skill('merit', 'S1ZP_o8S_Jxf', 'Orderplockning', 'Order picking', 2),
      skill('teachable', 'CiMi_7ax_tXs', 'Truckutbildning TLP 10', 'Truck certificate TLP 10', 2),
    ],
  },
  caretaking: {
    occupation: 'gD5N_mCM_ea5',
    ssyk: '5152',
    cpv: '50700000',
    title: 'Fastighetsskötare',
    service: 'Fastighetsskötsel',
    tasks: 'Se till trapphus, gårdar och enkla reparationer i bostadsområden.',
    education: 'Gymnasium eller motsvarande kunskaper',
    prior: 'Händig',
    wanted: [
      swedish(4),
      licence('must'),
      experience('5152'),
      skill('merit', 'AAaS_o41_sEg', 'Trädgårdsskötsel', 'Gardening', 8),
      skill('teachable', 'J5Xc_doF_TUR', 'Fastighetsskötsel', 'Property care', 16),
    ],
  },
  recycling: {
    occupation: 'snWH_Lp8_JfA',
    ssyk: '9610',
    cpv: '90510000',
    title: 'Återvinningsarbetare',
    service: 'Återvinningscentral',
    tasks: 'Ta emot besökare, sortera och hålla ordning på återvinningscentralen.',
    education: 'Ingen särskild utbildning krävs',
    prior: 'Van vid att möta människor',
    wanted: [
      swedish(3),
      weekend,
      licence(),
      experience('9610'),
      skill('teachable', 'YYdi_Fqb_834', 'Avfallshantering', 'Waste handling', 3),
    ],
  },
} as const satisfies Record<string, Trade>

export type TradeKey = keyof typeof trades
export const tradeKeys = Object.keys(trades) as readonly TradeKey[]
export const tradeOf = (key: TradeKey): Trade => trades[key]

/** Where work is performed, when a need names a place. */
export type Somewhere = District | 'city'
